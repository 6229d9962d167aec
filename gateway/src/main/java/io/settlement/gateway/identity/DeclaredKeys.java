// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import io.settlement.events.value.EvmAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
 * The keys that whoever installs the gateway declares, the first admin's among them. The file holds
 * their SHA-256 hashes, never the keys: {@code [{"name": "acme", "sha256": "<64 hexadecimal
 * digits>", "scopes": ["partner"], "payers": ["0x…"]}]}. It is read once.
 */
@Component
class DeclaredKeys {
  private static final String PROPERTY = "settlement.gateway.api-keys-file";
  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern NAME = Pattern.compile(Caller.NAME);
  private static final String ID = "declared_";
  private static final int ID_DIGITS = 16;

  private final List<Known> known;

  DeclaredKeys(IdentitySettings settings, JsonMapper json) {
    this.known = read(settings.apiKeysFile(), json);
  }

  private record Line(
      @Nullable String name,
      @Nullable String sha256,
      @Nullable Set<String> scopes,
      @Nullable Set<EvmAddress> payers) {}

  private record Known(String hash, Caller caller) {
    static Known of(Line line) {
      if (line.name() == null || !NAME.matcher(line.name()).matches()) {
        throw new IllegalArgumentException("a key has no proper name");
      }
      if (line.sha256() == null || !HASH.matcher(line.sha256()).matches()) {
        throw new IllegalArgumentException("sha256 of " + line.name() + " is not a SHA-256 hash");
      }
      if (line.scopes() == null
          || line.scopes().isEmpty()
          || !Caller.SCOPES.containsAll(line.scopes())) {
        throw new IllegalArgumentException(
            "scopes of " + line.name() + " are not among " + Caller.SCOPES);
      }
      Set<EvmAddress> payers = line.payers() == null ? Set.of() : Set.copyOf(line.payers());
      if (payers.size() > Caller.MOST_PAYERS) {
        throw new IllegalArgumentException(
            line.name() + " has more than " + Caller.MOST_PAYERS + " payers");
      }
      String hash = line.sha256().toLowerCase(Locale.ROOT);
      return new Known(
          hash, new Caller(line.name(), Set.copyOf(line.scopes()), payers, idOf(hash)));
    }

    /** The hash of a hash tells nothing of a key, however short it is. */
    private static String idOf(String hash) {
      return ID + Hashes.sha256(hash).substring(0, ID_DIGITS);
    }
  }

  /** Looks at every key, whatever is given, so that the time it takes tells nothing. */
  Optional<Caller> find(String presented) {
    String hash = Hashes.sha256(presented);
    Optional<Caller> found = Optional.empty();
    for (Known candidate : known) {
      if (Hashes.areEqual(candidate.hash(), hash)) {
        found = Optional.of(candidate.caller());
      }
    }
    return found;
  }

  /** Whose keys there are. */
  List<Caller> all() {
    return known.stream().map(Known::caller).toList();
  }

  /** Whether an id is of a key in the file; those are changed there alone. */
  boolean has(String id) {
    return known.stream().anyMatch(one -> one.caller().credential().equals(id));
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
