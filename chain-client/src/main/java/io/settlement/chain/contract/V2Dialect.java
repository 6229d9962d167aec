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

/** Our contracts: terms beside each message, EIP-712, batches, bundles, expiry. */
record V2Dialect(ChainSettings chain) implements ContractDialect {

  @Override
  public List<Hash> messageKinds() {
    return List.of(SettlementAbi.MESSAGE, SettlementAbi.TERMS);
  }

  @Override
  public SentMessages messages(Collection<ChainLog> logs) {
    return SentMessages.in(logs);
  }

  @Override
  public boolean derivesTxid(CrossChainMessage message) {
    return TxIds.derive(message.route(), message.sender(), message.nonce()).equals(message.txid());
  }

  @Override
  public byte[] sourceRecordCall(TxId txid) {
    return SettlementAbi.createdRecordCall(txid);
  }

  @Override
  public SourceRecord sourceRecord(byte[] answer) {
    return SettlementAbi.createdRecord(answer);
  }

  @Override
  public byte[] receivedCall(CrossChainMessage message) {
    return SettlementAbi.receivedStatusCall(message);
  }

  @Override
  public boolean received(byte[] answer) {
    return SettlementAbi.isReceived(answer);
  }

  @Override
  public Signable receiveForm(CrossChainMessage message) {
    return Digests.receiveForm(message, chain.chainId(), chain.settlement());
  }

  @Override
  public Signable callbackForm(
      TxId txid, HandlerId targetHandler, HandlerId sourceHandler, Outcome outcome) {
    return Digests.callbackForm(
        txid, targetHandler, sourceHandler, outcome, chain.chainId(), chain.settlement());
  }

  @Override
  public Signable expireForm(CrossChainMessage message) {
    return Digests.expireForm(message, chain.chainId(), chain.settlement());
  }

  @Override
  public boolean takesBatches() {
    return true;
  }

  @Override
  public boolean takesBundles() {
    return true;
  }

  @Override
  public boolean expires() {
    return true;
  }

  @Override
  public byte[] deliver(List<SignedMessage> messages) {
    return SettlementCalls.receiveBatch(messages);
  }

  @Override
  public byte[] callBack(List<SignedCallback> callbacks) {
    return SettlementCalls.callbackBatch(callbacks);
  }

  @Override
  public byte[] expire(List<SignedMessage> messages) {
    return SettlementCalls.expireBatch(messages);
  }
}
