// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.value.Hex;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The runtime code of every released contract, without what differs by deployment: the places of
 * immutables are zeroed before it is hashed. The contracts are built without metadata.
 */
@Component
class ReleasedBuilds {
  private static final String RESOURCE = "/released-builds.json";

  private final List<Build> builds;

  /**
   * A contract as released.
   *
   * @param length of the runtime code, bytes
   * @param immutables first byte and number of bytes of each
   * @param sha256 of the code with those zeroed
   */
  record Build(String contract, String release, int length, List<int[]> immutables, String sha256) {

    private boolean is(byte[] code) {
      if (code.length != length) {
        return false;
      }
      byte[] masked = code.clone();
      immutables.forEach(place -> Arrays.fill(masked, place[0], place[0] + place[1], (byte) 0));
      return sha256.equals(Hex.encode(ReleasedBuilds.sha256(masked)));
    }
  }

  /** As the file has it. */
  record Released(List<Build> builds) {}

  ReleasedBuilds(JsonMapper json) {
    try (InputStream file = ReleasedBuilds.class.getResourceAsStream(RESOURCE)) {
      builds = List.copyOf(json.readValue(file, Released.class).builds());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The release that the code of a contract is of. */
  Optional<String> release(String contract, byte[] code) {
    return builds.stream()
        .filter(build -> build.contract().equals(contract) && build.is(code))
        .map(Build::release)
        .findFirst();
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
