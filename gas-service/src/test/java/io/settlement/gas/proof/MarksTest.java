// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.BlockRef;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasTest;
import io.settlement.gas.Story;
import io.settlement.kit.test.TableScans;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

class MarksTest extends GasTest {
  private static final EvmAddress PAYER = EvmAddress.of(BigInteger.valueOf(7));

  @Autowired private EntryTable entries;
  @Autowired private BalanceProof balances;
  @Autowired private Marks marks;
  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transactions;

  private final Account vault =
      new Account(
          Story.ALPHA,
          EvmAddress.of(BigInteger.valueOf(System.nanoTime())),
          Account.Kind.VAULT,
          BigInteger.ZERO,
          0,
          -1,
          -1);
  private final TxId first = TxId.of(BigInteger.valueOf(System.nanoTime()));
  private final TxId second =
      TxId.of(BigInteger.valueOf(System.nanoTime()).negate().mod(BigInteger.TWO.pow(200)));

  @BeforeEach
  void bookTwoPaymentsAndARefund() {
    entries.add(
        List.of(
            entry(Entry.Cause.PREPAID, 100, 5, first),
            entry(Entry.Cause.PREPAID, 50, 6, second),
            entry(Entry.Cause.REFUND, 30, 7, first)));
  }

  @Test
  void theNextProofCountsFromTheLastAndComesToTheSame() {
    mark(7);
    entries.add(
        List.of(
            entry(Entry.Cause.REFUND, 20, 8, second), entry(Entry.Cause.COLLECTED, 60, 9, null)));

    assertThat(markOf(Proved.Subject.BALANCE)).contains(new Marks.Mark(7, BigInteger.valueOf(120)));
    assertThat(markOf(Proved.Subject.COLLECTABLE))
        .contains(new Marks.Mark(7, BigInteger.valueOf(70)));
    assertThat(balances.books(vault, 9)).isEqualTo(40);
    assertThat(balances.books(vault, 6)).isEqualTo(150);
    mark(9);
    assertThat(markOf(Proved.Subject.COLLECTABLE))
        .contains(new Marks.Mark(9, BigInteger.valueOf(40)));
  }

  @Test
  void anEntryThatComesLateForAProvedBlockIsCounted() {
    mark(7);
    entries.add(List.of(entry(Entry.Cause.PREPAID, 1, 6, first)));

    assertThat(markOf(Proved.Subject.BALANCE)).isEmpty();
    assertThat(balances.books(vault, 7)).isEqualTo(121);
  }

  @Test
  void whatAReorganisationTakesFromAProvedBlockIsNotCounted() {
    mark(7);
    entries.withdraw(
        List.of(new LogRef(Story.ALPHA, 6, hash(6), Instant.EPOCH, hashOf(second), 0)));

    assertThat(balances.books(vault, 7)).isEqualTo(70);
  }

  @Test
  void aProofReadsNothingOfWhatWasProvedBefore() {
    TableScans scans =
        new TableScans(jdbc, transactions)
            .after(
                () -> {
                  jdbc.sql(
                          """
                          insert into proof_entry (chain, account, cause, amount, told,
                                 block_number, block_hash, tx_hash, log_index, txid, party)
                          select 'Alpha', :account, 'PREPAID', 1, 1, 10 + n, 'b' || n, 't' || n, 0,
                                 'm' || n, 'p'
                            from generate_series(1, 20000) n
                          """)
                      .param("account", vault.address().hex())
                      .update();
                  mark(20_000);
                });

    assertThat(scans.rowsReadBy(() -> balances.books(vault, 20_010)).get("proof_entry"))
        .isLessThan(50);
  }

  private void mark(long block) {
    BlockRef at = new BlockRef(block, hash(block), hash(block - 1), Instant.EPOCH, Wei.ZERO);
    for (Proved.Subject subject : List.of(Proved.Subject.BALANCE, Proved.Subject.COLLECTABLE)) {
      balances.mark(new Proved(vault, subject, at, BigInteger.ZERO, BigInteger.ZERO));
    }
  }

  private Optional<Marks.Mark> markOf(Proved.Subject subject) {
    return marks.below(vault, subject, Long.MAX_VALUE);
  }

  private Entry entry(Entry.Cause cause, long amount, long block, @Nullable TxId txid) {
    BigInteger told = BigInteger.valueOf(amount);
    Hash transaction = txid == null ? hash(block) : hashOf(txid);
    return new Entry(
        vault.chain(),
        vault.address(),
        cause,
        cause == Entry.Cause.PREPAID ? told : told.negate(),
        told,
        new Entry.Place(block, hash(block), transaction, 0),
        null,
        txid == null ? null : txid.hex(),
        PAYER);
  }

  private static Hash hashOf(TxId txid) {
    return new Hash(txid.hex());
  }

  private static Hash hash(long number) {
    return new Hash("0x" + "%064x".formatted(number));
  }
}
