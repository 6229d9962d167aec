// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.chain.BlockRef;
import io.settlement.chain.Call;
import io.settlement.chain.ChainLog;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.chain.contract.SettlementAbi.CreatedRecord;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One chain as the validator's own node shows it. Only final blocks are asked for, and a log of
 * final blocks is canonical and final itself. However many claims: one range of logs, one batch of
 * records.
 */
final class OwnNode {
  private record Spot(Hash blockHash, long logIndex) {}

  private final EvmReader reader;

  OwnNode(EvmReader reader) {
    this.reader = reader;
  }

  ChainSettings chain() {
    return reader.settings();
  }

  /** Up to where the chain is final. */
  long finalHead() {
    BlockRef head = reader.head(chain().finality());
    return head.number();
  }

  /** As many of these, lowest first, as one range of logs covers. */
  List<Claim> withinOneRange(List<Claim> lowestFirst) {
    long end = lowestFirst.getFirst().ref().blockNumber() + chain().maxLogRange();
    return lowestFirst.stream().filter(claim -> claim.ref().blockNumber() < end).toList();
  }

  /** What is where the claims point; their blocks must be final and within one range. */
  Map<Claim, Finding> lookAt(List<Claim> claims) {
    Map<Spot, ChainLog> logs = logsOf(claims);
    Map<Claim, ChainLog> pointedAt = new LinkedHashMap<>();
    Map<Claim, Finding> findings = new HashMap<>();
    for (Claim claim : claims) {
      ChainLog log = logs.get(new Spot(claim.ref().blockHash(), claim.ref().logIndex()));
      if (log == null) {
        findings.put(claim, new Finding.Nothing());
      } else {
        pointedAt.put(claim, log);
      }
    }
    findings.putAll(read(pointedAt));
    return findings;
  }

  private Map<Spot, ChainLog> logsOf(List<Claim> claims) {
    long first = claims.getFirst().ref().blockNumber();
    long last = claims.getLast().ref().blockNumber();
    Map<Spot, ChainLog> logs = new HashMap<>();
    reader
        .logs(
            first,
            last,
            List.of(chain().settlement()),
            List.of(SettlementAbi.MESSAGE, SettlementAbi.HANDLE_RESULT))
        .forEach(log -> logs.put(new Spot(log.blockHash(), log.logIndex()), log));
    return logs;
  }

  private Map<Claim, Finding> read(Map<Claim, ChainLog> pointedAt) {
    Map<Claim, Finding> findings = new HashMap<>();
    Map<Claim, CrossChainMessage> messages = new LinkedHashMap<>();
    pointedAt.forEach(
        (claim, log) -> {
          switch (claim) {
            case Claim.Sent sent ->
                message(log)
                    .ifPresentOrElse(
                        message -> messages.put(sent, message),
                        () -> findings.put(sent, new Finding.SomethingElse()));
            case Claim.Handled handled -> findings.put(handled, handled(log));
          }
        });
    Map<TxId, CreatedRecord> records = records(messages.values().stream().toList());
    messages.forEach(
        (claim, message) -> {
          CreatedRecord record = records.get(message.txid());
          ChainLog log = pointedAt.get(claim);
          if (record != null && log != null) {
            findings.put(claim, new Finding.Sent(message, log.txHash(), record));
          }
        });
    return findings;
  }

  private static Optional<CrossChainMessage> message(ChainLog log) {
    try {
      return Optional.of(SettlementAbi.message(log));
    } catch (InvalidValue unreadable) {
      return Optional.empty();
    }
  }

  private static Finding handled(ChainLog log) {
    try {
      return new Finding.Handled(SettlementAbi.handleResult(log), log.txHash());
    } catch (InvalidValue unreadable) {
      return new Finding.SomethingElse();
    }
  }

  private Map<TxId, CreatedRecord> records(List<CrossChainMessage> messages) {
    List<TxId> txids = messages.stream().map(CrossChainMessage::txid).distinct().toList();
    List<Call> calls =
        txids.stream()
            .map(
                txid ->
                    new Call(
                        null,
                        chain().settlement(),
                        SettlementAbi.createdRecordCall(txid),
                        Wei.ZERO))
            .toList();
    List<byte[]> answers = calls.isEmpty() ? List.of() : reader.calls(calls, chain().finality());
    Map<TxId, CreatedRecord> records = new HashMap<>();
    for (int i = 0; i < txids.size(); i++) {
      records.put(txids.get(i), SettlementAbi.createdRecord(answers.get(i)));
    }
    return records;
  }
}
