// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/**
 * Who asks.
 *
 * @param operator whether it operates the suite; a partner otherwise
 */
record Caller(String name, boolean operator) {
  private static final String OPERATOR = "SCOPE_operator";

  static Caller of(Authentication authentication) {
    return new Caller(
        authentication.getName(),
        authentication.getAuthorities().stream()
            .anyMatch(one -> OPERATOR.equals(one.getAuthority())));
  }

  boolean maySee(Application application) {
    return operator || application.owner().equals(name);
  }

  /** Refuses what is not this caller's to do. */
  void require(Action action, Application application) {
    boolean may = action.by() == Action.By.OPERATOR ? operator : application.owner().equals(name);
    if (!may) {
      throw new AccessDeniedException("%s is not for this caller".formatted(action));
    }
  }
}
