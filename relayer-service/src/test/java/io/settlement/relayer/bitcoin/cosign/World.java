// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import static io.settlement.relayer.bitcoin.cosign.PayoutScene.NODE;
import static io.settlement.relayer.bitcoin.cosign.PayoutScene.READER;
import static io.settlement.relayer.bitcoin.cosign.PayoutScene.START;
import static org.assertj.core.api.Assertions.assertThat;

import fr.acinq.bitcoin.OutPoint;
import io.settlement.chain.bitcoin.BitcoinAddresses;
import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.chain.bitcoin.UnspentOutput;
import io.settlement.chain.contract.BtcPayload;
import io.settlement.chain.contract.MessageV1;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.TransactionSent;
import io.settlement.events.PsbtEvent;
import io.settlement.events.PsbtEvent.PsbtProposed;
import io.settlement.events.SuiteEvent;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.FinalityTier;
import io.settlement.events.value.Gas;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.Terms;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.relayer.bitcoin.BitcoinWitness;
import io.settlement.relayer.bitcoin.BitcoinWitness.Testimony;
import io.settlement.relayer.bitcoin.PaymentPromise;
import io.settlement.relayer.bitcoin.TestVaults;
import io.settlement.relayer.bitcoin.VaultSettings;
import io.settlement.relayer.bitcoin.deposit.TestWitness;
import io.settlement.relayer.bitcoin.payout.PayoutSettings;
import io.settlement.relayer.bitcoin.payout.PayoutVault;
import io.settlement.relayer.bitcoin.payout.TestDesk;
import io.settlement.relayer.bitcoin.wallet.Coin;
import io.settlement.relayer.bitcoin.wallet.Spend;
import io.settlement.relayer.bitcoin.wallet.TestVault;
import io.settlement.relayer.bitcoin.wallet.VaultPsbt;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One vault, its coordinator and its three cosigners; the facts are carried between them. */
final class World {
  static final long FUNDS = 2_000_000;
  static final long SMALL = 50_000;
  static final Duration LIFETIME = Duration.ofDays(2);
  static final int REST = 10;

  private static final ExecutionCost NO_COST =
      new ExecutionCost(
          new ChainName("Bitcoin"),
          new Hash("0x" + "00".repeat(32)),
          new EvmAddress("0x" + "00".repeat(20)),
          new Gas(0),
          Wei.ZERO,
          Wei.ZERO,
          Wei.ZERO,
          true);
  private static final List<Store> STORES = List.of(Store.fresh(), Store.fresh(), Store.fresh());
  private static int vaults;

  final TestVault keys;
  final PayoutVault vault;
  final Set<TestCosigner> late = new HashSet<>();
  final Map<TxId, CrossChainMessage> escrowed = new HashMap<>();
  final Set<TxId> unknown = new HashSet<>();
  final List<SuiteEvent> facts = new ArrayList<>();
  final List<Coin> coins = new ArrayList<>();
  final List<MessageFinal> escrows = new ArrayList<>();
  final List<TestCosigner> signers;
  final long most;
  long cancelFee = 100_000;
  private Instant now = START;
  final Clock clock =
      new Clock() {
        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };
  TestDesk desk;
  private int read;
  private int messages;

  World(long most) {
    this(most, TestVault.of(2, 3, 10 + 3 * vaults++));
  }

  /** Its coins have rested. */
  static World locked() {
    World world = new World(200, TestVault.timeLocked(REST, 2, 3, 10 + 3 * vaults++));
    NODE.mine(REST);
    return world;
  }

  private World(long most, TestVault keys) {
    this.most = most;
    this.keys = keys;
    this.vault = new PayoutVault(keys.descriptor(), READER, 1_000);
    this.signers =
        IntStream.range(0, 3).mapToObj(at -> new TestCosigner(this, STORES.get(at), at)).toList();
    for (int index = 0; index < 2; index++) {
      coins.add(fund(index));
    }
    NODE.mine(1);
    restart();
  }

