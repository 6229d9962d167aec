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
import java.nio.ByteBuffer;
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
              + "uint256 fromHandler,uint256 toHandler,uint8 payloadType,bytes32 payloadHash,"
              + "uint64 sequence,uint64 handlerGas,uint64 deadline)");
  private static final byte[] EXPIRE_TYPE =
      Keccak.text(
          "Expire(uint256 txid,string fromChain,string toChain,uint256 fromHandler,"
              + "uint256 toHandler,uint64 sequence,uint64 deadline)");
  private static final byte[] CALLBACK_TYPE =
      Keccak.text(
          "Callback(uint256 txid,string fromChain,string toChain,uint256 fromHandler,"
              + "uint256 toHandler,uint8 status)");
  private static final byte[] BUNDLE_TYPE = Keccak.text("Bundle(bytes32 root)");
  private static final byte[] NAME = Keccak.text("ChakraSettlement");
  private static final byte[] VERSION = Keccak.text("2");
  private static final byte[] PREFIX = {0x19, 0x01};

  /** Bundles are of no chain: their leaves are. */
  private static final byte[] BUNDLE_SEPARATOR =
      Keccak.bytes(Keccak.text("EIP712Domain(string name,string version)"), NAME, VERSION);

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
    return receiveForm(message, chainId, settlement).digest();
  }

  /** The same before it is hashed. */
  static Signable receiveForm(CrossChainMessage message, long chainId, EvmAddress settlement) {
    byte[] struct =
        Keccak.bytes(
            RECEIVE_TYPE,
            message.txid().bytes(),
            Keccak.text(message.from().chain().value()),
            Keccak.text(message.to().chain().value()),
            Abi.word(message.sender().toBigInteger()),
            Abi.word(message.from().toBigInteger()),
            Abi.word(message.to().toBigInteger()),
            number(message.payloadType().wire()),
            Keccak.bytes(Hex.decode(message.payload())),
            number(message.terms().sequence()),
            number(message.terms().handlerGas().units()),
            number(message.terms().deadline().getEpochSecond()));
    return signed(new Domain(chainId, settlement), struct);
  }

  /**
   * What lets the destination record that it will never receive a message.
   *
   * @param chainId of the destination
   * @param settlement the destination's settlement contract
   */
  public static Hash expire(CrossChainMessage message, long chainId, EvmAddress settlement) {
    return expireForm(message, chainId, settlement).digest();
  }

  /** The same before it is hashed. */
  static Signable expireForm(CrossChainMessage message, long chainId, EvmAddress settlement) {
    byte[] struct =
        Keccak.bytes(
            EXPIRE_TYPE,
            message.txid().bytes(),
            Keccak.text(message.from().chain().value()),
            Keccak.text(message.to().chain().value()),
            Abi.word(message.from().toBigInteger()),
            Abi.word(message.to().toBigInteger()),
            number(message.terms().sequence()),
            number(message.terms().deadline().getEpochSecond()));
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
    return callbackForm(
            txid, targetHandler, sourceHandler, outcome, sourceChainId, sourceSettlement)
        .digest();
  }

  /** The same before it is hashed. */
  static Signable callbackForm(
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
            number(outcome.wire()));
    return signed(new Domain(sourceChainId, sourceSettlement), struct);
  }

  /**
   * What stands for many of these digests at once.
   *
   * @param root of the tree over them, in log order, see {@link MerkleTree}
   */
  public static Hash bundle(Hash root) {
    return bundleForm(root).digest();
  }

  /** The same before it is hashed. */
  public static Signable bundleForm(Hash root) {
    return form(BUNDLE_SEPARATOR, Keccak.bytes(BUNDLE_TYPE, root.bytes()));
  }

  private static byte[] number(long value) {
    return Abi.word(BigInteger.valueOf(value));
  }

  private static Signable signed(Domain domain, byte[] struct) {
    return form(SEPARATORS.computeIfAbsent(domain, Digests::separator), struct);
  }

  /** EIP-712: a struct under its domain, both hashed already. */
  static Signable form(byte[] separator, byte[] struct) {
    return new Signable(
        ByteBuffer.allocate(PREFIX.length + separator.length + struct.length)
            .put(PREFIX)
            .put(separator)
            .put(struct)
            .array());
  }

  private static byte[] separator(Domain domain) {
    return Keccak.bytes(
        DOMAIN_TYPE,
        NAME,
        VERSION,
        number(domain.chainId()),
        Abi.word(domain.settlement().toBigInteger()));
  }
}
