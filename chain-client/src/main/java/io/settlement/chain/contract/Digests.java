// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What validators sign for contracts of profile V2: EIP-712 (protocol 7.1). */
public final class Digests {
  private static final byte[] DOMAIN_TYPE =
      Keccak.text(
          "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
  private static final byte[] RECEIVE_TYPE =
      Keccak.text(
          "Receive(uint256 txid,string fromChain,string toChain,uint256 fromAddress,"
              + "uint256 fromHandler,uint256 toHandler,uint8 payloadType,bytes32 payloadHash)");
  private static final byte[] CALLBACK_TYPE =
      Keccak.text(
          "Callback(uint256 txid,string fromChain,string toChain,uint256 fromHandler,"
              + "uint256 toHandler,uint8 status)");
  private static final byte[] NAME = Keccak.text("ChakraSettlement");
  private static final byte[] VERSION = Keccak.text("2");
  private static final byte[] PREFIX = {0x19, 0x01};

  private record Domain(long chainId, EvmAddress settlement) {}

  /** One for each configured chain. */
  private static final Map<Domain, byte[]> SEPARATORS = new ConcurrentHashMap<>();

  private Digests() {}

  /**
   * What lets the destination receive a message.
   *
   * @param chainId of the destination
   * @param settlement the destination's settlement contract
   */
  public static Hash receive(CrossChainMessage message, long chainId, EvmAddress settlement) {
    byte[] struct =
        Keccak.bytes(
            RECEIVE_TYPE,
            message.txid().bytes(),
            Keccak.text(message.from().chain().value()),
            Keccak.text(message.to().chain().value()),
            Abi.word(message.sender().toBigInteger()),
            Abi.word(message.from().toBigInteger()),
            Abi.word(message.to().toBigInteger()),
            Abi.word(BigInteger.valueOf(message.payloadType().wire())),
            Keccak.bytes(Hex.decode(message.payload())));
    return signed(new Domain(chainId, settlement), struct);
  }

  /**
   * What lets the source settle a message.
   *
   * @param targetHandler the handler that received, on the destination
   * @param sourceHandler the handler that sent, on the source
   * @param sourceChainId of the source
   * @param sourceSettlement the source's settlement contract
   */
  public static Hash callback(
      TxId txid,
      HandlerId targetHandler,
      HandlerId sourceHandler,
      Outcome outcome,
      long sourceChainId,
      EvmAddress sourceSettlement) {
    byte[] struct =
        Keccak.bytes(
            CALLBACK_TYPE,
            txid.bytes(),
            Keccak.text(targetHandler.chain().value()),
            Keccak.text(sourceHandler.chain().value()),
            Abi.word(targetHandler.toBigInteger()),
            Abi.word(sourceHandler.toBigInteger()),
            Abi.word(BigInteger.valueOf(outcome.wire())));
    return signed(new Domain(sourceChainId, sourceSettlement), struct);
  }

  private static Hash signed(Domain domain, byte[] struct) {
    byte[] separator = SEPARATORS.computeIfAbsent(domain, Digests::separator);
    return Hash.of(Keccak.bytes(PREFIX, separator, struct));
  }

  private static byte[] separator(Domain domain) {
    return Keccak.bytes(
        DOMAIN_TYPE,
        NAME,
        VERSION,
        Abi.word(BigInteger.valueOf(domain.chainId())),
        Abi.word(domain.settlement().toBigInteger()));
  }
}
