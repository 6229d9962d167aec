// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.events.ArtifactEvent.ImbalanceCleared;
import io.settlement.events.ArtifactEvent.MintingPauseWanted;
import io.settlement.events.GasBooksEvent.ReceiptsBuilt;
import io.settlement.events.PauseEvent.MintingPauseReported;
import io.settlement.events.PauseEvent.Progress;
import io.settlement.events.PriceEvent.PricesSigned;
import io.settlement.events.Topics;
import io.settlement.events.TransactionEvent;
import io.settlement.events.TransactionEvent.TransactionPaid;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Wei;
import io.settlement.kit.test.Anvil;
import io.settlement.relayer.world.Accounts;
import io.settlement.relayer.world.TestArtifact;
import io.settlement.relayer.world.TestPrices;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What lanes send for nobody in particular: trees of receipts, prices, and pauses of minting. */
class PublicationsTest extends LaneScene {
  @Autowired private Publications publications;
  @Autowired private GuardianHealth guardians;
  @Autowired private MeterRegistry meters;

  @Test
  void aTreeOfReceiptsIsPublishedOnceWhoeverAsksAgain() {
    EvmAddress vault = CHAINS.beta().settings().gasService();
    Hash root = new Hash("0x" + "77".repeat(32));
    ReceiptsBuilt built =
        new ReceiptsBuilt(BETA.chain(), vault, root, 3, "https://example.org/r", Instant.EPOCH);

    kafka.send(built);
    kafka.send(built);
    await().until(() -> publication(root.hex()).equals("MINED"));
    jdbc.sql("UPDATE publication SET state = 'ASKED' WHERE name = ?").param(root.hex()).update();
    await().until(() -> publication(root.hex()).equals("MINED"));

    long head = CHAINS.beta().head(FinalityTag.LATEST).number();
    assertThat(
            CHAINS
                .beta()
                .logs(0, head, List.of(vault), List.of(GasServiceAbi.RECEIPTS_PUBLISHED))
                .stream()
                .map(GasServiceAbi::published))
        .containsExactly(new GasServiceAbi.Published(root, 3));
    CHAINS.makeFinal();
    TransactionPaid paid =
        awaitPaid(it -> it.purpose() == TransactionEvent.Purpose.PUBLISH_RECEIPTS);
    assertThat(paid.to()).isEqualTo(vault);
    assertThat(paid.members()).isEmpty();
  }

  @Test
  void whatAContractRefusesIsCountedAndTriedAgainLater() {
    EvmAddress stranger = CHAINS.beta().settings().verifier();
    String name = "refused";
    byte[] nothingItKnows = {1, 2, 3, 4};
    double before = unpublished();

    transactions.executeWithoutResult(
        status ->
            crew.publications()
                .add(
                    new Publication(
                        BETA.chain(), Errand.PUBLISH_RECEIPTS, stranger, name, nothingItKnows),
                    Instant.now()));

    await().until(() -> attemptsToPublish(name) == 1);
    assertThat(publication(name)).isEqualTo("ASKED");
    assertThat(unpublished()).isEqualTo(before + 1);
    jdbc.sql("DELETE FROM publication WHERE name = ?").param(name).update();
  }

  @Test
  void ofSignedPricesOnlyTheNewestArePublished() {
    TestPrices.allowSigner(CHAINS);
    long round = Instant.now().getEpochSecond();
    PricesSigned newest = TestPrices.signed(CHAINS, round);
    PricesSigned older = TestPrices.signed(CHAINS, round - 10);

    transactions.executeWithoutResult(status -> publications.onPrices(List.of(newest, older)));

    await().until(() -> publication(Long.toString(round)).equals("MINED"));
    assertThat(publication(Long.toString(round - 10))).isEqualTo("OUTDATED");
    String hash =
        jdbc.sql(
                "SELECT s.tx_hash FROM submission s JOIN publication p ON p.submission = s.id"
                    + " WHERE p.name = ?")
            .param(Long.toString(round))
            .query(String.class)
            .single();
    Receipt receipt = awaitReceipt(new Hash(hash));
    assertThat(receipt.success()).isTrue();
    assertThat(receipt.logs())
        .singleElement()
        .satisfies(log -> assertThat(log.topics()).hasSizeGreaterThan(1));
  }

