// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

/**
 * A transfer as its payload spells it (protocol 2.6, ERC20CodecV1). Tokens and the receiver are
 * uint256 on the wire; these are the forms an EVM chain can pay to.
 *
 * @param fromToken the token on the source chain
 * @param toToken the token on the destination chain
 * @param receiver who gets it
 * @param amount in the token's smallest unit
 */
public record TokenTransfer(
    EvmAddress fromToken, EvmAddress toToken, EvmAddress receiver, TokenAmount amount) {}
