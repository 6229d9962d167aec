// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A booking in its place in the chain of its artifact: the hash covers it and the hash before it.
 * The database takes the same hash in {@code booking_hash}, in its own words, when it verifies.
 *
 * @param at not before the one before it, in microseconds as the database keeps them
 */
record Chained(Booking booking, long seq, String hash, Instant at) {

  /** The newest booking of an artifact. */
  record Head(String artifact, long seq, String hash, Instant at) {

    /** The booking that follows. */
    Chained next(Booking booking, Instant now) {
      Instant micros = now.truncatedTo(ChronoUnit.MICROS);
      Instant later = micros.isBefore(at) ? at : micros;
      long number = seq + 1;
      return new Chained(booking, number, sha256(text(booking, number, later, hash)), later);
    }
  }

  Head head() {
    return new Head(booking.artifact(), seq, hash, at);
  }

  private static String text(Booking booking, long seq, Instant at, String previous) {
    Place place = booking.place();
    String entries =
        booking.entries().stream()
            .map(entry -> entry.chain() + "," + entry.account() + "," + entry.amount())
            .collect(Collectors.joining(";"));
    return String.join(
        "|",
        booking.artifact(),
        Long.toString(seq),
        booking.cause(),
        booking.movement().name(),
        place.chain().value(),
        Objects.toString(place.block(), ""),
        Objects.toString(place.txHash(), ""),
        Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)),
        entries,
        previous);
  }

  private static String sha256(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