  @Test
  void anArtifactIsPausedOnceByTheLaneThatIsItsGuardianAndNoOtherArtifactIs() {
    TestArtifact unsound = TestArtifact.deploy(CHAINS, Accounts.SECOND);
    TestArtifact sound = TestArtifact.deploy(CHAINS, Accounts.SECOND);
    workers.start(List.of(SECOND));
    MintingPauseWanted order = pauseWanted("unsound", unsound, 1);

    kafka.send(order);
    kafka.send(order);

    MintingPauseReported sent = reported("unsound", 1, Progress.SENT);
    assertThat(sent.guardian()).isEqualTo(Accounts.SECOND);
    assertThat(reported("unsound", 1, Progress.PAUSED).txHash()).isEqualTo(sent.txHash());
    assertThat(unsound.isPaused()).isTrue();
    assertThat(sound.isPaused()).isFalse();
    sound.mint();
    CHAINS.makeFinal();
    TransactionPaid paid = awaitPaid(it -> unsound.address().equals(it.to()));
    assertThat(paid.purpose()).isEqualTo(TransactionEvent.Purpose.PAUSE_MINTING);
    assertThat(paid.account()).isEqualTo(Accounts.SECOND);

    kafka.send(pauseWanted("unsound", unsound, 2));

    assertThat(reported("unsound", 2, Progress.PAUSED).txHash()).isNull();
    assertThat(unsound.pauses()).isEqualTo(1);
    assertThat(publication("2 unsound")).isEqualTo("MINED");
  }

  @Test
  void aPauseWaitsForItsOwnLimitAloneAndNeverBehindWorkThatWaitsForCheaperGas() {
    Anvil node = CHAINS.deployed().node("Beta");
    TestArtifact unsound = TestArtifact.deploy(CHAINS, Accounts.SECOND);
    List<CrossChainMessage> stuck = List.of(CHAINS.send(131, 0), CHAINS.send(132, 0));
    workers.stop(List.of(BETA));
    workers.start(List.of(SECOND));
    node.rpc("evm_setAutomine", false);
    try {
      for (CrossChainMessage asManyAsMayBeInFlight : stuck) {
        enqueue(deliver(asManyAsMayBeInFlight));
        await().until(() -> state(asManyAsMayBeInFlight.txid()).equals("SENT"));
      }
      node.rpc("anvil_setNextBlockBaseFeePerGas", "0x82f79cd9000");
      node.rpc("evm_setIntervalMining", 1);
      await().until(() -> report(SECOND).alarms().contains("GAS_PRICE"));
      kafka.send(pauseWanted("dear", unsound, 1));

      Hash txHash = Objects.requireNonNull(reported("dear", 1, Progress.PAUSED).txHash());
      assertThat(awaitReceipt(txHash).effectiveGasPrice())
          .as(
              "max-fee is less, and nine thousand gwei were asked before they fell to"
                  + " pause-max-fee")
          .isBetween(Wei.parse("200000000001"), Wei.parse("6000000000000"));
      assertThat(unsound.isPaused()).isTrue();
      assertThat(stuck).allMatch(one -> deliveriesOf(one.txid()) == 0);
    } finally {
      node.rpc("evm_setIntervalMining", 0);
      node.rpc("anvil_setNextBlockBaseFeePerGas", "0x3b9aca00");
      node.rpc("evm_setAutomine", true);
      node.rpc("evm_mine");
    }

    await().until(() -> stuck.stream().allMatch(one -> state(one.txid()).equals("MINED")));
    assertThat(stuck).allMatch(one -> deliveriesOf(one.txid()) == 1);
  }

  @Test
  void anArtifactThatNoLaneMayPauseIsAnAlarmUntilItsBooksBalance() {
    TestArtifact unguarded = TestArtifact.deploy(CHAINS, Accounts.STRANGER);

    kafka.send(pauseWanted("unguarded", unguarded, 1));

    assertThat(reported("unguarded", 1, Progress.NO_GUARDIAN).txHash()).isNull();
    assertThat(meters.get("settlement.guardian.orders").gauge().value()).isEqualTo(1);
    assertThat(meters.get("settlement.guardian.unguarded").gauge().value()).isEqualTo(1);
    assertThat(guardians.health().getDetails())
        .containsEntry("Beta:" + unguarded.address(), "NO_GUARDIAN");

    kafka.send(new ImbalanceCleared("unguarded", Instant.EPOCH));

    await().until(() -> publication("1 unguarded").equals("OUTDATED"));
    assertThat(unguarded.isPaused()).isFalse();
    await().until(() -> meters.get("settlement.guardian.unguarded").gauge().value(), it -> it == 0);
  }

  private int attemptsToPublish(String name) {
    return jdbc.sql("SELECT attempts FROM publication WHERE name = ?")
        .param(name)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  private double unpublished() {
    return meters.find("settlement.lane.unpublished").counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  private static MintingPauseWanted pauseWanted(
      String artifact, TestArtifact contract, long order) {
    return new MintingPauseWanted(
        artifact, BETA.chain(), contract.address(), order, "one is missing", Instant.EPOCH);
  }

  private MintingPauseReported reported(String artifact, long order, Progress progress) {
    return kafka.await(
        Topics.PAUSE_EVENTS,
        MintingPauseReported.class,
        it -> it.artifact().equals(artifact) && it.order() == order && it.progress() == progress);
  }

  private String publication(String name) {
    return jdbc.sql("SELECT state FROM publication WHERE name = ?")
        .param(name)
        .query(String.class)
        .optional()
        .orElse("");
  }
}
