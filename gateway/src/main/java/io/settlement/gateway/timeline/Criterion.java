// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import static java.util.stream.Collectors.joining;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.Stage;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that is asked of a message, {@code m} in its SQL.
 *
 * @param rank those of a lower rank are found before others: what fewer messages share comes first
 * @param ways by which such messages are found, each an index in the order of lists; none when so
 *     many are such that it is no way to find one
 * @param holds whether it is true of a message
 * @param values for the parameters of each way, and of {@code holds} in their order
 */
record Criterion(int rank, List<Way> ways, String holds, List<String> values) {

  /**
   * An index.
   *
   * @param from the tables it reads
   * @param key the table that has the order
   * @param where what is looked up
   */
  record Way(String from, String key, String where) {
    /** All messages by time; the condition names the index. */
    static final Way BY_TIME = ofMessages("m.seq > 0");

    static Way ofMessages(String where) {
      return new Way("message m", "m", where);
    }

    private static Way ofStandings(String where) {
      return new Way("message_standing s join message m on m.seq = s.seq", "s", where);
    }
  }

  private static final Way BY_TRANSACTION =
      new Way(
          "message_tx t join message m on m.seq = t.seq",
          "m",
          "t.tx_hash = decode(substr(?, 3), 'hex')");
  private static final String HAS_TRANSACTION =
      """
      exists (select from message_tx t
              where t.tx_hash = decode(substr(?, 3), 'hex') and t.seq = m.seq)
      """;

  /** Its txid, or the hash of any of its transactions. */
  static Criterion named(Hash hash) {
    return new Criterion(
        0,
        List.of(Way.ofMessages("m.txid = ?"), BY_TRANSACTION),
        "(m.txid = ? or " + HAS_TRANSACTION + ")",
        List.of(hash.hex()));
  }

  /** A transaction of it, on any chain. */
  static Criterion transaction(Hash hash) {
    return new Criterion(0, List.of(BY_TRANSACTION), HAS_TRANSACTION, List.of(hash.hex()));
  }

  /** Who sent it or whom it pays. */
  static Criterion address(EvmAddress address) {
    return either(1, address.hex(), "m.sender = ?", "m.receiver = ?");
  }

  /** Where it stands. Nearly all have settled. */
  static Criterion stage(Stage stage) {
    return new Criterion(
        2,
        stage == Stage.SETTLED ? List.of() : List.of(Way.ofStandings("s.stage = ?")),
        "m.stage = ?",
        List.of(stage.name()));
  }

  /** How its handler's work ended. Nearly all succeeded. */
  static Criterion outcome(Outcome outcome) {
    String constant = "'" + outcome + "'";
    return new Criterion(
        3,
        outcome == Outcome.FAILED ? List.of(Way.ofStandings("s.outcome = " + constant)) : List.of(),
        "m.outcome = " + constant,
        List.of());
  }

  /** Between which handlers, in that direction. */
  static Criterion route(RouteId route) {
    String where = "m.from_handler = ? and m.to_handler = ?";
    return new Criterion(
        4,
        List.of(Way.ofMessages(where)),
        "(" + where + ")",
        List.of(route.from().toString(), route.to().toString()));
  }

  /** A handler at either end. */
  static Criterion handler(HandlerId handler) {
    return either(5, handler.toString(), "m.from_handler = ?", "m.to_handler = ?");
  }

  private static Criterion either(int rank, String value, String... conditions) {
    return new Criterion(
        rank,
        Stream.of(conditions).map(Way::ofMessages).toList(),
        Stream.of(conditions).collect(joining(" or ", "(", ")")),
        List.of(value));
  }

  /** The values that {@link #holds} needs. */
  List<String> valuesOfHolds() {
    int times = (int) holds.chars().filter(c -> c == '?').count();
    return times == values.size() ? values : Collections.nCopies(times, values.getFirst());
  }
}
