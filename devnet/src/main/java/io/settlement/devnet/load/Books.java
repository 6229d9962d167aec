// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import io.settlement.devnet.journey.Facts;
import io.settlement.devnet.journey.Gateway;
import io.settlement.devnet.journey.Network;
import io.settlement.events.EventCodec;
import io.settlement.events.GasEvent;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topic;
import io.settlement.events.Topics;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import tools.jackson.databind.JsonNode;

/** What the services have told and what they answer, held against what the chains say. */
final class Books {
  private static final int ASKED_AT_GATEWAY = 200;
  private static final String AT = "\"at\":\"[^\"]*\"";

  private final Network network;
  private final Facts facts;
  private final Map<TopicPartition, Long> messages;
  private final Map<TopicPartition, Long> gas;
  private final long unproved;
  private final Retelling retelling;

  /** How a fact that is told again may differ from the first time. */
  enum Retelling {
    /** Not at all: an outbox was sent twice. */
    WORD_FOR_WORD,
    /** By when it was told: a service found it out a second time. */
    AT_ANOTHER_TIME
  }

  private Books(Network network, Retelling retelling) {
    this.network = network;
    this.retelling = retelling;
    this.facts = new Facts(network.file().kafkaClient());
    this.messages = facts.ends(Topics.MESSAGES);
    this.gas = facts.ends(Topics.GAS);
    this.unproved = unproved(supply());
  }

  static Books begin(Network network, Retelling retelling) {
    return new Books(network, retelling);
  }

  /** What was told about one message, one list for each kind of fact. */
  private static final class Told {
    private final Map<String, List<String>> texts = new TreeMap<>();
    private final Map<String, SuiteEvent> facts = new TreeMap<>();

    void note(SuiteEvent fact, String json) {
      String kind = fact.getClass().getSimpleName();
      texts.computeIfAbsent(kind, any -> new ArrayList<>()).add(json);
      facts.put(kind, fact);
    }

    /** Different facts of a kind. */
    int different(String kind) {
      return Set.copyOf(texts.getOrDefault(kind, List.of())).size();
    }

    long repeated() {
      return texts.values().stream().mapToLong(list -> list.size() - Set.copyOf(list).size()).sum();
    }
  }

  /**
   * Every message was told as delivered, settled, refunded and closed once, and every gas account
   * adds up to what the vault logged; how many facts were told again.
   */
  long require(Set<TxId> sent, Map<TxId, Wei> prepaid, Map<TxId, Wei> refunded, Faults faults) {
    Map<String, Told> told = new HashMap<>();
    sent.forEach(txid -> told.put(txid.hex(), new Told()));
    read(Topics.MESSAGE_EVENTS, messages, told);
    read(Topics.GAS_EVENTS, gas, told);
    List<String> once =
        List.of("MessageDelivered", "MessageSettled", "RefundPaid", "GasAccountClosed");
    told.forEach(
        (key, facts) -> {
          TxId txid = new TxId(key);
          for (String kind : once) {
            int count = facts.different(kind);
            faults.unless(count == 1, "not exactly one fact says " + kind, txid + ": " + count);
          }
          if (facts.facts.get("GasAccountClosed") instanceof GasEvent.GasAccountClosed closed) {
            faults.unless(
                closed
                    .prepaid()
                    .equals(closed.spent().plus(closed.margin()).plus(closed.refunded())),
                "a gas account does not add up",
                txid);
            faults.unless(
                closed.prepaid().equals(prepaid.get(txid))
                    && closed.refunded().equals(refunded.get(txid)),
                "a gas account says other amounts than the vault",
                txid);
          }
        });
    requireGateway(sent, faults);
    requireArtifacts(faults);
    return told.values().stream().mapToLong(Told::repeated).sum();
  }

  private <E extends SuiteEvent> void read(
      Topic<E> topic, Map<TopicPartition, Long> from, Map<String, Told> told) {
    facts.since(
        from,
        fact -> {
          Told about = told.get(fact.key());
          if (about != null) {
            try {
              about.note(
                  EventCodec.decode(topic, fact.json().getBytes(StandardCharsets.UTF_8)),
                  retelling == Retelling.WORD_FOR_WORD
                      ? fact.json()
                      : fact.json().replaceFirst(AT, ""));
            } catch (EventCodec.NotOurs stranger) {
              return; // Nobody's business.
            }
          }
        });
  }

  /** The public door says of all of them, or of a sample, that they are over. */
  private void requireGateway(Set<TxId> sent, Faults faults) {
    int step = Math.max(sent.size() / ASKED_AT_GATEWAY, 1);
    List<TxId> asked = new ArrayList<>();
    List<TxId> all = List.copyOf(sent);
    for (int i = 0; i < all.size(); i += step) {
      asked.add(all.get(i));
    }
    for (TxId txid : asked) {
      Gateway.Answer answer = network.partner().get("/v1/messages/" + txid);
      JsonNode view = answer.json();
      faults.unless(
          view.path("stage").asString("").equals("SETTLED")
              && view.path("outcome").asString("").equals("SUCCESS"),
          "the gateway does not say that a message settled",
          txid);
    }
  }

  /** What was moved adds up on every chain. */
  private void requireArtifacts(Faults faults) {
    JsonNode supply = supply();
    faults.unless(
        unproved(supply) == unproved && (unproved > 0 || supply.path("balanced").asBoolean(false)),
        "the artifact's books do not balance",
        supply);
  }

  private JsonNode supply() {
    return network
        .partner()
        .get("/v1/artifacts/mintBurn/supply")
        .orFail("asking for supply")
        .json();
  }

  /**
   * Settled messages whose bookings do not add up; others than ours, when there were some before.
   */
  private static long unproved(JsonNode supply) {
    return supply.path("unproved").asLong(0);
  }
}
