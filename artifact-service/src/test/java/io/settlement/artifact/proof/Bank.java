// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.artifact.primitive.Deployment;
import io.settlement.artifact.proof.VaultOutputs.Held;
import io.settlement.artifact.proof.VaultOutputs.Holding;
import io.settlement.chain.ChainLog;
import io.settlement.chain.contract.BtcPayload;
import io.settlement.chain.contract.MessageV1;
import io.settlement.chain.contract.Signable;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.FactWithdrawn;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageObserved;
import io.settlement.events.MessageEvent.MessageOrphaned;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.PsbtEvent;
import io.settlement.events.PsbtEvent.PayoutConfirmed;
import io.settlement.events.PsbtEvent.PsbtProposed;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.Status;
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
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.Terms;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TokenTransfer;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

/**
 * A model of deposits, positions, transfers and withdrawals of one artifact: plain numbers that
 * random operations change.
 */
final class Bank {
  static final ChainName ALPHA = new ChainName("Alpha");
  static final ChainName BETA = new ChainName("Beta");
  static final ChainName BITCOIN = new ChainName("Bitcoin");
  private static final EvmAddress USER = address(0xb4);
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final String ADDRESS = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq";
  private static final int MOST = 100_000;
  private static final int FEE = 3;
  private static final int BLOCKS = 5;

  final HandlerId vault;
  final EvmAddress handler;
  final EvmAddress staking;
  final EvmAddress wrapper;
  private final String artifact;
  private final Random random;
  private final long base;
  private final List<Payment> payments = new ArrayList<>();
  private final List<Transfer> transfers = new ArrayList<>();
  private final List<Deposit> lost = new ArrayList<>();
  private final List<MessageEvent> history = new ArrayList<>();
  private final List<Deposit> deposits = new ArrayList<>();
  private final List<Withdrawal> withdrawals = new ArrayList<>();
  private final Set<Kind> seen = EnumSet.noneOf(Kind.class);
  private List<MessageEvent> facts = new ArrayList<>();
  private List<ChainLog> logs = new ArrayList<>();
  private List<PsbtEvent> paid = new ArrayList<>();
  private @Nullable Bank other;
  private long holders;
  private long elsewhere;
  private long held;
  private long operator;
  private long height = 100;
  private long surplus;
  private long surplusSince;
  private long staked;
  private long wrapped;
  private long counter;

  /** What can happen. */
  enum Kind {
    TELL_DEPOSIT,
    TELL_AGAIN,
    ORPHAN,
    REPAIR,
    LOSE,
    COME_BACK,
    GIFT,
    SEND,
    ARRIVE,
    SETTLE,
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
    MINE,
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
    private TxId txid;
    private final BtcPayload payload;
    private int block = 10;
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

    /** Where it is final. */
    private LogRef ref() {
      Hash hash = Hash.of(big(block));
      return new LogRef(BITCOIN, 1, hash, AT, payload.btcTxid(), 2);
    }
  }

  private static final class Withdrawal {
    private final TxId txid;
    private final long amount;
    private boolean told;
    private boolean mined;
    private boolean paid;
    private boolean refused;
    private boolean ended;

    private Withdrawal(TxId txid, long amount) {
      this.txid = txid;
      this.amount = amount;
    }
  }

  /** Withdrawals that one transaction pays. */
  private record Payment(
      String batch, Hash txHash, List<Withdrawal> members, long vaultFee, boolean isTold) {}

  /** Tokens on their way between Alpha and Beta. */
  private static final class Transfer {
    private final TxId txid;
    private final boolean out;
    private final long amount;
    private @Nullable Outcome outcome;
    private boolean settled;

    private Transfer(TxId txid, boolean out, long amount) {
      this.txid = txid;
      this.out = out;
      this.amount = amount;
    }
  }

  /** What happened, in no order between the three. */
  record Batch(
      List<MessageEvent> facts, List<PsbtEvent> payments, List<ChainLog> logs, int operations) {}

  /**
   * @param number which of the banks it is
   */
  Bank(Random random, int number) {
    this.random = random;
    this.artifact = "BANK" + number;
    this.base = 0xb000L + 16L * number;
    this.vault = HandlerId.of(BITCOIN, BigInteger.ONE.shiftLeft(240 + number));
    this.handler = address(base + 1);
    this.staking = address(base + 2);
    this.wrapper = address(base + 3);
  }

  /** What is redeemed here may be paid to that one's vault. */
  void convertsInto(Bank one) {
    other = one;
  }

  String artifact() {
    return artifact;
  }

  Deployment deployment() {
    return new Deployment(
        artifact,
        ALPHA,
        address(base + 5),
        handler,
        staking,
        address(base + 6),
        List.of(wrapper),
        List.of(),
        0);
  }

