// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.artifact.primitive.Deployment;
import io.settlement.chain.ChainLog;
import io.settlement.chain.contract.BtcPayload;
import io.settlement.chain.contract.MessageV1;
import io.settlement.chain.contract.Signable;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ExecutionCost;
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
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Uint256;

/** A model of deposits, positions and withdrawals: plain numbers that random operations change. */
final class Bank {
  static final ChainName ALPHA = new ChainName("Alpha");
  static final ChainName BITCOIN = new ChainName("Bitcoin");
  static final HandlerId VAULT = HandlerId.of(BITCOIN, BigInteger.ONE.shiftLeft(240));
  static final EvmAddress HANDLER = address(0xb1);
  static final EvmAddress STAKING = address(0xb2);
  static final EvmAddress WRAPPER = address(0xb3);
  private static final EvmAddress USER = address(0xb4);
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final String ADDRESS = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq";
  private static final int MOST = 100_000;

  private final Random random;
  private final List<Deposit> deposits = new ArrayList<>();
  private final List<Withdrawal> withdrawals = new ArrayList<>();
  private final Set<Kind> seen = EnumSet.noneOf(Kind.class);
  private List<MessageEvent> facts = new ArrayList<>();
  private List<ChainLog> logs = new ArrayList<>();
  private long holders;
  private long staked;
  private long wrapped;
  private long counter;

  /** What can happen. */
  enum Kind {
    TELL_DEPOSIT,
    CREDIT,
    CREDIT_UNTOLD,
    HOLD,
    REJECT,
    FAIL,
    STAKE,
    UNSTAKE,
    WRAP,
    UNWRAP,
    LOCK,
    TELL_WITHDRAWAL,
    PAY,
    REFUSE,
    BURN,
    RETURN
  }

  private enum State {
    NEW,
    HELD,
    CREDITED,
    REJECTED
  }

  private static final class Deposit {
    private final TxId txid;
    private final BtcPayload payload;
    private boolean told;
    private boolean failed;
    private State state = State.NEW;

    private Deposit(TxId txid, BtcPayload payload) {
      this.txid = txid;
      this.payload = payload;
    }

    private long amount() {
      return payload.amount().value().longValueExact();
    }
  }

  private static final class Withdrawal {
    private final TxId txid;
    private final long amount;
    private boolean told;
    private boolean paid;
    private boolean refused;
    private boolean ended;

    private Withdrawal(TxId txid, long amount) {
      this.txid = txid;
      this.amount = amount;
    }
  }

  /** What happened, in no order between facts and logs. */
  record Batch(List<MessageEvent> facts, List<ChainLog> logs, int operations) {}

  Bank(Random random) {
    this.random = random;
  }

  String artifact() {
    return "BANK";
  }

  Deployment deployment() {
    return new Deployment(
        artifact(),
        ALPHA,
        address(0xb5),
        HANDLER,
        STAKING,
        address(0xb6),
        List.of(WRAPPER),
        List.of(),
        0);
  }

  Set<Kind> kindsSeen() {
    return seen;
  }

  Batch some(int operations) {
    facts = new ArrayList<>();
    logs = new ArrayList<>();
    int done = 0;
    while (done < operations) {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      if (happens(kind)) {
        seen.add(kind);
        done++;
      }
    }
    return new Batch(facts, logs, done);
  }

  /** Whether it could happen now. */
  private boolean happens(Kind kind) {
    return switch (kind) {
      case TELL_DEPOSIT -> tellDeposit();
      case CREDIT -> credit();
      case CREDIT_UNTOLD -> creditUntold();
      case HOLD -> hold();
      case REJECT -> reject();
      case FAIL -> fail();
      case STAKE ->
          move(
              holders,
              amount -> {
                holders -= amount;
                staked += amount;
              },
              STAKING,
              "Staked(address,uint256,uint256)",
              true);
      case UNSTAKE ->
          move(
              staked,
              amount -> {
                staked -= amount;
                holders += amount;
              },
              STAKING,
              "Unstaked(address,uint256)",
              false);
      case WRAP ->
          move(
              holders,
              amount -> {
                holders -= amount;
                wrapped += amount;
              },
              WRAPPER,
              "ArtifactDeposited(address,uint256)",
              false);
      case UNWRAP ->
          move(
              wrapped,
              amount -> {
                wrapped -= amount;
                holders += amount;
              },
              WRAPPER,
              "ArtifactWithdrawn(address,uint256)",
              false);
      case LOCK -> lock();
      case TELL_WITHDRAWAL -> tellWithdrawal();
      case PAY -> pay(true);
      case REFUSE -> pay(false);
      case BURN -> end(true);
      case RETURN -> end(false);
    };
  }

