// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import java.util.List;

/** Looks whether a step is done; asks chains and facts, changes nothing. */
interface StepCheck {

  Step step();

  /** Everything that was looked at. */
  List<Finding> look(Application application);
}
