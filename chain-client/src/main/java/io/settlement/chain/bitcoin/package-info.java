// SPDX-License-Identifier: Apache-2.0
/**
 * Bitcoin as a chain: what several nodes say alike about its blocks, outputs and fees, in the
 * dialect of Bitcoin Core's JSON-RPC. Amounts are satoshi; hashes are as explorers write them.
 */
@NullMarked
package io.settlement.chain.bitcoin;

import org.jspecify.annotations.NullMarked;
