// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import io.settlement.gateway.identity.IdentitySettings.Keys;
import io.settlement.kit.problem.Problem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What is done with keys; who may do it is the controller's. */
@Service
class KeyDesk {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 8;
  private static final int SECRET_BYTES = 32;

  private final KeyBook book;
  private final StoredKeys stored;
  private final PartnersOnRecord partners;
  private final TransactionOperations transactions;
  private final Keys settings;
  private final Clock clock;

  KeyDesk(
      KeyBook book,
      StoredKeys stored,
      PartnersOnRecord partners,
      TransactionOperations transactions,
      IdentitySettings settings,
      Clock clock) {
    this.book = book;
    this.stored = stored;
    this.partners = partners;
    this.transactions = transactions;
    this.settings = settings.keys();
    this.clock = clock;
  }

  /**
   * What a new key is to be.
   *
   * @param expiresAt the usual lifetime from now when null
   */
  record Wanted(
      String name,
      String label,
      List<String> scopes,
      List<String> payers,
      @Nullable Instant expiresAt) {}

  /** Makes a key; the answer alone has its secret. */
  ListedKey make(Wanted wanted, String by) {
    Instant now = now();
    String id = "stl_" + random(ID_BYTES);
    ListedKey key =
        new ListedKey(
            id,
            wanted.name(),
            wanted.label(),
            wanted.scopes(),
            wanted.payers(),
            ListedKey.Source.STORED,
            now,
            by,
            expiry(wanted.expiresAt(), now),
            null,
            null,
            null,
            null);
    String secret = secretOf(id);
    transactions.executeWithoutResult(
        status -> {
          book.add(key, Hashes.sha256(secret), settings.maxPerName(), now);
          partners.put();
        });
    stored.forget(id);
    return key.with(secret);
  }

  List<KeyBook.Row> list(@Nullable String name, long before, int limit) {
    return book.list(name, before, limit, now());
  }

  /** One that opens or did. */
  ListedKey known(String id) {
    return book.find(id, now()).orElseThrow(KeyDesk::unknown);
  }

  /** Another secret for a key that opens. */
  ListedKey rotate(String id, @Nullable Duration overlap) {
    Instant now = now();
    ListedKey key = known(id);
    if (key.revokedAt() != null || !now.isBefore(expiresAt(key))) {
      throw Problem.conflict("key-ended", "the key is revoked or has expired: make another");
    }
    Duration wanted = overlap == null ? settings.overlap() : overlap;
    if (wanted.isNegative() || wanted.compareTo(settings.longestOverlap()) > 0) {
      throw Problem.unprocessable(
          "invalid-overlap", "overlap is from PT0S to " + settings.longestOverlap());
    }
    String secret = secretOf(id);
    transactions.executeWithoutResult(
        status -> book.rotate(id, Hashes.sha256(secret), wanted, now));
    stored.forget(id);
    return known(id).with(secret);
  }

  void revoke(String id, String by) {
    known(id);
    transactions.executeWithoutResult(
        status -> {
          book.revoke(id, by, now());
          partners.put();
        });
    stored.forget(id);
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
  void forgetOld() {
    book.forgetEndedBefore(now().minus(settings.keep()));
  }

  static Problem unknown() {
    return Problem.notFound("unknown-key", "there is no such key for you");
  }

  private Instant expiry(@Nullable Instant wanted, Instant now) {
    if (wanted == null) {
      return now.plus(settings.lifetime());
    }
    if (!wanted.isAfter(now) || wanted.isAfter(now.plus(settings.longestLifetime()))) {
      throw Problem.unprocessable(
          "invalid-expiry",
          "expiresAt is in the future, by %d days at most"
              .formatted(settings.longestLifetime().toDays()));
    }
    return wanted.truncatedTo(ChronoUnit.MICROS);
  }

  private static Instant expiresAt(ListedKey key) {
    return key.expiresAt() == null ? Instant.MAX : key.expiresAt();
  }

  private static String secretOf(String id) {
    return id + "_" + random(SECRET_BYTES);
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
