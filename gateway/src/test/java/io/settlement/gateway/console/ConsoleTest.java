// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.settlement.events.EventCodec;
import io.settlement.events.GasEvent;
import io.settlement.events.Golden;
import io.settlement.events.MessageEvent;
import io.settlement.events.SuiteEvent;
import io.settlement.events.value.TxId;
import io.settlement.gateway.GatewayWorld;
import io.settlement.gateway.Issuer;
import io.settlement.gateway.StubService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The console as a browser shows it: a real one, before this gateway with its database and broker.
 * What the other services say is in {@code console/browser/answers.json}, and in {@code walk.json}
 * what they say to an application on its way, in their own words.
 */
class ConsoleTest extends GatewayWorld {
  private static final Path CONSOLE = Path.of(System.getProperty("basedir", "."), "console");
  private static final Path BROWSER = CONSOLE.resolve("browser");
  private static final StubService STAGE = StubService.start("stage");
  private static final int MANY = 100_000;
  private static final long PATIENCE_MINUTES = 6;

  private static final MessageEvent.MessageObserved OBSERVED =
      Golden.read(MessageEvent.MessageObserved.class);
  private static final TxId SETTLED = OBSERVED.txid();
  private static final TxId PARKED = new TxId("0x" + "0a".repeat(32));
  private static final TxId SHORT = new TxId("0x" + "0b".repeat(32));
  private static final TxId MOVING = new TxId("0x" + "0c".repeat(32));

  @Test
  void isUsedByKeyboardByEyeAndByEarOnAnyScreenAndStaysLive() throws Exception {
    letServicesAnswer();
    SignInDesk desk = new SignInDesk(ISSUER, address() + "/console/signed-in");
    Issuer.DESK.answer(desk::answer);
    STAGE.answer(this::moveOn);
    kafka.send(life());
    Awaitility.await()
        .until(
            () ->
                Stream.of(SETTLED, PARKED, SHORT, MOVING)
                    .allMatch(txid -> partner.get("/v1/messages/" + txid).status() == 200));
    Awaitility.await()
        .until(() -> "PARKED".equals(stage(PARKED)) && "SETTLED".equals(stage(SETTLED)));

    assertThat(
            browse(
                "pages.test.mjs",
                "onboarding.test.mjs",
                "sign-in.test.mjs",
                "registrations.test.mjs"))
        .isZero();

    assertThat(RELAYER.last().header("Authorization")).startsWith("Bearer ");
    assertThat(desk.renewed()).isPositive();
  }

  @Test
  void isFastOnManyMessages() throws Exception {
    letServicesAnswer();
    jdbc.sql(
            """
            insert into message (txid, stage, ended, outcome, from_handler, to_handler, sender, amount)
            select '0x' || lpad(to_hex(n), 64, '0'), 'SETTLED', true, 'SUCCESS',
                   'Alpha:0x' || repeat('11', 20), 'Beta:0x' || repeat('22', 20),
                   '0x' || repeat('33', 20), n
            from generate_series(1, ?) as n
            """)
        .param(MANY)
        .update();

    assertThat(browse("many.test.mjs")).isZero();
  }

  private static void letServicesAnswer() {
    Answers answers =
        new Answers(List.of(BROWSER.resolve("answers.json"), BROWSER.resolve("walk.json")));
    for (StubService service : List.of(REGISTRY, GAS, ARTIFACT, RELAYER, OBSERVER)) {
      service.answer(answers::answer);
    }
  }

  private String stage(TxId txid) {
    return partner.get("/v1/messages/" + txid).text("stage");
  }

  /** Runs files of tests in a browser; what they say is the build's. */
  private int browse(String... files) throws IOException, InterruptedException {
    Path pictures = CONSOLE.resolveSibling("target/console-pictures");
    Files.createDirectories(pictures);
    Path told = pictures.resolve(files[0] + ".log");
    List<String> command =
        Stream.concat(
                Stream.of("node", "--test", "--test-reporter=spec"),
                Stream.of(files).map(file -> "browser/" + file))
            .toList();
    ProcessBuilder node =
        new ProcessBuilder(command)
            .directory(CONSOLE.toFile())
            .redirectErrorStream(true)
            .redirectOutput(told.toFile());
    node.environment()
        .putAll(
            Map.of(
                "GATEWAY", address(),
                "STAGE", STAGE.address(),
                "PARTNER", PARTNER,
                "OPERATOR", OPERATOR,
                "PICTURES", pictures.toAbsolutePath().toString(),
                "SETTLED", SETTLED.hex(),
                "PARKED", PARKED.hex(),
                "SHORT", SHORT.hex(),
                "MOVING", MOVING.hex()));
    Process running = node.start();
    boolean done = running.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
    if (!done) {
      running.destroyForcibly().waitFor();
    }
    int code = done ? running.exitValue() : -1;
    if (code != 0) {
      System.out.println(Files.readString(told));
    }
    return code;
  }

  /** Four messages: one that has ended, one that is parked, one short of gas, one on its way. */
  private static List<SuiteEvent> life() {
    List<SuiteEvent> sent = List.of(OBSERVED, Golden.read(MessageEvent.MessageFinal.class));
    List<SuiteEvent> delivering =
        Stream.concat(
                sent.stream(),
                Stream.of(
                    Golden.read(MessageEvent.GasPrepaid.class),
                    Golden.read(GasEvent.GasCovered.class),
                    Golden.read(MessageEvent.MessageAdmitted.class),
                    Golden.read(MessageEvent.TransactionSent.class)))
            .toList();
    List<SuiteEvent> ending =
        List.of(
            Golden.read(MessageEvent.MessageDelivered.class),
            Golden.read(MessageEvent.MessageSettled.class),
            Golden.read(GasEvent.RefundDue.class),
            Golden.read(MessageEvent.RefundPaid.class),
            Golden.read(GasEvent.GasAccountClosed.class));
    return Stream.of(
            Stream.concat(delivering.stream(), ending.stream()),
            of(PARKED, Stream.concat(sent.stream(), Stream.of(parked()))),
            of(
                SHORT,
                Stream.concat(sent.stream(), Stream.of(Golden.read(GasEvent.GasShort.class)))),
            of(MOVING, delivering.stream()))
        .flatMap(facts -> facts)
        .toList();
  }

  private static SuiteEvent parked() {
    return Golden.read(MessageEvent.MessageParked.class);
  }

  private static Stream<SuiteEvent> of(TxId txid, Stream<? extends SuiteEvent> facts) {
    return facts.map(
        fact -> {
          String json = new String(EventCodec.encode(fact), UTF_8);
          return EventCodec.decode(
              fact.topic(), json.replace(SETTLED.hex(), txid.hex()).getBytes(UTF_8));
        });
  }

  /** Lets what is on its way arrive. */
  private void moveOn(HttpExchange exchange) throws IOException {
    kafka.send(of(MOVING, Stream.of(Golden.read(MessageEvent.MessageDelivered.class))).toList());
    StubService.write(exchange, 200, "application/json", "{}");
  }
}