  /** The handlers that carry the artifact between Alpha and Beta. */
  List<HandlerState> carriers() {
    return List.of(carrier(ALPHA), carrier(BETA));
  }

  private HandlerState carrier(ChainName chain) {
    return new HandlerState(
        carrierId(chain),
        address(base + 5),
        8,
        SettlementMode.MINT_BURN,
        artifact,
        Status.ACTIVE,
        AT);
  }

  private HandlerId carrierId(ChainName chain) {
    return HandlerId.of(chain, address(base + 7));
  }

  Set<Kind> kindsSeen() {
    return seen;
  }

  Batch some(int operations) {
    facts = new ArrayList<>();
    logs = new ArrayList<>();
    paid = new ArrayList<>();
    int done = 0;
    while (done < operations) {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      if (happens(kind)) {
        seen.add(kind);
        done++;
      }
    }
    history.addAll(facts);
    Collections.shuffle(facts, random);
    return new Batch(facts, paid, logs, done);
  }

  /** Whether it could happen now. */
  private boolean happens(Kind kind) {
    return switch (kind) {
      case TELL_DEPOSIT -> tellDeposit();
      case TELL_AGAIN -> tellAgain();
      case ORPHAN -> orphan();
      case REPAIR -> repair();
      case LOSE -> lose();
      case COME_BACK -> comeBack();
      case GIFT -> gift();
      case SEND -> send();
      case ARRIVE -> arrive();
      case SETTLE -> settle();
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
              staking,
              "Staked(address,uint256,uint256)",
              true);
      case UNSTAKE ->
          move(
              staked,
              amount -> {
                staked -= amount;
                holders += amount;
              },
              staking,
              "Unstaked(address,uint256)",
              false);
      case WRAP ->
          move(
              holders,
              amount -> {
                holders -= amount;
                wrapped += amount;
              },
              wrapper,
              "ArtifactDeposited(address,uint256)",
              false);
      case UNWRAP ->
          move(
              wrapped,
              amount -> {
                wrapped -= amount;
                holders += amount;
              },
              wrapper,
              "ArtifactWithdrawn(address,uint256)",
              false);
      case LOCK -> lock();
      case TELL_WITHDRAWAL -> tellWithdrawal();
      case MINE -> mine();
      case PAY -> pay();
      case REFUSE -> refuse();
      case BURN -> end(true);
      case RETURN -> end(false);
    };
  }

  private boolean tellDeposit() {
    Deposit late = pick(deposits, one -> !one.told);
    Deposit one = late != null ? late : deposit();
    one.told = true;
    held += one.amount();
    facts.add(deposited(one));
    return true;
  }

  private MessageFinal deposited(Deposit one) {
    MessageFinal fact =
        sent(one.txid, vault, HandlerId.of(ALPHA, handler), PayloadType.BTC_DEPOSIT, one.payload);
    return new MessageFinal(fact.txid(), fact.message(), one.ref(), fact.at());
  }

  /** As after a replay. */
  private boolean tellAgain() {
    if (history.isEmpty()) {
      return false;
    }
    facts.add(history.get(random.nextInt(history.size())));
    return true;
  }

  /** Its block was replaced before it was final: it was never more than seen. */
  private boolean orphan() {
    MessageFinal never = deposited(new Deposit(TxId.of(number()), payload()));
    facts.add(new MessageObserved(never.txid(), never.message(), never.ref(), AT));
    facts.add(new MessageOrphaned(never.txid(), never.ref(), AT));
    return true;
  }

  /** A message about the same output, after one that failed. */
  private boolean repair() {
    Deposit one = pick(deposits, d -> d.failed && d.state == State.NEW);
    if (one == null) {
      return false;
    }
    one.failed = false;
    one.txid = TxId.of(number());
    facts.add(deposited(one));
    return true;
  }

  /** Its block was replaced although it was final: neither the vault nor the books have it. */
  private boolean lose() {
    Deposit one = pick(deposits, d -> d.told && !lost.contains(d));
    if (one == null || !lost.isEmpty() || random.nextInt(20) != 0) {
      return false;
    }
    lost.add(one);
    held -= one.amount();
    facts.add(new FactWithdrawn(one.txid, "MessageFinal", one.ref(), AT));
    return true;
  }

  /** In another block, where another message may tell of it. */
  private boolean comeBack() {
    if (lost.isEmpty()) {
      return false;
    }
    Deposit one = lost.removeFirst();
    one.block++;
    if (random.nextBoolean()) {
      one.txid = TxId.of(number());
      one.failed = false;
    }
    held += one.amount();
    facts.add(deposited(one));
    return true;
  }

  /** Somebody pays to the vault's change. */
  private boolean gift() {
    if (random.nextInt(20) != 0) {
      return false;
    }
    held += some();
    return true;
  }

  private boolean send() {
    boolean out = random.nextBoolean();
    long most = out ? holders : elsewhere;
    if (most == 0) {
      return false;
    }
    Transfer one = new Transfer(TxId.of(number()), out, 1 + random.nextLong(most));
    transfers.add(one);
    holders -= out ? one.amount : 0;
    elsewhere -= out ? 0 : one.amount;
    facts.add(carried(one));
    return true;
  }

  private MessageFinal carried(Transfer one) {
    HandlerId from = carrierId(one.out ? ALPHA : BETA);
    HandlerId to = carrierId(one.out ? BETA : ALPHA);
    EvmAddress token = address(base + 5);
    return new MessageFinal(
        one.txid,
        new CrossChainMessage(
            one.txid,
            from,
            to,
            USER,
            1,
            PayloadType.ERC20,
            "0x01",
            new TokenTransfer(token, token, USER, TokenAmount.of(one.amount)),
            new Terms(1, new Gas(1), AT)),
        ref(from.chain()),
        AT);
  }

  private boolean arrive() {
    Transfer one = pick(transfers, t -> t.outcome == null);
    if (one == null) {
      return false;
    }
    Outcome outcome = random.nextInt(4) == 0 ? Outcome.FAILED : Outcome.SUCCESS;
    one.outcome = outcome;
    if (outcome == Outcome.SUCCESS) {
      holders += one.out ? 0 : one.amount;
      elsewhere += one.out ? one.amount : 0;
    }
    ChainName at = one.out ? BETA : ALPHA;
    facts.add(new MessageDelivered(one.txid, outcome, ref(at), cost(at, 5), AT));
    return true;
  }

  private boolean settle() {
    Transfer one = pick(transfers, t -> t.outcome != null && !t.settled);
    if (one == null || one.outcome == null) {
      return false;
    }
    one.settled = true;
    if (one.outcome == Outcome.FAILED) {
      holders += one.out ? one.amount : 0;
      elsewhere += one.out ? 0 : one.amount;
    }
    ChainName at = one.out ? ALPHA : BETA;
    facts.add(new MessageSettled(one.txid, one.outcome, ref(at), cost(at, 5), AT));
    return true;
  }

  private Deposit deposit() {
    return deposit(payload());
  }

  private Deposit deposit(BtcPayload payload) {
    Deposit one = new Deposit(TxId.of(number()), payload);
    deposits.add(one);
    return one;
  }

  private BtcPayload payload() {
    return new BtcPayload(Hash.of(number()), BigInteger.TWO, ADDRESS, USER, TokenAmount.of(some()));
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
        handler,
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
        handler,
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
        sent(one.txid, HandlerId.of(ALPHA, handler), vault, PayloadType.BTC_WITHDRAW, payload));
    return true;
  }

  /** Several are paid by one transaction, which is mined and not told yet. */
  private boolean mine() {
    List<Withdrawal> members =
        withdrawals.stream()
            .filter(w -> w.told && !w.mined && !w.refused && !w.ended)
            .limit(1L + random.nextInt(5))
            .toList();
    if (members.isEmpty()) {
      return false;
    }
    members.forEach(one -> one.mined = true);
    long vaultFee = random.nextInt(4) == 0 ? 1 + random.nextInt(50) : 0;
    String batch = vault + "/" + (payments.size() + 1);
    payments.add(new Payment(batch, Hash.of(number()), members, vaultFee, false));
    held -= vaultFee + members.stream().mapToLong(one -> one.amount).sum();
    if (vaultFee > 0) {
      paid.add(new PsbtProposed(batch, 1, vault, "", 9, vaultFee, List.of(), 1, AT));
    }
    return true;
  }

  /** Some of what is paid is paid to the other bank's vault. */
  private boolean pay() {
    Payment one = pick(payments, payment -> !payment.isTold());
    if (one == null) {
      return false;
    }
    payments.set(
        payments.indexOf(one),
        new Payment(one.batch(), one.txHash(), one.members(), one.vaultFee(), true));
    operator += one.vaultFee();
    List<PayoutConfirmed.Paid> members = new ArrayList<>();
    for (Withdrawal member : one.members()) {
      long arrives = member.amount - Math.min(FEE, member.amount);
      member.paid = true;
      if (other != null && arrives > 0 && random.nextInt(4) == 0) {
        other.deposit(
            new BtcPayload(
                one.txHash(),
                BigInteger.valueOf(members.size()),
                ADDRESS,
                USER,
                TokenAmount.of(arrives)));
      }
      members.add(new PayoutConfirmed.Paid(member.txid, members.size(), member.amount, arrives));
      facts.add(
          new MessageDelivered(member.txid, Outcome.SUCCESS, ref(BITCOIN), cost(BITCOIN, 0), AT));
    }
    paid.add(
        new PayoutConfirmed(
            one.batch(),
            vault,
            one.txHash(),
            one.members().stream().mapToLong(w -> Math.min(FEE, w.amount)).sum(),
            one.vaultFee(),
            members,
            1,
            Hash.of(BigInteger.TEN),
            AT));
    return true;
  }

  private boolean refuse() {
    Withdrawal one = pick(withdrawals, w -> w.told && !w.mined && !w.refused && !w.ended);
    if (one == null) {
      return false;
    }
    one.refused = true;
    facts.add(new MessageDelivered(one.txid, Outcome.FAILED, ref(BITCOIN), cost(BITCOIN, 0), AT));
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
        handler,
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
        big(sum(d -> isIn(d) && !d.failed && (d.state == State.NEW || d.state == State.HELD))),
        big(sum(d -> isIn(d) && (d.failed || d.state == State.REJECTED))),
        big(paid(w -> !w.ended && !w.paid)),
        big(paid(w -> !w.ended && w.paid)),
        big(sum(this::isIn)),
        big(paid(w -> w.paid)),
        big(operator));
  }

  private boolean isIn(Deposit one) {
    return one.told && !lost.contains(one);
  }

  /** What the vault holds, some blocks later. */
  Holding holding() {
    height += 1 + random.nextInt(3);
    Held all = new Held(Hash.of(BigInteger.TEN), 0, big(held), true);
    return new Holding(height, Hash.of(big(height)), List.of(all));
  }

  /** Whether more is gone from the vault than can be on its way. */
  boolean vaultLacks() {
    long expected =
        payments.stream().filter(payment -> !payment.isTold()).mapToLong(Payment::vaultFee).sum();
    return custody() - held > paid(w -> !w.ended && !w.paid) + expected;
  }

  /** The books have seen what it held: what is more is the operator's when it stood long enough. */
  void seen() {
    long more = held - custody();
    if (more <= 0) {
      surplus = 0;
      return;
    }
    if (surplus == 0) {
      surplus = more;
      surplusSince = height;
    }
    surplus = Math.min(surplus, more);
    if (height - surplusSince >= BLOCKS) {
      operator -= surplus;
      surplus = 0;
    }
  }

  private long custody() {
    return sum(this::isIn) - paid(w -> w.paid) - operator;
  }

  boolean contradicts() {
    return deposits.stream().anyMatch(d -> !isIn(d) && d.state == State.CREDITED);
  }

  /** All accounts that are not zero, on all chains. */
  Map<String, BigInteger> balances() {
    Map<String, BigInteger> balances = new TreeMap<>();
    long fees =
        withdrawals.stream().filter(w -> w.paid).mapToLong(w -> Math.min(FEE, w.amount)).sum();
    balances.put("Alpha holders", big(holders));
    balances.put("Alpha staked:" + staking, big(staked));
    balances.put("Alpha wrapped:" + wrapper, big(wrapped));
    balances.put("Alpha escrow", big(paid(w -> !w.ended) + carried(t -> t.out && !t.settled)));
    balances.put("Alpha backed", big(-minted()));
    balances.put("Alpha issuance", big(issued(true)));
    balances.put("Beta holders", big(elsewhere));
    balances.put("Beta escrow", big(carried(t -> !t.out && !t.settled)));
    balances.put("Beta issuance", big(issued(false)));
    balances.put("Bitcoin custody", big(custody()));
    balances.put("Bitcoin owners:in", big(-sum(this::isIn)));
    balances.put("Bitcoin owners:out", big(paid(w -> w.paid) - fees));
    balances.put("Bitcoin fees", big(fees));
    balances.put("Bitcoin operator", big(operator));
    balances.values().removeIf(amount -> amount.signum() == 0);
    return balances;
  }

  /** Positive is what was burned beyond what was minted. */
  private long issued(boolean alpha) {
    return carried(t -> t.out == alpha && t.settled && t.outcome == Outcome.SUCCESS)
        - carried(t -> t.out != alpha && t.outcome == Outcome.SUCCESS);
  }

  private long carried(Predicate<Transfer> which) {
    return transfers.stream().filter(which).mapToLong(t -> t.amount).sum();
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
        handler,
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
    Hash place = Hash.of(BigInteger.valueOf(base).shiftLeft(64).add(big(counter)));
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
