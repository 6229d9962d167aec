// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.ChainLog;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.contract.ContractDialect;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.chain.contract.SentMessages;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.GasPrepaid;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.MessageEvent.QuotePaid;
import io.settlement.events.MessageEvent.RefundPaid;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.TransactionEvent;
import io.settlement.events.TransactionEvent.ReceiptsPublished;
import io.settlement.events.TransactionEvent.VaultClaimed;
import io.settlement.events.TransactionEvent.VaultCollected;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the logs of one chain's contracts say, as facts. */
final class ChainLogs {
  private static final Set<Hash> WITH_COST =
      Set.of(SettlementAbi.HANDLE_RESULT, SettlementAbi.RESULT, GasServiceAbi.REFUNDED);

  private final ChainSettings chain;
  private final ContractDialect dialect;
  private final Undecodable undecodable;

  ChainLogs(ChainSettings chain, MeterRegistry meters) {
    this.chain = chain;
    this.dialect = ContractDialect.of(chain);
    this.undecodable = new Undecodable(chain.name(), meters);
  }

  /** The logs that are facts once final. */
  Wanted all() {
    List<Hash> kinds = new ArrayList<>(dialect.messageKinds());
    kinds.addAll(
        List.of(
            SettlementAbi.HANDLE_RESULT,
            SettlementAbi.RESULT,
            GasServiceAbi.PREPAID,
            GasServiceAbi.QUOTE_HONOURED,
            GasServiceAbi.REFUNDED,
            GasServiceAbi.RECEIPTS_PUBLISHED,
            GasServiceAbi.CLAIMED,
            GasServiceAbi.COLLECTED));
    return new Wanted(emitters(), kinds);
  }

  /** The logs that send messages. */
  Wanted sent() {
    return new Wanted(List.of(chain.settlement()), dialect.messageKinds());
  }

  /** The logs that send messages, and pay for them. */
  Wanted sentAndPaid() {
    List<Hash> kinds = new ArrayList<>(dialect.messageKinds());
    kinds.add(GasServiceAbi.PREPAID);
    return new Wanted(emitters(), kinds);
  }

  private List<EvmAddress> emitters() {
    return chain.hasGasService()
        ? List.of(chain.settlement(), chain.gasService())
        : List.of(chain.settlement());
  }

  /** Reads messages among the logs of whole blocks. */
  SentMessages messages(List<ChainLog> logs) {
    return dialect.messages(logs);
  }

  /** Whether the contract numbers its messages, so that none can be missed unnoticed. */
  boolean numbersMessages() {
    return chain.profile() == Profile.V2;
  }

  /** What was paid into an account of the vault for a message, among the logs of a block. */
  Wei paid(List<ChainLog> block, TxId txid, EvmAddress into, Hash transaction) {
    return block.stream()
        .filter(log -> isOf(log, chain.gasService(), GasServiceAbi.PREPAID))
        .filter(log -> log.txHash().equals(transaction))
        .flatMap(log -> undecodable.read(log, GasServiceAbi::prepaid).stream())
        .filter(paid -> paid.txid().equals(txid) && paid.refundTo().equals(into))
        .map(GasServiceAbi.Prepaid::amount)
        .reduce(Wei.ZERO, Wei::plus);
  }

  /** Whether the fact of this log says what its transaction cost. */
  static boolean hasCost(ChainLog log) {
    return WITH_COST.contains(log.topics().getFirst());
  }

  /** Whether the log says that something was paid for a message. */
  static boolean isPayment(ChainLog log) {
    return log.topics().getFirst().equals(GasServiceAbi.PREPAID);
  }

  /** Whether the log says on which terms something was paid. */
  static boolean isQuote(ChainLog log) {
    return log.topics().getFirst().equals(GasServiceAbi.QUOTE_HONOURED);
  }

  /**
   * The message that a source log sends; empty when it is another log, cannot be read, or has no
   * terms.
   *
   * @param sent reads among the logs of the same blocks
   */
  Optional<CrossChainMessage> message(ChainLog log, SentMessages sent) {
    return isOf(log, chain.settlement(), SettlementAbi.MESSAGE)
        ? undecodable.read(log, one -> ownMessage(one, sent))
        : Optional.empty();
  }

