// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

/**
 * What an output holds.
 *
 * @param outpoint where
 * @param sats its value, satoshi
 * @param script 0x and the bytes of the script that guards it
 */
public record BitcoinOutput(Outpoint outpoint, long sats, String script) {}
