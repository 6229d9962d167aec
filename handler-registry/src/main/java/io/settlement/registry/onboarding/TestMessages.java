// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.events.AttestationEvent;
import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.BundleSigned;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.EventCodec;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.GasPrepaid;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageExpired;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageObserved;
import io.settlement.events.MessageEvent.MessageOrphaned;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.Topics;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import io.settlement.kit.sql.Columns;
import io.settlement.registry.MessageFollower;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the relayer told of messages of handlers under test, and of chains' first blocks. */
@Component
class TestMessages implements MessageFollower {
  private final JdbcClient jdbc;

  TestMessages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void onMessages(List<MessageEvent> facts) {
    see(facts);
    track(facts.stream().flatMap(fact -> sent(fact).stream()).toList());
    end(facts);
    forget(
        facts.stream().filter(MessageOrphaned.class::isInstance).map(MessageEvent::txid).toList());
  }

  /** A poll of the topic of signatures. */
  void onSignatures(List<AttestationEvent> facts) {
    List<Signature> signatures = facts.stream().flatMap(TestMessages::signatures).toList();
    if (signatures.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into onboarding_signature (txid, validator, digest, bundled, signature)
            select distinct on (s.txid, s.validator, s.digest)
                   s.txid, s.validator, s.digest, s.bundled, s.signature
              from unnest(:txids::text[], :validators::text[], :digests::text[], :bundled::boolean[],
                          :signatures::text[]) as s (txid, validator, digest, bundled, signature)
             where exists (select 1 from onboarding_message m where m.txid = s.txid)
            on conflict do nothing
            """)
        .param("txids", Columns.of(signatures, Signature::txid))
        .param("validators", Columns.of(signatures, Signature::validator))
        .param("digests", Columns.of(signatures, Signature::digest))
        .param("bundled", Columns.of(signatures, Signature::bundled))
        .param("signatures", Columns.of(signatures, Signature::signature))
        .update();
  }

  private record Signature(
      String txid, String validator, String digest, boolean bundled, String signature) {}

  private static Stream<Signature> signatures(AttestationEvent fact) {
    if (fact.kind() != Kind.RECEIVE) {
      return Stream.empty();
    }
    String signer = fact.validator().hex();
    return switch (fact) {
      case AttestationSigned one ->
          Stream.of(
              new Signature(one.txid().hex(), signer, one.digest().hex(), false, one.signature()));
      case BundleSigned many ->
          many.txids().stream()
              .map(
                  txid ->
                      new Signature(txid.hex(), signer, many.root().hex(), true, many.signature()));
    };
  }

  /** What the relayer first told of a chain, in words. */
  Optional<String> sighting(ChainName chain) {
    return jdbc.sql("select fact || ' in block ' || block from onboarding_sighting where chain = ?")
        .param(chain.value())
        .query(String.class)
        .optional();
  }

  /** The messages of an application's handlers, newest first. */
  List<TestMessage> of(UUID application) {
    return jdbc.sql(
            """
            select fact, delivered, settled from onboarding_message
             where application = ? order by at desc, txid limit 500
            """)
        .param(application)
        .query(
            (row, number) ->
                new TestMessage(
                    message(row.getString("fact")),
                    outcome(row.getString("delivered")),
                    outcome(row.getString("settled"))))
        .list();
  }

  /** The signatures for the delivery of a message, together where they are over the same. */
  List<TestMessage.Signed> signatures(TxId txid) {
    Map<Hash, TestMessage.Signed> byDigest = new LinkedHashMap<>();
    jdbc.sql(
            "select validator, digest, bundled, signature from onboarding_signature where txid = ?")
        .param(txid.hex())
        .query(
            row -> {
              Hash digest = new Hash(row.getString("digest"));
              boolean bundled = row.getBoolean("bundled");
              byDigest
                  .computeIfAbsent(
                      digest, it -> new TestMessage.Signed(it, bundled, new LinkedHashMap<>()))
                  .bySigner()
                  .put(
                      new EvmAddress(row.getString("validator")),
                      Hex.decode(row.getString("signature")));
            });
    return List.copyOf(byDigest.values());
  }

  private static CrossChainMessage message(String fact) {
    return sent(EventCodec.decode(Topics.MESSAGE_EVENTS, fact.getBytes(UTF_8)))
        .orElseThrow()
        .message();
  }

  private static @Nullable Outcome outcome(@Nullable String name) {
    return name == null ? null : Outcome.valueOf(name);
  }

  private record Sent(MessageEvent fact, CrossChainMessage message) {}

  private static Optional<Sent> sent(MessageEvent fact) {
    return switch (fact) {
      case MessageObserved it -> Optional.of(new Sent(it, it.message()));
      case MessageFinal it -> Optional.of(new Sent(it, it.message()));
      default -> Optional.empty();
    };
  }

  private void see(List<MessageEvent> facts) {
    Map<ChainName, Sighting> first = new LinkedHashMap<>();
    facts.forEach(
        fact ->
            place(fact)
                .ifPresent(
                    ref ->
                        first.putIfAbsent(
                            ref.chain(),
                            new Sighting(
                                ref.chain(), fact.typeName(), ref.blockNumber(), fact.at()))));
    if (first.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into onboarding_sighting (chain, fact, block, at)
            select * from unnest(:chains::text[], :facts::text[], :blocks::bigint[], :ats::timestamptz[])
            on conflict (chain) do nothing
            """)
        .param("chains", Columns.of(first.values(), Sighting::chain))
        .param("facts", Columns.of(first.values(), Sighting::fact))
        .param("blocks", Columns.of(first.values(), Sighting::block))
        .param("ats", Columns.of(first.values(), Sighting::at))
        .update();
  }

