// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.Contents;
import io.settlement.registry.conformance.Runs.Asker;
import io.settlement.registry.onboarding.Applicants;
import io.settlement.registry.onboarding.Applicants.Applicant;
import io.settlement.registry.onboarding.Applicants.ChainNode;
import io.settlement.registry.onboarding.HandlerOwners;
import io.settlement.registry.onboarding.OperatorsChains;
import io.settlement.registry.onboarding.OperatorsChains.OperatorsChain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Which chains can be measured, and who may see what came of it. */
@Component
class Subjects {
  private static final String OPERATOR = "SCOPE_operator";

  /** No chain's name is as long as an id. */
  private static final int ID_LENGTH = 36;

  private final Applicants applicants;
  private final OperatorsChains operators;
  private final HandlerOwners owners;
  private final Contents book;

  Subjects(Applicants applicants, OperatorsChains operators, HandlerOwners owners, Contents book) {
    this.applicants = applicants;
    this.operators = operators;
    this.owners = owners;
    this.book = book;
  }

  static boolean isOperator(Authentication caller) {
    return caller.getAuthorities().stream().anyMatch(one -> OPERATOR.equals(one.getAuthority()));
  }

  /**
   * The chain of an application, by its id, or one in the book, by its name, or a handler in the
   * book, as {@code Chain:0x…}. A partner sees its own applications only, and everything in the
   * book.
   *
   * @throws Problem when there is none, or none that the caller may see
   */
  Measured of(String subject, Authentication caller) {
    if (subject.indexOf(':') >= 0) {
      return ofHandler(HandlerId.parse(subject));
    }
    return subject.length() == ID_LENGTH
        ? ofApplication(subject, caller)
        : ofChain(new ChainName(subject));
  }

  private Measured ofApplication(String id, Authentication caller) {
    return id(id)
        .flatMap(this::applicant)
        .filter(one -> isOperator(caller) || one.owner().equals(caller.getName()))
        .map(Measured::of)
        .orElseThrow(() -> Problem.notFound("unknown-application", "no application " + id));
  }

  /** A handler in the book. */
  Measured ofHandler(HandlerId id) {
    HandlerState known =
        book.findHandler(id)
            .orElseThrow(
                () -> Problem.notFound("unknown-handler", "no handler is %s".formatted(id)));
    return ofChain(id.chain()).with(known);
  }

  /** Whether the caller may ask for a run: operators, and whoever handed it in. */
  boolean mayAsk(Measured measured, Asker asker) {
    if (asker.operator()) {
      return true;
    }
    if (measured.handler() != null) {
      return owners.isOf(measured.handler().handler(), asker.name());
    }
    Applicant applicant = measured.applicant();
    return applicant != null && applicant.owner().equals(asker.name());
  }

  /** A node of a chain, by its application or by the operator's own. */
  Optional<ChainNode> node(ChainName chain) {
    return applicants
        .inUse(chain)
        .map(Applicant::providers)
        .or(() -> operators.find(chain).map(OperatorsChain::providers))
        .flatMap(nodes -> nodes.stream().findFirst());
  }

  /** Whether a chain's nodes are the operator's own. */
  boolean isOwn(ChainName chain) {
    return applicants.inUse(chain).isEmpty();
  }

  Optional<Applicant> applicant(UUID application) {
    return applicants.find(application);
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  /** By the application it came in by, else by the operator's own nodes. */
  private Measured ofChain(ChainName chain) {
    ChainState known =
        book.chains().stream()
            .filter(one -> one.chain().equals(chain))
            .findFirst()
            .orElseThrow(
                () -> Problem.notFound("unknown-chain", "no chain is called %s".formatted(chain)));
    return applicants.inUse(chain).map(Measured::of).orElseGet(() -> own(known));
  }

  private Measured own(ChainState chain) {
    Optional<OperatorsChain> configured = operators.find(chain.chain());
    return new Measured(
        chain.chain().value(),
        chain.chain(),
        chain.chainId(),
        configured.map(OperatorsChain::providers).orElse(List.of()),
        null,
        null);
  }

  /** Every chain in use that somebody named a node of. */
  List<Measured> inUse() {
    List<Measured> all = new ArrayList<>();
    Set<ChainName> seen = new HashSet<>();
    for (Applicant live : applicants.live()) {
      all.add(Measured.of(live));
      seen.add(live.chain());
    }
    book.chains().stream()
        .filter(chain -> chain.status() == Status.ACTIVE && chain.family() == Family.EVM)
        .filter(chain -> !seen.contains(chain.chain()))
        .map(this::own)
        .filter(chain -> !chain.providers().isEmpty())
        .forEach(all::add);
    return all;
  }
}
