// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.MessageEvent.MessageHeld;
import io.settlement.events.Topics;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LaneId;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.test.Anvil;
import io.settlement.relayer.chain.Fees;
import io.settlement.relayer.world.Accounts;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who goes together, and who waits because gas costs more than he prepaid. */
class LaneCompanyTest extends LaneScene {

  @Test
  void whatCannotPayTodaysBaseFeeWaitsWhileItsNeighbourGoesAndGoesOnWhenTheFeeFalls() {
    Anvil node = CHAINS.deployed().node("Beta");
    CrossChainMessage poor = CHAINS.send(126, 0);
    CrossChainMessage rich = CHAINS.send(127, 0);
    prepay(poor, gwei(10));
    prepay(rich, gwei(90));
    baseFee(node, gwei(60));
    // What a lane knows of prices is up to a second old.
    await().until(() -> gwei(100).compareTo(offered(BETA)) < 0);

    enqueue(deliver(poor), deliver(rich));

    awaitOnce(List.of(rich));
    await().until(() -> reason(poor.txid()).equals("UNDERFUNDED"));
    assertThat(state(poor.txid())).isEqualTo("READY");
    assertThat(attemptsOf(poor.txid())).isEmpty();
    assertThat(feeCapOf(rich.txid())).isEqualTo(gwei(180));
    assertThat(report(BETA).work().underfunded()).isEqualTo(1);
    MessageHeld held =
        kafka.await(Topics.MESSAGE_EVENTS, MessageHeld.class, it -> it.txid().equals(poor.txid()));
    assertThat(held.reason()).isEqualTo("UNDERFUNDED");

    baseFee(node, gwei(1));
    awaitOnce(List.of(poor));
    assertThat(feeCapOf(poor.txid())).isEqualTo(gwei(20));
  }

  @Test
  void aBundleIsTakenWholeByOneLaneAndWhoeverCannotPayIsNotTakenUntilGasCostsWhatHePaid() {
    LaneId nobodys = LaneId.parse("Gamma/0");
    List<Work> large = bundle("Gamma", 1, 5);
    List<Work> small = bundle("Gamma", 2, 2);
    List<Work> poor = bundle("Gamma", 3, 5);
    Instant now = clock.instant();
    store.intents().add(small, now.minusSeconds(9));
    store.intents().add(large, now.minusSeconds(8));
    store.intents().add(List.of(bundle("Gamma", 4, 1).getFirst()), now.minusSeconds(7));
    store.intents().add(poor, now.minusSeconds(10));
    jdbc.sql(
            "UPDATE intent SET reason = 'UNDERFUNDED', prepaid_price = 10 WHERE txid = ANY(?::text[])")
        .param(poor.stream().map(work -> work.txid().hex()).toArray(String[]::new))
        .update();

    assertThat(taken(nobodys, Wei.of(11))).as("few share a transaction").hasSize(3);
    assertThat(taken(nobodys, Wei.of(11))).containsExactlyInAnyOrderElementsOf(large);
    assertThat(taken(nobodys, Wei.of(11))).isEmpty();
    assertThat(taken(nobodys, Wei.of(10))).containsExactlyInAnyOrderElementsOf(poor);
  }

  @Test
  void aRefundWaitsForGasAtThePriceItWasQuotedWithButNotForEver() {
    TxId txid = new TxId("0x" + "%064x".formatted(0xfee));
    jdbc.sql(
            "INSERT INTO message (txid, callback_price, callback_units, updated_at)"
                + " VALUES (?, ?, 1, now())")
        .params(txid.hex(), gwei(10).value())
        .update();
    baseFee(CHAINS.deployed().node("Beta"), gwei(40));
    await().until(() -> gwei(60).compareTo(offered(BETA)) < 0);

    enqueue(new Work.Refund(txid, BETA.chain(), Accounts.HOLDER, Wei.ZERO, gwei(10 * 60_000L)));
    await().until(() -> reason(txid), "UNDERFUNDED"::equals);
    assertThat(attemptsOf(txid)).isEmpty();

    jdbc.sql("UPDATE intent SET created_at = created_at - interval '10 minutes' WHERE txid = ?")
        .param(txid.hex())
        .update();
    // It was tried at today's price: nobody paid into this account, so there is nothing to close.
    await().until(() -> reason(txid), "DONE_ELSEWHERE"::equals);
  }

  @Test
  void whoseShareIsTooDearAloneWaitsForCompanionsToShareWithButNotForEver() {
    Anvil node = CHAINS.deployed().node("Beta");
    CrossChainMessage poor = CHAINS.send(136, 0);
    // As a member of a large batch would use it; alone it takes about twice as much.
    prepay(poor, gwei(25), 70_000L);
    baseFee(node, gwei(40));
    await().until(() -> gwei(60).compareTo(offered(BETA)) < 0);

    enqueue(deliver(poor));
    await().until(() -> reason(poor.txid()).equals("UNDERFUNDED"));
    assertThat(attemptsOf(poor.txid())).isEmpty();

    List<CrossChainMessage> companions =
        IntStream.range(137, 145).mapToObj(amount -> CHAINS.send(amount, 0)).toList();
    enqueue(companions.stream().map(LaneScene::deliver).toArray(Work[]::new));

    awaitOnce(List.of(poor));
    awaitOnce(companions);
    assertThat(transactionOf(poor.txid())).isEqualTo(transactionOf(companions.getFirst().txid()));
    assertThat(feeCapOf(poor.txid())).isGreaterThan(gwei(40));

    CrossChainMessage lonely = CHAINS.send(146, 0);
    prepay(lonely, gwei(25), 70_000L);
    enqueue(deliver(lonely));
    await().until(() -> reason(lonely.txid()).equals("UNDERFUNDED"));
    jdbc.sql("UPDATE intent SET created_at = now() - interval '1 hour' WHERE txid = ?")
        .param(lonely.txid().hex())
        .update();

    awaitOnce(List.of(lonely));
    assertThat(feeCapOf(lonely.txid())).as("by the price alone").isEqualTo(gwei(50));
    baseFee(node, gwei(1));
  }

