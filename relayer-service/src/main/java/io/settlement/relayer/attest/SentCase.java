// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.chain.ChainSettings;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A claim that a source sent a message, beside what the own node of the source shows.
 *
 * @param claim what is told, and what a signature would attest
 * @param claimed the message as it is told
 */
record SentCase(Claim claim, CrossChainMessage claimed, ChainSettings source, Finding.Sent found) {
  private static final Logger log = LoggerFactory.getLogger(SentCase.class);

  /** The message as the own node shows it. */
  CrossChainMessage message() {
    return found.message();
  }

  TxId claimedTxid() {
    return claim.txid();
  }

  Hash claimedTransaction() {
    return claim.ref().txHash();
  }

  /** False, and why for the log. */
  boolean no(String why) {
    log.atWarn()
        .addKeyValue("txid", claim.txid())
        .addKeyValue("kind", claim.kind())
        .addKeyValue("chain", source.name())
        .log("not signed: {}", why);
    return false;
  }
}
