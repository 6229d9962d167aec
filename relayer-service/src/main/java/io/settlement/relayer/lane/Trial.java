// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.Call;
import io.settlement.chain.ChainException;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Reverted;
import io.settlement.chain.contract.SettlementCalls;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.relayer.nodes.Nodes;

/**
 * Tries what a message waits for on a node, alone and without sending it. A delivery is tried with
 * the call for one message, which says why it is refused; of batches the contracts skip members.
 */
public final class Trial {
  /** What a node says to work that would be done. */
  public static final String WORKS = "WORKS";

  /** What is said of work that only its own transaction can try. */
  private static final String NOT_TRIED = "NOT_TRIED";

  private final Nodes nodes;

  Trial(Nodes nodes) {
    this.nodes = nodes;
  }

  /** WORKS, NOT_TRIED, or why it would fail. */
  public String of(Work work) {
    EvmReader chain = nodes.reader(work.chain()).orElse(null);
    if (chain == null
        || chain.settings().profile() != Profile.V2
        || !(work instanceof Work.Deliver deliver)) {
      return NOT_TRIED;
    }
    ChainSettings settings = chain.settings();
    byte[] calldata =
        SettlementCalls.receive(
            new SettlementCalls.SignedMessage(
                deliver.message(), BatchCall.certificate(deliver.signatures(), deliver.bundle())));
    try {
      chain.call(Call.view(settings.settlement(), calldata), FinalityTag.LATEST);
      return WORKS;
    } catch (Reverted e) {
      return "REVERTED: " + e.getMessage();
    } catch (ChainException e) {
      return NOT_TRIED + ": " + e.getMessage();
    }
  }
}
