// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.contract.BtcPayload;
import io.settlement.chain.contract.MessageV1;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.Golden;
import io.settlement.events.MessageEvent.AttestationWanted;
import io.settlement.events.MessageEvent.MessageAdmitted;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageExpired;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.Terms;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.test.TestTokens;
import io.settlement.relayer.lane.PayoutQueue;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Messages to Bitcoin are paid, not delivered; those from there end where they are delivered. */
class BitcoinRoadTest extends QuietCourier {
  private static final ChainName BITCOIN = new ChainName("Bitcoin");
  private static final HandlerId VAULT = new HandlerId(BITCOIN, "0x" + "7b".repeat(32));
  private static final EvmAddress COIN = new EvmAddress("0x" + "00".repeat(20));
  private static final HandlerId HANDLER =
      new HandlerId(new ChainName("Beta"), "0x" + "b7".repeat(20));
  private static final AtomicInteger NUMBER = new AtomicInteger(7_000_000);

  private final AtomicInteger rung = new AtomicInteger();

  @Autowired private PayoutQueue payouts;

  @BeforeEach
  void pairTheVaultWithItsHandler() {
    knowTheRegistry();
    kafka.send(ChainState.bitcoin(BITCOIN, "regtest", Status.ACTIVE, Instant.EPOCH));
    kafka.send(handler(VAULT, COIN, SettlementMode.LOCK_MINT));
    kafka.send(handler(HANDLER, HANDLER.evmAddress(), SettlementMode.BURN_UNLOCK));
    RouteId home = new RouteId(HANDLER, VAULT);
    kafka.send(new RouteState(new RouteId(VAULT, HANDLER), Status.ACTIVE, Instant.EPOCH));
    kafka.send(new RouteState(home, Status.ACTIVE, Instant.EPOCH));
    await().until(() -> registry.route(home).isPresent());
    payouts.serve(BITCOIN, rung::incrementAndGet);
  }

  @Test
  void aWithdrawalIsHandedOverOnceItsGasIsCoveredAndNobodyIsAskedForSignatures() {
    CrossChainMessage withdrawal = withdrawal(Instant.now().plus(Duration.ofDays(3)));
    TxId txid = withdrawal.txid();
    handle(isFinal(withdrawal));
    assertThat(standing(txid)).isEqualTo("FINAL GAS_UNDECIDED");
    transactions.executeWithoutResult(status -> courier.chase(List.of(txid)));
    assertThat(taken()).doesNotContain(withdrawal);

    handle(covered(txid));

    assertThat(standing(txid)).isEqualTo("ADMITTED");
    assertThat(rung).hasPositiveValue();
    assertThat(taken()).contains(withdrawal);
    assertThat(taken()).as("taken once").doesNotContain(withdrawal);
    assertThat(said(MessageAdmitted.class, txid)).hasSize(1);
    assertThat(said(AttestationWanted.class, txid)).isEmpty();
  }

  @Test
  void theOutcomeOnBitcoinIsCalledBackWithTheValidatorsSignatures() {
    CrossChainMessage withdrawal = withdrawal(Instant.now().plus(Duration.ofDays(3)));
    TxId txid = withdrawal.txid();
    handle(List.of(isFinal(withdrawal), covered(txid)));

    handle(delivered(withdrawal, placeOn(BITCOIN)));
    assertThat(standing(txid)).isEqualTo("DELIVERED SIGNATURES_MISSING");
    for (var key : List.of(TestKeys.VALIDATOR_1, TestKeys.VALIDATOR_2)) {
      handle(Signed.callback(withdrawal, Outcome.SUCCESS, CHAINS.beta().settings(), key));
    }

    assertThat(intents(txid))
        .containsOnly(Map.entry("DELIVER", "DONE"), Map.entry("CALL_BACK", "READY"));
  }

  @Test
  void aWithdrawalThatCameToNothingBeforeItsDeadlineIsHandedOverToBeEnded() {
    CrossChainMessage withdrawal = withdrawal(Instant.now().minusSeconds(5));
    TxId txid = withdrawal.txid();
    handle(isFinal(withdrawal));

    transactions.executeWithoutResult(status -> courier.expire(List.of(txid), Instant.now()));

    assertThat(standing(txid)).isEqualTo("EXPIRED EXPIRED");
    assertThat(intents(txid)).containsOnlyKeys("DELIVER");
    assertThat(taken()).contains(withdrawal);
    assertThat(said(MessageExpired.class, txid)).hasSize(1);
  }

