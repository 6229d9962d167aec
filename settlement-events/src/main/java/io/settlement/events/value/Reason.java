// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why a message waits or has ended; closed, stored and sent by name. Beside it stands a detail for
 * humans, with selector and decoded text where there is one.
 */
public enum Reason {
  /** Too few of today's validators have signed. Goes on when they have. */
  SIGNATURES_MISSING,
  /** Nobody has said yet whether the prepayment is enough. Goes on when that is known. */
  GAS_UNDECIDED,
  /** The prepayment does not cover the work. Goes on when topped up or when gas costs less. */
  UNDERFUNDED,
  /** The registry does not know route, handler or chain. */
  UNKNOWN_ROUTE,
  /** Route, handler or chain is not active in the registry. */
  ROUTE_CLOSED,
  /** This courier has no key on the destination. Goes on when it has one. */
  CHAIN_NOT_SERVED,
  /** A limit: too much for now, or so much that it waits. Goes on by itself or by an operator. */
  LIMIT,
  /** Its destination cannot pay so much now, or nothing. Goes on by itself when it can. */
  LIQUIDITY,
  /** An operator stopped chain, route or handler. Goes on when the stop ends. */
  PAUSED,
  /** A guardian paused a contract on chain. Goes on when the contract is no longer paused. */
  PAUSED_ON_CHAIN,
  /** A chain was reorganised below finality. Goes on when an operator ends the stop. */
  REORG,
  /** No node answers, they disagree, or the signer of a key does not answer. Tried again. */
  RPC,
  /** The handler would refuse or has refused. Tried again, then parked. */
  HANDLER_REVERTED,
  /** The settlement contract refused the message, or the transaction failed. Tried again. */
  REVERTED,
  /** Gas costs more than was prepaid for it. Tried again. */
  GAS_PRICE,
  /** Too little gas was left in the transaction. Tried again alone. */
  GAS_LIMIT,
  /** The submitter's key cannot pay. Tried again. */
  KEY_WITHOUT_FUNDS,
  /** A foreign transaction took the nonce. Tried again with the next one. */
  NONCE_TAKEN,
  /** The transaction was mined and did not mention the message. Tried again. */
  UNMENTIONED,
  /** The deadline passed before the message was received. */
  EXPIRED;

  /** The reason of a stored or sent word; empty when it is none of these. */
  public static Optional<Reason> ofWord(String word) {
    return Arrays.stream(values()).filter(reason -> reason.name().equals(word)).findFirst();
  }
}
