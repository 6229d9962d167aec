// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.value.InvalidValue;
import io.settlement.registry.onboarding.Finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what is found: compares it with what should be, and tells silence from a difference. */
public final class Findings {
  private final List<Finding> all = new ArrayList<>();

  /** What was read must be what is expected. */
  public Findings equal(String id, String what, Object expected, Supplier<?> reading) {
    String wanted = String.valueOf(expected);
    try {
      String found = String.valueOf(reading.get());
      add(id, wanted.equals(found) ? Verdict.PASS : Verdict.FAIL, what, wanted, found);
    } catch (Declined refused) {
      add(id, Verdict.FAIL, what, wanted, refused.detail());
    } catch (InvalidValue unreadable) {
      add(id, Verdict.FAIL, what, wanted, "an answer that is none: " + unreadable.getMessage());
    } catch (Unasked silent) {
      add(id, Verdict.UNKNOWN, what, wanted, "not answered: " + silent.detail());
    }
    return this;
  }

  /** What was read must be true. */
  public Findings yes(String id, String what, Supplier<Boolean> reading) {
    return equal(id, what, true, reading);
  }

  /** The call must be refused with this error. */
  Findings refused(String id, String what, byte[] selector, Supplier<?> call) {
    return equal(
        id,
        what,
        "refused",
        () -> {
          try {
            return "accepted: " + call.get();
          } catch (Declined refused) {
            return refused.isError(selector) ? "refused" : refused.detail();
          }
        });
  }

  Findings add(String id, Verdict verdict, String what, String expected, String found) {
    all.add(new Finding(id, verdict, what, expected, found));
    return this;
  }

  Findings addAll(List<Finding> more) {
    all.addAll(more);
    return this;
  }

  /** All of them, in the order they were looked at. */
  public List<Finding> list() {
    return List.copyOf(all);
  }
}
