// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.primitive;

import org.springframework.stereotype.Component;

/** Looks now whether admitted primitives are live. */
@Component
public class LiveNow {
  private final LiveCheck check;

  LiveNow(LiveCheck check) {
    this.check = check;
  }

  public void look() {
    check.check();
  }
}