  @Test
  void aDepositIsSettledWhereItIsDeliveredAndCostsNothingOnBitcoin() {
    CrossChainMessage deposit =
        message(VAULT, HANDLER, PayloadType.BTC_DEPOSIT, Instant.now().plus(Duration.ofDays(30)));
    TxId txid = deposit.txid();
    handle(List.of(isFinal(deposit), covered(txid)));
    assertThat(standing(txid)).isEqualTo("FINAL SIGNATURES_MISSING");
    for (var key : List.of(TestKeys.VALIDATOR_1, TestKeys.VALIDATOR_2)) {
      handle(Signed.receive(deposit, CHAINS.beta().settings(), key));
    }
    assertThat(standing(txid)).isEqualTo("ADMITTED");

    handle(delivered(deposit, placeOn(HANDLER.chain())));
    handle(delivered(deposit, placeOn(HANDLER.chain())));

    assertThat(standing(txid)).isEqualTo("SETTLED");
    assertThat(intents(txid)).containsOnly(Map.entry("DELIVER", "DONE"));
    List<MessageSettled> settled = said(MessageSettled.class, txid);
    assertThat(settled).hasSize(1);
    assertThat(settled.getFirst().outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(settled.getFirst().ref()).isEqualTo(placeOn(BITCOIN));
    assertThat(settled.getFirst().cost().chain()).isEqualTo(BITCOIN);
    assertThat(settled.getFirst().cost().fee()).isEqualTo(Wei.ZERO);
    assertThat(settled.getFirst().cost().stranger()).isTrue();
  }

  @Test
  void limitsCountBtcOnItsWayOutAndOnItsWayIn() {
    limit("WINDOW", "Beta", HANDLER.evmAddress(), 100_000);
    limit("THRESHOLD", "Bitcoin", COIN, 250_000);
    CrossChainMessage first = withdrawing(60_000);
    CrossChainMessage second = withdrawing(50_000);
    CrossChainMessage small = depositing(249_999);
    CrossChainMessage large = depositing(250_000);

    for (CrossChainMessage one : List.of(first, second, small, large)) {
      handle(List.of(isFinal(one), covered(one.txid())));
      for (var key : List.of(TestKeys.VALIDATOR_1, TestKeys.VALIDATOR_2)) {
        handle(Signed.receive(one, CHAINS.beta().settings(), key));
      }
    }

    assertThat(standing(first.txid())).isEqualTo("ADMITTED");
    assertThat(standing(second.txid())).isEqualTo("HELD LIMIT");
    assertThat(standing(small.txid())).isEqualTo("ADMITTED");
    assertThat(standing(large.txid())).isEqualTo("HELD LIMIT");
    dropLimits();
    awaitStanding(second.txid(), "ADMITTED");
    awaitStanding(large.txid(), "ADMITTED");
  }

  private void limit(String kind, String chain, EvmAddress token, long amount) {
    Map<String, Object> body =
        Map.of(
            "kind",
            kind,
            "chain",
            chain,
            "token",
            token.hex(),
            "amount",
            Long.toString(amount),
            "duration",
            "PT1H",
            "because",
            "a test");
    assertThat(
            request("PUT", "/v1/limits", TestTokens.operator(), body)
                .getStatusCode()
                .is2xxSuccessful())
        .isTrue();
  }

  private static CrossChainMessage withdrawing(long amount) {
    return moving(withdrawal(Instant.now().plus(Duration.ofDays(3))), amount);
  }

  private static CrossChainMessage depositing(long amount) {
    Instant deadline = Instant.now().plus(Duration.ofDays(30));
    return moving(message(VAULT, HANDLER, PayloadType.BTC_DEPOSIT, deadline), amount);
  }

  private static CrossChainMessage moving(CrossChainMessage like, long amount) {
    BtcPayload payload =
        new BtcPayload(
            Hash.of(BigInteger.valueOf(amount)),
            BigInteger.ONE,
            "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
            like.sender(),
            TokenAmount.of(amount));
    byte[] whole = new MessageV1(BigInteger.ONE, like.payloadType(), payload.encode()).encode();
    return new CrossChainMessage(
        like.txid(),
        like.from(),
        like.to(),
        like.sender(),
        like.nonce(),
        like.payloadType(),
        Hex.encode(whole),
        null,
        like.terms());
  }

  private List<CrossChainMessage> taken() {
    return transactions.execute(status -> payouts.take(BITCOIN, 100));
  }

  private Map<String, String> intents(TxId txid) {
    return jdbc
        .sql("SELECT purpose, state FROM intent WHERE txid = ?")
        .param(txid.hex())
        .query((row, n) -> Map.entry(row.getString("purpose"), row.getString("state")))
        .list()
        .stream()
        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static HandlerState handler(HandlerId id, EvmAddress token, SettlementMode mode) {
    return new HandlerState(id, token, 8, mode, "BTC-VAULT", Status.ACTIVE, Instant.EPOCH);
  }

  private static MessageFinal isFinal(CrossChainMessage message) {
    return new MessageFinal(
        message.txid(), message, placeOn(message.from().chain()), Instant.EPOCH);
  }

  private static MessageDelivered delivered(CrossChainMessage message, LogRef ref) {
    return new MessageDelivered(
        message.txid(),
        Outcome.SUCCESS,
        ref,
        Golden.read(MessageDelivered.class).cost(),
        Instant.EPOCH);
  }

  private static LogRef placeOn(ChainName chain) {
    LogRef golden = Golden.read(MessageFinal.class).ref();
    return new LogRef(
        chain,
        golden.blockNumber(),
        golden.blockHash(),
        golden.blockTime(),
        golden.txHash(),
        golden.logIndex());
  }

  private static CrossChainMessage withdrawal(Instant deadline) {
    return message(HANDLER, VAULT, PayloadType.BTC_WITHDRAW, deadline);
  }

  private static CrossChainMessage message(
      HandlerId from, HandlerId to, PayloadType type, Instant deadline) {
    CrossChainMessage golden = Golden.read(MessageFinal.class).message();
    return withTxid(
        new CrossChainMessage(
            golden.txid(),
            from,
            to,
            golden.sender(),
            golden.nonce(),
            type,
            golden.payload(),
            null,
            new Terms(1, golden.terms().handlerGas(), deadline.truncatedTo(ChronoUnit.SECONDS))),
        NUMBER.incrementAndGet());
  }
}
