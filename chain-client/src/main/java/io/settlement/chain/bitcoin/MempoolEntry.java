// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

import io.settlement.events.value.Hash;
import java.time.Instant;

/**
 * A transaction that waits for a block.
 *
 * @param txid the transaction
 * @param vbytes its virtual size
 * @param feeSats what it pays by itself
 * @param ancestorVbytes its size with all unconfirmed ones it needs
 * @param ancestorFeeSats what those pay together
 * @param descendants how many unconfirmed ones build on it, itself counted
 * @param since when this node first saw it
 */
public record MempoolEntry(
    Hash txid,
    long vbytes,
    long feeSats,
    long ancestorVbytes,
    long ancestorFeeSats,
    long descendants,
    Instant since) {}
