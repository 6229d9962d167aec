// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.chain.ChainLog;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.util.List;

/** The gas vault: prepayments in, refunds out. */
public final class GasServiceAbi {
  /** Somebody paid for a message. */
  public static final Hash PREPAID = Keccak.topic("GasPrepaid(uint256,address,address,uint256)");

  /** The excess went back. */
  public static final Hash REFUNDED = Keccak.topic("GasRefunded(uint256,address,uint256,bool)");

  /** A member of a batch of refunds that changed nothing. */
  public static final Hash REFUND_SKIPPED = Keccak.topic("RefundSkipped(uint256,bytes4)");

  private static final byte[] REFUND = Abi.selector("refund((uint256,address,uint256)[])");
  private static final byte[] TOP_UP = Abi.selector("top_up(uint256)");
  private static final byte[] ACCOUNT = Abi.selector("account(uint256)");

  private GasServiceAbi() {}

  /**
   * A payment.
   *
   * @param payer who paid
   * @param refundTo who gets the excess
   */
  public record Prepaid(TxId txid, EvmAddress payer, EvmAddress refundTo, Wei amount) {}

  /**
   * A refund that closed its account.
   *
   * @param pushed false when the receiver refused the money and has to claim it
   */
  public record Refunded(TxId txid, EvmAddress to, Wei amount, boolean pushed) {}

  /**
   * A refund that changed nothing.
   *
   * @param reason selector of the contract's error, 0x and 8 digits
   */
  public record RefundSkipped(TxId txid, String reason) {}

  /** A refund to be paid. */
  public record Refund(TxId txid, EvmAddress to, Wei amount) {}

  /**
   * What the vault knows of a message.
   *
   * @param prepaid all that was paid for it
   * @param refundTo who gets the excess
   * @param closed whether the refund was paid
   */
  public record Account(Wei prepaid, EvmAddress refundTo, boolean closed) {}

  /** Reads a {@link #PREPAID} log. */
  public static Prepaid prepaid(ChainLog log) {
    AbiReader data = AbiReader.of("GasPrepaid log", log, PREPAID, 4);
    return new Prepaid(
        AbiReader.txid(log), AbiReader.address(log, 2), AbiReader.address(log, 3), data.wei(0));
  }

  /** Reads a {@link #REFUNDED} log. */
  public static Refunded refunded(ChainLog log) {
    AbiReader data = AbiReader.of("GasRefunded log", log, REFUNDED, 3);
    return new Refunded(AbiReader.txid(log), AbiReader.address(log, 2), data.wei(0), data.bool(1));
  }

  /** Reads a {@link #REFUND_SKIPPED} log. */
  public static RefundSkipped refundSkipped(ChainLog log) {
    AbiReader data = AbiReader.of("RefundSkipped log", log, REFUND_SKIPPED, 2);
    return new RefundSkipped(AbiReader.txid(log), Hex.encode(data.fixed(0, 4)));
  }

  /** Calldata that pays refunds. */
  public static byte[] refundBatch(List<Refund> refunds) {
    return Abi.call(REFUND, Abi.array(refunds.stream().map(GasServiceAbi::member).toList()));
  }

  private static Abi member(Refund refund) {
    return Abi.tuple(
        Abi.uint(refund.txid().toBigInteger()),
        Abi.address(refund.to()),
        Abi.uint(refund.amount().value()));
  }

  /** Calldata that adds the transaction's value to a message's account. */
  public static byte[] topUp(TxId txid) {
    return Abi.call(TOP_UP, Abi.uint(txid.toBigInteger()));
  }

  /** Calldata that asks for a message's account; read the answer with {@link #account}. */
  public static byte[] accountCall(TxId txid) {
    return Abi.call(ACCOUNT, Abi.uint(txid.toBigInteger()));
  }

  /** The account. */
  public static Account account(byte[] answer) {
    AbiReader data = new AbiReader("gas account", answer);
    return new Account(data.wei(0), data.address(1), data.bool(2));
  }
}
