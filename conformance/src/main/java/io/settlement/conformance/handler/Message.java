// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.handler;

import io.settlement.conformance.handler.Abi.Part;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/**
 * A message on its way to the handler.
 *
 * @param from who sent it on the other chain
 * @param to who is paid by it here, in hex; an account that nobody has when that is not known
 * @param type payload type
 * @param payload the whole message in hex
 * @param gas the handler is called with
 * @param deadline seconds of the chain's clock
 */
record Message(
    BigInteger txid,
    String fromChain,
    BigInteger from,
    BigInteger fromHandler,
    String to,
    int type,
    String payload,
    long sequence,
    long gas,
    long deadline) {
  private static final byte[] RECEIVE =
      Abi.hash(
          "Receive(uint256 txid,string fromChain,string toChain,uint256 fromAddress,"
              + "uint256 fromHandler,uint256 toHandler,uint8 payloadType,bytes32 payloadHash,"
              + "uint64 sequence,uint64 handlerGas,uint64 deadline)");
  private static final byte[] CALLBACK =
      Abi.hash(
          "Callback(uint256 txid,string fromChain,string toChain,uint256 fromHandler,"
              + "uint256 toHandler,uint8 status)");
  private static final byte[] DOMAIN =
      Abi.hash(
          "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");

  Message ofChain(String chain) {
    return new Message(txid, chain, from, fromHandler, to, type, payload, sequence, gas, deadline);
  }

  Message ofHandler(BigInteger handler) {
    return new Message(txid, fromChain, from, handler, to, type, payload, sequence, gas, deadline);
  }

  Message saying(String other) {
    return new Message(
        txid, fromChain, from, fromHandler, to, type, other, sequence, gas, deadline);
  }

  Message withGas(long limit) {
    return new Message(
        txid, fromChain, from, fromHandler, to, type, payload, sequence, limit, deadline);
  }

  /** Of everything that is attested to a settlement contract. */
  static byte[] domain(long chainId, String settlement) {
    return Hash.sha3(
        Abi.concat(
            DOMAIN,
            Abi.hash("ChakraSettlement"),
            Abi.hash("2"),
            Abi.word(chainId).bytes(),
            Abi.word(settlement).bytes()));
  }

  /** What validators sign of it. */
  byte[] digest(byte[] domain, String toChain, String toHandler) {
    return typed(
        domain,
        Abi.concat(
            RECEIVE,
            Abi.word(txid).bytes(),
            Abi.hash(fromChain),
            Abi.hash(toChain),
            Abi.word(from).bytes(),
            Abi.word(fromHandler).bytes(),
            Abi.word(toHandler).bytes(),
            Abi.word(type).bytes(),
            Hash.sha3(bytes()),
            Abi.word(sequence).bytes(),
            Abi.word(gas).bytes(),
            Abi.word(deadline).bytes()));
  }

  /** What validators sign when a message that left this chain ended there. */
  static byte[] callback(
      byte[] domain, BigInteger txid, HandlerCase about, BigInteger peer, int status) {
    return typed(
        domain,
        Abi.concat(
            CALLBACK,
            Abi.word(txid).bytes(),
            Abi.hash(about.peer().chain()),
            Abi.hash(about.chain()),
            Abi.word(peer).bytes(),
            Abi.word(about.handler()).bytes(),
            Abi.word(status).bytes()));
  }

  private static byte[] typed(byte[] domain, byte[] content) {
    return Hash.sha3(Abi.concat(new byte[] {0x19, 0x01}, domain, Hash.sha3(content)));
  }

  /** What a handler is told beside the message. */
  byte[] terms() {
    return ByteBuffer.allocate(24).putLong(sequence).putLong(gas).putLong(deadline).array();
  }

  private byte[] bytes() {
    return Numeric.hexStringToByteArray(payload);
  }

  /** The settlement contract's call for it alone. */
  String delivery(String handler, byte[] certificate) {
    return Abi.call(
        "receive_cross_chain_msg(uint256,string,uint256,uint256,address,uint8,bytes,uint8,bytes)",
        Abi.word(txid),
        Abi.text(fromChain),
        Abi.word(from),
        Abi.word(fromHandler),
        Abi.word(handler),
        Abi.word(type),
        Abi.bytes(bytes()),
        Abi.word(0),
        Abi.bytes(Abi.concat(terms(), certificate)));
  }

  /** As a member of a batch. */
  Part member(String handler, byte[] certificate) {
    return Abi.struct(
        Abi.word(txid),
        Abi.text(fromChain),
        Abi.word(from),
        Abi.word(fromHandler),
        Abi.word(handler),
        Abi.word(type),
        Abi.bytes(bytes()),
        Abi.word(sequence),
        Abi.word(gas),
        Abi.word(deadline),
        Abi.word(0),
        Abi.bytes(certificate));
  }

  /** What the settlement contract calls on the handler. */
  String handlerCall() {
    return Abi.call(
        "receive_cross_chain_msg(uint256,string,uint256,uint256,uint8,bytes,uint8,bytes)",
        Abi.word(txid),
        Abi.text(fromChain),
        Abi.word(from),
        Abi.word(fromHandler),
        Abi.word(type),
        Abi.bytes(bytes()),
        Abi.word(0),
        Abi.bytes(terms()));
  }
}
