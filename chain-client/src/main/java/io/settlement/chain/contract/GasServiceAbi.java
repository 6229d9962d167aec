// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.chain.ChainLog;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.util.List;

/**
 * The gas vault: prepayments in, refunds out. Each payer of a message has an account of its own.
 */
public final class GasServiceAbi {
  /** Somebody paid for a message. */
  public static final Hash PREPAID = Keccak.topic("GasPrepaid(uint256,address,address,uint256)");

  /** The excess went back. */
  public static final Hash REFUNDED = Keccak.topic("GasRefunded(uint256,address,uint256,bool)");

  /** A member of a batch of refunds that changed nothing. */
  public static final Hash REFUND_SKIPPED = Keccak.topic("RefundSkipped(uint256,bytes4)");

  /** A payment was made on a quote. */
  public static final Hash QUOTE_HONOURED =
      Keccak.topic("GasQuoteHonoured(bytes32,uint256,uint256,bytes32)");

  /** A tree of receipts may be claimed by. */
  public static final Hash RECEIPTS_PUBLISHED =
      Keccak.topic("ReceiptsPublished(bytes32,uint64,string)");

  /** The operator took what was his. */
  public static final Hash COLLECTED = Keccak.topic("Collected(address,uint256)");

  /** Somebody took refunds that had waited. */
  public static final Hash CLAIMED = Keccak.topic("Claimed(address,address,uint256)");

  private static final byte[] PREPAY = Abi.selector("prepay(uint256,address)");
  private static final byte[] PREPAY_QUOTED =
      Abi.selector("prepay_quoted((bytes32,uint256,address,uint256,bytes32,bytes32,uint64),bytes)");
  private static final byte[] PUBLISH = Abi.selector("publish_receipts(bytes32,uint64,string)");
  private static final byte[] CLAIM =
      Abi.selector("claim_receipts((bytes32,uint256,address,uint256,uint256,uint256,bytes32[])[])");
  private static final byte[] REFUND = Abi.selector("refund((uint256,address,uint256)[])");
  private static final byte[] TOP_UP = Abi.selector("top_up(uint256)");
  private static final byte[] COLLECTABLE = Abi.selector("collectable()");
  private static final byte[] COLLECT = Abi.selector("collect(address,uint256)");
  private static final byte[] CLAIM_WAITING = Abi.selector("claim(address)");
  private static final byte[] SET_QUOTE_SIGNER = Abi.selector("set_quote_signer(address,bool)");
  private static final byte[] ACCOUNT = Abi.selector("account(uint256,address)");

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

  /**
   * A payment on a quote.
   *
   * @param id names the quote in the operator's books
   * @param amount what the quote asked for
   * @param payloadHash of what was quoted
   */
  public record QuoteHonoured(Hash id, TxId txid, Wei amount, Hash payloadHash) {}

  /** The operator's share, taken out of the vault. */
  public record Collected(EvmAddress to, Wei amount) {}

  /**
   * Refunds that had waited, taken out of the vault.
   *
   * @param owner whose they were
   * @param to where they went
   */
  public record Claimed(EvmAddress owner, EvmAddress to, Wei amount) {}

  /**
   * A tree of receipts that the vault accepts.
   *
   * @param count of its leaves
   */
  public record Published(Hash root, long count) {}

  /**
   * A receipt and its place in a published tree.
   *
   * @param proof its siblings, from the leaf up
   */
  public record ReceiptClaim(Hash root, GasReceipts.Receipt receipt, List<Hash> proof) {
    /** Keeps its own list. */
    public ReceiptClaim {
      proof = List.copyOf(proof);
    }
  }

  /** A refund to be paid. */
  public record Refund(TxId txid, EvmAddress to, Wei amount) {}

  /**
   * What the vault holds for a message and a payer.
   *
   * @param prepaid what was paid and not paid back
   * @param closed whether it takes no more: the message has ended, or the refund was paid
   */
  public record Account(Wei prepaid, boolean closed) {}

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

  /** Reads a {@link #QUOTE_HONOURED} log. */
  public static QuoteHonoured quoteHonoured(ChainLog log) {
    AbiReader data = AbiReader.of("GasQuoteHonoured log", log, QUOTE_HONOURED, 3);
    return new QuoteHonoured(
        log.topics().get(1),
        new TxId(log.topics().get(2).hex()),
        data.wei(0),
        Hash.of(data.fixed(1, Abi.WORD)));
  }

