// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import tools.jackson.databind.json.JsonMapper;

class DeclaredKeysTest {
  /** SHA-256 of "abc", as FIPS 180-2 has it. */
  private static final String ABC =
      "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD";

  @TempDir Path folder;

  @Test
  void knowsAKeyByItsHash() throws IOException {
    DeclaredKeys keys =
        keys(
            "[{\"name\": \"acme\", \"sha256\": \"%s\", \"scopes\": [\"partner\"]}]".formatted(ABC));

    assertThat(keys.find("abc")).hasValueSatisfying(k -> assertThat(k.name()).isEqualTo("acme"));
    assertThat(keys.find("abd")).isEmpty();
    assertThat(keys.find(ABC)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "{}",
        "[{}]",
        "[{\"name\": \"a\", \"sha256\": \"12\", \"scopes\": [\"partner\"]}]",
        "[{\"name\": \"a\", \"sha256\": \"@\", \"scopes\": []}]",
        "[{\"name\": \"a\", \"sha256\": \"@\", \"scopes\": [\"king\"]}]",
        "[{\"name\": \"a\", \"sha256\": \"@\", \"scopes\": [\"partner\"], \"payers\": [\"0x12\"]}]",
        "[{\"name\": \"no spaces\", \"sha256\": \"@\", \"scopes\": [\"partner\"]}]"
      })
  void doesNotStartWithAFileItCannotTrust(String content) {
    assertThatThrownBy(() -> keys(content.replace("@", ABC)))
        .isInstanceOf(InvalidConfigurationPropertyValueException.class)
        .hasMessageContaining("settlement.gateway.api-keys-file");
  }

  @Test
  void doesNotStartWithMorePayersThanATokenCarries() {
    String payers =
        IntStream.rangeClosed(1, 65)
            .mapToObj("\"0x%040x\""::formatted)
            .collect(Collectors.joining(","));

    assertThatThrownBy(
            () ->
                keys(
                    "[{\"name\": \"a\", \"sha256\": \"%s\", \"scopes\": [\"partner\"], \"payers\": [%s]}]"
                        .formatted(ABC, payers)))
        .isInstanceOf(InvalidConfigurationPropertyValueException.class);
  }

  @Test
  void doesNotStartWithoutTheFile() {
    assertThatThrownBy(() -> read(folder.resolve("nowhere.json")))
        .isInstanceOf(InvalidConfigurationPropertyValueException.class);
  }

  private DeclaredKeys keys(String content) throws IOException {
    return read(Files.writeString(folder.resolve("keys.json"), content));
  }

  private static DeclaredKeys read(Path file) {
    return new DeclaredKeys(Settings.of(file), new JsonMapper());
  }
}
