// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.position;

import io.settlement.artifact.position.LogReader.ReadLog;
import io.settlement.artifact.primitive.Deployment;
import io.settlement.chain.ChainLog;
import io.settlement.chain.contract.ArtifactLog;
import io.settlement.events.value.EvmAddress;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Keeps what logs say of positions, and hands them on to whoever else follows them. */
@Component
class KeptLogs {
  private final Positions positions;
  private final List<LogReader> readers;

  KeptLogs(Positions positions, List<LogReader> readers) {
    this.positions = positions;
    this.readers = List.copyOf(readers);
  }

  OptionalLong cursor(Deployment at) {
    return positions.cursor(at);
  }

  /**
   * Keeps the logs of a range of blocks, in the caller's transaction.
   *
   * @param last the block before it
   * @param to its last block
   * @param seconds unix seconds of the blocks in which stakes changed
   * @return false when somebody else did meanwhile
   */
  boolean keep(Deployment at, long last, long to, List<ReadLog> logs, Map<Long, Long> seconds) {
    if (!positions.move(at, last, to)) {
      return false;
    }
    logs.forEach(one -> keep(at, one, seconds));
    if (!logs.isEmpty()) {
      readers.forEach(reader -> reader.onLogs(at, logs));
    }
    return true;
  }

  private void keep(Deployment at, ReadLog read, Map<Long, Long> seconds) {
    ChainLog raw = read.raw();
    long block = raw.blockNumber();
    switch (read.log()) {
      case ArtifactLog.DepositCredited l ->
          positions.output(at, l.outpoint(), "CREDITED", l.receiver(), l.amount().value(), block);
      case ArtifactLog.DepositHeld l ->
          positions.output(at, l.outpoint(), "HELD", l.receiver(), l.amount().value(), block);
      case ArtifactLog.DepositRejected l ->
          positions.output(at, l.outpoint(), "REJECTED", l.receiver(), l.amount().value(), block);
      case ArtifactLog.WithdrawLocked l ->
          positions.locked(at, l.txid(), l.from(), l.amount().value(), block);
      case ArtifactLog.WithdrawSettled l -> positions.ended(l.txid(), l.burned(), block);
      case ArtifactLog.Staked l -> stake(at, raw, l.user(), l.amount().value(), seconds);
      case ArtifactLog.Unstaked l -> stake(at, raw, l.user(), l.amount().value().negate(), seconds);
      case ArtifactLog.WithdrawRequested l ->
          stake(at, raw, l.user(), l.amount().value().negate(), seconds);
      case ArtifactLog.TicketOpened l -> positions.opened(at.chain(), raw.address(), l);
      case ArtifactLog.TicketClaimed l ->
          positions.paid(at.chain(), raw.address(), l.ticket(), l.amount().value());
      case ArtifactLog.Wrapped l -> {}
      case ArtifactLog.Unwrapped l -> {}
      case ArtifactLog.SharesBought l -> {}
      case ArtifactLog.SharesRedeemed l -> {}
      case ArtifactLog.LossReported l -> {}
      case ArtifactLog.LegRestored l -> {}
    }
  }

  private void stake(
      Deployment at, ChainLog raw, EvmAddress user, BigInteger change, Map<Long, Long> seconds) {
    long second = Objects.requireNonNull(seconds.get(raw.blockNumber()));
    positions.stake(at, raw.address(), user, change, second);
  }
}
