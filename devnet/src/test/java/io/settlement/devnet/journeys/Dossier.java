// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.devnet.journey.Gateway;
import io.settlement.devnet.journey.Network;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An application at the door of the layer.
 *
 * @param applicant whose it is
 * @param operator who decides
 */
record Dossier(String path, Gateway applicant, Gateway operator) {
  private static final String APPLICATIONS = "/v1/onboarding/applications";

  /** Hands one in. */
  static Dossier apply(Network world, Newcomer team) {
    Map<String, Object> paper =
        Map.of(
            "chain", team.name(),
            "chainId", team.chainId(),
            "providers", List.of(Map.of("url", team.rpcUrl(), "operator", team.name() + " nodes")),
            "contacts", List.of(Map.of("name", "Desk", "email", "desk@example.org")),
            "documents",
                List.of(Map.of("kind", "finality", "url", "https://example.org/finality")));
    JsonNode told =
        world.partner().post(APPLICATIONS, paper).orFail("applying for " + team.name()).json();
    assertThat(told.path("stage").asString()).isEqualTo("APPLIED");
    return new Dossier(
        APPLICATIONS + "/" + told.path("id").asString(), world.partner(), world.operator());
  }

  JsonNode decide(String action) {
    Map<String, Object> decision =
        Map.of("action", action, "at", Instant.now().plus(1, ChronoUnit.DAYS));
    return operator.post(path + "/decisions", decision).orFail(action).json();
  }

  void waive(String step, String reason) {
    operator
        .post(path + "/steps/" + step + "/waive", Map.of("reason", reason))
        .orFail("waiving " + step);
  }

  /** Where the contracts are. */
  void state(String network, Map<String, Object> deployment) {
    applicant.put(path + "/deployments/" + network, deployment).orFail("stating " + network);
  }

  /** Lets running services read the chain. */
  void admitNodes(String network) {
    operator.post(path + "/nodes", Map.of("network", network)).orFail("admitting nodes");
  }

  /** Asks the service to look until the step is done: what it hears over Kafka takes its time. */
  void pass(String step) {
    BtcHolder.await(() -> step + ": " + open(step), () -> look(step));
  }

  private boolean look(String step) {
    JsonNode view =
        applicant.post(path + "/steps/" + step + "/check", Map.of()).orFail(step).json();
    return step(view, step).path("standing").asString().equals("PASSED");
  }

  /** What was found and is not as it should be. */
  private List<String> open(String step) {
    JsonNode view = applicant.get(path).orFail("reading " + path).json();
    return step(view, step)
        .at("/latest/findings")
        .valueStream()
        .filter(one -> !one.path("verdict").asString().equals("PASS"))
        .map(JsonNode::toString)
        .toList();
  }

  private static JsonNode step(JsonNode view, String step) {
    return view.path("steps")
        .valueStream()
        .filter(one -> one.path("step").asString().equals(step))
        .findFirst()
        .orElseThrow();
  }
}
