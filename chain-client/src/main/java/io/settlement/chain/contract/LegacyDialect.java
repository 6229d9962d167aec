// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.chain.ChainLog;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.LegacySettings.DigestForm;
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
 * The published 0.1.0 contracts: one log a message, packed digests, one message a transaction,
 * records that hold whole messages, nothing that expires.
 */
record LegacyDialect(ChainSettings chain) implements ContractDialect {

  @Override
  public List<Hash> messageKinds() {
    return List.of(SettlementAbi.MESSAGE);
  }

  @Override
  public SentMessages messages(Collection<ChainLog> logs) {
    return new LegacyMessages(chain.legacy());
  }

  @Override
  public boolean derivesTxid(CrossChainMessage message) {
    return true;
  }

  @Override
  public byte[] sourceRecordCall(TxId txid) {
    return SettlementAbi.createdRecordCall(txid);
  }

  @Override
  public SourceRecord sourceRecord(byte[] answer) {
    return LegacyAbi.createdRecord(answer);
  }

  @Override
  public byte[] receivedCall(CrossChainMessage message) {
    return LegacyAbi.receivedRecordCall(message.txid());
  }

  @Override
  public boolean received(byte[] answer) {
    return LegacyAbi.receivedStatus(answer) != 0;
  }

  @Override
  public Signable receiveForm(CrossChainMessage message) {
    return signed(LegacyDigests.receiveForm(message));
  }

  @Override
  public Signable callbackForm(
      TxId txid, HandlerId targetHandler, HandlerId sourceHandler, Outcome outcome) {
    return signed(LegacyDigests.callbackForm(txid, targetHandler, sourceHandler, outcome));
  }

  private Signable signed(Signable packed) {
    return chain.legacy().digest() == DigestForm.EIP191
        ? LegacyDigests.eip191Form(packed.digest())
        : packed;
  }

  @Override
  public Signable expireForm(CrossChainMessage message) {
    throw nothingExpires();
  }

  @Override
  public boolean takesBatches() {
    return false;
  }

  @Override
  public boolean takesBundles() {
    return false;
  }

  @Override
  public boolean expires() {
    return false;
  }

  @Override
  public byte[] deliver(List<SignedMessage> messages) {
    return LegacyAbi.receive(only(messages));
  }

  @Override
  public byte[] callBack(List<SignedCallback> callbacks) {
    return LegacyAbi.callback(only(callbacks));
  }

  @Override
  public byte[] expire(List<SignedMessage> messages) {
    throw nothingExpires();
  }

  private UnsupportedOperationException nothingExpires() {
    return new UnsupportedOperationException("nothing expires on " + chain.name());
  }

  private static <T> T only(List<T> members) {
    if (members.size() != 1) {
      throw new IllegalArgumentException(members.size() + " members in a call that takes one");
    }
    return members.getFirst();
  }
}
