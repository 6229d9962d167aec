// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line of the log, as a service writes it where nobody says otherwise. */
class LogLineTest {
  private static final String TXID = "0x" + "ab".repeat(32);

  @Test
  void aLineIsJsonWithTheMessageAndTheChainAsFields() {
    JsonNode line =
        lineOf(
            log ->
                log.atWarn()
                    .addKeyValue("txid", TXID)
                    .addKeyValue("chain", "Alpha")
                    .addKeyValue("reason", "SIGNATURES_MISSING")
                    .setCause(new IllegalStateException("a line\nbroken in two"))
                    .log("message stage"));

    assertThat(line.path("message").asString()).isEqualTo("message stage");
    assertThat(line.path("txid").asString()).isEqualTo(TXID);
    assertThat(line.path("chain").asString()).isEqualTo("Alpha");
    assertThat(line.path("reason").asString()).isEqualTo("SIGNATURES_MISSING");
    assertThat(line.path("log").path("level").asString()).isEqualTo("WARN");
    assertThat(line.path("error").path("message").asString()).isEqualTo("a line\nbroken in two");
    assertThat(line.path("@timestamp").asString()).endsWith("Z");
  }

  @Test
  void forPeopleALineIsPlainAndStillSaysWhatItIsAbout() {
    LoggerContext context = new LoggerContext();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setPattern(said("logging.pattern.console"));

    String line =
        lineOf(
            context,
            encoder,
            log ->
                log.atWarn()
                    .addKeyValue("txid", TXID)
                    .setCause(new IllegalStateException("away"))
                    .log("message stage"));

    assertThat(line).matches("(?s)[0-9:.]{12} WARN  test +message stage txid=" + TXID + "\\R.*");
    assertThat(line).contains("IllegalStateException: away");
  }

  private static JsonNode lineOf(Consumer<Logger> saying) {
    LoggerContext context = new LoggerContext();
    context.putObject(Environment.class.getName(), new MockEnvironment());
    StructuredLogEncoder encoder = new StructuredLogEncoder();
    encoder.setFormat(said("logging.structured.format.console"));

    String text = lineOf(context, encoder, saying);

    assertThat(text.strip()).doesNotContain("\n");
    return JsonMapper.builder().build().readTree(text);
  }

  private static String lineOf(
      LoggerContext context, Encoder<ILoggingEvent> encoder, Consumer<Logger> saying) {
    context.setMDCAdapter(new LogbackMDCAdapter());
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.setContext(context);
    appender.start();
    Logger log = context.getLogger("test");
    log.addAppender(appender);
    encoder.setContext(context);
    encoder.start();

    saying.accept(log);

    return new String(encoder.encode(appender.list.getFirst()), StandardCharsets.UTF_8);
  }

  /** What the defaults of all services say. */
  private static String said(String property) {
    YamlPropertiesFactoryBean defaults = new YamlPropertiesFactoryBean();
    defaults.setResources(new ClassPathResource("settlement-defaults.yml"));
    return String.valueOf(Objects.requireNonNull(defaults.getObject()).getProperty(property));
  }
}
