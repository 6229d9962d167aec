// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import java.math.BigInteger;

/**
 * An artifact on one chain at one final block.
 *
 * @param found what its contract says
 * @param books what is booked up to that block
 * @param mintingPaused whether its guardian has stopped minting
 */
record ChainSupply(
    ChainName chain,
    EvmAddress token,
    long block,
    Hash blockHash,
    BigInteger found,
    BigInteger books,
    boolean mintingPaused) {}
