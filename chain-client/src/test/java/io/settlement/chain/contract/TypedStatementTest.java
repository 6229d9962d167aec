// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.keys.TestKeys;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class TypedStatementTest {
  private static final TypedStatement STATEMENT =
      TypedStatement.of("RegisterValidators")
          .text("partner", "acme")
          .text("chain", "Gamma — ü")
          .number("chainId", 31339)
          .address("verifier", TestKeys.NEWCOMER.address())
          .addresses(
              "validators", List.of(TestKeys.VALIDATOR_1.address(), TestKeys.VALIDATOR_2.address()))
          .hash("nonce", new Hash("0x" + "0a".repeat(32)))
          .done();

  /** Foundry's, as the build installs it. */
  private static final Path CAST = Path.of("../contracts/bin/cast").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void aWalletSignsTheSameDigest() throws IOException, InterruptedException {
    Path form = folder.resolve("statement.json");
    Files.writeString(form, new JsonMapper().writeValueAsString(STATEMENT.form()));
    Process wallet =
        new ProcessBuilder(
                CAST.toString(),
                "wallet",
                "sign",
                "--data",
                "--from-file",
                form.toString(),
                "--private-key",
                TestKeys.VALIDATOR_1_HEX)
            .redirectErrorStream(true)
            .start();
    String said = new String(wallet.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(wallet.waitFor()).as(said).isZero();

    assertThat(Signatures.recover(STATEMENT.digest(), Hex.decode(said)))
        .isEqualTo(TestKeys.VALIDATOR_1.address());
  }

  @Test
  void everyFieldCounts() {
    TypedStatement other =
        new TypedStatement(
            STATEMENT.type(),
            STATEMENT.fields().stream()
                .map(
                    one ->
                        one.name().equals("chainId")
                            ? new TypedStatement.Field(one.type(), one.name(), "31340")
                            : one)
                .toList());

    assertThat(other.digest()).isNotEqualTo(STATEMENT.digest());
  }
}
