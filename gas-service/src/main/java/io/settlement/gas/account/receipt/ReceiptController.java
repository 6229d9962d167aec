// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account.receipt;

import io.settlement.chain.contract.GasReceipts;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.gas.account.EndedMessage;
import io.settlement.gas.account.EndedMessages;
import io.settlement.gas.account.receipt.Receipts.Filed;
import io.settlement.gas.account.receipt.Receipts.Tree;
import io.settlement.kit.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Receipts of messages, and the leaves of their trees. */
@Tag(name = "Gas")
@RestController
class ReceiptController {
  private static final int MOST = 1_000;

  private final EndedMessages messages;
  private final Receipts receipts;

  ReceiptController(EndedMessages messages, Receipts receipts) {
    this.messages = messages;
    this.receipts = receipts;
  }

  /**
   * Some leaves of a tree, in its order.
   *
   * @param next cursor of the following page; absent on the last
   */
  record LeavesView(Tree tree, List<GasReceipts.Receipt> leaves, @Nullable String next) {}

  @Operation(
      operationId = "getGasReceipt",
      summary = "A message's receipt, and the proof with which its refund is claimed")
  @GetMapping("/v1/gas/{txid}/receipt")
  ReceiptView receipt(@PathVariable TxId txid) {
    EndedMessage message =
        messages
            .find(txid)
            .orElseThrow(
                () ->
                    messages.isKnown(txid)
                        ? Problem.conflict("not-ended", "message " + txid + " has not ended")
                        : Problem.notFound("unknown-message", "no message " + txid));
    List<Filed> filed = receipts.of(txid);
    Map<Hash, Tree> trees =
        receipts.trees(filed.stream().map(one -> one.claim().root()).distinct().toList()).stream()
            .collect(Collectors.toMap(Tree::root, Function.identity()));
    return ReceiptView.of(message, filed, trees);
  }

  @Operation(operationId = "listReceiptLeaves", summary = "Every leaf of a tree of receipts")
  @GetMapping("/v1/receipts/{root}")
  LeavesView leaves(
      @PathVariable Hash root,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "100") int limit) {
    Tree tree =
        receipts
            .tree(root)
            .orElseThrow(() -> Problem.notFound("unknown-receipts", "no receipts " + root));
    if (limit < 1 || limit > MOST) {
      throw Problem.badRequest("invalid-limit", "limit is 1 to " + MOST);
    }
    List<GasReceipts.Receipt> page = receipts.leaves(root, after, limit);
    String next = page.size() < limit ? null : page.getLast().leaf().hex();
    return new LeavesView(tree, page, next);
  }
}
