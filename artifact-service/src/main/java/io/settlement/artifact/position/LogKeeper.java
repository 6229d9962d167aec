// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.position;

import io.settlement.artifact.book.Booking;
import io.settlement.artifact.book.Books;
import io.settlement.artifact.position.LogReader.ReadLog;
import io.settlement.artifact.primitive.Deployment;
import io.settlement.chain.BlockRef;
import io.settlement.chain.ChainLog;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.ArtifactLog;
import io.settlement.events.ArtifactEvent;
import io.settlement.events.value.EvmAddress;
import io.settlement.kit.outbox.Outbox;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Books what the contracts around an artifact logged in final blocks. A range of blocks is one
 * transaction with the mark of how far they were read, so nothing is booked twice or left out.
 */
@Component
public class LogKeeper {
  /** Ranges of logs read in one round. */
  private static final int RANGES = 20;

  private final KeptLogs kept;
  private final LogBooking booking;
  private final Books books;
  private final Outbox outbox;
  private final Clock clock;
  private final TransactionTemplate transaction;

  LogKeeper(
      KeptLogs kept,
      LogBooking booking,
      Books books,
      Outbox outbox,
      Clock clock,
      TransactionTemplate transaction) {
    this.kept = kept;
    this.booking = booking;
    this.books = books;
    this.outbox = outbox;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * Reads on, up to the newest final block or as far as one round goes.
   *
   * @return the last block whose logs are booked
   */
  public long read(Deployment at, BlockRef head, EvmReader reader) {
    long last = kept.cursor(at).orElse(at.startBlock() - 1);
    int range = reader.settings().maxLogRange();
    for (int i = 0; i < RANGES && last < head.number(); i++) {
      long to = Math.min(head.number(), last + range);
      if (!book(at, last, to, logs(at, last + 1, to, reader), reader)) {
        break;
      }
      last = to;
    }
    return kept.cursor(at).orElse(last);
  }

  private static List<ChainLog> logs(Deployment at, long from, long to, EvmReader reader) {
    List<EvmAddress> contracts = contracts(at);
    return contracts.isEmpty() ? List.of() : reader.logs(from, to, contracts, ArtifactLog.kinds());
  }

  /**
   * Books the logs of a range of blocks.
   *
   * @param last the block before it
   * @param to its last block
   * @return whether nobody else did meanwhile
   */
  public boolean book(Deployment at, long last, long to, List<ChainLog> logs, EvmReader reader) {
    List<ReadLog> read = logs.stream().map(raw -> new ReadLog(raw, ArtifactLog.read(raw))).toList();
    Map<Long, Long> seconds = seconds(read, reader);
    List<Booking> bookings =
        read.stream()
            .flatMap(one -> booking.of(at, one.raw(), one.log(), reader).stream())
            .toList();
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              if (!kept.keep(at, last, to, read, seconds)) {
                return false;
              }
              List<ArtifactEvent> told = books.add(books.missing(bookings), clock.instant());
              if (!told.isEmpty()) {
                outbox.append(told);
              }
              return true;
            }));
  }

  private static List<EvmAddress> contracts(Deployment at) {
    List<EvmAddress> contracts = new ArrayList<>(at.wrappers());
    contracts.addAll(at.baskets());
    if (at.handler() != null) {
      contracts.add(at.handler());
    }
    if (at.staking() != null) {
      contracts.add(at.staking());
    }
    return contracts;
  }

  /** Unix seconds of the blocks in which stakes changed. */
  private static Map<Long, Long> seconds(List<ReadLog> read, EvmReader reader) {
    List<Long> blocks =
        read.stream()
            .filter(one -> changesStake(one.log()))
            .map(one -> one.raw().blockNumber())
            .distinct()
            .toList();
    Map<Long, Long> seconds = new HashMap<>();
    if (!blocks.isEmpty()) {
      for (BlockRef block : reader.blocks(blocks)) {
        seconds.put(block.number(), block.time().getEpochSecond());
      }
    }
    return seconds;
  }

  private static boolean changesStake(ArtifactLog log) {
    return log instanceof ArtifactLog.Staked
        || log instanceof ArtifactLog.Unstaked
        || log instanceof ArtifactLog.WithdrawRequested;
  }
}
