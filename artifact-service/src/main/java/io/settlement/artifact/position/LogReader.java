// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.position;

import io.settlement.artifact.primitive.Deployment;
import io.settlement.chain.ChainLog;
import io.settlement.chain.contract.ArtifactLog;
import java.util.List;

/** Who else follows what the contracts around artifacts log, in the transaction that books it. */
@FunctionalInterface
public interface LogReader {

  /** A log as the node told it, and what it says. */
  record ReadLog(ChainLog raw, ArtifactLog log) {}

  /**
   * Logs of final blocks, in their order; of a contract that belongs to two artifacts, once for
   * each.
   */
  void onLogs(Deployment at, List<ReadLog> logs);
}
