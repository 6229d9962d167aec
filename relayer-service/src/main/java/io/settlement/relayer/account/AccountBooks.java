// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.BlockRef;
import io.settlement.chain.EvmReader;
import io.settlement.chain.MinedTransaction;
import io.settlement.chain.Receipt;
import io.settlement.events.TransactionEvent;
import io.settlement.events.TransactionEvent.AccountOpened;
import io.settlement.events.TransactionEvent.Purpose;
import io.settlement.events.TransactionEvent.TransactionPaid;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.outbox.Outbox;
import io.settlement.relayer.finality.FinalityPolicy;
import io.settlement.relayer.loop.ChainLoop;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells what the operator's accounts on one chain paid: each nonce once, in their order, as soon as
 * it is final. Nobody has to remember what was sent: the chain says how many nonces are used, and a
 * nonce that no lane knows of is looked for in the blocks.
 */
final class AccountBooks implements ChainLoop.Step {
  private static final Logger log = LoggerFactory.getLogger(AccountBooks.class);

  /** Moving a book without a transaction only keeps later searches short. */
  private static final long IDLE_BLOCKS = 32;

  /** What all chains share. */
  record Desk(
      Books books,
      SentTransactions sent,
      Outbox outbox,
      TransactionOperations transactions,
      AccountSettings settings,
      Clock clock) {}

  /** What is known of a mined transaction of an account. */
  private record Mined(
      long nonce,
      Receipt receipt,
      Purpose purpose,
      @Nullable EvmAddress to,
      Wei value,
      List<TxId> members) {}

  private final EvmReader reader;
  private final FinalityPolicy policy;
  private final Desk desk;
  private final MeterRegistry meters;
  private final ForeignTransactions foreign;

  /**
   * @param reader the agreed view of the chain
   */
  AccountBooks(EvmReader reader, FinalityPolicy policy, Desk desk, MeterRegistry meters) {
    this.reader = reader;
    this.policy = policy;
    this.desk = desk;
    this.meters = meters;
    this.foreign = new ForeignTransactions(reader);
  }

  @Override
  public Duration run() {
    List<Book> books = desk.books().of(chain());
    if (books.isEmpty()) {
      return desk.settings().look();
    }
    BlockRef head = policy.finalHead(reader);
    boolean more = false;
    for (Book book : books) {
      more |= book.opened() ? goOn(book, head) : open(book, head);
    }
    return more ? Duration.ZERO : desk.settings().look();
  }

  private boolean open(Book book, BlockRef head) {
    Wei balance = reader.balanceAt(book.account(), head.number());
    long nonce = reader.transactionCountAt(book.account(), head.number());
    AccountOpened fact =
        new AccountOpened(
            chain(),
            book.account(),
            book.role(),
            balance,
            nonce,
            head.number(),
            head.hash(),
            desk.clock().instant());
    tell(List.of(fact), () -> desk.books().open(book, nonce, head.number()));
    return false;
  }

  /** Whether there is more to tell already. */
  private boolean goOn(Book book, BlockRef head) {
    if (head.number() <= book.upTo()) {
      return false;
    }
    long used = reader.transactionCountAt(book.account(), head.number());
    if (used <= book.nextNonce()) {
      if (head.number() - book.upTo() >= IDLE_BLOCKS && used == book.nextNonce()) {
        tell(List.of(), () -> desk.books().move(book, used, head.number()));
      }
      return false;
    }
    long until = Math.min(used, book.nextNonce() + desk.settings().batch());
    List<TransactionPaid> facts = facts(book, mined(book, until, head));
    if (facts.isEmpty()) {
      return false;
    }
    TransactionPaid last = facts.getLast();
    boolean told =
        tell(facts, () -> desk.books().move(book, last.nonce() + 1, last.blockNumber() - 1));
    return told && last.nonce() + 1 < used;
  }

  /** The transactions of these nonces without a gap; fewer when nodes lag behind each other. */
  private List<Mined> mined(Book book, long until, BlockRef head) {
    Map<Long, List<SentTransactions.Form>> forms =
        desk.sent().between(book, book.nextNonce(), until).stream()
            .collect(Collectors.groupingBy(SentTransactions.Form::nonce));
    Map<Hash, Receipt> receipts =
        receipts(
            forms.values().stream()
                .flatMap(List::stream)
                .map(SentTransactions.Form::hash)
                .toList());
    List<Mined> mined = new ArrayList<>();
    long after = book.upTo();
    for (long nonce = book.nextNonce(); nonce < until; nonce++) {
      List<SentTransactions.Form> ours = forms.getOrDefault(nonce, List.of());
      Optional<Mined> one = known(ours, receipts, head);
      if (one.isEmpty()) {
        one = searched(book, nonce, after, head, ours);
      }
      if (one.isEmpty()) {
        return mined;
      }
      mined.add(one.get());
      after = one.get().receipt().blockNumber() - 1;
    }
    return mined;
  }