  /** The fact of any other log; empty when there is none or it cannot be read. */
  Optional<MessageEvent> fact(ChainLog log, Scan scan, Costs costs, Instant at) {
    if (isOf(log, chain.settlement(), SettlementAbi.HANDLE_RESULT)) {
      return undecodable.read(log, one -> delivered(one, scan, costs, at));
    }
    if (isOf(log, chain.settlement(), SettlementAbi.RESULT)) {
      return undecodable.read(log, one -> settled(one, scan, costs, at));
    }
    if (isOf(log, chain.gasService(), GasServiceAbi.PREPAID)) {
      return undecodable
          .read(log, GasServiceAbi::prepaid)
          .filter(prepaid -> !prepaid.amount().isZero())
          .map(prepaid -> prepaid(prepaid, log, scan, at));
    }
    if (isOf(log, chain.gasService(), GasServiceAbi.REFUNDED)) {
      return undecodable.read(log, one -> refunded(one, scan, costs, at));
    }
    return isOf(log, chain.gasService(), GasServiceAbi.QUOTE_HONOURED)
        ? undecodable.read(log, one -> quotePaid(one, scan, at))
        : Optional.empty();
  }

  /** What the log says of the vault as a whole; empty when it says something else. */
  Optional<TransactionEvent> vaultFact(ChainLog log, Scan scan, Instant at) {
    if (isOf(log, chain.gasService(), GasServiceAbi.COLLECTED)) {
      return undecodable.read(log, one -> collected(one, scan, at));
    }
    if (isOf(log, chain.gasService(), GasServiceAbi.CLAIMED)) {
      return undecodable.read(log, one -> claimed(one, scan, at));
    }
    return isOf(log, chain.gasService(), GasServiceAbi.RECEIPTS_PUBLISHED)
        ? undecodable.read(log, one -> published(one, scan, at))
        : Optional.empty();
  }

  private static boolean isOf(ChainLog log, EvmAddress emitter, Hash kind) {
    return log.address().equals(emitter) && log.topics().getFirst().equals(kind);
  }

  private CrossChainMessage ownMessage(ChainLog log, SentMessages sent) {
    CrossChainMessage message = sent.of(log);
    if (!message.from().chain().equals(chain.name())) {
      throw new InvalidValue("source chain of " + chain.name(), message.from().chain().value());
    }
    return message;
  }

  private MessageEvent delivered(ChainLog log, Scan scan, Costs costs, Instant at) {
    var result = SettlementAbi.handleResult(log);
    return new MessageDelivered(
        result.txid(), result.outcome(), scan.refOf(log), costs.of(result.txid(), log), at);
  }

  private MessageEvent settled(ChainLog log, Scan scan, Costs costs, Instant at) {
    var result = SettlementAbi.result(log);
    return new MessageSettled(
        result.txid(), result.outcome(), scan.refOf(log), costs.of(result.txid(), log), at);
  }

  private static MessageEvent prepaid(
      GasServiceAbi.Prepaid prepaid, ChainLog log, Scan scan, Instant at) {
    return new GasPrepaid(
        prepaid.txid(), prepaid.payer(), prepaid.refundTo(), prepaid.amount(), scan.refOf(log), at);
  }

  private MessageEvent refunded(ChainLog log, Scan scan, Costs costs, Instant at) {
    var refund = GasServiceAbi.refunded(log);
    return new RefundPaid(
        refund.txid(),
        refund.to(),
        refund.amount(),
        !refund.pushed(),
        scan.refOf(log),
        costs.of(refund.txid(), log),
        at);
  }

  private static MessageEvent quotePaid(ChainLog log, Scan scan, Instant at) {
    var quote = GasServiceAbi.quoteHonoured(log);
    return new QuotePaid(
        quote.txid(), quote.id(), quote.amount(), quote.payloadHash(), scan.refOf(log), at);
  }

  private static TransactionEvent collected(ChainLog log, Scan scan, Instant at) {
    var collected = GasServiceAbi.collected(log);
    return new VaultCollected(
        scan.chain(), log.address(), collected.to(), collected.amount(), scan.refOf(log), at);
  }

  private static TransactionEvent claimed(ChainLog log, Scan scan, Instant at) {
    var claimed = GasServiceAbi.claimed(log);
    return new VaultClaimed(
        scan.chain(),
        log.address(),
        claimed.owner(),
        claimed.to(),
        claimed.amount(),
        scan.refOf(log),
        at);
  }

  private static TransactionEvent published(ChainLog log, Scan scan, Instant at) {
    var published = GasServiceAbi.published(log);
    return new ReceiptsPublished(
        scan.chain(), log.address(), published.root(), published.count(), scan.refOf(log), at);
  }
}
