// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.chain.bitcoin.BitcoinBlock;
import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.chain.bitcoin.Outpoint;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.BitcoinWitness;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a validator's own Bitcoin nodes show. A claim only says where to look: the block must stand
 * there on the own nodes, and the message is made from that block and the own list of addresses.
 */
final class OwnBitcoin implements BitcoinWitness {
  private static final Hash NOTHING = new Hash("0x" + "00".repeat(32));

  private final BitcoinReader reader;
  private final BlockReading reading;
  private final PaymentCheck payments;
  private volatile @Nullable BitcoinBlock last;

  OwnBitcoin(BitcoinReader reader, BlockReading reading, PaymentCheck payments) {
    this.reader = reader;
    this.reading = reading;
    this.payments = payments;
  }

  @Override
  public ChainName chain() {
    return reader.settings().chain();
  }

  @Override
  public long height() {
    return reader.head().height();
  }

  @Override
  public Testimony deposit(LogRef ref, TxId txid) {
    long head = height();
    if (ref.blockNumber() > head) {
      return new Testimony.NotYet();
    }
    if (!stands(ref)) {
      return new Testimony.Absent();
    }
    Outpoint wanted = new Outpoint(ref.txHash(), ref.logIndex());
    return reading.of(block(ref.blockHash())).stream()
        .filter(one -> one.output().outpoint().equals(wanted))
        .findFirst()
        .map(one -> testimony(one, txid, head))
        .orElseGet(Testimony.Absent::new);
  }

  /** An address may have been given out just now: what nobody owns here yet is only absent. */
  private static Testimony testimony(Sighting found, TxId txid, long head) {
    CrossChainMessage message = found.message();
    if (message == null) {
      return found.isUnassigned()
          ? new Testimony.Absent()
          : new Testimony.Contradicted("the output is too small to be credited");
    }
    long standing = head - found.ref().blockNumber() + 1;
    return standing >= found.confirmations()
        ? new Testimony.Confirmed(DepositMessages.named(message, txid))
        : new Testimony.NotYet();
  }

  @Override
  public Testimony outcome(CrossChainMessage withdrawal, Outcome outcome, LogRef ref) {
    boolean failed = outcome != Outcome.SUCCESS;
    if (failed && payments.isUnpayable(withdrawal)) {
      return new Testimony.Confirmed(withdrawal);
    }
    if (failed && ref.txHash().equals(NOTHING)) {
      return payments.neverPaid(withdrawal);
    }
    long head = height();
    if (ref.blockNumber() > head) {
      return new Testimony.NotYet();
    }
    if (!stands(ref)) {
      return new Testimony.Absent();
    }
    return failed
        ? payments.paidNoMore(withdrawal, ref, reader, head)
        : payments.paid(withdrawal, ref, reader, head);
  }

  @Override
  public Spending elsewhere(CrossChainMessage withdrawal, Hash transaction, long height) {
    long head = height();
    Optional<Hash> block = height > head ? Optional.empty() : reader.hashAt(height);
    return block
        .map(hash -> new LogRef(chain(), height, hash, Instant.EPOCH, transaction, 0))
        .map(ref -> payments.spending(withdrawal, ref, reader, head))
        .orElseGet(() -> new Spending.Not(new Testimony.NotYet()));
  }

  private boolean stands(LogRef ref) {
    return reader.hashAt(ref.blockNumber()).filter(ref.blockHash()::equals).isPresent();
  }

  /** Claims come block by block: the last one is asked for again and again. */
  private BitcoinBlock block(Hash hash) {
    BitcoinBlock known = last;
    if (known != null && known.header().hash().equals(hash)) {
      return known;
    }
    BitcoinBlock read = reader.block(hash);
    last = read;
    return read;
  }
}
