// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.chain.Call;
import io.settlement.chain.ChainLog;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.ContractDialect;
import io.settlement.chain.contract.SentMessages;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.chain.contract.SourceRecord;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.relayer.finality.FinalityPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One chain as the validator's own node shows it. Only final blocks are asked for, and a log of
 * final blocks is canonical and final itself. However many claims: one range of logs, one batch of
 * records.
 */
final class OwnNode {
  private record Spot(Hash blockHash, long logIndex) {}

  private final EvmReader reader;
  private final FinalityPolicy policy;
  private long askedAt;
  private FinalityPolicy.Heads heads = new FinalityPolicy.Heads(-1, -1);
  private final ContractDialect dialect;

  OwnNode(EvmReader reader, FinalityPolicy policy) {
    this.policy = policy;
    this.reader = reader;
    this.dialect = ContractDialect.of(reader.settings());
  }

  ChainSettings chain() {
    return reader.settings();
  }

  /** Up to where the chain is final, and up to where it is. */
  FinalityPolicy.Heads heads() {
    heads = policy.look(reader);
    return heads;
  }

  /** As many of these, lowest first, as one range of logs covers. */
  List<Claim> withinOneRange(List<Claim> lowestFirst) {
    long end = lowestFirst.getFirst().ref().blockNumber() + chain().maxLogRange();
    return lowestFirst.stream().filter(claim -> claim.ref().blockNumber() < end).toList();
  }

  /**
   * What is where the claims point, and what else their blocks hold, which nobody has told yet.
   *
   * @param claimed a finding for each claim
   * @param untold claims that the blocks make themselves
   */
  record View(Map<Claim, Finding> claimed, Map<Claim, Finding> untold) {}

  /**
   * What the blocks of these claims hold; they must be final and within one range. Records are
   * asked for where all of these blocks are final, else at the newest block.
   */
  View lookAt(List<Claim> claims) {
    boolean areFinal = claims.getLast().ref().blockNumber() <= heads.finalised();
    askedAt = areFinal ? heads.finalised() : heads.latest();
    List<ChainLog> near = logsOf(claims);
    Map<Spot, ChainLog> logs = new HashMap<>();
    near.forEach(log -> logs.put(new Spot(log.blockHash(), log.logIndex()), log));
    Map<Claim, ChainLog> pointedAt = new LinkedHashMap<>();
    Map<Claim, Finding> findings = new HashMap<>();
    for (Claim claim : claims) {
      ChainLog log = logs.get(new Spot(claim.ref().blockHash(), claim.ref().logIndex()));
      // The height a claim names decides whether it is final: it must be the log's own.
      if (log == null || log.blockNumber() != claim.ref().blockNumber()) {
        findings.put(claim, new Finding.Nothing());
      } else {
        pointedAt.put(claim, log);
      }
    }
    SentMessages logged = dialect.messages(near);
    Map<Claim, ChainLog> untold = untold(pointedAt, near, logged);
    Map<Claim, ChainLog> all = new LinkedHashMap<>(pointedAt);
    all.putAll(untold);
    findings.putAll(read(all, logged));
    Map<Claim, Finding> found = new LinkedHashMap<>();
    untold.keySet().forEach(claim -> found.put(claim, findings.remove(claim)));
    return new View(findings, found);
  }

  /** What the blocks hold that claims point at and none of these claims tells, in log order. */
  private Map<Claim, ChainLog> untold(
      Map<Claim, ChainLog> pointedAt, List<ChainLog> near, SentMessages logged) {
    Set<Hash> blocks =
        pointedAt.values().stream().map(ChainLog::blockHash).collect(Collectors.toSet());
    Set<String> told = pointedAt.keySet().stream().map(Claim::id).collect(Collectors.toSet());
    Map<Claim, ChainLog> untold = new LinkedHashMap<>();
    for (ChainLog log : near) {
      if (blocks.contains(log.blockHash())) {
        claimOf(log, logged)
            .filter(claim -> !told.contains(claim.id()))
            .ifPresent(claim -> untold.put(claim, log));
      }
    }
    return untold;
  }

  private Optional<Claim> claimOf(ChainLog log, SentMessages logged) {
    LogRef ref =
        new LogRef(
            chain().name(),
            log.blockNumber(),
            log.blockHash(),
            Instant.EPOCH,
            log.txHash(),
            log.logIndex());
    Hash type = log.topics().getFirst();
    if (type.equals(SettlementAbi.MESSAGE)) {
      return message(log, logged).map(message -> Claim.seen(message, ref));
    }
    return type.equals(SettlementAbi.HANDLE_RESULT) && handled(log) instanceof Finding.Handled it
        ? Optional.of(Claim.seen(it.result(), ref))
        : Optional.empty();
  }

  private List<ChainLog> logsOf(List<Claim> claims) {
    List<Hash> kinds = new ArrayList<>(dialect.messageKinds());
    kinds.add(SettlementAbi.HANDLE_RESULT);
    return reader.logs(
        claims.getFirst().ref().blockNumber(),
        claims.getLast().ref().blockNumber(),
        List.of(chain().settlement()),
        kinds);
  }

  private Map<Claim, Finding> read(Map<Claim, ChainLog> pointedAt, SentMessages logged) {
    Map<Claim, Finding> findings = new HashMap<>();
    Map<Claim, CrossChainMessage> messages = new LinkedHashMap<>();
    pointedAt.forEach(
        (claim, log) -> {
          if (claim.kind() == Kind.CALLBACK) {
            findings.put(claim, handled(log));
          } else {
            message(log, logged)
                .ifPresentOrElse(
                    message -> messages.put(claim, message),
                    () -> findings.put(claim, unreadable(log, logged)));
          }
        });
    Map<TxId, SourceRecord> records = records(messages.values().stream().toList());
    messages.forEach(
        (claim, message) -> {
          SourceRecord record = records.get(message.txid());
          ChainLog log = pointedAt.get(claim);
          if (record != null && log != null) {
            findings.put(claim, new Finding.Sent(message, log.txHash(), record));
          }
        });
    return findings;
  }

  private static Finding unreadable(ChainLog log, SentMessages logged) {
    boolean isMessage = log.topics().getFirst().equals(SettlementAbi.MESSAGE);
    return isMessage && !logged.hasTerms(log)
        ? new Finding.WithoutTerms()
        : new Finding.SomethingElse();
  }

  private static Optional<CrossChainMessage> message(ChainLog log, SentMessages logged) {
    try {
      return Optional.of(logged.of(log));
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

  private Map<TxId, SourceRecord> records(List<CrossChainMessage> messages) {
    List<TxId> txids = messages.stream().map(CrossChainMessage::txid).distinct().toList();
    List<Call> calls =
        txids.stream()
            .map(
                txid ->
                    new Call(null, chain().settlement(), dialect.sourceRecordCall(txid), Wei.ZERO))
            .toList();
    List<byte[]> answers = calls.isEmpty() ? List.of() : reader.callsAt(calls, askedAt);
    Map<TxId, SourceRecord> records = new HashMap<>();
    for (int i = 0; i < txids.size(); i++) {
      records.put(txids.get(i), dialect.sourceRecord(answers.get(i)));
    }
    return records;
  }
}
