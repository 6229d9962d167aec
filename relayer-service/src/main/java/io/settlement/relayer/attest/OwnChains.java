// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.bitcoin.BitcoinSettings;
import io.settlement.events.value.ChainName;
import io.settlement.kit.problem.Problem;
import io.settlement.relayer.limit.Audit;
import io.settlement.relayer.loop.Rounds;
import io.settlement.relayer.nodes.Nodes;
import io.settlement.relayer.nodes.StatedChain;
import io.settlement.relayer.nodes.ToldChains;
import io.settlement.relayer.nodes.ToldChains.Told;
import io.settlement.relayer.nodes.ToldChains.Word;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Chains that this validator's own operator tells it while it runs, and nobody else: no fact makes
 * it sign for one. What is configured goes before, and is what changes a chain that was told.
 */
final class OwnChains extends Rounds {
  private static final Logger log = LoggerFactory.getLogger(OwnChains.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  /** Another instance of this validator may have been told. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final Nodes nodes;
  private final ToldChains told;
  private final Audit audit;
  private final TransactionOperations transactions;
  private final Clock clock;

  OwnChains(
      Nodes nodes, ToldChains told, Audit audit, TransactionOperations transactions, Clock clock) {
    super("own-chains", AFTER_FAILURE);
    this.nodes = nodes;
    this.told = told;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  protected void round() throws InterruptedException {
    told.all(Word.OPERATOR).forEach(this::take);
    awaitBell(LOOK);
  }

  /** Those that were told, also where the configuration names them since. */
  List<Told> all() {
    return told.all(Word.OPERATOR);
  }

  /**
   * Takes a chain from now on, after each of its nodes and its contracts were asked.
   *
   * @throws Problem when it is not what it is said to be, or known otherwise
   */
  Told tell(ChainName chain, StatedChain stated, String operator, String because) {
    if (nodes.isConfigured(chain)) {
      throw Problem.conflict("chain-configured", chain + " is in settlement.chains");
    }
    Optional<Told> before = told.find(Word.OPERATOR, chain);
    if (before.isEmpty()) {
      ChainSettings settings = settings(chain, stated);
      refuseConfusion(settings);
      ChainCheck.check(settings);
      write(new Told(chain, stated, operator, clock.instant()), because);
    }
    Told kept = told.find(Word.OPERATOR, chain).orElseThrow();
    if (!kept.stated().equals(stated)) {
      throw Problem.conflict(
          "chain-told-otherwise",
          chain + " was told by " + kept.by() + ": settlement.chains and a restart change it");
    }
    take(kept);
    return kept;
  }

  private static ChainSettings settings(ChainName chain, StatedChain stated) {
    try {
      return stated.settings(chain);
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest("invalid-chain", String.valueOf(e.getMessage()));
    }
  }

  /** What is signed for one chain must not be taken for another. */
  private void refuseConfusion(ChainSettings chain) {
    List<ChainSettings> others = nodes.all().stream().map(EvmReader::settings).toList();
    if (others.stream().anyMatch(other -> other.chainId() == chain.chainId())) {
      throw Problem.conflict(
          "chain-id-taken", chain.chainId() + " is the id of another chain here");
    }
    String name = chain.name().value();
    Stream.concat(others.stream().map(ChainSettings::name), Stream.of(BitcoinSettings.BITCOIN))
        .map(ChainName::value)
        .filter(other -> other.startsWith(name) || name.startsWith(other))
        .findFirst()
        .ifPresent(
            other -> {
              throw Problem.conflict(
                  "chain-name-not-prefix-safe",
                  "one of %s and %s begins the other".formatted(name, other));
            });
  }

  private void write(Told now, String because) {
    transactions.executeWithoutResult(
        status -> {
          if (told.add(Word.OPERATOR, now)) {
            audit.write(
                now.by(),
                "TELL_CHAIN",
                now.chain().value(),
                because,
                "id %d, settlement %s, verifier %s, nodes %s"
                    .formatted(
                        now.stated().chainId(),
                        now.stated().settlement(),
                        now.stated().verifier(),
                        now.stated().providers()));
          }
        });
  }

  private void take(Told one) {
    if (nodes.admit(one.stated().settings(one.chain()))) {
      log.atInfo()
          .addKeyValue("chain", one.chain())
          .addKeyValue("by", one.by())
          .log("is attested by the operator's word");
    }
  }
}
