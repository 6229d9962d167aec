// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.door;

import io.settlement.events.value.EvmAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys that open the door. The file holds their SHA-256 hashes, never the keys: {@code
 * [{"name": "acme", "sha256": "<64 hexadecimal digits>", "scopes": ["partner"], "payers":
 * ["0x…"]}]}.
 */
@Component
class ApiKeys {
  private static final String PROPERTY = "settlement.gateway.api-keys-file";
  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Set<String> SCOPES = Set.of("partner", "operator");

  /** They travel in a header of every request to a service. */
  private static final int MOST_PAYERS = 64;

  private final List<Known> known;

  ApiKeys(DoorSettings settings, JsonMapper json) {
    this.known = read(settings.apiKeysFile(), json);
  }

  /**
   * Who a key belongs to.
   *
   * @param name of the partner or operator
   * @param scopes what it may do
   * @param payers accounts whose money it may see
   */
  record ApiKey(String name, Set<String> scopes, Set<EvmAddress> payers) {}

  private record Line(
      @Nullable String name,
      @Nullable String sha256,
      @Nullable Set<String> scopes,
      @Nullable Set<EvmAddress> payers) {}

  private record Known(String hash, ApiKey key) {
    static Known of(Line line) {
      if (line.name() == null || !NAME.matcher(line.name()).matches()) {
        throw new IllegalArgumentException("a key has no proper name");
      }
      if (line.sha256() == null || !HASH.matcher(line.sha256()).matches()) {
        throw new IllegalArgumentException("sha256 of " + line.name() + " is not a SHA-256 hash");
      }
      if (line.scopes() == null || line.scopes().isEmpty() || !SCOPES.containsAll(line.scopes())) {
        throw new IllegalArgumentException("scopes of " + line.name() + " are not among " + SCOPES);
      }
      Set<EvmAddress> payers = line.payers() == null ? Set.of() : Set.copyOf(line.payers());
      if (payers.size() > MOST_PAYERS) {
        throw new IllegalArgumentException(
            line.name() + " has more than " + MOST_PAYERS + " payers");
      }
      return new Known(
          line.sha256().toLowerCase(Locale.ROOT),
          new ApiKey(line.name(), Set.copyOf(line.scopes()), payers));
    }
  }

  /** Looks at every key, whatever is given, so that the time it takes tells nothing. */
  Optional<ApiKey> find(String presented) {
    byte[] hash = sha256(presented).getBytes(StandardCharsets.US_ASCII);
    Optional<ApiKey> found = Optional.empty();
    for (Known candidate : known) {
      if (MessageDigest.isEqual(candidate.hash().getBytes(StandardCharsets.US_ASCII), hash)) {
        found = Optional.of(candidate.key());
      }
    }
    return found;
  }

  /** Whose keys there are. */
  List<ApiKey> all() {
    return known.stream().map(Known::key).toList();
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static List<Known> read(Path file, JsonMapper json) {
    try {
      Line[] lines = json.readValue(Files.readAllBytes(file), Line[].class);
      return Arrays.stream(lines).map(Known::of).toList();
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      throw new InvalidConfigurationPropertyValueException(
          PROPERTY, file, "cannot be used as the list of API keys: " + e);
    }
  }
}
