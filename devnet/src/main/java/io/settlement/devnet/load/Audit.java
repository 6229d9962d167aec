// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import io.settlement.chain.ChainLog;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.devnet.journey.Chain;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.Sending;
import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.process.Pause;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Proves that every message of a run happened exactly once and that every ledger agrees. The chains
 * are asked first and believed; what the services say must be the same.
 */
final class Audit {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long BETWEEN_LOOKS = 2_000;

  private final Volley volley;
  private final Map<String, ChainLedger> ledgers = new LinkedHashMap<>();
  private final Map<HandlerOf, TokenAmount> escrows = new HashMap<>();
  private final Books books;

  /** A handler that holds tokens of others while messages are under way. */
  private record HandlerOf(String chain, WorldFile.Handler handler) {}

  private Audit(Network network, Volley volley, Books.Retelling retelling) {
    this.volley = volley;
    this.books = Books.begin(network, retelling);
    for (String name : network.file().names()) {
      List<EvmAddress> submitters = network.file().chain(name).submitters();
      ledgers.put(name, new ChainLedger(network.chain(name), submitters));
    }
    handlers().forEach(handler -> escrows.put(handler, escrow(handler)));
  }

  /** Notes what is there before the first message. */
  static Audit begin(Network network, Volley volley, Books.Retelling retelling) {
    return new Audit(network, volley, retelling);
  }

