// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import fr.acinq.bitcoin.Transaction;
import io.settlement.events.MessageEvent;
import io.settlement.events.PsbtEvent;
import io.settlement.events.PsbtEvent.PsbtRefused;
import io.settlement.events.PsbtEvent.PsbtSigned;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hex;
import io.settlement.relayer.bitcoin.wallet.VaultPsbt;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what cosigners answer. Told again, it changes nothing. */
final class PayoutDesk {
  private static final Logger log = LoggerFactory.getLogger(PayoutDesk.class);
  static final EvmAddress NOBODY = new EvmAddress("0x" + "00".repeat(20));

  private final PayoutVault vault;
  private final PayoutTable table;
  private final Rounds rounds;
  private final Telling telling;
  private final Clock clock;

  PayoutDesk(PayoutVault vault, PayoutTable table, Rounds rounds, Telling telling, Clock clock) {
    this.vault = vault;
    this.table = table;
    this.rounds = rounds;
    this.telling = telling;
    this.clock = clock;
  }

  /** In the caller's transaction. */
  void onFacts(List<PsbtEvent> facts) {
    for (PsbtEvent fact : facts) {
      if (fact.vault().equals(vault.id())) {
        switch (fact) {
          case PsbtSigned it ->
              find(it.batch(), it.round())
                  .ifPresentOrElse(one -> signed(one, it), () -> tooLate(it));
          case PsbtRefused it -> find(it.batch(), it.round()).ifPresent(one -> refused(one, it));
          case PsbtEvent.PsbtProposed own -> {}
          case PsbtEvent.PayoutConfirmed own -> {}
        }
      }
    }
  }

  private Optional<Round> find(String name, int round) {
    return number(name).flatMap(batch -> table.locked(batch, round)).filter(one -> !one.isSigned());
  }

  private Optional<Long> number(String name) {
    String number = name.substring(name.lastIndexOf('-') + 1);
    return Optional.of(number)
        .filter(one -> one.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .filter(batch -> Rounds.name(vault, batch).equals(name));
  }

  /** It calls no failure of what it signed until it is shown that its coins were spent. */
  private void tooLate(PsbtSigned fact) {
    if (number(fact.batch()).filter(table::isLetGo).isPresent()) {
      log.atWarn()
          .addKeyValue("batch", fact.batch())
          .addKeyValue("cosigner", fact.cosigner())
          .log("signed after the batch was let go");
    }
  }

  private void signed(Round round, PsbtSigned fact) {
    VaultPsbt empty =
        VaultPsbt.of(vault.descriptor(), rounds.spend(round, table.rounds(round.batch())));
    try {
      VaultPsbt all = empty.combine(round.psbt()).combine(fact.psbt());
      if (empty.combine(fact.psbt()).signatures() > 0) {
        table.signature(round, fact.cosigner(), fact.at());
      }
      if (all.isComplete()) {
        complete(round, all);
      } else {
        table.signed(round, all.base64(), null);
      }
    } catch (VaultPsbt.Invalid e) {
      log.atWarn()
          .addKeyValue("batch", fact.batch())
          .addKeyValue("cosigner", fact.cosigner())
          .log("signature left out: {}", e.getMessage());
    }
  }

  /** Written down before any node has it: after a crash it is sent again, never signed again. */
  private void complete(Round round, VaultPsbt all) {
    Transaction transaction = all.extract();
    table.signed(round, all.base64(), Hex.encode(Transaction.write(transaction)));
    telling.tell(
        round.members().stream()
            .map(
                txid ->
                    new MessageEvent.TransactionSent(
                        txid, "DELIVER", vault.chain(), round.txHash(), NOBODY, clock.instant()))
            .toList());
    log.atInfo()
        .addKeyValue("batch", round.batch())
        .addKeyValue("round", round.round())
        .addKeyValue("txHash", round.txHash())
        .log("signed by enough cosigners");
  }

  private void refused(Round round, PsbtRefused fact) {
    log.atWarn()
        .addKeyValue("batch", fact.batch())
        .addKeyValue("cosigner", fact.cosigner())
        .addKeyValue("txid", fact.member())
        .log("not signed, {}: {}", fact.reason(), fact.detail());
    int most = vault.descriptor().cosigners() - vault.descriptor().threshold();
    if (table.refused(round, fact) > most) {
      table.giveUp(round);
    }
  }
}