  private Coin fund(int index) {
    String address = address(index);
    Hash paid = NODE.pay(address, FUNDS / 2);
    String script = BitcoinAddresses.scriptOf(BitcoinNetwork.REGTEST, address).orElseThrow();
    long vout =
        READER.waiting(paid).orElseThrow().outputs().stream()
            .filter(one -> one.script().equals(script))
            .findFirst()
            .orElseThrow()
            .outpoint()
            .vout();
    return new Coin(
        new OutPoint(new fr.acinq.bitcoin.TxId(paid.hex().substring(2)), vout),
        FUNDS / 2,
        0,
        index);
  }

  String address(long index) {
    return keys.descriptor().script(0, index).address(BitcoinNetwork.REGTEST);
  }

  long holdings() {
    return unspent().stream().mapToLong(one -> one.output().sats()).sum();
  }

  private List<UnspentOutput> unspent() {
    return READER
        .unspentUnder(List.of(keys.descriptor().forNode(0), keys.descriptor().forNode(1)), 1_000)
        .outputs();
  }

  /** Everything in memory is gone. */
  void restart() {
    Store store = STORES.getFirst();
    desk = new TestDesk(vault, settings(), store.jdbc(), store.transactions(), this::tell, clock);
  }

  private PayoutSettings settings() {
    return new PayoutSettings(
        Duration.ofSeconds(1),
        Duration.ZERO,
        50,
        50,
        6,
        most,
        1,
        5,
        Duration.ofMinutes(45),
        Duration.ofHours(3),
        20_000,
        cancelFee,
        Duration.ofHours(1),
        2,
        List.of(new FinalityTier(TokenAmount.of(SMALL), 1)));
  }

  BitcoinWitness witness(Store store, Optional<PaymentPromise> promise) {
    VaultSettings settings =
        new VaultSettings(
            keys.descriptor().text(),
            HandlerId.of(new ChainName("Alpha"), new EvmAddress("0x" + "22".repeat(20))),
            0,
            1,
            2,
            List.of());
    return TestWitness.of(READER, TestVaults.of(vault.chain(), settings), store.jdbc(), promise);
  }

  /** What each cosigner's validator says of this outcome. */
  List<Testimony> witnesses(MessageDelivered told) {
    CrossChainMessage message = Objects.requireNonNull(escrowed.get(told.txid()));
    return signers.stream()
        .map(one -> one.witness.outcome(message, told.outcome(), told.ref()))
        .toList();
  }

  /** What a validator without a key says of it. */
  Testimony outsider(MessageDelivered told) {
    return witness(STORES.getFirst(), Optional.empty())
        .outcome(Objects.requireNonNull(escrowed.get(told.txid())), told.outcome(), told.ref());
  }

  /** What somebody claims of it, without any transaction. */
  MessageDelivered claim(TxId txid, Outcome outcome) {
    Hash nothing = new Hash("0x" + "00".repeat(32));
    LogRef ref = new LogRef(vault.chain(), NODE.height(), nothing, START, nothing, 0);
    return new MessageDelivered(txid, outcome, ref, NO_COST, START);
  }

  /** The same where something else ended so. */
  MessageDelivered claim(TxId txid, Outcome outcome, MessageDelivered other) {
    return new MessageDelivered(txid, outcome, other.ref(), NO_COST, START);
  }

  MessageDelivered outcome(TxId txid) {
    List<MessageDelivered> told =
        all(MessageDelivered.class).stream().filter(one -> one.txid().equals(txid)).toList();
    assertThat(told).hasSize(1);
    return told.getFirst();
  }

  /** It is signed and in the mempool. */
  Hash waiting(PsbtProposed fact) {
    Hash hash = hashOf(fact);
    assertThat(READER.mempoolEntry(hash)).isPresent();
    return hash;
  }

