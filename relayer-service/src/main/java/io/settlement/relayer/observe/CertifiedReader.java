// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.BlockHeader;
import io.settlement.chain.BlockRef;
import io.settlement.chain.ChainLog;
import io.settlement.events.value.Hash;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads ranges of final blocks with nothing left out, and what they say. */
final class CertifiedReader {
  private final Sources sources;
  private final RangeReader ranges;
  private final Silence silence;
  private final ChainLogs logs;

  CertifiedReader(Sources sources, Silence silence, ChainLogs logs) {
    this.sources = sources;
    this.ranges = new RangeReader(sources.any(), sources.agreed());
    this.silence = silence;
    this.logs = logs;
  }

  /**
   * The next range after {@code done}.
   *
   * @throws PointReplaced when {@code done} is another block now
   * @throws ChainMoved when the answers do not fit each other
   */
  Scan after(Point done, long upTo) {
    Scan scan = ranges.certified(done, upTo, logs.all(), silence);
    if (sources.quorum()) {
      agreeOn(scan.end());
    }
    return scan;
  }

  /** What a range says; its costs are read in one batch. */
  FinalFacts facts(Scan scan, Instant at) {
    return FinalFacts.of(scan, logs, Costs.of(sources.agreed(), scan.logs()), at);
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
    List<ChainLog> found =
        silence.receiptsOf(
            headers.stream()
                .filter(header -> silence.mayHold(header, logs.all()))
                .map(header -> header.block().hash())
                .toList(),
            logs.all());
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