  private record Sighting(ChainName chain, String fact, long block, Instant at) {}

  private static Optional<LogRef> place(MessageEvent fact) {
    return switch (fact) {
      case MessageObserved it -> Optional.of(it.ref());
      case MessageFinal it -> Optional.of(it.ref());
      case GasPrepaid it -> Optional.of(it.ref());
      case MessageDelivered it -> Optional.of(it.ref());
      case MessageSettled it -> Optional.of(it.ref());
      default -> Optional.empty();
    };
  }

  private void track(List<Sent> sent) {
    if (sent.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into onboarding_message (txid, application, from_handler, to_handler, fact, at)
            select distinct on (s.txid, h.application)
                   s.txid, h.application, s.from_handler, s.to_handler, s.fact, s.at
              from unnest(:txids::text[], :froms::text[], :tos::text[], :facts::text[],
                          :ats::timestamptz[]) as s (txid, from_handler, to_handler, fact, at)
              join onboarding_handler h on h.handler in (s.from_handler, s.to_handler)
              join onboarding_application a on a.id = h.application and a.stage = 'TESTNET'
            on conflict do nothing
            """)
        .param("txids", Columns.of(sent, one -> one.message().txid().hex()))
        .param("froms", Columns.of(sent, one -> one.message().from()))
        .param("tos", Columns.of(sent, one -> one.message().to()))
        .param("facts", Columns.of(sent, one -> new String(EventCodec.encode(one.fact()), UTF_8)))
        .param("ats", Columns.of(sent, one -> one.fact().at()))
        .update();
  }

  private void end(List<MessageEvent> facts) {
    List<Ended> ended = new ArrayList<>();
    for (MessageEvent fact : facts) {
      switch (fact) {
        case MessageDelivered it -> ended.add(new Ended(it.txid(), it.outcome(), null));
        case MessageSettled it -> ended.add(new Ended(it.txid(), null, it.outcome()));
        case MessageExpired it -> ended.add(new Ended(it.txid(), Outcome.FAILED, null));
        default -> {}
      }
    }
    if (ended.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update onboarding_message m
               set delivered = coalesce(e.delivered, m.delivered),
                   settled = coalesce(e.settled, m.settled)
              from (select txid, max(delivered) as delivered, max(settled) as settled
                      from unnest(:txids::text[], :delivered::text[], :settled::text[])
                           as one (txid, delivered, settled)
                     group by txid) e
             where m.txid = e.txid
            """)
        .param("txids", Columns.of(ended, one -> one.txid().hex()))
        .param("delivered", Columns.of(ended, Ended::delivered))
        .param("settled", Columns.of(ended, Ended::settled))
        .update();
  }

  private record Ended(TxId txid, @Nullable Outcome delivered, @Nullable Outcome settled) {}

  /** Its block was replaced: if it is sent again it will be told again. */
  private void forget(List<TxId> orphaned) {
    if (orphaned.isEmpty()) {
      return;
    }
    jdbc.sql("delete from onboarding_message where txid = any (?) and delivered is null")
        .param(Columns.of(orphaned, TxId::hex))
        .update();
  }
}
