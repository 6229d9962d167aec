// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import io.settlement.chain.BlockRef;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.events.value.ChainName;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * Proves one chain: first that the vault's entries are whole, then the vault's balance there, then
 * the keys' at a block that the books of all of them cover. The nonce says which: a key that had
 * sent as many transactions as are booked has moved nothing else.
 */
@Component
class ChainProof {
  private final AccountTable accounts;
  private final VaultLogs logs;
  private final BalanceProof balances;
  private final LedgerProof ledger;
  private final Verdicts verdicts;
  private final ProofSettings settings;

  ChainProof(
      AccountTable accounts,
      VaultLogs logs,
      BalanceProof balances,
      LedgerProof ledger,
      Verdicts verdicts,
      ProofSettings settings) {
    this.accounts = accounts;
    this.logs = logs;
    this.balances = balances;
    this.ledger = ledger;
    this.verdicts = verdicts;
    this.settings = settings;
  }

  /**
   * How far a chain was proved.
   *
   * @param head the newest final block
   * @param proved the block at which the keys were proved, or the vault where there are no keys
   */
  record Reach(long head, long proved) {}

  /**
   * One round.
   *
   * @param reader the agreed view of the chain
   */
  Reach prove(EvmReader reader) {
    BlockRef head = finalHead(reader);
    long vaultUpTo = head.number();
    if (reader.settings().hasGasService()) {
      VaultLogs.Coverage coverage = proveVault(vault(reader), head, reader);
      vaultUpTo = coverage.upTo();
      if (coverage.atWork()) {
        return new Reach(head.number(), vaultUpTo);
      }
    }
    return new Reach(head.number(), proveKeys(reader, head.number(), vaultUpTo));
  }

  private VaultLogs.Coverage proveVault(Account vault, BlockRef head, EvmReader reader) {
    VaultLogs.Coverage coverage = logs.look(vault, head, reader);
    if (coverage.atWork() || coverage.upTo() < 0) {
      return coverage;
    }
    BlockRef at = reader.blocks(List.of(coverage.upTo())).getFirst();
    Proved balance = balances.balance(vault, at, reader);
    note(balance, reader);
    balances.collectable(vault, at, reader).ifPresent(proved -> note(proved, reader));
    Proved whole = new Proved(vault, Proved.Subject.LOGS, at, balance.books(), balance.found());
    if (coverage.trouble() == null) {
      verdicts.noteNoTrouble(whole);
    } else {
      verdicts.noteTrouble(whole, coverage.trouble());
    }
    if (ledger.isDue(vault.chain())) {
      ledger.prove(vault, at, verdicts);
    }
    return coverage;
  }

  private void note(Proved proved, EvmReader reader) {
    verdicts.note(proved, agreed -> balances.explain(proved, agreed, reader));
    if (proved.difference().signum() == 0) {
      balances.mark(proved);
    }
  }

  private Account vault(EvmReader reader) {
    ChainSettings chain = reader.settings();
    return accounts.find(chain.name(), chain.gasService()).orElseGet(() -> begin(chain, reader));
  }

  private Account begin(ChainSettings chain, EvmReader reader) {
    long start = settings.startBlocks().getOrDefault(chain.name().value(), 0L);
    BigInteger opening =
        start == 0 ? BigInteger.ZERO : reader.balanceAt(chain.gasService(), start - 1).value();
    Account vault =
        new Account(
            chain.name(), chain.gasService(), Account.Kind.VAULT, opening, 0, start - 1, start - 1);
    accounts.open(vault);
    return vault;
  }

  /** The block at which they were; the vault's when there are none. */
  private long proveKeys(EvmReader reader, long head, long vaultUpTo) {
    ChainName chain = reader.settings().name();
    List<Account> keys =
        accounts.of(chain).stream()
            .filter(account -> !account.isVault() && account.openedAt() <= head)
            .toList();
    long covered =
        keys.stream().mapToLong(key -> covered(key, head, reader)).min().orElse(vaultUpTo);
    long at = Math.min(covered, vaultUpTo);
    List<Account> open = keys.stream().filter(key -> key.openedAt() <= at).toList();
    if (!open.isEmpty()) {
      BlockRef block = reader.blocks(List.of(at)).getFirst();
      for (Account key : open) {
        note(balances.balance(key, block, reader), reader);
      }
    }
    return at;
  }

  /** The newest block up to {@code head} by which every transaction of a key is booked. */
  private long covered(Account key, long head, EvmReader reader) {
    OptionalLong newest = accounts.newestNonce(key, head);
    long booked = newest.isPresent() ? newest.getAsLong() + 1 : key.openingNonce();
    if (reader.transactionCountAt(key.address(), head) <= booked) {
      return head;
    }
    return Math.max(accounts.newestBlock(key, head).orElse(key.openedAt() + 1) - 1, key.openedAt());
  }

  /** The newest block that is final for everything. */
  static BlockRef finalHead(EvmReader reader) {
    int confirmations = reader.settings().confirmations();
    if (confirmations == 0) {
      return reader.head(reader.settings().finality());
    }
    BlockRef latest = reader.head(FinalityTag.LATEST);
    long number = Math.max(0, latest.number() - confirmations + 1);
    return reader.blocks(List.of(number)).getFirst();
  }
}
