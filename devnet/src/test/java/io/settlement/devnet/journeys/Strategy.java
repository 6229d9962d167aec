// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import io.settlement.devnet.evm.Wallet;
import io.settlement.devnet.journey.BitcoinPurse;
import io.settlement.devnet.journey.Gateway;
import io.settlement.devnet.journey.Quote;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A partner's plan and its owner, who signs what it offers, as it is, and nothing else. */
final class Strategy {
  private static final int CREATED = 201;
  private static final String MESSAGE = "message:";

  private final BtcHolder owner;
  private final BitcoinPurse purse;
  private final String id;
  private final Set<Integer> taken = new HashSet<>();

  private Strategy(BtcHolder owner, BitcoinPurse purse, String id) {
    this.owner = owner;
    this.purse = purse;
    this.id = id;
  }

  static Strategy make(BtcHolder owner, BitcoinPurse purse, List<Map<String, Object>> steps) {
    Gateway.Answer made =
        owner
            .network()
            .partner()
            .post("/v1/plans", Map.of("owner", owner.account().address(), "steps", steps))
            .orFail("making a plan");
    return new Strategy(owner, purse, made.json().path("id").asString());
  }

  /** As its partner sees it. */
  JsonNode look() {
    return owner.network().partner().get("/v1/plans/" + id).orFail("asking for a plan").json();
  }

  String state() {
    return look().path("state").asString();
  }

  /** What each step is and how far, in order; what takes back comes last. */
  List<String> steps() {
    return look()
        .path("steps")
        .valueStream()
        .map(step -> step.path("kind").asString() + " " + step.path("state").asString())
        .toList();
  }

  /** Takes the step whose turn it is, once. */
  void goOn() {
    for (JsonNode step : look().path("steps")) {
      int position = step.path("position").asInt();
      boolean isReady = step.path("state").asString().equals("READY");
      if (isReady && !taken.contains(position) && take(step)) {
        taken.add(position);
      }
    }
  }

  private boolean take(JsonNode step) {
    JsonNode payTo = step.path("payTo");
    if (payTo.isObject()) {
      String address = ask(payTo).orFail("asking where to pay").json().path("address").asString();
      purse.pay(address, step.path("amount").asLong());
      return true;
    }
    List<JsonNode> calls = step.path("calls").valueStream().toList();
    List<Wei> values = new ArrayList<>();
    for (JsonNode call : calls) {
      Optional<Wei> value = value(call);
      if (value.isEmpty()) {
        return false;
      }
      values.add(value.get());
    }
    for (int at = 0; at < calls.size(); at++) {
      sign(calls.get(at), values.get(at));
    }
    return true;
  }

  /** What is quoted where nothing is known beforehand; nobody quotes what cannot arrive yet. */
  private Optional<Wei> value(JsonNode call) {
    if (!call.path("valueFrom").asString("").equals("quote")) {
      return Optional.of(Wei.parse(call.path("value").asString()));
    }
    Gateway.Answer quoted = ask(call.path("ask"));
    return quoted.status() == CREATED
        ? Optional.of(Quote.of(quoted.json()).total())
        : Optional.empty();
  }

  /** The path is what a URL has behind the gateway's address. */
  private Gateway.Answer ask(JsonNode question) {
    return owner.network().partner().post(question.path("path").asString(), question.path("body"));
  }

  private void sign(JsonNode call, Wei value) {
    EvmAddress to = new EvmAddress(call.path("to").asString());
    owner
        .network()
        .chain(call.path("chain").asString())
        .wallet(owner.account())
        .send(new Wallet.Action(to, call.path("data").asString(), value));
  }

  /** The message that a step began with, once it is said. */
  Optional<TxId> message(int position) {
    return look()
        .path("steps")
        .path(position - 1)
        .path("facts")
        .valueStream()
        .map(fact -> fact.path("fact").asString())
        .filter(fact -> fact.startsWith(MESSAGE))
        .map(fact -> new TxId(fact.substring(MESSAGE.length(), fact.indexOf('/'))))
        .findFirst();
  }
}
