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
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.Terms;
import io.settlement.events.value.TokenTransfer;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import org.jspecify.annotations.Nullable;

/** The settlement contract: its logs and records (protocol 1.1). */
public final class SettlementAbi {
  /** CrossChainMsgStatus of a message that a contract has not heard of. */
  private static final int UNKNOWN = 0;

  /** A handler sent a message; on the source. */
  public static final Hash MESSAGE =
      Keccak.topic("CrossChainMsg(uint256,address,string,string,address,uint256,uint8,bytes)");

  /** The terms of the message logged just before; on the source. */
  public static final Hash TERMS =
      Keccak.topic("CrossChainMsgTerms(uint256,uint256,uint64,uint64,uint64)");

  /** A handler received a message, or it expired; on the destination. */
  public static final Hash HANDLE_RESULT =
      Keccak.topic("CrossChainHandleResult(uint256,uint8,string,string,address,uint256,uint8)");

  /** A message was not received before its deadline; {@link #HANDLE_RESULT} follows. */
  public static final Hash EXPIRED = Keccak.topic("CrossChainMsgExpired(uint256)");

  /** The sending handler learned the outcome; on the source. */
  public static final Hash RESULT =
      Keccak.topic("CrossChainResult(uint256,string,string,address,address,uint256,uint8)");

  /** What one message of a transaction used. */
  public static final Hash MESSAGE_GAS = Keccak.topic("CrossChainMsgGas(uint256,uint8,uint256)");

  /** A member of a batch that changed nothing. */
  public static final Hash SKIPPED =
      Keccak.topic("CrossChainMsgSkipped(uint256,uint8,bytes4,uint256)");

  private static final byte[] CREATED = Abi.selector("create_cross_txs(uint256)");
  private static final byte[] LEGACY_NONCE = Abi.selector("view_nonce(address)");
  private static final byte[] NEXT_NONCE = Abi.selector("next_nonce(address,address)");
  private static final byte[] RECEIVED = Abi.selector("received_status(string,uint64)");

  private SettlementAbi() {}

  /**
   * What HandleResult says; its direction is the callback's.
   *
   * @param targetHandler the handler that received, on the destination
   * @param sourceHandler the handler that sent, on the source
   */
  public record HandleResult(
      TxId txid,
      Outcome outcome,
      HandlerId targetHandler,
      HandlerId sourceHandler,
      PayloadType payloadType) {}

  /**
   * What Result says.
   *
   * @param sender the account that called the sending handler
   * @param sourceHandler the handler that sent, on the source
   * @param targetHandler the handler it was for, on the destination
   */
  public record Result(
      TxId txid,
      Outcome outcome,
      EvmAddress sender,
      HandlerId sourceHandler,
      HandlerId targetHandler) {}

  /**
   * Gas the contract metered.
   *
   * @param leg 1 for receiving or expiring, 2 for the callback
   */
  public record MeteredGas(TxId txid, int leg, Gas gas) {}

  /**
   * A member of a batch that changed nothing.
   *
   * @param leg 1 for receiving or expiring, 2 for the callback
   * @param reason selector of the contract's error, 0x and 8 digits; all zero when it gave none
   */
  public record Skipped(TxId txid, int leg, String reason, Gas gas) {}

  /**
   * What the source keeps of a message it sent.
   *
   * @param status CrossChainMsgStatus: 0 unknown, 1 pending, 2 success, 3 failed
   * @param nonce the sender's with the sending handler
   * @param prepaid what the sender prepaid; 0 once it was paid back, or when it is kept elsewhere
   */
  public record CreatedRecord(EvmAddress sender, int status, long nonce, Wei prepaid)
      implements SourceRecord {
    /** Status of a message whose outcome is not known yet. */
    public static final int PENDING = 1;

    /** By sender and nonce: with the route, these make the txid. */
    @Override
    public boolean pendingFor(CrossChainMessage message) {
      return status == PENDING && sender.equals(message.sender()) && nonce == message.nonce();
    }
  }

  /**
   * The message of a {@link #MESSAGE} log and its {@link #TERMS} log. Its transfer is null unless
   * the payload is one, byte for byte, and speaks for the same sender.
   *
   * @throws InvalidValue when they are not such logs, or of two messages
   */
  static CrossChainMessage message(ChainLog log, ChainLog termsLog) {
    AbiReader terms = AbiReader.of("CrossChainMsgTerms log", termsLog, TERMS, 2);
    if (log.topics().size() > 1 && !AbiReader.txid(termsLog).equals(AbiReader.txid(log))) {
      throw terms.refused("the terms of another message");
    }
    return message(log, terms.number(0), new Terms(terms.number(1), terms.gas(2), terms.time(3)));
  }

