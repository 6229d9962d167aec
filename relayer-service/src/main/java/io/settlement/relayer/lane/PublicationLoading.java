// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.Call;
import io.settlement.chain.Reverted;
import io.settlement.chain.contract.ContractErrors;
import io.settlement.events.PauseEvent.Progress;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Wei;
import io.settlement.relayer.chain.ErrorSelector;
import io.settlement.relayer.chain.Fees;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what waits for its chain before the lane's own work: there is little of it. A node is
 * asked first, so that nothing is paid for what the contract would refuse; a tree of receipts that
 * is published already is as good as published, and so is a pause of what is paused. A pause goes
 * also where nothing else is sent to, and is left to the lanes whose accounts may order it.
 */
final class PublicationLoading implements Loading {
  private static final Logger log = LoggerFactory.getLogger(PublicationLoading.class);
  private static final String PUBLISHED = ErrorSelector.of("ReceiptsAlreadyPublished(bytes32)");
  private static final String OUTDATED = ErrorSelector.of("RoundOutdated(uint64,uint64)");
  private static final Set<String> ENDED =
      Set.of(PUBLISHED, OUTDATED, GuardianPosts.PAUSED_ALREADY);

  /** How long what this lane's account may not send is left to others. */
  private static final Duration LEFT = Duration.ofSeconds(5);

  /** How often the table is looked at. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  private static final int MOST_DOUBLINGS = 9;

  private final Lane lane;
  private final Crew crew;
  private final SignerRest rest;
  private final Loading others;
  private final LaneMeters meters;
  private final Map<Long, Instant> left = new HashMap<>();
  private Instant next = Instant.EPOCH;

  /**
   * @param others what the lane does when nothing is to be published
   */
  PublicationLoading(Lane lane, Crew crew, SignerRest rest, Loading others, LaneMeters meters) {
    this.lane = lane;
    this.crew = crew;
    this.rest = rest;
    this.others = others;
    this.meters = meters;
  }

  /** What waited longest, and the nonce it would go with. */
  private record Due(long nonce, PublicationTable.Asked asked) {}

  @Override
  public void takeOver(Lease lease) {
    others.takeOver(lease);
  }

  @Override
  public Next next(Lease lease, FeeDesk fees) {
    return publication(lease, fees, isStopped() || !fees.isAffordable())
        .map(Next::of)
        .orElseGet(() -> others.next(lease, fees));
  }

  @Override
  public Optional<Flight> urgent(Lease lease, FeeDesk fees) {
    return publication(lease, fees, true);
  }

  private Optional<Flight> publication(Lease lease, FeeDesk fees, boolean onlyPauses) {
    Instant now = crew.clock().instant();
    if (now.isBefore(next)) {
      return Optional.empty();
    }
    Optional<Due> due = due(lease, now, onlyPauses);
    if (due.isEmpty()) {
      next = now.plus(LOOK);
    }
    return due.flatMap(one -> publish(lease, one, fees));
  }

  private boolean isStopped() {
    return crew.stops().now().everything(lane.id().chain()).isPresent();
  }

  private Optional<Due> due(Lease lease, Instant now, boolean onlyPauses) {
    left.values().removeIf(until -> !now.isBefore(until));
    return crew.store()
        .fenced(
            lease,
            held ->
                held.mayLoad()
                    ? crew.publications()
                        .next(lane.id().chain(), now, onlyPauses, left.keySet())
                        .map(asked -> new Due(Objects.requireNonNull(held.nextNonce()), asked))
                    : Optional.empty());
  }

  private Optional<Flight> publish(Lease lease, Due due, FeeDesk fees) {
    Optional<Fees> offered = offered(due.asked(), fees);
    Optional<Gas> gas = offered.flatMap(any -> estimated(due.asked()));
    if (gas.isEmpty()) {
      return Optional.empty();
    }
    Cargo cargo = due.asked().publication().cargo(gas.get());
    Dispatch.Price price =
        new Dispatch.Price(offered.orElseThrow(), fees.now().legacy(), /* cap= */ null);
    return rest.ifSigned(() -> crew.dispatch().form(lane, due.nonce(), cargo, price))
        .flatMap(form -> crew.store().fenced(lease, held -> book(lease, held, due, form)));
  }

