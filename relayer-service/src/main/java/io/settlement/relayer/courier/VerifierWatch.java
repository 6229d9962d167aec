// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.chain.Call;
import io.settlement.chain.ChainException;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.VerifierAbi;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.value.InvalidValue;
import io.settlement.relayer.courier.ValidatorSets.OnChain;
import io.settlement.relayer.loop.Rounds;
import io.settlement.relayer.nodes.Nodes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the verifiers: who signs now, who still counts after a rotation, who will sign next. One
 * batch of calls for each chain. Certificates that were good by a former set are renewed.
 */
final class VerifierWatch extends Rounds {
  private static final Logger log = LoggerFactory.getLogger(VerifierWatch.class);

  private final Nodes nodes;
  private final ValidatorSets sets;
  private final Recertification recertification;
  private final Duration look;

  VerifierWatch(Nodes nodes, ValidatorSets sets, Recertification recertification, Duration look) {
    super("verifier-watch", look);
    this.nodes = nodes;
    this.sets = sets;
    this.recertification = recertification;
    this.look = look;
  }

  @Override
  protected void round() throws InterruptedException {
    for (EvmReader chain : nodes.all()) {
      ChainSettings settings = chain.settings();
      if (settings.family() == Family.EVM && settings.profile() == Profile.V2) {
        look(chain.forPurpose("attest"));
      }
    }
    recertification.renewWhatWasRefused();
    awaitBell(look);
  }

  private void look(EvmReader chain) {
    try {
      OnChain read = read(chain);
      if (sets.follow(chain.settings().name(), read)) {
        log.atInfo()
            .addKeyValue("chain", chain.settings().name())
            .addKeyValue("epoch", read.epoch())
            .addKeyValue("required", read.current().required())
            .addKeyValue("previousUntil", read.previous().isPresent() ? read.until() : "none")
            .log("validator set");
        recertification.hurryWhatWaits();
      }
    } catch (ChainException | InvalidValue later) {
      log.atDebug()
          .addKeyValue("chain", chain.settings().name())
          .log("the verifier is asked again later: {}", later.getMessage());
    }
  }

  private static OnChain read(EvmReader chain) {
    ChainSettings settings = chain.settings();
    List<byte[]> answers =
        chain.calls(
            List.of(
                    VerifierAbi.epoch(),
                    VerifierAbi.validators(),
                    VerifierAbi.required(),
                    VerifierAbi.previous(),
                    VerifierAbi.scheduled())
                .stream()
                .map(question -> Call.view(settings.verifier(), question))
                .toList(),
            FinalityTag.LATEST);
    Instant clock = chain.head(FinalityTag.LATEST).time();
    VerifierAbi.OtherSet previous = VerifierAbi.otherSet(answers.get(3));
    return new OnChain(
        VerifierAbi.epoch(answers.get(0)),
        new Signers(VerifierAbi.validators(answers.get(1)), VerifierAbi.required(answers.get(2))),
        Optional.of(previous)
            .filter(set -> set.exists() && !clock.isAfter(set.at()))
            .map(set -> new Signers(set.validators(), set.required())),
        previous.at(),
        new HashSet<>(VerifierAbi.otherSet(answers.get(4)).validators()));
  }
}
