// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What validators sign for contracts of profile LEGACY: packed fields that bind neither chain nor
 * contract (protocol 2.4). Only so that a network can migrate.
 */
public final class LegacyDigests {

  private static final byte[] EIP191 =
      "\u0019Ethereum Signed Message:\n32".getBytes(StandardCharsets.UTF_8);

  private LegacyDigests() {}

  /** What lets the destination receive a message. */
  public static Hash receive(CrossChainMessage message) {
    return receiveForm(message).digest();
  }

  /** The same before it is hashed. */
  static Signable receiveForm(CrossChainMessage message) {
    return packed(
        message.txid().bytes(),
        message.from().chain().value().getBytes(StandardCharsets.UTF_8),
        Abi.word(message.sender().toBigInteger()),
        Abi.word(message.from().toBigInteger()),
        message.to().evmAddress().bytes(),
        Keccak.bytes(Hex.decode(message.payload())));
  }

  private static Signable packed(byte[]... fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] field : fields) {
      bytes.writeBytes(field);
    }
    return new Signable(bytes.toByteArray());
  }

  /**
   * What lets the source settle a message.
   *
   * @param targetHandler the handler that received, on the destination
   * @param sourceHandler the handler that sent, on the source
   */
  public static Hash callback(
      TxId txid, HandlerId targetHandler, HandlerId sourceHandler, Outcome outcome) {
    return callbackForm(txid, targetHandler, sourceHandler, outcome).digest();
  }

  /** The same before it is hashed. */
  static Signable callbackForm(
      TxId txid, HandlerId targetHandler, HandlerId sourceHandler, Outcome outcome) {
    return packed(
        txid.bytes(),
        Abi.word(targetHandler.toBigInteger()),
        sourceHandler.evmAddress().bytes(),
        new byte[] {(byte) outcome.wire()});
  }

  /** A digest as deployments with a wallet's prefix recover signers from it (protocol 2.5). */
  public static Hash eip191(Hash digest) {
    return eip191Form(digest).digest();
  }

  /** The same before it is hashed. */
  static Signable eip191Form(Hash digest) {
    return packed(EIP191, digest.bytes());
  }
}