  /** Reads a {@link #COLLECTED} log. */
  public static Collected collected(ChainLog log) {
    AbiReader data = AbiReader.of("Collected log", log, COLLECTED, 2);
    return new Collected(AbiReader.address(log, 1), data.wei(0));
  }

  /** Reads a {@link #CLAIMED} log. */
  public static Claimed claimed(ChainLog log) {
    AbiReader data = AbiReader.of("Claimed log", log, CLAIMED, 3);
    return new Claimed(AbiReader.address(log, 1), AbiReader.address(log, 2), data.wei(0));
  }

  /** Reads a {@link #RECEIPTS_PUBLISHED} log. */
  public static Published published(ChainLog log) {
    AbiReader data = AbiReader.of("ReceiptsPublished log", log, RECEIPTS_PUBLISHED, 2);
    return new Published(log.topics().get(1), data.number(0));
  }

  /** Calldata that asks what the operator may collect. */
  public static byte[] collectableCall() {
    return Abi.call(COLLECTABLE);
  }

  /** What he may, wei. */
  public static Wei collectable(byte[] answer) {
    return new AbiReader("collectable", answer).wei(0);
  }

  /** Calldata that takes out of the vault what is the operator's. */
  public static byte[] collect(EvmAddress to, Wei amount) {
    return Abi.call(COLLECT, Abi.address(to), Abi.uint(amount.value()));
  }

  /** Calldata that takes the caller's refunds that wait. */
  public static byte[] claim(EvmAddress to) {
    return Abi.call(CLAIM_WAITING, Abi.address(to));
  }

  /** Calldata that pays the transaction's value into an account. */
  public static byte[] prepay(TxId txid, EvmAddress refundTo) {
    return Abi.call(PREPAY, Abi.uint(txid.toBigInteger()), Abi.address(refundTo));
  }

  /**
   * Calldata that pays the transaction's value on a quote.
   *
   * @param signature of {@link GasQuote#digest} by a quote signer
   */
  public static byte[] prepayQuoted(GasQuote quote, byte[] signature) {
    return Abi.call(PREPAY_QUOTED, quote.struct(), Abi.bytes(signature));
  }

  /**
   * Calldata that lets payers claim by these receipts.
   *
   * @param uri where they can be read
   */
  public static byte[] publishReceipts(GasReceipts receipts, String uri) {
    return publishReceipts(receipts.root(), receipts.count(), uri);
  }

  /**
   * Calldata that lets payers claim by the receipts of a tree.
   *
   * @param count of its leaves
   * @param uri where they can be read
   */
  public static byte[] publishReceipts(Hash root, long count, String uri) {
    return Abi.call(PUBLISH, Abi.uint(root.toBigInteger()), Abi.uint(count), Abi.string(uri));
  }

  /** Calldata that closes accounts by receipt. */
  public static byte[] claimReceipts(List<ReceiptClaim> claims) {
    return Abi.call(CLAIM, Abi.array(claims.stream().map(GasServiceAbi::member).toList()));
  }

  private static Abi member(ReceiptClaim claim) {
    GasReceipts.Receipt receipt = claim.receipt();
    return Abi.tuple(
        Abi.uint(claim.root().toBigInteger()),
        Abi.uint(receipt.txid().toBigInteger()),
        Abi.address(receipt.payer()),
        Abi.uint(receipt.prepaid().value()),
        Abi.uint(receipt.spent().value()),
        Abi.uint(receipt.refund().value()),
        Abi.array(claim.proof().stream().map(Hash::toBigInteger).map(Abi::uint).toList()));
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

  /** Calldata by which a manager lets an account sign quotes, or no more. */
  public static byte[] setQuoteSigner(EvmAddress signer, boolean allowed) {
    return Abi.call(SET_QUOTE_SIGNER, Abi.address(signer), Abi.uint(allowed ? 1 : 0));
  }

  /** Calldata that adds the transaction's value to the account of a message's sender. */
  public static byte[] topUp(TxId txid) {
    return Abi.call(TOP_UP, Abi.uint(txid.toBigInteger()));
  }

  /** Calldata that asks for an account; read the answer with {@link #account}. */
  public static byte[] accountCall(TxId txid, EvmAddress payer) {
    return Abi.call(ACCOUNT, Abi.uint(txid.toBigInteger()), Abi.address(payer));
  }

  /** The account. */
  public static Account account(byte[] answer) {
    AbiReader data = new AbiReader("gas account", answer);
    return new Account(data.wei(0), data.bool(1));
  }
}