  /** What is too dear even for a pause is left for a while, so that it holds up nothing else. */
  private Optional<Fees> offered(PublicationTable.Asked asked, FeeDesk fees) {
    if (!cargoIsPause(asked)) {
      return Optional.of(fees.now().fees());
    }
    Optional<Fees> offered = fees.forPause();
    if (offered.isEmpty()) {
      left.put(asked.id(), crew.clock().instant().plus(LEFT));
      log.atError()
          .addKeyValue("lane", lane.id())
          .addKeyValue("name", asked.publication().name())
          .log("ALARM: minting is to be paused, and gas costs more than pause-max-fee");
    }
    return offered;
  }

  /** Another lane of the chain may have taken it while the key signed. */
  private Optional<Flight> book(Lease lease, LeaseTable.Held held, Due due, Dispatch.Form form) {
    if (!held.mayUse(form.nonce()) || !crew.publications().isAsked(due.asked().id())) {
      return Optional.empty();
    }
    Flight flight = crew.dispatch().take(lane, lease, form);
    crew.publications().sent(due.asked().id(), flight.id());
    if (cargoIsPause(due.asked())) {
      Hash txHash = flight.attempt().transaction().hash();
      tell(due.asked(), Progress.SENT, lane.key().address(), txHash);
    }
    return Optional.of(flight);
  }

  private static boolean cargoIsPause(PublicationTable.Asked asked) {
    return asked.publication().errand() == Errand.PAUSE_MINTING;
  }

  private void tell(
      PublicationTable.Asked asked,
      Progress progress,
      @Nullable EvmAddress guardian,
      @Nullable Hash txHash) {
    Instant now = crew.clock().instant();
    crew.store()
        .outbox()
        .append(List.of(Pauses.report(asked.publication(), progress, guardian, txHash, now)));
  }

  /** What it needs, with a fifth to spare; empty when the contract refuses it. */
  private Optional<Gas> estimated(PublicationTable.Asked asked) {
    Publication one = asked.publication();
    try {
      Gas needed =
          lane.chain()
              .estimateGas(
                  new Call(lane.key().address(), one.contract(), one.calldata(), Wei.ZERO));
      return Optional.of(new Gas(needed.units() + needed.units() / 5));
    } catch (Reverted refused) {
      refused(asked, refused);
      return Optional.empty();
    }
  }

  private void refused(PublicationTable.Asked asked, Reverted refusal) {
    String selector = refusal.selector();
    String reason = ContractErrors.name(selector).orElse(selector);
    if (ENDED.contains(selector)) {
      String state = selector.equals(OUTDATED) ? "OUTDATED" : "MINED";
      crew.store().within(() -> end(asked, state, reason));
      return;
    }
    if (cargoIsPause(asked) && selector.equals(GuardianPosts.NO_ROLE)) {
      left.put(asked.id(), crew.clock().instant().plus(LEFT));
      return;
    }
    meters.unpublished();
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(asked.attempts(), MOST_DOUBLINGS));
    log.atWarn()
        .addKeyValue("lane", lane.id())
        .addKeyValue("errand", asked.publication().errand())
        .addKeyValue("name", asked.publication().name())
        .log("not published, tried again in {}: {}", wait, reason);
    Instant again = crew.clock().instant().plus(wait);
    crew.store()
        .within(
            () -> {
              crew.publications().refused(asked.id(), reason, again);
              return true;
            });
  }

  private boolean end(PublicationTable.Asked asked, String state, String reason) {
    if (crew.publications().end(asked.id(), state, reason) && cargoIsPause(asked)) {
      tell(asked, Progress.PAUSED, null, null);
    }
    return true;
  }
}
