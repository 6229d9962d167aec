// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.chain.ChainLog;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import java.math.BigInteger;
import java.util.List;

/** What the contracts around an artifact log (docs/artifacts.md); amounts are satoshi. */
public sealed interface ArtifactLog {

  /** Artifacts were minted for an output that paid a vault. */
  record DepositCredited(Hash outpoint, EvmAddress receiver, TokenAmount amount)
      implements ArtifactLog {}

  /** An output is accounted for and waits until it can be minted. */
  record DepositHeld(Hash outpoint, EvmAddress receiver, TokenAmount amount)
      implements ArtifactLog {}

  /** A held output was given up: nothing will be minted for it. */
  record DepositRejected(Hash outpoint, EvmAddress receiver, TokenAmount amount)
      implements ArtifactLog {}

  /** Artifacts went into escrow for a payment on Bitcoin. */
  record WithdrawLocked(TxId txid, EvmAddress from, String to, TokenAmount amount)
      implements ArtifactLog {}

  /**
   * The result of a withdrawal came home.
   *
   * @param burned whether the escrow was burned; else it was returned
   */
  record WithdrawSettled(TxId txid, boolean burned, TokenAmount amount) implements ArtifactLog {}

  /** Artifacts were staked. */
  record Staked(EvmAddress user, TokenAmount amount) implements ArtifactLog {}

  /** Staked artifacts went back. */
  record Unstaked(EvmAddress user, TokenAmount amount) implements ArtifactLog {}

  /** Staked artifacts are withdrawn to Bitcoin; the handler's own log follows. */
  record WithdrawRequested(EvmAddress user, String to, TokenAmount amount) implements ArtifactLog {}

  /** Artifacts were wrapped, one to one. */
  record Wrapped(EvmAddress user, TokenAmount amount) implements ArtifactLog {}

  /** Wrapped artifacts went back. */
  record Unwrapped(EvmAddress user, TokenAmount amount) implements ArtifactLog {}

  /** Shares of a basket were bought; one amount for each leg. */
  record SharesBought(EvmAddress user, BigInteger shares, List<BigInteger> amounts)
      implements ArtifactLog {
    /** Keeps its own copy. */
    public SharesBought {
      amounts = List.copyOf(amounts);
    }
  }

  /** Shares of a basket were redeemed; what each leg paid at once. */
  record SharesRedeemed(EvmAddress user, BigInteger shares, List<BigInteger> amounts)
      implements ArtifactLog {
    /** Keeps its own copy. */
    public SharesRedeemed {
      amounts = List.copyOf(amounts);
    }
  }

  /** Redeemed shares are to be paid one leg later. */
  record TicketOpened(
      BigInteger ticket, EvmAddress owner, int leg, BigInteger shares, long claimableAt)
      implements ArtifactLog {}

  /** A ticket was paid. */
  record TicketClaimed(BigInteger ticket, EvmAddress owner, int leg, TokenAmount amount)
      implements ArtifactLog {}

  /** A leg of a basket lost something. */
  record LossReported(int leg, TokenAmount amount, BigInteger reserve) implements ArtifactLog {}

  /** A loss was made good. */
  record LegRestored(int leg, EvmAddress from, TokenAmount amount, BigInteger reserve)
      implements ArtifactLog {}

  /** Topic0 of each kind. */
  static List<Hash> kinds() {
    return ArtifactTopics.ALL;
  }

  /**
   * A log of one of these kinds.
   *
   * @throws InvalidValue when it is none, or not as its kind is written
   */
  static ArtifactLog read(ChainLog log) {
    return ArtifactTopics.read(log);
  }
}
