// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.contract.Digests;
import io.settlement.chain.contract.MerkleTree;
import io.settlement.chain.keys.KeystoreKey;
import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.BundleSigned;
import io.settlement.events.AttestationEvent.BundleSigned.Member;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import java.time.Instant;
import java.util.List;

/** What honest validators say. */
final class Signed {
  private Signed() {}

  static AttestationSigned receive(
      CrossChainMessage message, ChainSettings destination, KeystoreKey key) {
    return by(
        key,
        message.txid(),
        Kind.RECEIVE,
        Digests.receive(message, destination.chainId(), destination.settlement()));
  }

  static AttestationSigned callback(
      CrossChainMessage message, Outcome outcome, ChainSettings source, KeystoreKey key) {
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

  static AttestationSigned by(KeystoreKey key, TxId txid, Kind kind, Hash digest) {
    return new AttestationSigned(
        txid, kind, digest, key.address(), Hex.encode(key.sign(digest)), Instant.EPOCH);
  }

  /** The messages of a block, signed together. */
  static BundleSigned receive(
      List<MessageFinal> block, ChainSettings destination, KeystoreKey key) {
    return together(
        block.stream().map(one -> receive(one.message(), destination, key)).toList(),
        destination.name(),
        key);
  }

  /** What could be signed one by one, signed together. */
  static BundleSigned together(
      List<AttestationSigned> members, ChainName receiver, KeystoreKey key) {
    Hash root = MerkleTree.of(members.stream().map(AttestationSigned::digest).toList()).root();
    return new BundleSigned(
        root,
        members.getFirst().kind(),
        receiver,
        members.stream().map(one -> new Member(one.txid(), one.digest())).toList(),
        key.address(),
        Hex.encode(key.sign(Digests.bundle(root))),
        Instant.EPOCH);
  }
}
