// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.NamingConvention;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.MessageEvent.MessageParked;
import io.settlement.events.Reference;
import io.settlement.events.SuiteEvent;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.RouteId;
import io.settlement.kit.test.TestTokens;
import io.settlement.relayer.world.Accounts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatusCode;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * Steps of docs/runbook.md, followed: something is broken, the alarm's own condition is seen to
 * hold, the steps are done, and it holds no longer.
 */
class RunbookTest extends QuietCourier {
  private static final Pattern CONDITION =
      Pattern.compile(
          "max(?: by \\(\\w+\\))? ?\\((\\w+)(?:\\{(\\w+)=~?\"([^\"]+)\"})?\\) > ([0-9.]+)");

  /** What the gateway calls /v1/waiting. */
  private static final String WAITING = "/v1/messages";

  private static final NamingConvention NAMES = new PrometheusNamingConvention();
  private static final CrossChainMessage REAL = CHAINS.send(78, 0);

  @Autowired private MeterRegistry meters;

  @BeforeEach
  void begin() {
    knowTheRegistry();
    // What other tests left is not what is wrong here.
    jdbc.sql(
            "UPDATE message SET stage = 'SETTLED', outcome = 'SUCCESS', reason = NULL WHERE stage ="
                + " 'PARKED'")
        .update();
    jdbc.sql("UPDATE message SET updated_at = now() WHERE stage = 'FINAL'").update();
  }

  @Test
  void messagesParked() {
    CrossChainMessage message = another(REAL);
    handle(deliverable(message));
    jdbc.sql("UPDATE intent SET state = 'PARKED' WHERE txid = ?")
        .param(message.txid().hex())
        .update();
    handle(new MessageParked(message.txid(), "DELIVER", "RPC", "gave up", Instant.now()));

    awaitAlarm("MessagesParked", true);
    assertThat(call("GET", WAITING + "?stage=PARKED&reason=RPC")).contains(message.txid().hex());
    assertThat(call("GET", path(message) + "/trial")).contains("DELIVER");
    call("POST", path(message) + "/redrive", Map.of("because", "node is back"));
    awaitAlarm("MessagesParked", false);
    await()
        .untilAsserted(
            () ->
                assertThat(rows("SELECT state FROM intent WHERE txid = ?", message.txid()))
                    .containsExactly("{state=MINED}"));
  }

  @Test
  void stopStands() {
    CrossChainMessage message = another(REAL);
    String route = new RouteId(message.from(), message.to()).toString();
    call("POST", "/v1/stops", Map.of("scope", "ROUTE", "subject", route, "because", "drill"));
    handle(deliverable(message));

    awaitAlarm("StopStands", true);
    assertThat(standing(message.txid())).isEqualTo("HELD PAUSED");
    assertThat(call("GET", "/v1/stops")).contains(route, "drill");
    String subject = URLEncoder.encode(route, StandardCharsets.UTF_8);
    call("DELETE", "/v1/stops?scope=ROUTE&subject=" + subject + "&because=over");
    awaitAlarm("StopStands", false);
    awaitStanding(message.txid(), "ADMITTED");
  }

  @Test
  void signaturesMissing() {
    CrossChainMessage message = another(REAL);
    List<SuiteEvent> facts = deliverable(message);
    handle(facts.subList(0, facts.size() - 1));
    jdbc.sql("UPDATE message SET updated_at = now() - interval '6 minutes' WHERE txid = ?")
        .param(message.txid().hex())
        .update();

    awaitAlarm("SignaturesMissing", true);
    assertThat(call("GET", WAITING + "?stage=FINAL&reason=SIGNATURES_MISSING"))
        .contains(message.txid().hex());
    String missing = missing(call("GET", path(message) + "/attestations"));
    assertThat(missing)
        .contains(TestKeys.VALIDATOR_2.address().hex())
        .doesNotContain(TestKeys.VALIDATOR_1.address().hex());
    // The second validator is back, and signs what it missed.
    handle(facts.getLast());
    awaitAlarm("SignaturesMissing", false);
    assertThat(standing(message.txid())).isEqualTo("ADMITTED");
  }

  @Test
  void laneParked() {
    for (int i = 0; i < 5; i++) {
      CHAINS.transact("Beta", Accounts.REFUNDER, Accounts.STRANGER, new byte[0], 1);
    }

    awaitAlarm("LaneParked", true);
    assertThat(call("GET", "/v1/lanes")).contains("FOREIGN_NONCE");
    call("POST", "/v1/lanes/Beta/0/resume");
    awaitAlarm("LaneParked", false);
    assertThat(call("GET", "/v1/lanes")).doesNotContain("FOREIGN_NONCE");
  }

  /** Who has not signed the message for its destination. */
  private static String missing(String report) {
    return JsonMapper.shared().readTree(report).at("/legs/0/missing").toString();
  }

  private static String path(CrossChainMessage message) {
    return "/v1/messages/" + message.txid().hex();
  }

  private String call(String method, String path, Object... body) {
    var answer = request(method, path, TestTokens.operator(), body);
    assertThat(answer.getStatusCode()).matches(HttpStatusCode::is2xxSuccessful);
    return Objects.requireNonNullElse(answer.getBody(), "");
  }

  private void awaitAlarm(String name, boolean standing) {
    await().untilAsserted(() -> assertThat(holds(name)).as(name).isEqualTo(standing));
  }

  /** The condition of the alarm as the chart has it, for what this service's meters say now. */
  private boolean holds(String alarm) {
    Object values =
        new Yaml()
            .load(Reference.read(Reference.inRepository("helm/settlement-suite/values.yaml")));
    String condition =
        String.valueOf(at(at(at(at(at(values, "monitoring"), "rules"), "alerts"), alarm), "expr"));
    return Arrays.stream(condition.split(" and on \\(\\) ")).allMatch(this::exceeds);
  }

  private boolean exceeds(String comparison) {
    Matcher parts = CONDITION.matcher(comparison);
    assertThat(parts.matches()).as(comparison).isTrue();
    double bound = Double.parseDouble(parts.group(4));
    List<Meter> series = series(parts.group(1), parts.group(2), parts.group(3)).toList();
    assertThat(series).as(comparison).isNotEmpty();
    return series.stream()
        .mapToDouble(meter -> meter.measure().iterator().next().getValue())
        .anyMatch(value -> value > bound);
  }

  private Stream<Meter> series(String metric, @Nullable String tag, @Nullable String pattern) {
    return meters.getMeters().stream()
        .filter(
            meter ->
                NAMES
                    .name(
                        meter.getId().getName(),
                        meter.getId().getType(),
                        meter.getId().getBaseUnit())
                    .equals(metric))
        .filter(
            meter ->
                tag == null
                    || pattern == null
                    || Objects.requireNonNullElse(meter.getId().getTag(tag), "").matches(pattern));
  }

  private static Object at(Object tree, String word) {
    return Objects.requireNonNull(((Map<?, ?>) tree).get(word), word);
  }
}
