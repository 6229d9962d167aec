// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding.registration;

import io.settlement.kit.problem.Problem;
import io.settlement.registry.onboarding.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Brings proposals of one kind into the book. */
interface Registrar<P extends Proposal> {

  Proposal.Kind kind();

  /**
   * What the book and its partners say to it.
   *
   * @throws Problem when it is not this partner's to propose, or never could be registered
   */
  void require(P said, String partner);

  /** What the book and the chains say to it now. */
  Evidence look(P said);

  /** Puts it into the book; inside of a transaction. */
  void admit(P said, Evidence evidence, Instant now);

  /**
   * What was seen.
   *
   * @param prints what must not change from now on, by what is watched
   */
  record Evidence(List<Finding> findings, Map<String, Map<String, String>> prints) {}
}
