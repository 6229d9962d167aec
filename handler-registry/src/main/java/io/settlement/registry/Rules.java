// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.events.RegistryEvent.Asset;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.FinalityTier;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.SettlementMode;
import io.settlement.kit.problem.Problem;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What must hold before the book changes: each rule is one predicate and one problem code. */
public final class Rules {
  /** The name contracts know Bitcoin by. */
  private static final ChainName BITCOIN = new ChainName("Bitcoin");

  private static final int BTC_DECIMALS = 8;

  private Rules() {}

  /**
   * Names are hashed side by side without a separator, so (Scroll, Arbitrum) and (Scrol, lArbitrum)
   * would make the same txid; no name may begin another.
   */
  public static boolean isPrefixSafe(ChainName name, Collection<String> others) {
    return others.stream()
        .noneMatch(other -> other.startsWith(name.value()) || name.value().startsWith(other));
  }

  /** What is gone for good stays gone. */
  static boolean revives(@Nullable Status now, Status wanted) {
    return now == Status.RETIRED && wanted != Status.RETIRED;
  }

  static boolean staysOnOneChain(RouteId route) {
    return route.from().chain().equals(route.to().chain());
  }

  static boolean movesOneArtifact(HandlerState from, HandlerState to) {
    return Objects.equals(from.artifact(), to.artifact());
  }

  /** Amounts cross as they are; other decimals would change their worth. */
  static boolean countsAlike(HandlerState from, HandlerState to) {
    return from.decimals() == to.decimals();
  }

  static boolean modesPair(HandlerState from, HandlerState to) {
    return from.mode() == null ? to.mode() == null : from.mode().pair() == to.mode();
  }

  static boolean isReachableThreshold(ValidatorSetState set) {
    return 1 <= set.required() && set.required() <= set.validators().size();
  }

  static boolean areDistinct(Collection<?> members) {
    return new HashSet<>(members).size() == members.size();
  }

  static void checkName(ChainState wanted, Collection<String> others) {
    if (!isPrefixSafe(wanted.chain(), others)) {
      throw Problem.unprocessable(
          "chain-name-not-prefix-safe",
          "%s begins the name of another chain, or one begins it".formatted(wanted.chain()));
    }
  }

  /** Contracts know Bitcoin by this name only, and no other chain by it. */
  static void checkBitcoin(ChainState wanted) {
    if ((wanted.family() == Family.BITCOIN) != wanted.chain().equals(BITCOIN)) {
      throw Problem.unprocessable(
          "bitcoin-chain-name", "%s and no other chain is of family BITCOIN".formatted(BITCOIN));
    }
  }

  /** A handler of an EVM chain is an account, one of Bitcoin is a vault. */
  static void checkFitsItsChain(HandlerState wanted) {
    if (!isVault(wanted.handler())) {
      if (!wanted.handler().isEvm()) {
        throw Problem.unprocessable(
            "handler-not-an-address", "%s is no address".formatted(wanted.handler()));
      }
    } else if (wanted.handler().isEvm() || wanted.asset().filter(Rules::isCoin).isEmpty()) {
      throw Problem.unprocessable(
          "not-a-vault",
          "a vault is named by 32 bytes and holds Bitcoin's coin: zero token, 8 decimals,"
              + " LOCK_MINT");
    }
  }

  private static boolean isCoin(Asset asset) {
    return asset.token().toBigInteger().signum() == 0
        && asset.decimals() == BTC_DECIMALS
        && asset.mode() == SettlementMode.LOCK_MINT;
  }

  static boolean isVault(HandlerId handler) {
    return handler.chain().equals(BITCOIN);
  }

  /**
   * A vault belongs to one handler, which speaks with vaults alone: what else it minted would stand
   * behind nothing.
   *
   * @param others all routes of either end that are not gone for good
   */
  static void checkVaults(RouteId wanted, Collection<RouteId> others) {
    for (RouteId other : others) {
      boolean same = ends(other).equals(ends(wanted));
      boolean bothOfVaults = hasVault(wanted) && hasVault(other);
      boolean sharedVault = ends(wanted).stream().anyMatch(e -> isVault(e) && touches(other, e));
      if (!same && (sharedVault || (!bothOfVaults && (hasVault(wanted) || hasVault(other))))) {
        throw Problem.unprocessable(
            "vault-of-another",
            "a vault belongs to one handler, which speaks with vaults alone; see the route %s"
                .formatted(other));
      }
    }
  }

  private static Set<HandlerId> ends(RouteId route) {
    return Set.of(route.from(), route.to());
  }

  private static boolean hasVault(RouteId route) {
    return isVault(route.from()) || isVault(route.to());
  }

  private static boolean touches(RouteId route, HandlerId end) {
    return ends(route).contains(end);
  }

  static void checkNotRevived(String what, @Nullable Status now, Status wanted) {
    if (revives(now, wanted)) {
      throw Problem.conflict("retired", "%s is retired for good".formatted(what));
    }
  }

  /** A route leads to another chain. */
  public static void checkEnds(RouteId route) {
    if (staysOnOneChain(route)) {
      throw Problem.unprocessable(
          "same-chain-route", "both handlers live on %s".formatted(route.from().chain()));
    }
  }

  static void checkPair(HandlerState from, HandlerState to) {
    if (!movesOneArtifact(from, to)) {
      throw mismatch("artifact", from.handler(), from.artifact(), to.handler(), to.artifact());
    }
    if (!countsAlike(from, to)) {
      throw mismatch("decimals", from.handler(), from.decimals(), to.handler(), to.decimals());
    }
    if (!modesPair(from, to)) {
      throw mismatch("mode", from.handler(), from.mode(), to.handler(), to.mode());
    }
  }

  /** More money never waits less: both numbers grow. */
  static boolean isGrowing(List<FinalityTier> tiers) {
    return IntStream.range(1, tiers.size())
        .allMatch(
            at ->
                tiers.get(at - 1).upTo().compareTo(tiers.get(at).upTo()) < 0
                    && tiers.get(at - 1).confirmations() <= tiers.get(at).confirmations());
  }

  static void checkFinality(RouteState wanted, HandlerState from) {
    if (!isGrowing(wanted.finality())) {
      throw Problem.unprocessable(
          "finality-tiers-not-growing",
          "amounts must grow from tier to tier, and confirmations must not shrink");
    }
    if (!wanted.finality().isEmpty() && from.asset().isEmpty()) {
      throw Problem.unprocessable(
          "finality-tiers-without-amount", "%s moves no token".formatted(from.handler()));
    }
  }

  /** Distinct validators, of which so many can sign. */
  public static void checkSet(ValidatorSetState wanted) {
    if (!areDistinct(wanted.validators())) {
      throw Problem.unprocessable("duplicate-validators", "a validator is named twice");
    }
    if (!isReachableThreshold(wanted)) {
      throw Problem.unprocessable(
          "threshold-out-of-range",
          "%d of %d signatures cannot be required"
              .formatted(wanted.required(), wanted.validators().size()));
    }
  }

  private static Problem mismatch(
      String what, HandlerId from, @Nullable Object fromHas, HandlerId to, @Nullable Object toHas) {
    return Problem.unprocessable(
        what + "-mismatch",
        "%s has %s, %s has %s"
            .formatted(
                from, fromHas == null ? "none" : fromHas, to, toHas == null ? "none" : toHas));
  }
}