  /**
   * The message of a {@link #MESSAGE} log whose nonce and terms are known from elsewhere.
   *
   * @param nonce 0 when it is not known
   * @throws InvalidValue when it is not such a log
   */
  static CrossChainMessage message(ChainLog log, long nonce, Terms terms) {
    AbiReader data = AbiReader.of("CrossChainMsg log", log, MESSAGE, 3);
    HandlerId from = HandlerId.of(chain(data, 0), data.address(2));
    HandlerId to = HandlerId.of(chain(data, 1), data.uint(3));
    EvmAddress sender = AbiReader.address(log, 2);
    PayloadType type = PayloadType.ofWire(data.small(4));
    byte[] payload = data.bytes(5);
    return new CrossChainMessage(
        AbiReader.txid(log),
        from,
        to,
        sender,
        nonce,
        type,
        Hex.encode(payload),
        transfer(type, payload, sender),
        terms);
  }

  private static @Nullable TokenTransfer transfer(
      PayloadType type, byte[] payload, EvmAddress sender) {
    if (type != PayloadType.ERC20) {
      return null;
    }
    try {
      MessageV1 message = MessageV1.decode(payload);
      Erc20Payload transfer = Erc20Payload.decode(message.payload());
      boolean speaksForSender = message.payloadType() == type && transfer.from().equals(sender);
      return speaksForSender ? transfer.transfer() : null;
    } catch (InvalidValue notATransfer) {
      return null;
    }
  }

  /**
   * @throws InvalidValue when it is not a {@link #HANDLE_RESULT} log
   */
  public static HandleResult handleResult(ChainLog log) {
    AbiReader data = AbiReader.of("CrossChainHandleResult log", log, HANDLE_RESULT, 2);
    return new HandleResult(
        AbiReader.txid(log),
        Outcome.ofWire(data.small(0)),
        HandlerId.of(chain(data, 1), data.address(3)),
        HandlerId.of(chain(data, 2), data.uint(4)),
        PayloadType.ofWire(data.small(5)));
  }

  /**
   * @throws InvalidValue when it is not a {@link #RESULT} log
   */
  public static Result result(ChainLog log) {
    AbiReader data = AbiReader.of("CrossChainResult log", log, RESULT, 2);
    return new Result(
        AbiReader.txid(log),
        Outcome.ofWire(data.small(5)),
        data.address(2),
        HandlerId.of(chain(data, 0), data.address(3)),
        HandlerId.of(chain(data, 1), data.uint(4)));
  }

  /**
   * @throws InvalidValue when it is not a {@link #MESSAGE_GAS} log
   */
  public static MeteredGas meteredGas(ChainLog log) {
    AbiReader data = AbiReader.of("CrossChainMsgGas log", log, MESSAGE_GAS, 2);
    return new MeteredGas(AbiReader.txid(log), data.small(0), data.gas(1));
  }

  /**
   * @throws InvalidValue when it is not a {@link #SKIPPED} log
   */
  public static Skipped skipped(ChainLog log) {
    AbiReader data = AbiReader.of("CrossChainMsgSkipped log", log, SKIPPED, 2);
    return new Skipped(
        AbiReader.txid(log), data.small(0), Hex.encode(data.fixed(1, 4)), data.gas(2));
  }

  /** Calldata that asks the source for its record; read the answer with {@link #createdRecord}. */
  public static byte[] createdRecordCall(TxId txid) {
    return Abi.call(CREATED, Abi.uint(txid.toBigInteger()));
  }

  /** The record; status 0 and the zero address when there is none. */
  public static CreatedRecord createdRecord(byte[] answer) {
    AbiReader data = new AbiReader("created record", answer);
    return new CreatedRecord(data.address(0), data.small(1), data.number(2), data.wei(3));
  }

  /**
   * Calldata that asks the destination what became of a message; read the answer with {@link
   * #receivedStatus}.
   */
  public static byte[] receivedStatusCall(CrossChainMessage message) {
    return Abi.call(
        RECEIVED, Abi.string(message.from().chain().value()), Abi.uint(message.terms().sequence()));
  }

  /** Whether the destination has received the message, or recorded its expiry. */
  public static boolean isReceived(byte[] answer) {
    return receivedStatus(answer) != UNKNOWN;
  }

  /** CrossChainMsgStatus: 0 unknown, 1 pending, 2 success, 3 failed. */
  public static int receivedStatus(byte[] answer) {
    return new AbiReader("received status", answer).small(0);
  }

  /**
   * Calldata that asks which nonce the sender's next message through a handler will have; read the
   * answer with {@link #nextNonce}.
   */
  public static byte[] nextNonceCall(EvmAddress handler, EvmAddress sender) {
    return Abi.call(NEXT_NONCE, Abi.address(handler), Abi.address(sender));
  }

  /**
   * Calldata that asks a settlement contract of version 0.1.0 for the last nonce of a user, who has
   * one for all handlers; read the answer with {@link #nextNonce}.
   */
  public static byte[] legacyNonceCall(EvmAddress user) {
    return Abi.call(LEGACY_NONCE, Abi.address(user));
  }

  /** The nonce; with the route and the sender it makes the txid, see {@link TxIds}. */
  public static long nextNonce(byte[] answer) {
    return new AbiReader("next nonce", answer).number(0);
  }

  private static ChainName chain(AbiReader data, int place) {
    return new ChainName(data.string(place));
  }
}
