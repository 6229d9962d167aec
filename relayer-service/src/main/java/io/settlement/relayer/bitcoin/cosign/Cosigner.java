// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.PsbtEvent;
import io.settlement.events.PsbtEvent.PsbtProposed;
import io.settlement.events.PsbtEvent.PsbtRefused;
import io.settlement.events.PsbtEvent.PsbtSigned;
import io.settlement.events.value.Hash;
import io.settlement.relayer.bitcoin.payout.PayoutVault;
import io.settlement.relayer.bitcoin.payout.Telling;
import io.settlement.relayer.bitcoin.wallet.Spend;
import io.settlement.relayer.bitcoin.wallet.VaultKey;
import io.settlement.relayer.bitcoin.wallet.VaultPsbt;
import io.settlement.relayer.loop.ChainLoop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** One key of a vault: takes proposals in, judges each by its own nodes, signs or says why not. */
public final class Cosigner implements ChainLoop.Step {
  private static final Logger log = LoggerFactory.getLogger(Cosigner.class);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final int AT_ONCE = 20;

  /** Where it keeps, tells and counts. */
  public record Desk(
      CosignTable table, Telling telling, TransactionOperations transactions, Clock clock) {}

  private final PayoutVault vault;
  private final VaultKey key;
  private final Escrows escrows;
  private final CosignRules rules;
  private final CosignSettings settings;
  private final Desk desk;
  private final MeterRegistry meters;

  /**
   * @throws IllegalArgumentException when the key is none of the vault's
   */
  public Cosigner(
      PayoutVault vault,
      VaultKey key,
      Escrows escrows,
      CosignSettings settings,
      Desk desk,
      MeterRegistry meters) {
    if (!key.belongsTo(vault.descriptor())) {
      throw new IllegalArgumentException("key " + key + " is none of vault " + vault.id());
    }
    this.vault = vault;
    this.key = key;
    this.escrows = escrows;
    this.rules = new CosignRules(vault, escrows, desk.table(), settings);
    this.settings = settings;
    this.desk = desk;
    this.meters = meters;
  }

  /** In the caller's transaction. */
  public void onFacts(List<PsbtEvent> facts) {
    for (PsbtEvent fact : facts) {
      if (fact instanceof PsbtProposed proposed && proposed.vault().equals(vault.id())) {
        desk.table().ask(proposed, desk.clock().instant());
      }
    }
  }

  @Override
  public Duration run() {
    if (vault.descriptor().unbonding() > 0) {
      escrows.note(() -> vault.reader().head().height());
    }
    List<CosignTable.Asked> due = desk.table().due(vault.id(), desk.clock().instant(), AT_ONCE);
    for (CosignTable.Asked one : due) {
      desk.transactions().executeWithoutResult(status -> decide(one));
    }
    return due.isEmpty() ? IDLE : Duration.ZERO;
  }

  private void decide(CosignTable.Asked asked) {
    Instant now = desk.clock().instant();
    PsbtProposed fact = asked.fact();
    Stream.concat(fact.members().stream(), fact.cancels().stream())
        .sorted((a, b) -> a.hex().compareTo(b.hex()))
        .forEach(desk.table()::lock);
    switch (rules.judge(fact, now)) {
      case Judgement.Sign sign -> sign(fact, sign.spend(), now);
      case Judgement.No no -> {
        if (no.passes() && asked.attempts() < settings.doubts()) {
          desk.table().later(fact, now.plus(settings.retry()));
        } else {
          refuse(fact, no, now);
        }
      }
    }
  }

  /** Guard and signature become visible together, or neither. */
  private void sign(PsbtProposed fact, Spend spend, Instant now) {
    VaultPsbt signed = VaultPsbt.of(vault.descriptor(), spend).sign(key);
    desk.table().guard(new Hash("0x" + signed.transaction().txid), spend, fact.cancels(), now);
    desk.table().decided(fact, "SIGNED");
    desk.telling()
        .tell(
            List.of(
                new PsbtSigned(
                    fact.batch(),
                    fact.round(),
                    vault.id(),
                    key.fingerprint(),
                    signed.base64(),
                    now)));
    count("signed");
    log.atInfo()
        .addKeyValue("batch", fact.batch())
        .addKeyValue("round", fact.round())
        .log("cosigned {} withdrawals", fact.members().size());
  }

  private void refuse(PsbtProposed fact, Judgement.No no, Instant now) {
    desk.table().decided(fact, "REFUSED");
    desk.telling()
        .tell(
            List.of(
                new PsbtRefused(
                    fact.batch(),
                    fact.round(),
                    vault.id(),
                    key.fingerprint(),
                    no.member(),
                    no.reason(),
                    no.detail(),
                    now)));
    count(no.reason());
    log.atWarn()
        .addKeyValue("batch", fact.batch())
        .addKeyValue("txid", no.member())
        .log("not cosigned, {}: {}", no.reason(), no.detail());
  }

  private void count(String outcome) {
    meters.counter("settlement.cosign.decisions", "outcome", outcome).increment();
  }
}
