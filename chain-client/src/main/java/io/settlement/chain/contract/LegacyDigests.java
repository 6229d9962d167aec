// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
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
    return Hash.of(
        Keccak.bytes(
            message.txid().bytes(),
            message.from().chain().value().getBytes(StandardCharsets.UTF_8),
            Abi.word(message.sender().toBigInteger()),
            Abi.word(message.from().toBigInteger()),
            message.to().evmAddress().bytes(),
            Keccak.bytes(Hex.decode(message.payload()))));
  }

  /**
   * What lets the source settle a message.
   *
   * @param targetHandler the handler that received, on the destination
   * @param sourceHandler the handler that sent, on the source
   */
  public static Hash callback(
      TxId txid, HandlerId targetHandler, HandlerId sourceHandler, Outcome outcome) {
    return Hash.of(
        Keccak.bytes(
            txid.bytes(),
            Abi.word(targetHandler.toBigInteger()),
            sourceHandler.evmAddress().bytes(),
            new byte[] {(byte) outcome.wire()}));
  }

  /** A digest as deployments with a wallet's prefix recover signers from it (protocol 2.5). */
  public static Hash eip191(Hash digest) {
    return Hash.of(Keccak.bytes(EIP191, digest.bytes()));
  }
}
