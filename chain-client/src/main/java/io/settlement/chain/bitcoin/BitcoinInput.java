// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

import java.util.Optional;

/**
 * What a transaction spends.
 *
 * @param spends the output; of a coinbase, the zero hash
 * @param output what that output held, as far as the node still knows; empty for a coinbase
 * @param sequence the input's sequence number, unsigned
 */
public record BitcoinInput(Outpoint spends, Optional<BitcoinOutput> output, long sequence) {}
