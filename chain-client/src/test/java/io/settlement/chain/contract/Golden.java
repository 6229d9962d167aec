// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.chain.ChainLog;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.Terms;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import java.time.Instant;
import java.util.List;

/** The protocol's vectors G1 and G2 (protocol 2.8). */
final class Golden {
  /** G1, from the Cairo test. */
  static final byte[] G1 =
      Hex.decode(
          "0x01e21a5002e80baccffe005f484588632606e46cb13e050a7d3a34206e8b55e08d05"
              + "01000000000000000000000000f39fd6e51aad88f6f4ce6ab8827279cfffb92266"
              + "00000000000000000000000070997970c51812dc3a010c7d01b50e0d17dc79c8"
              + "000000000000000000000000e7f1725e7734ce288f8367e1bb143e90bb3f0512"
              + "00000000000000000000000090f79bf6eb2c4f870365e785982e1f101e93b906"
              + "00000000000000000000000000000000000000000000000000000000000003e8");

  static final ChainName SCROLL = new ChainName("Scroll");
  static final ChainName ARBITRUM = new ChainName("Arbitrum");
  static final EvmAddress USER = new EvmAddress("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");
  static final EvmAddress RECEIVER = new EvmAddress("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
  static final HandlerId FROM = HandlerId.of(SCROLL, repeated("11"));
  static final HandlerId TO = HandlerId.of(ARBITRUM, repeated("22"));
  static final TxId TXID =
      new TxId("0xd68856c60d5822127a97afa0a2a64b55efeaf538a7e37c4f5289728118777cd8");
  static final Hash MESSAGE_ID =
      new Hash("0x8808ed5d814f068e34f05ef51f0a4e83908f5dc80cea346b48dcdb5074bf627e");

  /** G2's message bytes. */
  static final String G2 =
      "0x018808ed5d814f068e34f05ef51f0a4e83908f5dc80cea346b48dcdb5074bf627e05"
          + "01000000000000000000000000f39fd6e51aad88f6f4ce6ab8827279cfffb92266"
          + "00000000000000000000000070997970c51812dc3a010c7d01b50e0d17dc79c8"
          + "0000000000000000000000003333333333333333333333333333333333333333"
          + "0000000000000000000000004444444444444444444444444444444444444444"
          + "0000000000000000000000000000000000000000000000000000000005f5e100";

  /** Not the protocol's: what this suite sends beside G2. */
  static final Terms TERMS = new Terms(1, new Gas(500_000), Instant.parse("2026-01-01T00:00:00Z"));

  static final Hash RECEIVE_LEGACY =
      new Hash("0xf8d4bf9b251247c97c18bc87b6c93e19d1f3bccfa8a5f2fa60fecead58d121f3");

  /** hardhat key #1 over {@link #RECEIVE_LEGACY}. */
  static final byte[] SIGNATURE_1 =
      Hex.decode(
          "0x8d6128ae6419f40c380dcd43a05a606de047d2ac4c87dc8e6f80ad594138aba0"
              + "558230ccaeebb70758bb5f60ca9ae9dd77e9ba62d1d02b90e22ebf8422df3eae1c");

  static final EvmAddress SIGNER_1 = RECEIVER;

  /** hardhat key #2 over {@link #RECEIVE_LEGACY}. */
  static final byte[] SIGNATURE_2 =
      Hex.decode(
          "0x951e91b3fe457eda3ce96f20f7f403b7fb1bc9508f07124f6627333a8bc2dc72"
              + "2fac109266592e02ec22bb3e90a5eff6baf5e79dcc69e27f1258368af79df27f1c");

  static final EvmAddress SIGNER_2 = new EvmAddress("0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc");

  private Golden() {}

  static EvmAddress repeated(String octet) {
    return new EvmAddress("0x" + octet.repeat(20));
  }

  static Erc20Payload transfer() {
    return new Erc20Payload(
        USER, RECEIVER, repeated("33"), repeated("44"), TokenAmount.of(100_000_000));
  }

  static CrossChainMessage message() {
    return new CrossChainMessage(
        TXID, FROM, TO, USER, 1, PayloadType.ERC20, G2, transfer().transfer(), TERMS);
  }

  /** The log that tells {@link #TERMS}. */
  static ChainLog termsLog(EvmAddress emitter) {
    byte[] data =
        Abi.encode(
            Abi.uint(1),
            Abi.uint(TERMS.sequence()),
            Abi.uint(TERMS.handlerGas().units()),
            Abi.uint(TERMS.deadline().getEpochSecond()));
    return log(emitter, data, SettlementAbi.TERMS, topic(TXID));
  }

  /** A log of transaction and block 1. */
  static ChainLog log(EvmAddress emitter, byte[] data, Hash... topics) {
    Hash one = new Hash("0x" + "01".repeat(32));
    return new ChainLog(emitter, List.of(topics), data, 1, one, one, 0);
  }

  static Hash topic(TxId txid) {
    return new Hash(txid.hex());
  }

  static Hash topic(EvmAddress address) {
    return Hash.of(address.toBigInteger());
  }
}
