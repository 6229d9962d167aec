// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.reserve;

import java.util.Map;

/**
 * What the books of an artifact add up to. Amounts are signed decimal text in the token's smallest
 * unit and are changes since the books began: what was there before is not in them.
 *
 * @param chains accounts of each chain: holders, escrow, issuance, liquidity; they sum to zero
 * @param total with holders and in escrow, over all chains, the token's smallest unit
 * @param inFlight in escrow for messages that have not ended, the token's smallest unit
 * @param expected what of the total messages under way explain: between arrival and end an amount
 *     is there twice
 * @param unproved settled messages whose bookings do not add up
 * @param balanced whether total is what was expected and every settled message adds up
 */
record SupplyView(
    String artifact,
    Map<String, Map<String, String>> chains,
    String total,
    String inFlight,
    String expected,
    long unproved,
    boolean balanced) {}
