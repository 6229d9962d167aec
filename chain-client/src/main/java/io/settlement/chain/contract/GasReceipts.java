// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.util.Comparator;
import java.util.List;

/**
 * Receipts whose root is published, so that payers can close their accounts themselves:
 * OpenZeppelin's standard tree, whose leaves are hashed twice and sorted.
 */
public final class GasReceipts {
  private final List<Hash> leaves;
  private final MerkleTree tree;

  private GasReceipts(List<Hash> leaves) {
    this.leaves = leaves;
    this.tree = MerkleTree.of(leaves);
  }

  /**
   * What a message cost its payer.
   *
   * @param prepaid what the account held when this was written
   * @param spent what the message cost; more than {@code prepaid} when the operator bore the rest
   * @param refund what goes back
   */
  public record Receipt(TxId txid, EvmAddress payer, Wei prepaid, Wei spent, Wei refund) {

    /** Its place in the tree. */
    public Hash leaf() {
      byte[] content =
          Abi.encode(
              Abi.uint(txid.toBigInteger()),
              Abi.address(payer),
              Abi.uint(prepaid.value()),
              Abi.uint(spent.value()),
              Abi.uint(refund.value()));
      return Hash.of(Keccak.bytes(Keccak.bytes(content)));
    }
  }

  /** The tree over these, at least one. */
  public static GasReceipts of(List<Receipt> receipts) {
    return new GasReceipts(
        receipts.stream().map(Receipt::leaf).sorted(Comparator.comparing(Hash::hex)).toList());
  }

  /** What is published. */
  public Hash root() {
    return tree.root();
  }

  /** How many there are. */
  public int count() {
    return leaves.size();
  }

  /**
   * Lets the vault pay a receipt.
   *
   * @throws IllegalArgumentException when the receipt is not in the tree
   */
  public GasServiceAbi.ReceiptClaim claim(Receipt receipt) {
    int place = leaves.indexOf(receipt.leaf());
    if (place < 0) {
      throw new IllegalArgumentException("no receipt of " + receipt.txid() + " in this tree");
    }
    return new GasServiceAbi.ReceiptClaim(root(), receipt, tree.proof(place));
  }
}