  private boolean tellDeposit() {
    Deposit late = pick(deposits, one -> !one.told);
    Deposit one = late != null ? late : deposit();
    one.told = true;
    facts.add(
        sent(one.txid, VAULT, HandlerId.of(ALPHA, HANDLER), PayloadType.BTC_DEPOSIT, one.payload));
    return true;
  }

  private Deposit deposit() {
    Deposit one =
        new Deposit(
            TxId.of(number()),
            new BtcPayload(
                Hash.of(number()), BigInteger.TWO, ADDRESS, USER, TokenAmount.of(some())));
    deposits.add(one);
    return one;
  }

  private boolean credit() {
    Deposit one =
        pick(deposits, d -> d.told && !d.failed && (d.state == State.NEW || d.state == State.HELD));
    return one != null && credited(one);
  }

  /** A handler's log is read before the message is heard of; rare, or nothing would be in order. */
  private boolean creditUntold() {
    return random.nextInt(4) == 0 && pick(deposits, d -> !d.told) == null && credited(deposit());
  }

  private boolean credited(Deposit one) {
    one.state = State.CREDITED;
    holders += one.amount();
    deposited(one, "DepositCredited(bytes32,address,uint256)");
    return true;
  }

  private boolean hold() {
    Deposit one = pick(deposits, d -> d.told && !d.failed && d.state == State.NEW);
    if (one == null) {
      return false;
    }
    one.state = State.HELD;
    log(
        HANDLER,
        "DepositHeld(uint256,bytes32,address,uint256,uint8)",
        List.of(
            one.txid.toBigInteger(), one.payload.outpoint().toBigInteger(), USER.toBigInteger()),
        new Uint256(one.amount()),
        new Uint256(1));
    return true;
  }

  private boolean reject() {
    Deposit one = pick(deposits, d -> d.state == State.HELD);
    if (one == null || random.nextInt(3) != 0) {
      return false;
    }
    one.state = State.REJECTED;
    deposited(one, "DepositRejected(bytes32,address,uint256)");
    return true;
  }

  private boolean fail() {
    Deposit one = pick(deposits, d -> d.told && !d.failed && d.state == State.NEW);
    if (one == null || random.nextInt(3) != 0) {
      return false;
    }
    one.failed = true;
    facts.add(new MessageDelivered(one.txid, Outcome.FAILED, ref(ALPHA), cost(ALPHA, 5), AT));
    return true;
  }

  private interface Change {
    void by(long amount);
  }

  private boolean move(long most, Change change, EvmAddress at, String kind, boolean timed) {
    if (most == 0) {
      return false;
    }
    long amount = 1 + random.nextLong(most);
    change.by(amount);
    List<BigInteger> user = List.of(USER.toBigInteger());
    if (timed) {
      log(at, kind, user, new Uint256(amount), new Uint256(AT.getEpochSecond()));
    } else {
      log(at, kind, user, new Uint256(amount));
    }
    return true;
  }

  private boolean lock() {
    if (holders == 0) {
      return false;
    }
    Withdrawal one = new Withdrawal(TxId.of(number()), 1 + random.nextLong(holders));
    holders -= one.amount;
    withdrawals.add(one);
    log(
        HANDLER,
        "WithdrawLocked(bytes32,address,string,uint256)",
        List.of(one.txid.toBigInteger(), USER.toBigInteger()),
        new Utf8String(ADDRESS),
        new Uint256(one.amount));
    return true;
  }

  private boolean tellWithdrawal() {
    Withdrawal one = pick(withdrawals, w -> !w.told);
    if (one == null) {
      return false;
    }
    one.told = true;
    BtcPayload payload =
        new BtcPayload(
            Hash.of(BigInteger.ZERO), BigInteger.ONE, ADDRESS, USER, TokenAmount.of(one.amount));
    facts.add(
        sent(one.txid, HandlerId.of(ALPHA, HANDLER), VAULT, PayloadType.BTC_WITHDRAW, payload));
    return true;
  }

  private boolean pay(boolean success) {
    Withdrawal one = pick(withdrawals, w -> w.told && !w.paid && !w.refused && !w.ended);
    if (one == null) {
      return false;
    }
    one.paid = success;
    one.refused = !success;
    facts.add(
        new MessageDelivered(
            one.txid,
            success ? Outcome.SUCCESS : Outcome.FAILED,
            ref(BITCOIN),
            cost(BITCOIN, Math.min(3, one.amount)),
            AT));
    return true;
  }

