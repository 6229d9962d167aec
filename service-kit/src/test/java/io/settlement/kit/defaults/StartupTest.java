// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.defaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.kit.demo.DemoApplication;
import io.settlement.kit.test.Databases;
import io.settlement.kit.test.TestTokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartupTest {
  @TempDir private Path folder;

  @Test
  void withoutTheInternalKeyTheServiceDoesNotStartAndSaysWhyInOneSentence(CapturedOutput output) {
    refuseToStart("settlement.security.internal-key-file=" + folder.resolve("none"));

    assertThat(output)
        .contains("(settlement.security.internal-key-file) cannot be read")
        .doesNotContain("\tat ");
  }

  @Test
  void anUnsetInternalKeyIsNamed(CapturedOutput output) {
    refuseToStart("settlement.security.internal-key-file=");

    assertThat(output).contains("settlement.security.internal-key-file is not set");
  }

  @Test
  void aShortInternalKeyIsRefused(CapturedOutput output) throws Exception {
    Path file = Files.writeString(folder.resolve("short.key"), "c2hvcnQ=\n");
    refuseToStart("settlement.security.internal-key-file=" + file);

    assertThat(output).contains("has 5 bytes, at least 32 are needed").doesNotContain("c2hvcnQ");
  }

  @Test
  void withoutABrokerTheServiceDoesNotStartAndSaysWhyInOneSentence(CapturedOutput output) {
    refuseToStart(
        "settlement.security.internal-key-file=" + TestTokens.keyFile(),
        "spring.kafka.bootstrap-servers=127.0.0.1:1",
        "settlement.kafka.startup-timeout=2s");

    assertThat(output).contains("Kafka at 127.0.0.1:1 did not list its topics").contains("PT2S");
  }

  private static void refuseToStart(String... settings) {
    List<String> arguments = new ArrayList<>();
    for (String setting : settings) {
      arguments.add("--" + setting);
    }
    arguments.add("--spring.application.name=demo");
    arguments.add("--server.port=0");
    arguments.add("--spring.datasource.url=" + Databases.fresh());
    arguments.add("--spring.datasource.username=postgres");
    arguments.add("--spring.datasource.password=postgres");
    arguments.add("--spring.flyway.locations=classpath:db/kit,classpath:db/demo");
    assertThatThrownBy(
            () ->
                new SpringApplicationBuilder(DemoApplication.class)
                    .run(arguments.toArray(String[]::new)))
        .isInstanceOf(RuntimeException.class);
  }
}
