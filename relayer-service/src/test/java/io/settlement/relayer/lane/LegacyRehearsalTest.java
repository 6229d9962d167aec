// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.Call;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Reverted;
import io.settlement.chain.contract.ContractDialect;
import io.settlement.chain.contract.Signatures;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.LaneId;
import io.settlement.relayer.world.LegacyNetwork;
import io.settlement.relayer.world.TwoChains;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What is said before sending to contracts that revert where ours log. */
class LegacyRehearsalTest {
  private static final LegacyNetwork CHAINS = new LegacyNetwork();
  private static final Lane LANE = new Lane(LaneId.parse("Old/0"), TestKeys.NEWCOMER, CHAINS.old());

  private final BatchCall calls =
      new BatchCall(
          new Binder(new MapConfigurationPropertySource(Map.of()))
              .bindOrCreate("settings", LaneSettings.class));
  private final Rehearsal rehearsal = new Rehearsal(calls);

  @AfterAll
  static void close() {
    CHAINS.close();
  }

  @Test
  void whatALegacyChainHasReceivedIsDoneAndNoFailure() {
    CrossChainMessage message = TwoChains.message(CHAINS.sendFromAlpha(301));
    Work.Deliver delivery = new Work.Deliver(message, signed(message));
    Cargo cargo = calls.of(CHAINS.old().settings(), Purpose.DELIVER, List.of(delivery));
    assertThat(rehearsal.of(LANE, List.of(delivery)).refusals()).isEmpty();

    CHAINS.callSettlement(cargo.calldata());

    Call again = Call.view(cargo.contract(), cargo.calldata());
    assertThat(CHAINS.old().refusals(List.of(again), FinalityTag.LATEST).getFirst())
        .get()
        .extracting(Reverted::reason)
        .asString()
        .contains("Invalid transaction status");
    assertThat(rehearsal.of(LANE, List.of(delivery)).refusals())
        .containsExactly(
            Map.entry(message.txid(), new Rehearsal.Refusal(Fates.DONE_ELSEWHERE, null, true)));
  }

  @Test
  void whatALegacyVerifierDoesNotTakeIsRefusedInItsWords() {
    CrossChainMessage message = TwoChains.message(CHAINS.sendFromAlpha(302));
    CrossChainMessage other = TwoChains.message(CHAINS.sendFromAlpha(303));

    assertThat(rehearsal.refusal(LANE, new Work.Deliver(message, signed(other))))
        .get()
        .satisfies(refusal -> assertThat(refusal.doneBefore()).isFalse())
        .extracting(Rehearsal.Refusal::detail)
        .asString()
        .contains("Invalid signature");
  }

  private static String signed(CrossChainMessage message) {
    Hash digest = ContractDialect.of(CHAINS.old().settings()).receiveDigest(message);
    return Hex.encode(
        Signatures.bundle(
            Map.of(
                TestKeys.VALIDATOR_1.address(), TestKeys.VALIDATOR_1.sign(digest),
                TestKeys.VALIDATOR_2.address(), TestKeys.VALIDATOR_2.sign(digest))));
  }
}
