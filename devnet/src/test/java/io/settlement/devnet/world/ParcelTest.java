// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParcelTest {
  @TempDir Path folder;

  @Test
  void holdsTheKeysItsConfigurationNamesAndNoOthers() throws IOException {
    Path keys = Files.createDirectory(folder.resolve("keys"));
    Files.writeString(keys.resolve("lane-0.json"), "a lane's");
    Files.writeString(keys.resolve("lane-0.password"), "its password");
    Files.writeString(keys.resolve("validator1.json"), "another's");
    Path config = folder.resolve("courier.yml");
    Files.writeString(
        config,
        "lanes:\n  - {keystore: %1$s/lane-0.json, password-file: %1$s/lane-0.password}\n"
            .formatted(keys));
    Path parcel = Files.createDirectory(folder.resolve("parcel"));

    new Parcel(parcel, Path.of("/etc/settlement")).pack(config, keys);

    assertThat(parcel.resolve("application.yml"))
        .hasContent(
            "lanes:\n"
                + "  - {keystore: /etc/settlement/keys/lane-0.json, password-file:"
                + " /etc/settlement/keys/lane-0.password}");
    assertThat(parcel.resolve("keys/lane-0.json")).hasContent("a lane's");
    assertThat(parcel.resolve("keys"))
        .isDirectoryContaining("glob:**lane-0.password")
        .isDirectoryNotContaining("glob:**validator1.json");
    assertThat(Files.getPosixFilePermissions(parcel.resolve("keys/lane-0.password"))).hasSize(2);
  }
}
