// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import io.settlement.events.value.Stage;
import java.math.BigInteger;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the lines about one message add up to. The order in which they are heard means nothing, so
 * topics may overtake each other and a replay tells the same story.
 */
final class Story {
  /** Lines that say nothing about the message as a whole; they need not be read to tell it. */
  static final Set<String> ASIDES =
      Set.of(
          "AttestationSigned",
          "BundleSigned",
          "AttestationRejected",
          "AttestationWanted",
          "MessageWouldBeHeld");

  private static final Set<Stage> RESTING =
      EnumSet.of(Stage.SETTLED, Stage.REFUSED, Stage.ORPHANED);

  private Map<String, String> seen = Map.of();
  private Map<String, String> certain = Map.of();
  private Stage reached = Stage.OBSERVED;
  private @Nullable Instant begun;
  private @Nullable Instant latest;
  private @Nullable Instant observed;
  private @Nullable Instant orphaned;
  private @Nullable Instant finalised;
  private @Nullable Instant moved;
  private @Nullable Instant parked;
  private @Nullable Instant wanting;
  private boolean covered;
  private @Nullable Instant held;
  private @Nullable Instant released;
  private boolean refused;
  private boolean expired;
  private @Nullable String delivered;
  private @Nullable String settled;
  private @Nullable BigInteger paid;
  private @Nullable String required;
  private @Nullable String refunded;
  private Map<String, String> closing = Map.of();

  /** Accounts whose rest the operator pays out, those whose payers claim it, those that got it. */
  private final Set<String> owed = new HashSet<>();

  private final Set<String> claimable = new HashSet<>();
  private final Set<String> paidBack = new HashSet<>();

  private Story() {}

  static Story of(List<Entry> entries) {
    Story story = new Story();
    entries.forEach(story::hear);
    return story;
  }

  void hear(Entry entry) {
    begun = begun == null || entry.at().isBefore(begun) ? entry.at() : begun;
    latest = later(latest, entry.at());
    Map<String, String> detail = entry.detail();
    switch (entry.type()) {
      case "MessageObserved" -> {
        observed = later(observed, entry.at());
        seen = observed.equals(entry.at()) ? detail : seen;
      }
      case "MessageFinal" -> {
        reach(Stage.FINAL);
        finalised = later(finalised, entry.at());
        certain = detail;
      }
      case "MessageOrphaned" -> orphaned = later(orphaned, entry.at());
      case "MessageAdmitted" -> move(Stage.ADMITTED, entry.at());
      case "TransactionSent" -> send(detail.get("purpose"), entry.at());
      case "MessageDelivered" -> {
        move(Stage.DELIVERED, entry.at());
        delivered = detail.get("outcome");
      }
      case "MessageSettled" -> {
        move(Stage.SETTLED, entry.at());
        settled = detail.get("outcome");
      }
      case "MessageExpired" -> {
        moved = later(moved, entry.at());
        expired = true;
      }
      case "MessageRefused" -> refused = true;
      case "MessageHeld" -> held = later(held, entry.at());
      case "MessageReleased" -> released = later(released, entry.at());
      case "MessageParked" -> parked = later(parked, entry.at());
      default -> hearOfGas(entry);
    }
  }

  private void hearOfGas(Entry entry) {
    Map<String, String> detail = entry.detail();
    switch (entry.type()) {
      case "GasPrepaid" -> {
        BigInteger amount = new BigInteger(detail.getOrDefault("amount", "0"));
        paid = paid == null ? amount : paid.add(amount);
      }
      case "GasCovered" -> {
        covered = true;
        required = detail.get("required");
      }
      case "GasShort" -> {
        boolean latest = wanting == null || entry.at().isAfter(wanting);
        wanting = later(wanting, entry.at());
        if (latest && !covered) {
          required = detail.get("required");
        }
      }
      case "RefundDue" -> owed.add(account(entry));
      case "RefundPaid" -> {
        refunded = detail.get("amount");
        paidBack.add(account(entry));
      }
      case "RefundClaimable" -> claimable.add(account(entry));
      case "GasAccountClosed" -> closing = detail;
      default -> {
        // an aside
      }
    }
  }

  /** The furthest it came, or what keeps it from going on. */
  Stage stage() {
    if (reached == Stage.SETTLED) {
      return Stage.SETTLED;
    }
    if (parked != null && (moved == null || !parked.isBefore(moved))) {
      return Stage.PARKED;
    }
    if (expired && reached.compareTo(Stage.DELIVERED) < 0) {
      return Stage.EXPIRED;
    }
    if (reached.compareTo(Stage.ADMITTED) >= 0) {
      return reached;
    }
    if (refused) {
      return Stage.REFUSED;
    }
    if (held != null && (released == null || held.isAfter(released))) {
      return Stage.HELD;
    }
    if (wanting != null && !covered) {
      return Stage.WAITING_FOR_GAS;
    }
    return isGone() ? Stage.ORPHANED : reached;
  }

  /**
   * Whether nothing more is going to happen by itself: it ended, and what is left of its gas has
   * been paid out or is there for its payers to claim, whenever they like. Who paid as well does
   * not keep the sender waiting.
   */
  boolean ended() {
    Stage stage = stage();
    return (!closing.isEmpty() || restIsDecided())
        && (stage == Stage.SETTLED || stage == Stage.REFUSED);
  }

  /** Of all accounts it is told at once what becomes of the rest, the sender's first. */
  private boolean restIsDecided() {
    boolean decided = !owed.isEmpty() || !claimable.isEmpty();
    return decided && owed.stream().allMatch(it -> paidBack.contains(it) || claimable.contains(it));
  }

  private static String account(Entry entry) {
    return entry.where().chain() + "/" + entry.detail().get("to");
  }

  /** Whether nothing of it is on its way, though more may be told of it. */
  boolean rests() {
    return RESTING.contains(stage());
  }

  /** How the handler's work ended; null before the destination said. */
  @Nullable String outcome() {
    return settled == null ? delivered : settled;
  }

  /** When the first of it happened; null when nothing was told. */
  @Nullable Instant begun() {
    return begun;
  }

  /** When the last of it happened; null when nothing was told. */
  @Nullable Instant latest() {
    return latest;
  }

  /** A field of the message itself; null while only its side effects were heard of. */
  @Nullable String content(String field) {
    return (certain.isEmpty() ? seen : certain).get(field);
  }

  @Nullable String required() {
    return required;
  }

  /** All payments together; null when none was heard of. */
  @Nullable String prepaid() {
    return paid == null ? closing.get("prepaid") : paid.toString();
  }

  @Nullable String spent() {
    return closing.get("spent");
  }

  @Nullable String margin() {
    return closing.get("margin");
  }

  @Nullable String refunded() {
    return refunded == null ? closing.get("refunded") : refunded;
  }

  private void send(@Nullable String purpose, Instant at) {
    if ("DELIVER".equals(purpose)) {
      move(Stage.DELIVERING, at);
    } else if ("CALL_BACK".equals(purpose)) {
      move(Stage.CALLING_BACK, at);
    }
  }

  private void move(Stage stage, Instant at) {
    moved = later(moved, at);
    reach(stage);
  }

  private void reach(Stage stage) {
    if (stage.compareTo(reached) > 0) {
      reached = stage;
    }
  }

  /** Replaced, and since then neither seen again nor, if it was, found final. */
  private boolean isGone() {
    return orphaned != null
        && (observed == null || !orphaned.isBefore(observed))
        && (finalised == null || orphaned.isAfter(finalised));
  }

  private static Instant later(@Nullable Instant known, Instant other) {
    return known == null || other.isAfter(known) ? other : known;
  }
}