  /** Looks until everything holds, or for a while: the last books close after the last message. */
  Certificate certify() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Certificate certificate = look();
    while (!certificate.isExact() && System.nanoTime() < deadline) {
      Pause.millis(BETWEEN_LOOKS);
      certificate = look();
    }
    return certificate;
  }

  private Certificate look() {
    Faults faults = new Faults();
    Map<TxId, Shot> sent = sent(faults);
    Tally delivered = new Tally(sent.keySet());
    Tally settled = new Tally(sent.keySet());
    Tally refunded = new Tally(sent.keySet());
    Map<TxId, Wei> prepaid = new HashMap<>();
    Map<TxId, Wei> refunds = new HashMap<>();
    for (ChainLedger ledger : ledgers.values()) {
      readSettlement(ledger, sent, delivered, settled, faults);
      readVault(ledger, sent, refunded, prepaid, refunds, faults);
    }
    delivered.requireOnce("a message was not delivered exactly once", faults);
    settled.requireOnce("a message was not settled exactly once", faults);
    refunded.requireOnce("a message was not refunded exactly once", faults);
    sent.keySet()
        .forEach(
            txid ->
                faults.unless(
                    volley.prepayment().equals(prepaid.get(txid)),
                    "the vault logged another prepayment than was sent",
                    txid));
    requireVaultClosed(sent, faults);
    requireTokensMoved(faults);
    ChainLedger.Spending spending = requireSubmittersExplained(faults);
    long repeated = books.require(sent.keySet(), prepaid, refunds, faults);
    return new Certificate(
        sent.size(),
        delivered.once(),
        settled.once(),
        refunded.once(),
        volley.size() - settled.atLeastOnce(),
        delivered.more() + settled.more() + refunded.more(),
        spending.transactions(),
        spending.reverted(),
        repeated,
        faults.list());
  }

  /** What the sources mined: the txid each transfer got. */
  private Map<TxId, Shot> sent(Faults faults) {
    Map<TxId, Shot> sent = new LinkedHashMap<>();
    Map<String, List<Shot>> bySource =
        volley.shots().stream().collect(Collectors.groupingBy(s -> s.sending().from().name()));
    bySource.forEach(
        (source, shots) -> {
          List<JsonNode> receipts =
              ledger(source).receipts(shots.stream().map(Shot::hash).toList());
          for (int i = 0; i < shots.size(); i++) {
            Shot shot = shots.get(i);
            List<TxId> txids = txids(receipts.get(i));
            faults.unless(txids.size() == 1, "a transfer did not send one message", shot.hash());
            txids.forEach(txid -> sent.put(txid, shot));
          }
        });
    faults.unless(
        sent.size() == volley.size(), "not every message has a txid of its own", sent.size());
    return sent;
  }

  private static List<TxId> txids(JsonNode receipt) {
    return receipt.isObject()
        ? Chain.logs(receipt.path("logs")).stream()
            .filter(log -> log.topics().get(0).equals(SettlementAbi.MESSAGE))
            .map(log -> new TxId(log.topics().get(1).hex()))
            .toList()
        : List.of();
  }

  private static void readSettlement(
      ChainLedger ledger, Map<TxId, Shot> sent, Tally delivered, Tally settled, Faults faults) {
    EvmAddress settlement = ledger.chain().contracts().settlement();
    List<Hash> kinds = List.of(SettlementAbi.HANDLE_RESULT, SettlementAbi.RESULT);
    for (ChainLog log : ledger.logs(settlement, kinds)) {
      boolean isDelivery = log.topics().get(0).equals(SettlementAbi.HANDLE_RESULT);
      TxId txid = new TxId(log.topics().get(1).hex());
      Shot shot = sent.get(txid);
      if (shot == null) {
        continue; // Somebody else's.
      }
      (isDelivery ? delivered : settled).note(txid);
      Sending sending = shot.sending();
      Chain expected = isDelivery ? sending.to() : sending.from();
      faults.unless(
          ledger.chain().name().equals(expected.name()), "a message ended on a wrong chain", txid);
      Outcome outcome =
          isDelivery
              ? SettlementAbi.handleResult(log).outcome()
              : SettlementAbi.result(log).outcome();
      faults.unless(outcome == Outcome.SUCCESS, "a message failed", txid);
    }
  }

  private static void readVault(
      ChainLedger ledger,
      Map<TxId, Shot> sent,
      Tally refunded,
      Map<TxId, Wei> prepaid,
      Map<TxId, Wei> refunds,
      Faults faults) {
    EvmAddress vault = ledger.chain().contracts().gasService();
    for (ChainLog log :
        ledger.logs(vault, List.of(GasServiceAbi.PREPAID, GasServiceAbi.REFUNDED))) {
      TxId txid = new TxId(log.topics().get(1).hex());
      Shot shot = sent.get(txid);
      if (shot == null) {
        continue; // Somebody else's.
      }
      if (log.topics().get(0).equals(GasServiceAbi.PREPAID)) {
        prepaid.merge(txid, GasServiceAbi.prepaid(log).amount(), Wei::plus);
      } else {
        GasServiceAbi.Refunded refund = GasServiceAbi.refunded(log);
        refunded.note(txid);
        refunds.merge(txid, refund.amount(), Wei::plus);
        faults.unless(
            refund.pushed() && refund.to().equals(shot.sending().sender().address()),
            "a refund did not reach its payer",
            txid);
      }
    }
  }

  /** No account is open, and the vaults owe nobody more than before. */
  private void requireVaultClosed(Map<TxId, Shot> sent, Faults faults) {
    Map<String, List<TxId>> bySource =
        sent.keySet().stream()
            .collect(
                Collectors.groupingBy(
                    txid -> Objects.requireNonNull(sent.get(txid)).sending().from().name()));
    bySource.forEach(
        (source, txids) -> {
          List<byte[]> questions =
              txids.stream()
                  .map(
                      txid ->
                          GasServiceAbi.accountCall(
                              txid,
                              Objects.requireNonNull(sent.get(txid)).sending().sender().address()))
                  .toList();
          List<GasServiceAbi.Account> accounts = ledger(source).gasAccounts(questions);
          for (int i = 0; i < txids.size(); i++) {
            GasServiceAbi.Account account = accounts.get(i);
            faults.unless(
                account.closed() && account.prepaid().isZero(),
                "a gas account is not closed",
                txids.get(i));
          }
        });
    ledgers.values().forEach(ledger -> ledger.requireNothingOwed(faults));
  }

  /** Every account gave what it sent, every receiver got it, nothing is left with the handlers. */
  private void requireTokensMoved(Faults faults) {
    Map<Sending, Long> counts =
        volley.shots().stream()
            .collect(Collectors.groupingBy(Shot::sending, Collectors.counting()));
    Map<String, List<Sending>> byWay =
        counts.keySet().stream()
            .collect(Collectors.groupingBy(one -> one.from().name() + ">" + one.to().name()));
    for (List<Sending> way : byWay.values()) {
      Sending any = way.get(0);
      List<TokenAmount> left =
          ledger(any.from().name())
              .balances(
                  any.sourceHandler().token(),
                  way.stream().map(one -> one.sender().address()).toList());
      List<TokenAmount> arrived =
          ledger(any.to().name())
              .balances(any.targetHandler().token(), way.stream().map(Sending::receiver).toList());
      for (int i = 0; i < way.size(); i++) {
        Sending sending = way.get(i);
        TokenAmount moved = volley.each().times(counts.getOrDefault(sending, 0L));
        faults.unless(left.get(i).isZero(), "a sender kept tokens", sending.sender());
        faults.unless(
            arrived.get(i).equals(moved), "a receiver got another amount", sending.receiver());
      }
    }
    escrows.forEach(
        (handler, before) ->
            faults.unless(
                escrow(handler).equals(before),
                "a handler holds another amount than before",
                handler.chain() + " " + handler.handler().handler()));
  }

  private ChainLedger.Spending requireSubmittersExplained(Faults faults) {
    long transactions = 0;
    long reverted = 0;
    for (ChainLedger ledger : ledgers.values()) {
      ChainLedger.Spending spending = ledger.requireExplained(faults);
      transactions += spending.transactions();
      reverted += spending.reverted();
    }
    return new ChainLedger.Spending(transactions, reverted);
  }

  private Set<HandlerOf> handlers() {
    return volley.shots().stream()
        .map(Shot::sending)
        .distinct()
        .flatMap(
            one ->
                List.of(
                    new HandlerOf(one.from().name(), one.sourceHandler()),
                    new HandlerOf(one.to().name(), one.targetHandler()))
                    .stream())
        .collect(Collectors.toSet());
  }

  private TokenAmount escrow(HandlerOf one) {
    return ledger(one.chain())
        .balances(one.handler().token(), List.of(one.handler().handler()))
        .get(0);
  }

  private ChainLedger ledger(String chain) {
    return Objects.requireNonNull(ledgers.get(chain), chain);
  }

  /** How often something happened to each message. */
  private static final class Tally {
    private final Map<TxId, Integer> counts = new LinkedHashMap<>();

    Tally(Collection<TxId> messages) {
      messages.forEach(txid -> counts.put(txid, 0));
    }

    void note(TxId txid) {
      counts.merge(txid, 1, Integer::sum);
    }

    int once() {
      return number(1, 1);
    }

    int atLeastOnce() {
      return number(1, Integer.MAX_VALUE);
    }

    int more() {
      return number(2, Integer.MAX_VALUE);
    }

    void requireOnce(String otherwise, Faults faults) {
      counts.forEach((txid, count) -> faults.unless(count == 1, otherwise, txid + ": " + count));
    }

    private int number(int least, int most) {
      return Math.toIntExact(counts.values().stream().filter(c -> c >= least && c <= most).count());
    }
  }
}
