// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The stored routes, by {@code Chain:0x…>Chain:0x…}. */
interface Routes extends JpaRepository<Route, String> {

  List<Route> findAllByOrderById();

  @Query(
      """
      select r from Route r
      where r.status = ACTIVE and (r.fromHandler = :handler or r.toHandler = :handler)
      order by r.id
      """)
  List<Route> activeAt(String handler);

  /** Routes of either handler that are not gone for good. */
  @Query(
      """
      select r from Route r
      where r.status <> RETIRED and (r.fromHandler in :handlers or r.toHandler in :handlers)
      order by r.id
      """)
  List<Route> aliveAt(List<String> handlers);
}
