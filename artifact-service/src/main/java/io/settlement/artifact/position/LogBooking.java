// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.position;

import io.settlement.artifact.book.Account;
import io.settlement.artifact.book.Booking;
import io.settlement.artifact.book.Booking.Cause;
import io.settlement.artifact.book.Place;
import io.settlement.artifact.primitive.Deployment;
import io.settlement.chain.ChainLog;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.ArtifactAbi.LegTerms;
import io.settlement.chain.contract.ArtifactLog;
import io.settlement.events.ArtifactEvent.Movement;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.TxId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of an artifact a log moved, and between which accounts. */
@Component
class LogBooking {
  private static final String HOLDERS = Account.HOLDERS.word();
  private static final String ESCROW = Account.ESCROW.word();
  private static final String BACKED = Account.BACKED.word();

  private final BasketLegs legs;

  LogBooking(BasketLegs legs) {
    this.legs = legs;
  }

  /** Nothing for a log that moves nothing. */
  List<Booking> of(Deployment at, ChainLog raw, ArtifactLog log, EvmReader reader) {
    EvmAddress contract = raw.address();
    return switch (log) {
      case ArtifactLog.DepositCredited l ->
          one(
              at,
              output(raw, l.outpoint().hex(), at),
              Movement.MINT,
              BACKED,
              HOLDERS,
              l.amount().value());
      case ArtifactLog.WithdrawLocked l ->
          one(at, message(raw, l.txid(), at), Movement.ESCROW, HOLDERS, ESCROW, l.amount().value());
      case ArtifactLog.WithdrawSettled l ->
          l.burned()
              ? one(
                  at, message(raw, l.txid(), at), Movement.BURN, ESCROW, BACKED, l.amount().value())
              : one(
                  at,
                  message(raw, l.txid(), at),
                  Movement.RETURN,
                  ESCROW,
                  HOLDERS,
                  l.amount().value());
      case ArtifactLog.Staked l ->
          one(at, place(raw, at), Movement.STAKE, HOLDERS, staked(contract), l.amount().value());
      case ArtifactLog.Unstaked l ->
          one(at, place(raw, at), Movement.UNSTAKE, staked(contract), HOLDERS, l.amount().value());
      case ArtifactLog.WithdrawRequested l ->
          one(at, place(raw, at), Movement.UNSTAKE, staked(contract), HOLDERS, l.amount().value());
      case ArtifactLog.Wrapped l ->
          one(at, place(raw, at), Movement.WRAP, HOLDERS, wrapped(contract), l.amount().value());
      case ArtifactLog.Unwrapped l ->
          one(at, place(raw, at), Movement.UNWRAP, wrapped(contract), HOLDERS, l.amount().value());
      case ArtifactLog.SharesBought l -> pooled(at, raw, l.amounts(), true, reader);
      case ArtifactLog.SharesRedeemed l -> pooled(at, raw, l.amounts(), false, reader);
      case ArtifactLog.TicketClaimed l ->
          leg(at, raw, l.leg(), Movement.UNPOOL, l.amount().value(), reader);
      case ArtifactLog.LossReported l ->
          leg(at, raw, l.leg(), Movement.LOSS, l.amount().value(), reader);
      case ArtifactLog.LegRestored l ->
          leg(at, raw, l.leg(), Movement.RESTORE, l.amount().value(), reader);
      case ArtifactLog.DepositHeld l -> List.of();
      case ArtifactLog.DepositRejected l -> List.of();
      case ArtifactLog.TicketOpened l -> List.of();
    };
  }

  private static List<Booking> one(
      Deployment at, Cause cause, Movement movement, String from, String to, BigInteger amount) {
    return List.of(Booking.moving(at.artifact(), cause, movement, from, to, amount));
  }

  private List<Booking> pooled(
      Deployment at, ChainLog raw, List<BigInteger> amounts, boolean in, EvmReader reader) {
    List<Booking> bookings = new ArrayList<>();
    for (int leg = 0; leg < amounts.size(); leg++) {
      if (amounts.get(leg).signum() > 0) {
        Movement movement = in ? Movement.POOL : Movement.UNPOOL;
        bookings.addAll(leg(at, raw, leg, movement, amounts.get(leg), reader));
      }
    }
    return bookings;
  }

  /** In the books of the leg's own artifact; nothing when that is none of ours. */
  private List<Booking> leg(
      Deployment at,
      ChainLog raw,
      int leg,
      Movement movement,
      BigInteger amount,
      EvmReader reader) {
    LegTerms terms = legs.of(reader, raw.address()).get(leg);
    Optional<String> artifact = legs.artifactOf(at.chain(), terms.artifact());
    if (artifact.isEmpty()) {
      return List.of();
    }
    String basket = Account.BASKET.at(raw.address(), leg);
    boolean in = movement == Movement.POOL || movement == Movement.RESTORE;
    Place place = new Place(at.chain(), raw.blockNumber(), raw.txHash());
    Cause cause = new Cause(text(raw, at) + "/" + leg, null, place);
    return List.of(
        Booking.moving(
            artifact.get(), cause, movement, in ? HOLDERS : basket, in ? basket : HOLDERS, amount));
  }

  private static String staked(EvmAddress contract) {
    return Account.STAKED.at(contract);
  }

  private static String wrapped(EvmAddress contract) {
    return Account.WRAPPED.at(contract);
  }

  private static Cause place(ChainLog raw, Deployment at) {
    return cause(raw, text(raw, at), null, at);
  }

  private static Cause message(ChainLog raw, TxId txid, Deployment at) {
    return cause(raw, txid.hex(), txid, at);
  }

  /** The same text under which the message about the output is booked. */
  private static Cause output(ChainLog raw, String outpoint, Deployment at) {
    return cause(raw, "Bitcoin/" + outpoint, null, at);
  }

  private static Cause cause(ChainLog raw, String text, @Nullable TxId txid, Deployment at) {
    return new Cause(text, txid, new Place(at.chain(), raw.blockNumber(), raw.txHash()));
  }

  private static String text(ChainLog raw, Deployment at) {
    return at.chain() + "/" + raw.txHash() + "/" + raw.logIndex();
  }
}