  private boolean end(boolean burned) {
    Withdrawal one = pick(withdrawals, w -> !w.ended && (burned ? w.paid : w.refused));
    if (one == null) {
      return false;
    }
    one.ended = true;
    if (!burned) {
      holders += one.amount;
    }
    log(
        HANDLER,
        "WithdrawSettled(bytes32,uint8,uint256)",
        List.of(one.txid.toBigInteger()),
        new Uint256(burned ? 3 : 4),
        new Uint256(one.amount));
    return true;
  }

  /** What must be found. */
  Sums sums() {
    return new Sums(
        big(minted()),
        big(sum(d -> d.told && !d.failed && (d.state == State.NEW || d.state == State.HELD))),
        big(sum(d -> d.told && (d.failed || d.state == State.REJECTED))),
        big(paid(w -> !w.ended && !w.paid)),
        big(paid(w -> !w.ended && w.paid)),
        big(sum(d -> d.told)),
        big(paid(w -> w.paid)));
  }

  boolean contradicts() {
    return deposits.stream().anyMatch(d -> !d.told && d.state == State.CREDITED);
  }

  /** All accounts that are not zero, on both chains. */
  Map<String, BigInteger> balances() {
    Map<String, BigInteger> balances = new TreeMap<>();
    long fees =
        withdrawals.stream().filter(w -> w.paid).mapToLong(w -> Math.min(3, w.amount)).sum();
    balances.put("holders", big(holders));
    balances.put("staked:" + STAKING, big(staked));
    balances.put("wrapped:" + WRAPPER, big(wrapped));
    balances.put("escrow", big(paid(w -> !w.ended)));
    balances.put("backed", big(-minted()));
    balances.put("custody", big(sum(d -> d.told) - paid(w -> w.paid)));
    balances.put("owners:in", big(-sum(d -> d.told)));
    balances.put("owners:out", big(paid(w -> w.paid) - fees));
    balances.put("fees", big(fees));
    balances.values().removeIf(amount -> amount.signum() == 0);
    return balances;
  }

  private long minted() {
    return sum(d -> d.state == State.CREDITED) - paid(w -> w.ended && w.paid);
  }

  private long sum(Predicate<Deposit> which) {
    return deposits.stream().filter(which).mapToLong(Deposit::amount).sum();
  }

  private long paid(Predicate<Withdrawal> which) {
    return withdrawals.stream().filter(which).mapToLong(w -> w.amount).sum();
  }

  private <T> @Nullable T pick(List<T> all, Predicate<T> which) {
    List<T> some = all.stream().filter(which).toList();
    return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
  }

  private void deposited(Deposit one, String kind) {
    log(
        HANDLER,
        kind,
        List.of(one.payload.outpoint().toBigInteger(), USER.toBigInteger()),
        new Uint256(one.amount()));
  }

  @SuppressWarnings("rawtypes")
  private void log(EvmAddress at, String kind, List<BigInteger> indexed, Type... data) {
    List<Hash> topics = new ArrayList<>();
    topics.add(new Signable(kind.getBytes(UTF_8)).digest());
    indexed.forEach(value -> topics.add(Hash.of(value)));
    byte[] words = Hex.decode("0x" + FunctionEncoder.encodeConstructor(Arrays.asList(data)));
    counter++;
    Hash place = Hash.of(BigInteger.valueOf(counter));
    logs.add(new ChainLog(at, topics, words, 1, place, place, counter));
  }

  private static MessageFinal sent(
      TxId txid, HandlerId from, HandlerId to, PayloadType type, BtcPayload payload) {
    String message = Hex.encode(new MessageV1(BigInteger.ONE, type, payload.encode()).encode());
    return new MessageFinal(
        txid,
        new CrossChainMessage(
            txid, from, to, USER, 1, type, message, null, new Terms(1, new Gas(1), AT)),
        ref(from.chain()),
        AT);
  }

  private static LogRef ref(ChainName chain) {
    Hash hash = Hash.of(BigInteger.TEN);
    return new LogRef(chain, 1, hash, AT, hash, 0);
  }

  private static ExecutionCost cost(ChainName chain, long fee) {
    return new ExecutionCost(
        chain, Hash.of(BigInteger.TEN), USER, new Gas(1), Wei.of(fee), Wei.of(fee));
  }

  private BigInteger number() {
    return new BigInteger(250, random);
  }

  private long some() {
    return 1L + random.nextInt(MOST);
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  private static EvmAddress address(long number) {
    return EvmAddress.of(BigInteger.valueOf(number));
  }
}