  private static Hash hashOf(PsbtProposed fact) {
    try {
      return new Hash("0x" + VaultPsbt.transactionOf(fact.psbt()).txid);
    } catch (VaultPsbt.Invalid e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a proposal spends. */
  Coin coin(PsbtProposed fact, int input) {
    try {
      VaultPsbt.Place place = VaultPsbt.placesOf(fact.psbt()).get(input);
      return new Coin(
          VaultPsbt.transactionOf(fact.psbt()).txIn.get(input).outPoint,
          FUNDS / 2,
          place.branch(),
          place.index());
    } catch (VaultPsbt.Invalid e) {
      throw new IllegalStateException(e);
    }
  }

  Coin otherCoin(Coin coin) {
    return coins.stream()
        .filter(one -> !one.outpoint().equals(coin.outpoint()))
        .findFirst()
        .orElseThrow();
  }

  PsbtProposed cancellation(PsbtProposed like, String batch, Coin coin, long fee, TxId txid) {
    try {
      Spend spend = Spend.toItself(keys.descriptor(), coin, fee, like.changeIndex());
      return new PsbtProposed(
          batch,
          0,
          like.vault(),
          VaultPsbt.of(keys.descriptor(), spend).base64(),
          like.satsPerKvb(),
          fee,
          List.of(),
          like.changeIndex(),
          START,
          List.of(txid));
    } catch (Spend.Impossible e) {
      throw new IllegalStateException(e);
    }
  }

  void tell(List<? extends SuiteEvent> told) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            facts.addAll(told);
          }
        });
  }

  TxId withdraw(long sats, String address) {
    return withdraw(sats, address, LIFETIME);
  }

  TxId withdraw(long sats, String address, Duration lifetime) {
    int number = ++messages;
    TxId txid = TxId.of(vault.id().toBigInteger().xor(BigInteger.valueOf(number)));
    BtcPayload payload =
        new BtcPayload(
            new Hash("0x" + "00".repeat(32)),
            BigInteger.valueOf(number),
            address,
            new EvmAddress("0x" + "11".repeat(20)),
            TokenAmount.of(sats));
    CrossChainMessage message =
        new CrossChainMessage(
            txid,
            HandlerId.of(new ChainName("Alpha"), new EvmAddress("0x" + "22".repeat(20))),
            vault.id(),
            new EvmAddress("0x" + "11".repeat(20)),
            number,
            PayloadType.BTC_WITHDRAW,
            Hex.encode(
                new MessageV1(BigInteger.ONE, PayloadType.BTC_WITHDRAW, payload.encode()).encode()),
            null,
            new Terms(number, new Gas(200_000), now.plus(lifetime)));
    escrowed.put(txid, message);
    noted(message);
    desk.queue(message);
    return txid;
  }

  private void noted(CrossChainMessage message) {
    Hash any = new Hash("0x" + "33".repeat(32));
    MessageFinal fact =
        new MessageFinal(
            message.txid(), message, new LogRef(message.from().chain(), 1, any, now, any, 0), now);
    escrows.add(fact);
    see();
  }

  /** Who is not late sees what is final at its source. */
  private void see() {
    signers.stream()
        .filter(one -> !late.contains(one))
        .forEach(one -> one.checked.add(escrows, now));
  }

  /** Facts to the cosigners, their answers to the desk. */
  void carry() {
    for (TestCosigner one : signers) {
      List<PsbtEvent> unread = psbts(one.read);
      one.read = facts.size();
      one.store.transactions().executeWithoutResult(s -> one.cosigner.onFacts(unread));
      one.cosigner.run();
    }
    List<PsbtEvent> unread = psbts(read);
    read = facts.size();
    desk.onFacts(unread);
  }

  private List<PsbtEvent> psbts(int from) {
    return facts.subList(from, facts.size()).stream()
        .filter(PsbtEvent.class::isInstance)
        .map(PsbtEvent.class::cast)
        .toList();
  }

  void turn() {
    see();
    desk.run();
    carry();
    desk.run();
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  <E extends SuiteEvent> List<E> all(Class<E> type) {
    return facts.stream().filter(type::isInstance).map(type::cast).toList();
  }

  Hash lastSent() {
    return all(TransactionSent.class).getLast().txHash();
  }
}
