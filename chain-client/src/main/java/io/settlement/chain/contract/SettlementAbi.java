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
import io.settlement.events.value.TokenTransfer;
import io.settlement.events.value.TxId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settlement contract: its logs, its calls, its records (protocol 1.1). */
public final class SettlementAbi {
  /** A handler sent a message; on the source. */
  public static final Hash MESSAGE =
      Keccak.topic("CrossChainMsg(uint256,address,string,string,address,uint256,uint8,bytes)");

  /** A handler received a message; on the destination. */
  public static final Hash HANDLE_RESULT =
      Keccak.topic("CrossChainHandleResult(uint256,uint8,string,string,address,uint256,uint8)");

  /** The sending handler learned the outcome; on the source. */
  public static final Hash RESULT =
      Keccak.topic("CrossChainResult(uint256,string,string,address,address,uint256,uint8)");

  /** What one message of a transaction used. */
  public static final Hash MESSAGE_GAS = Keccak.topic("CrossChainMsgGas(uint256,uint8,uint256)");

  /** A member of a batch that changed nothing. */
  public static final Hash SKIPPED =
      Keccak.topic("CrossChainMsgSkipped(uint256,uint8,bytes4,uint256)");

  private static final byte[] RECEIVE_BATCH =
      Abi.selector(
          "receive_cross_chain_msgs((uint256,string,uint256,uint256,address,uint8,bytes,uint8,bytes)[])");
  private static final byte[] CALLBACK_BATCH =
      Abi.selector(
          "receive_cross_chain_callbacks((uint256,string,uint256,address,uint8,uint8,bytes)[])");
  private static final byte[] CREATED = Abi.selector("create_cross_txs(uint256)");
  private static final byte[] RECEIVED = Abi.selector("receive_cross_txs(uint256)");

  private static final int ECDSA = 0;
  private static final int COMMITMENT_BYTES = 11;

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
   * @param leg 1 for receiving, 2 for the callback
   */
  public record MeteredGas(TxId txid, int leg, Gas gas) {}

  /**
   * A member of a batch that changed nothing.
   *
   * @param leg 1 for receiving, 2 for the callback
   * @param reason selector of the contract's error, 0x and 8 digits; all zero when it gave none
   */
  public record Skipped(TxId txid, int leg, String reason, Gas gas) {}

  /**
   * A message ready for its destination.
   *
   * @param signatures the quorum certificate, see {@link Signatures#bundle}
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record SignedMessage(CrossChainMessage message, byte[] signatures) {}

  /**
   * An outcome ready for its source.
   *
   * @param signatures the quorum certificate, see {@link Signatures#bundle}
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record SignedCallback(
      TxId txid,
      HandlerId targetHandler,
      HandlerId sourceHandler,
      Outcome outcome,
      byte[] signatures) {}

  /**
   * What the source keeps of a message it sent.
   *
   * @param status CrossChainMsgStatus: 0 unknown, 1 pending, 2 success, 3 failed
   * @param commitment 11 bytes, see {@link SettlementAbi#commitment}
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record CreatedRecord(EvmAddress sender, int status, byte[] commitment) {
    /** Status of a message whose outcome is not known yet. */
    public static final int PENDING = 1;

    /** Whether it is still pending and was created for exactly this message. */
    public boolean pendingFor(CrossChainMessage message) {
      return status == PENDING
          && sender.equals(message.sender())
          && Arrays.equals(commitment, SettlementAbi.commitment(message));
    }
  }

  /**
   * The message of a {@link #MESSAGE} log. Its transfer is null unless the payload is one, byte for
   * byte, and speaks for the same sender.
   *
   * @throws InvalidValue when it is not such a log
   */
  public static CrossChainMessage message(ChainLog log) {
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
        type,
        Hex.encode(payload),
        transfer(type, payload, sender));
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

  /**
   * Calldata of receive_cross_chain_msgs.
   *
   * @throws InvalidValue when a message is for a handler no EVM chain can have
   */
  public static byte[] receiveBatch(List<SignedMessage> messages) {
    return Abi.call(
        RECEIVE_BATCH, Abi.array(messages.stream().map(SettlementAbi::inbound).toList()));
  }

  private static Abi inbound(SignedMessage signed) {
    CrossChainMessage message = signed.message();
    return Abi.tuple(
        Abi.uint(message.txid().toBigInteger()),
        Abi.string(message.from().chain().value()),
        Abi.address(message.sender()),
        Abi.uint(message.from().toBigInteger()),
        Abi.address(message.to().evmAddress()),
        Abi.uint(message.payloadType().wire()),
        Abi.bytes(Hex.decode(message.payload())),
        Abi.uint(ECDSA),
        Abi.bytes(signed.signatures()));
  }

  /** Calldata of receive_cross_chain_callbacks. */
  public static byte[] callbackBatch(List<SignedCallback> callbacks) {
    return Abi.call(
        CALLBACK_BATCH, Abi.array(callbacks.stream().map(SettlementAbi::inbound).toList()));
  }

  private static Abi inbound(SignedCallback callback) {
    return Abi.tuple(
        Abi.uint(callback.txid().toBigInteger()),
        Abi.string(callback.targetHandler().chain().value()),
        Abi.uint(callback.targetHandler().toBigInteger()),
        Abi.address(callback.sourceHandler().evmAddress()),
        Abi.uint(callback.outcome().wire()),
        Abi.uint(ECDSA),
        Abi.bytes(callback.signatures()));
  }

  /** Calldata that asks the source for its record; read the answer with {@link #createdRecord}. */
  public static byte[] createdRecordCall(TxId txid) {
    return Abi.call(CREATED, Abi.uint(txid.toBigInteger()));
  }

  /** The record; status 0 and the zero address when there is none. */
  public static CreatedRecord createdRecord(byte[] answer) {
    AbiReader data = new AbiReader("created record", answer);
    return new CreatedRecord(data.address(0), data.small(1), data.fixed(2, COMMITMENT_BYTES));
  }

  /** What the source's record holds for this message: the start of a hash over its route. */
  public static byte[] commitment(CrossChainMessage message) {
    byte[] route =
        Abi.encode(
            Abi.string(message.to().chain().value()),
            Abi.uint(message.from().toBigInteger()),
            Abi.uint(message.to().toBigInteger()));
    return Arrays.copyOf(Keccak.bytes(route), COMMITMENT_BYTES);
  }

  /** Calldata that asks the destination; read the answer with {@link #receivedStatus}. */
  public static byte[] receivedStatusCall(TxId txid) {
    return Abi.call(RECEIVED, Abi.uint(txid.toBigInteger()));
  }

  /** CrossChainMsgStatus: 0 unknown, 1 pending, 2 success, 3 failed. */
  public static int receivedStatus(byte[] answer) {
    return new AbiReader("received status", answer).small(0);
  }

  private static ChainName chain(AbiReader data, int place) {
    return new ChainName(data.string(place));
  }
}