  @Test
  void aReplacementOffersNoMoreThanThePrepaymentOfItsPoorestMessageAllows() {
    Anvil node = CHAINS.deployed().node("Beta");
    CrossChainMessage poor = CHAINS.send(128, 0);
    CrossChainMessage rich = CHAINS.send(129, 0);
    baseFee(node, gwei(1));
    // A fifth more than the first offer: room for one replacement and no second one.
    Wei cap = new Wei(offerNow().value().multiply(BigInteger.valueOf(6)).divide(BigInteger.TEN));
    prepay(poor, cap);
    prepay(rich, gwei(90));
    node.rpc("evm_setAutomine", false);
    try {
      enqueue(deliver(poor), deliver(rich));
      await().until(() -> state(poor.txid()).equals("SENT"));
      baseFee(node, gwei(40));
      await().until(() -> attemptsOf(poor.txid()).size() >= 2);
    } finally {
      baseFee(node, gwei(1));
      node.rpc("evm_setAutomine", true);
      node.mine(1);
    }

    awaitOnce(List.of(poor, rich));
    assertThat(feeCapOf(poor.txid())).isEqualTo(cap.times(2)).isEqualTo(feeCapOf(rich.txid()));
    assertThat(attemptsOf(poor.txid()))
        .allMatch(offer -> offer <= cap.times(2).value().longValue());
  }

  @Test
  void manyMessagesShareFewTransactions() {
    workers.stop(List.of(BETA));
    List<CrossChainMessage> messages = send(200, 10);
    enqueue(messages.stream().map(LaneScene::deliver).toArray(Work[]::new));

    workers.start(List.of(BETA));

    await().until(() -> messages.stream().allMatch(it -> state(it.txid()).equals("MINED")));
    assertThat(messages.stream().mapToLong(it -> deliveriesOf(it.txid())).sum())
        .isEqualTo(messages.size());
    assertThat(
            jdbc.sql("SELECT count(DISTINCT submission) FROM intent WHERE txid = ANY(?)")
                .param(messages.stream().map(it -> it.txid().hex()).toArray(String[]::new))
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  private List<Work> taken(LaneId lane, Wei price) {
    return transactions.execute(
        status ->
            store.intents().ready(lane.chain(), Set.of(), price, clock.instant()).stream()
                .flatMap(
                    load ->
                        store
                            .intents()
                            .claim(lane, load, 64, 4, price, Instant.EPOCH, clock.instant())
                            .stream())
                .map(IntentTable.Claimed::work)
                .toList());
  }

  private static List<Work> bundle(String chain, int number, int members) {
    Hash root = new Hash("0x" + "%064x".formatted(0xbe00 + number));
    HandlerId source = new HandlerId(new ChainName(chain), Accounts.HOLDER.hex());
    HandlerId target = new HandlerId(new ChainName("Beta"), Accounts.HOLDER.hex());
    return IntStream.range(0, members)
        .<Work>mapToObj(
            place ->
                new Work.CallBack(
                    new TxId("0x" + "%064x".formatted(0xbe000 + 16 * number + place)),
                    target,
                    source,
                    Outcome.SUCCESS,
                    "0x01",
                    new Work.Membership(root, members, place, List.of())))
        .toList();
  }

  /** As gas-service says of a prepayment, before it said how much gas that is for. */
  private void prepay(CrossChainMessage message, Wei deliveryPrice) {
    prepay(message, deliveryPrice, null);
  }

  private void prepay(CrossChainMessage message, Wei deliveryPrice, @Nullable Long units) {
    jdbc.sql(
            "INSERT INTO message (txid, delivery_price, delivery_units, updated_at)"
                + " VALUES (?, ?, ?, now())")
        .params(Arrays.asList(message.txid().hex(), deliveryPrice.value(), units))
        .update();
  }

  /** Of the newest block; that of the next one follows from it. */
  private static void baseFee(Anvil node, Wei fee) {
    node.rpc("anvil_setNextBlockBaseFeePerGas", "0x" + fee.value().toString(16));
    node.rpc("evm_mine");
  }

  private static Wei gwei(long amount) {
    return Wei.of(amount * 1_000_000_000);
  }

  /** What the lane offered for a unit of gas when it looked at its chain last. */
  private Wei offered(LaneId lane) {
    return Objects.requireNonNull(report(lane).purse().maxFee());
  }

  private static Wei offerNow() {
    return Fees.of(CHAINS.beta().fees(50)).max();
  }

  private Wei feeCapOf(TxId txid) {
    return jdbc.sql(
            "SELECT s.fee_cap FROM submission s JOIN intent i ON i.submission = s.id"
                + " WHERE i.txid = ?")
        .param(txid.hex())
        .query((row, n) -> new Wei(row.getBigDecimal("fee_cap").toBigIntegerExact()))
        .single();
  }
}
