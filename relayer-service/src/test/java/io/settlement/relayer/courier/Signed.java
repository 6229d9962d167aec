// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.contract.Digests;
import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import io.settlement.relayer.chain.keys.SigningKey;
import java.time.Instant;

/** What honest validators say. */
final class Signed {
  private Signed() {}

  static AttestationSigned receive(
      CrossChainMessage message, ChainSettings destination, SigningKey key) {
    return by(
        key,
        message.txid(),
        Kind.RECEIVE,
        Digests.receive(message, destination.chainId(), destination.settlement()));
  }

  static AttestationSigned callback(
      CrossChainMessage message, Outcome outcome, ChainSettings source, SigningKey key) {
    return by(
        key,
        message.txid(),
        Kind.CALLBACK,
        Digests.callback(
            message.txid(),
            message.to(),
            message.from(),
            outcome,
            source.chainId(),
            source.settlement()));
  }

  static AttestationSigned by(SigningKey key, TxId txid, Kind kind, Hash digest) {
    return new AttestationSigned(
        txid, kind, digest, key.address(), Hex.encode(key.sign(digest)), Instant.EPOCH);
  }
}
