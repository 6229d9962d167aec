// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.Terms;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;

/** The ERC-20 handler (protocol 1.2). */
public final class HandlerAbi {
  private static final byte[] SEND =
      Abi.selector("cross_chain_erc20_settlement(string,uint256,uint256,uint256,uint256)");

  private static final byte[] SEND_QUOTED =
      Abi.selector(
          "cross_chain_erc20_settlement_quoted(string,uint256,uint256,uint256,uint256,"
              + "(bytes32,uint256,address,uint256,bytes32,bytes32,uint64),bytes)");
  private static final byte[] RECEIVE =
      Abi.selector(
          "receive_cross_chain_msg(uint256,string,uint256,uint256,uint8,bytes,uint8,bytes)");

  private HandlerAbi() {}

  /**
   * Calldata that sends tokens; the transaction's value prepays the gas.
   *
   * @param toToken the token on the destination chain
   * @param receiver who gets it there
   * @throws InvalidValue when the handler is not on the chain
   */
  public static byte[] send(
      ChainName toChain,
      HandlerId toHandler,
      EvmAddress toToken,
      EvmAddress receiver,
      TokenAmount amount) {
    if (!toHandler.chain().equals(toChain)) {
      throw new InvalidValue("handler on " + toChain, toHandler.toString());
    }
    return Abi.call(
        SEND,
        Abi.string(toChain.value()),
        Abi.uint(toHandler.toBigInteger()),
        Abi.address(toToken),
        Abi.address(receiver),
        Abi.uint(amount.value()));
  }

  /**
   * The same on a quote for the txid that the message gets.
   *
   * @param signature of {@link GasQuote#digest} by a quote signer
   * @throws InvalidValue when the handler is not on the chain
   */
  public static byte[] sendQuoted(
      HandlerId toHandler, Erc20Payload transfer, GasQuote quote, byte[] signature) {
    return Abi.call(
        SEND_QUOTED,
        Abi.string(toHandler.chain().value()),
        Abi.uint(toHandler.toBigInteger()),
        Abi.address(transfer.toToken()),
        Abi.address(transfer.to()),
        Abi.uint(transfer.amount().value()),
        quote.struct(),
        Abi.bytes(signature));
  }

  /**
   * Calldata by which the settlement contract hands a message to any handler that receives it.
   *
   * @param terms as they would stand before a certificate
   */
  public static byte[] receive(
      TxId txid,
      HandlerId fromHandler,
      EvmAddress sender,
      PayloadType type,
      byte[] payload,
      Terms terms) {
    return Abi.call(
        RECEIVE,
        Abi.uint(txid.toBigInteger()),
        Abi.string(fromHandler.chain().value()),
        Abi.address(sender),
        Abi.uint(fromHandler.toBigInteger()),
        Abi.uint(type.wire()),
        Abi.bytes(payload),
        Abi.uint(0),
        Abi.bytes(PackedTerms.encode(terms)));
  }
}
