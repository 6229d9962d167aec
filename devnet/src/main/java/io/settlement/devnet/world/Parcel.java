// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.process.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one container is told and nothing else: its configuration, and the key files that it names.
 *
 * @param folder that becomes the container's own
 * @param mounted what the container calls that folder
 */
record Parcel(Path folder, Path mounted) {
  private static final String KEYS = "keys";

  /**
   * Packs it.
   *
   * @param config what the service is told
   * @param keys where all keys of the world lie; those named in config come along
   */
  void pack(Path config, Path keys) {
    try {
      Files.createDirectories(folder.resolve(KEYS));
      String told = Files.readString(config);
      Matcher named = Pattern.compile(Pattern.quote(keys + "/") + "([\\w.-]+)").matcher(told);
      while (named.find()) {
        String file = named.group(1);
        RunFolder.writePrivately(
            folder.resolve(KEYS).resolve(file), Files.readString(keys.resolve(file)));
      }
      RunFolder.writePrivately(
          folder.resolve("application.yml"), told.replace(keys + "/", mounted.resolve(KEYS) + "/"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
