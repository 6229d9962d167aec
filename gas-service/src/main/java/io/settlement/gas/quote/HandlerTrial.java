// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.chain.Call;
import io.settlement.chain.ChainException;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Reverted;
import io.settlement.chain.contract.ContractErrors;
import io.settlement.chain.contract.HandlerAbi;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Terms;
import io.settlement.events.value.Wei;
import io.settlement.gas.price.ChainNodes;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets a node of the destination hand the very payload to the receiving handler, as the settlement
 * contract would. Certificates do not exist yet, so what receiving takes beside the handler is
 * added as configured.
 */
@Component
class HandlerTrial {
  private static final Logger log = LoggerFactory.getLogger(HandlerTrial.class);

  /** What a transaction costs before it does anything; the delivery pays it once, not per call. */
  private static final long INTRINSIC = 21_000;

  /** A message's usual lifetime; handlers see its end in the terms. */
  private static final Duration LIFETIME = Duration.ofDays(7);

  private final ChainNodes nodes;
  private final Clock clock;

  HandlerTrial(ChainNodes nodes, Clock clock) {
    this.nodes = nodes;
    this.clock = clock;
  }

  Quote.Trial of(Quote.Subject subject, Binding binding) {
    byte[] payload = binding.payload();
    EvmReader node = nodes.of(subject.route().to().chain()).orElse(null);
    if (payload == null || node == null) {
      return Quote.Trial.NONE;
    }
    Gas handlerGas = subject.size().handlerGas();
    // A sequence that no message has had, far from those that come next.
    Instant deadline = clock.instant().plus(LIFETIME).truncatedTo(ChronoUnit.SECONDS);
    Terms terms = new Terms(Long.MAX_VALUE, handlerGas, deadline);
    byte[] receive =
        HandlerAbi.receive(
            binding.txid(),
            subject.route().from(),
            binding.sender(),
            binding.type(),
            payload,
            terms);
    Call call =
        new Call(
            node.settings().settlement(), subject.route().to().evmAddress(), receive, Wei.ZERO);
    EvmReader asked = node.forPurpose("quote");
    try {
      if (isFalse(asked.call(call, FinalityTag.LATEST))) {
        return new Quote.Trial(null, "the receiving handler would not accept it now");
      }
      Gas whole = asked.estimateGas(call);
      long used = Math.min(Math.max(0, whole.units() - INTRINSIC), handlerGas.units());
      return new Quote.Trial(new Gas(used), null);
    } catch (Reverted e) {
      String why = ContractErrors.text(e.data()).orElseGet(e::reason);
      return new Quote.Trial(null, "the receiving handler would refuse it now: " + why);
    } catch (ChainException e) {
      log.debug("the receiving handler could not be tried: {}", e.getMessage());
      return Quote.Trial.NONE;
    }
  }

  /** A handler that has no say accepts nothing either. */
  private static boolean isFalse(byte[] answer) {
    return new BigInteger(1, answer).signum() == 0;
  }
}