  private static Optional<Mined> known(
      List<SentTransactions.Form> forms, Map<Hash, Receipt> receipts, BlockRef head) {
    for (SentTransactions.Form form : forms) {
      Receipt receipt = receipts.get(form.hash());
      if (receipt != null && receipt.blockNumber() <= head.number()) {
        return Optional.of(of(form, receipt));
      }
    }
    return Optional.empty();
  }

  private static Mined of(SentTransactions.Form form, Receipt receipt) {
    return new Mined(
        form.nonce(), receipt, form.purpose(), form.to(), form.value(), form.members());
  }

  /** No lane remembers it, or no receipt was shown although one must exist. */
  private Optional<Mined> searched(
      Book book, long nonce, long after, BlockRef head, List<SentTransactions.Form> ours) {
    Optional<MinedTransaction> found = foreign.find(book.account(), nonce, after, head.number());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    MinedTransaction transaction = found.get();
    Receipt receipt = receipts(List.of(transaction.hash())).get(transaction.hash());
    if (receipt == null) {
      return Optional.empty();
    }
    Optional<Mined> own =
        ours.stream()
            .filter(form -> form.hash().equals(transaction.hash()))
            .map(form -> of(form, receipt))
            .findFirst();
    return own.isPresent() ? own : Optional.of(foreign(book, transaction, receipt));
  }

  private Mined foreign(Book book, MinedTransaction transaction, Receipt receipt) {
    log.atWarn()
        .addKeyValue("chain", chain())
        .addKeyValue("account", book.account())
        .addKeyValue("txHash", transaction.hash())
        .log("an account of ours paid for a transaction that is not ours");
    return new Mined(
        transaction.nonce(),
        receipt,
        Purpose.FOREIGN,
        transaction.to(),
        transaction.value(),
        List.of());
  }

  private Map<Hash, Receipt> receipts(Collection<Hash> hashes) {
    return hashes.isEmpty() ? Map.of() : reader.receipts(hashes);
  }

  /** Up to the first whose receipt is of a block that is not canonical for the nodes. */
  private List<TransactionPaid> facts(Book book, List<Mined> mined) {
    if (mined.isEmpty()) {
      return List.of();
    }
    List<Long> numbers =
        mined.stream().map(one -> one.receipt().blockNumber()).distinct().sorted().toList();
    Map<Hash, BlockRef> blocks = new LinkedHashMap<>();
    reader.blocks(numbers).forEach(block -> blocks.put(block.hash(), block));
    List<TransactionPaid> facts = new ArrayList<>();
    for (Mined one : mined) {
      BlockRef block = blocks.get(one.receipt().blockHash());
      if (block == null) {
        return facts;
      }
      facts.add(fact(book, one, block));
    }
    return facts;
  }

  private TransactionPaid fact(Book book, Mined one, BlockRef block) {
    Receipt receipt = one.receipt();
    return new TransactionPaid(
        chain(),
        book.account(),
        receipt.txHash(),
        one.nonce(),
        one.purpose(),
        receipt.success(),
        receipt.gasUsed(),
        receipt.effectiveGasPrice(),
        receipt.dataFee(),
        receipt.fee(),
        one.value(),
        one.to(),
        one.members(),
        block.number(),
        block.hash(),
        block.time(),
        desk.clock().instant());
  }

  /** One moves the book and tells; another that read the same tells nothing. */
  private boolean tell(List<? extends TransactionEvent> facts, Moving book) {
    boolean moved =
        Boolean.TRUE.equals(
            desk.transactions()
                .execute(
                    status -> {
                      boolean ours = book.move();
                      if (ours && !facts.isEmpty()) {
                        desk.outbox().append(facts);
                      }
                      return ours;
                    }));
    if (moved) {
      facts.forEach(this::count);
    }
    return moved;
  }

  /** Moves a book; false when somebody else has. */
  @FunctionalInterface
  private interface Moving {
    boolean move();
  }

  private void count(TransactionEvent fact) {
    if (fact instanceof TransactionPaid paid) {
      meters
          .counter(
              "settlement.accounts.transactions",
              "chain",
              chain().value(),
              "purpose",
              paid.purpose().name())
          .increment();
    }
  }

  private ChainName chain() {
    return reader.settings().name();
  }
}
