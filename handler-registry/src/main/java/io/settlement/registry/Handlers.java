// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The stored handlers, by {@code Chain:0x…}. */
interface Handlers extends JpaRepository<Handler, String> {

  List<Handler> findAllByOrderById();
}
