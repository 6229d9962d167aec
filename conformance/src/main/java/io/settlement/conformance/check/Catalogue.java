// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Check;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every check there is. */
public final class Catalogue {
  private Catalogue() {}

  /** All of them, ordered by their requirements' ids, with a polite load. */
  public static List<Check> all() {
    return all(Demands.polite());
  }

  /** The same; what needs time or load is demanded and shown like this. */
  public static List<Check> all(Demands demands) {
    return Stream.<List<Check>>of(
            EvmChecks.all(),
            PrecompileChecks.all(),
            SizeChecks.all(),
            NonceChecks.all(),
            FinalityChecks.all(demands),
            NodeChecks.all(),
            ProviderChecks.all(demands),
            ServiceLevelChecks.all(demands),
            StateChecks.all(),
            TransactionChecks.all(),
            LogChecks.all(),
            BlockChecks.all(),
            SubscriptionChecks.all(),
            BatchChecks.all(demands),
            MultisigChecks.all(),
            ExplorerChecks.all())
        .flatMap(List::stream)
        .sorted(Comparator.comparing(check -> check.requirement().id()))
        .toList();
  }
}
