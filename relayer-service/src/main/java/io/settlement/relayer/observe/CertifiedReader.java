// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.BlockHeader;
import io.settlement.chain.BlockRef;
import io.settlement.chain.ChainLog;
import io.settlement.chain.Disagreement;
import io.settlement.events.value.Hash;
import io.settlement.relayer.account.OperatorAccounts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads ranges of final blocks with nothing left out, and what they say. */
final class CertifiedReader {
  private static final Logger log = LoggerFactory.getLogger(CertifiedReader.class);

  private final Sources sources;
  private final RangeReader ranges;
  private final Silence silence;
  private final ChainLogs logs;
  private final OperatorAccounts accounts;

  CertifiedReader(Sources sources, Silence silence, ChainLogs logs, OperatorAccounts accounts) {
    this.sources = sources;
    this.ranges = new RangeReader(sources.any(), sources.agreed());
    this.silence = silence;
    this.logs = logs;
    this.accounts = accounts;
  }

  /**
   * The next range after {@code done}.
   *
   * @throws PointReplaced when {@code done} is another block now
   * @throws ChainMoved when the answers do not fit each other
   */
  Scan after(Point done, long upTo) {
    Scan scan = certified(done, upTo);
    if (sources.quorum()) {
      agreeOn(scan.end());
    }
    return scan;
  }

  /** When the providers' logs differ, their receipts decide. */
  private Scan certified(Point done, long upTo) {
    try {
      return ranges.certified(done, upTo, logs.all(), silence);
    } catch (Disagreement logsDiffer) {
      log.atWarn()
          .addKeyValue("chain", sources.any().settings().name())
          .log("receipts are read: {}", logsDiffer.getMessage());
      return ranges.byReceipts(done, upTo, logs.all(), silence);
    }
  }

  /** What a range says; its costs are read in one batch. */
  FinalFacts facts(Scan scan, Instant at) {
    Costs costs = Costs.of(sources.agreed(), accounts, scan.logs());
    return FinalFacts.of(scan, logs, costs, at);
  }

  /**
   * Blocks that were read before, by their receipts: what an index of logs left out is there.
   *
   * @param from first block
   * @param to last block
   */
  Scan again(long from, long to) {
    List<BlockHeader> headers = sources.any().headers(from, to);
    agreeOn(headers.getLast().block());
    Map<Hash, Instant> times = new HashMap<>();
    headers.forEach(header -> times.put(header.block().hash(), header.block().time()));
    List<ChainLog> found = silence.receiptsIn(headers, logs.all());
    return new Scan(
        sources.any().settings().name(),
        headers.getFirst().block(),
        headers.getLast().block(),
        found,
        times,
        Verification.RECEIPTS);
  }

  private void agreeOn(BlockRef end) {
    BlockRef agreed = sources.agreed().blocks(List.of(end.number())).getFirst();
    if (!agreed.hash().equals(end.hash())) {
      throw new ChainMoved("block " + end.number() + " is another one for the quorum");
    }
  }
}
