// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.settlement.conformance.AddressPolicy;
import io.settlement.conformance.Load;
import io.settlement.conformance.Node;
import io.settlement.conformance.NodeSettings;
import io.settlement.conformance.Unanswered;
import io.settlement.conformance.handler.HandlerTrial;
import io.settlement.events.value.HandlerId;
import io.settlement.registry.onboarding.Applicants.ChainNode;
import io.settlement.registry.onboarding.OperatorsChains;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The code that handlers have now; asked for once a while, and never for long. */
@Component
class HandlerCode {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration KEPT = Duration.ofSeconds(5);
  private static final int MOST_KEPT = 1_024;
  private static final int MOST_ANSWER = 1 << 20;

  private final Subjects subjects;
  private final OperatorsChains operators;
  private final Cache<HandlerId, Optional<String>> kept =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

  HandlerCode(Subjects subjects, OperatorsChains operators) {
    this.subjects = subjects;
    this.operators = operators;
  }

  /** Empty when no node says. */
  Optional<String> of(HandlerId handler) {
    return kept.get(handler, this::ask);
  }

  private Optional<String> ask(HandlerId handler) {
    return subjects.node(handler.chain()).flatMap(node -> ask(node, handler));
  }

  private Optional<String> ask(ChainNode named, HandlerId handler) {
    AddressPolicy addresses =
        subjects.isOwn(handler.chain()) ? AddressPolicy.ANY : operators.strangers();
    NodeSettings settings = new NodeSettings(PATIENCE, PATIENCE, MOST_ANSWER, addresses);
    try (Node node = Node.of(named.url(), null, settings, Load.of(100, 4))) {
      return Optional.of(HandlerTrial.codeOf(node, handler.address()));
    } catch (Unanswered silent) {
      return Optional.empty();
    }
  }
}
