// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account.receipt;

import io.settlement.chain.contract.GasReceipts;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.chain.contract.GasServiceAbi.ReceiptClaim;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.account.EndedMessage;
import io.settlement.gas.account.receipt.Receipts.Filed;
import io.settlement.gas.account.receipt.Receipts.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a payer needs to verify what a message cost him against the chains alone, and to claim what
 * is left.
 *
 * @param message transactions with their gas and fees, shares, rates and terms
 * @param receipts one for each account that was paid into
 */
record ReceiptView(EndedMessage message, List<AccountReceipt> receipts) {

  /**
   * A receipt, in wei of the vault's chain: prepaid = spent + refund.
   *
   * @param spent the account's share of costs and margin, and what paying the rest out is charged
   * @param tree absent until it is in one
   * @param claim absent until it is in a tree; works once the tree is published
   */
  record AccountReceipt(
      ChainName chain,
      @Nullable EvmAddress vault,
      TxId txid,
      EvmAddress payer,
      Wei prepaid,
      Wei spent,
      Wei refund,
      Hash leaf,
      @Nullable TreeView tree,
      @Nullable ClaimView claim) {}

  /**
   * Where a receipt is.
   *
   * @param count leaves
   * @param uri where they can be read
   * @param publishedAt absent until the vault accepts it
   */
  record TreeView(
      Hash root,
      int count,
      String uri,
      Instant builtAt,
      @Nullable Instant publishedAt,
      @Nullable Hash publishedTx) {}

  /**
   * How to claim.
   *
   * @param function of the vault
   * @param proof the leaf's siblings, from the leaf up
   * @param data calldata, ready to be sent by anyone; the payer gets the money
   */
  record ClaimView(String function, Hash root, List<Hash> proof, String data) {}

  static ReceiptView of(EndedMessage message, List<Filed> filed, Map<Hash, Tree> trees) {
    return new ReceiptView(
        message,
        message.accounts().stream()
            .map(account -> receipt(message, account, filed, trees))
            .toList());
  }

  private static AccountReceipt receipt(
      EndedMessage message,
      EndedMessage.Account account,
      List<Filed> filed,
      Map<Hash, Tree> trees) {
    return filed.stream()
        .filter(one -> one.chain().equals(account.chain()))
        .filter(one -> one.claim().receipt().payer().equals(account.payer()))
        .findFirst()
        .map(one -> filed(one, trees.get(one.claim().root())))
        .orElseGet(() -> waiting(message, account));
  }

  private static AccountReceipt waiting(EndedMessage message, EndedMessage.Account account) {
    GasReceipts.Receipt receipt =
        new GasReceipts.Receipt(
            message.txid(),
            account.payer(),
            account.settled(),
            account.settled().minus(account.due()),
            account.due());
    return receipt(account.chain(), null, receipt, null, null);
  }

  private static AccountReceipt filed(Filed one, @Nullable Tree tree) {
    ReceiptClaim claim = one.claim();
    TreeView where =
        tree == null
            ? null
            : new TreeView(
                tree.root(),
                tree.count(),
                tree.uri(),
                tree.builtAt(),
                tree.publishedAt(),
                tree.publishedTx());
    ClaimView how =
        new ClaimView(
            "claim_receipts((bytes32,uint256,address,uint256,uint256,uint256,bytes32[])[])",
            claim.root(),
            claim.proof(),
            Hex.encode(GasServiceAbi.claimReceipts(List.of(claim))));
    return receipt(one.chain(), tree == null ? null : tree.vault(), claim.receipt(), where, how);
  }

  private static AccountReceipt receipt(
      ChainName chain,
      @Nullable EvmAddress vault,
      GasReceipts.Receipt receipt,
      @Nullable TreeView tree,
      @Nullable ClaimView claim) {
    return new AccountReceipt(
        chain,
        vault,
        receipt.txid(),
        receipt.payer(),
        receipt.prepaid(),
        receipt.spent(),
        receipt.refund(),
        receipt.leaf(),
        tree,
        claim);
  }
}
