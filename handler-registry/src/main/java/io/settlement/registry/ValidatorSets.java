// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The stored validator sets, by the chain they sign for. */
interface ValidatorSets extends JpaRepository<ValidatorSet, String> {

  List<ValidatorSet> findAllByOrderByChain();
}
