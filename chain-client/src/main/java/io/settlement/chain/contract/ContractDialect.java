// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.chain.ChainLog;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.contract.SettlementCalls.SignedCallback;
import io.settlement.chain.contract.SettlementCalls.SignedMessage;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import java.util.Collection;
import java.util.List;

/**
 * How the settlement contract of one chain speaks: how its logs tell of messages, what it keeps of
 * them, what must be signed for it and how it is called. What the source logged is read in the
 * dialect of the source; what is signed and sent is in the dialect of whoever verifies it. Logs of
 * outcomes ({@link SettlementAbi#HANDLE_RESULT}, {@link SettlementAbi#RESULT}) are the same in all.
 */
public sealed interface ContractDialect permits V2Dialect, LegacyDialect {

  /** The dialect of a chain by its profile. */
  static ContractDialect of(ChainSettings chain) {
    return switch (chain.profile()) {
      case V2 -> new V2Dialect(chain);
      case LEGACY -> new LegacyDialect(chain);
    };
  }

  /** Kinds of logs that together tell a message. */
  List<Hash> messageKinds();

  /** Reads messages among these logs, which are of whole blocks or of a whole receipt. */
  SentMessages messages(Collection<ChainLog> logs);

  /**
   * Whether the txid is the one that the message's own route, sender and nonce make; always true
   * where the logs do not tell the nonce, and the record alone vouches.
   */
  boolean derivesTxid(CrossChainMessage message);

  /** Calldata that asks the source for its record; read the answer with {@link #sourceRecord}. */
  byte[] sourceRecordCall(TxId txid);

  /** The record; status 0 when there is none. */
  SourceRecord sourceRecord(byte[] answer);

  /** Calldata that asks the destination about a message; read the answer with {@link #received}. */
  byte[] receivedCall(CrossChainMessage message);

  /** Whether the destination has received the message, or recorded its expiry. */
  boolean received(byte[] answer);

  /** What lets this chain receive a message. */
  Signable receiveForm(CrossChainMessage message);

  /** Its digest. */
  default Hash receiveDigest(CrossChainMessage message) {
    return receiveForm(message).digest();
  }

  /**
   * What lets this chain settle a message that it sent.
   *
   * @param targetHandler the handler that received, on the destination
   * @param sourceHandler the handler that sent, on this chain
   */
  Signable callbackForm(
      TxId txid, HandlerId targetHandler, HandlerId sourceHandler, Outcome outcome);

  /** Its digest. */
  default Hash callbackDigest(
      TxId txid, HandlerId targetHandler, HandlerId sourceHandler, Outcome outcome) {
    return callbackForm(txid, targetHandler, sourceHandler, outcome).digest();
  }

  /**
   * What lets this chain record that it will never receive a message.
   *
   * @throws UnsupportedOperationException where nothing {@link #expires}
   */
  Signable expireForm(CrossChainMessage message);

  /**
   * Its digest.
   *
   * @throws UnsupportedOperationException where nothing {@link #expires}
   */
  default Hash expireDigest(CrossChainMessage message) {
    return expireForm(message).digest();
  }

  /** Whether many messages fit one call; if not, each call takes a list of one. */
  boolean takesBatches();

  /** Whether one certificate can stand for the messages of a block ({@code sign_type} 1). */
  boolean takesBundles();

  /** Whether the contract can record that a message was not received before its deadline. */
  boolean expires();

  /**
   * Calldata that delivers messages, each with its own certificate.
   *
   * @throws io.settlement.events.value.InvalidValue when one is for a handler no EVM chain can have
   */
  byte[] deliver(List<SignedMessage> messages);

  /** Calldata that brings outcomes home, each with its own certificate. */
  byte[] callBack(List<SignedCallback> callbacks);

  /**
   * Calldata that ends messages which were not received in time.
   *
   * @throws UnsupportedOperationException where nothing {@link #expires}
   */
  byte[] expire(List<SignedMessage> messages);
}
