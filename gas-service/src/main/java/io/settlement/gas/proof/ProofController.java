// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.settlement.chain.BlockRef;
import io.settlement.chain.ChainException;
import io.settlement.chain.EvmReader;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.gas.price.ChainNodes;
import io.settlement.kit.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether keys and vaults hold what is booked. */
@Tag(name = "Gas")
@RestController
@RequestMapping("/v1/gas-proof")
class ProofController {
  private final ProofTable proofs;
  private final AccountTable accounts;
  private final BalanceProof balances;
  private final Deposits deposits;
  private final ChainNodes nodes;

  ProofController(
      ProofTable proofs,
      AccountTable accounts,
      BalanceProof balances,
      Deposits deposits,
      ChainNodes nodes) {
    this.proofs = proofs;
    this.accounts = accounts;
    this.balances = balances;
    this.deposits = deposits;
    this.nodes = nodes;
  }

  /**
   * Books and chain at one block.
   *
   * @param books wei by the books, decimal
   * @param onChain wei on the chain, decimal
   * @param difference what the chain has beyond the books, signed decimal text, wei of the chain
   * @param since when they were found to differ; left out while they agree
   * @param detail names the entries; left out while they agree
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProofView(
      ChainName chain,
      EvmAddress account,
      String subject,
      long block,
      String blockHash,
      String books,
      String onChain,
      String difference,
      boolean agrees,
      @Nullable Instant provedAt,
      @Nullable Instant since,
      @Nullable String detail) {}

  /** Somebody's payment into a key. */
  record DepositRequest(@NotNull ChainName chain, @NotNull Hash txHash) {}

  /** The last proof of each account, or what books and chain said at an earlier block. */
  @Operation(
      operationId = "listGasProofs",
      summary = "Whether the books of gas agree with the balances on each chain")
  @GetMapping
  List<ProofView> proofs(
      @RequestParam @Nullable ChainName chain, @RequestParam @Nullable Long block) {
    if (block == null) {
      return proofs.all().stream()
          .filter(row -> chain == null || row.chain().equals(chain))
          .map(ProofController::view)
          .toList();
    }
    if (chain == null) {
      throw Problem.badRequest("chain-missing", "a block is one of a chain: name it");
    }
    return at(chain, block);
  }

  /** Books a payment into a key that no fact tells of, as the chain has it. */
  @Operation(
      operationId = "bookGasDeposit",
      summary = "Book what was paid into a gas vault from outside")
  @PostMapping("/deposits")
  @PreAuthorize("hasAuthority('SCOPE_operator')")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void book(@Valid @RequestBody DepositRequest request) {
    deposits.book(request.chain(), request.txHash());
  }

  private List<ProofView> at(ChainName chain, long block) {
    EvmReader reader =
        nodes
            .of(chain)
            .orElseThrow(() -> Problem.notFound("unknown-chain", "no chain " + chain))
            .forPurpose("proof")
            .agreed();
    List<ProofView> views = new ArrayList<>();
    for (Account account : accounts.of(chain)) {
      long proved =
          proofs.all().stream()
              .filter(row -> row.chain().equals(chain) && row.account().equals(account.address()))
              .mapToLong(ProofTable.Row::block)
              .min()
              .orElse(-1);
      if (block > proved) {
        throw Problem.conflict(
            "not-proved-yet", "%s is proved up to block %d".formatted(account.address(), proved));
      }
      if (block >= account.openedAt()) {
        views.add(view(account, block, reader));
      }
    }
    return views;
  }

  private ProofView view(Account account, long block, EvmReader reader) {
    try {
      BlockRef at = reader.blocks(List.of(block)).getFirst();
      Proved proved = balances.balance(account, at, reader);
      return view(
          new ProofTable.Row(
              account.chain(),
              account.address(),
              proved.subject(),
              block,
              at.hash().hex(),
              proved.books(),
              proved.found(),
              Instant.EPOCH,
              null,
              null,
              null),
          null);
    } catch (ChainException e) {
      throw Problem.unavailable("state-unavailable", "no node tells the balance at block " + block);
    }
  }

  private static ProofView view(ProofTable.Row row) {
    return view(row, row.provedAt());
  }

  private static ProofView view(ProofTable.Row row, @Nullable Instant provedAt) {
    BigInteger difference = row.found().subtract(row.books());
    return new ProofView(
        row.chain(),
        row.account(),
        row.subject().name(),
        row.block(),
        row.blockHash(),
        row.books().toString(),
        row.found().toString(),
        difference.toString(),
        difference.signum() == 0 && !row.differs(),
        provedAt,
        row.differsSince(),
        row.detail());
  }
}
