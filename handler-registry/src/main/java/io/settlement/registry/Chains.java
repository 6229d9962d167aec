// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The stored chains, by name. */
interface Chains extends JpaRepository<Chain, String> {

  List<Chain> findAllByOrderByName();

  @Query("select c.name from Chain c where c.name <> :name")
  List<String> namesBeside(String name);

  boolean existsByChainIdAndSettlementAndNameNot(long chainId, String settlement, String name);
}
