// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.chain.Call;
import io.settlement.chain.ChainException;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.HandlerAbi;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.Wei;
import io.settlement.gas.cost.GasSource;
import io.settlement.gas.cost.Units;
import io.settlement.gas.price.ChainNodes;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets a node execute the user's own transaction before they send it. Callback and refund cannot be
 * tried like that: they need signatures and a receipt, which do not exist yet.
 */
@Component
class SourceUnits {
  private static final Logger log = LoggerFactory.getLogger(SourceUnits.class);

  private final ChainNodes nodes;

  SourceUnits(ChainNodes nodes) {
    this.nodes = nodes;
  }

  /**
   * Empty when the call cannot be executed as asked, for instance without an allowance, or is not
   * known, as that of a handler that moves no tokens.
   */
  Optional<Units> estimate(
      EvmAddress sender, Quote.Subject subject, EvmAddress toToken, Wei prepayment) {
    RouteId route = subject.route();
    TokenAmount amount = subject.amount();
    if (amount == null) {
      return Optional.empty();
    }
    byte[] send = HandlerAbi.send(route.to().chain(), route.to(), toToken, sender, amount);
    Call call = new Call(sender, route.from().evmAddress(), send, prepayment);
    return nodes.of(route.from().chain()).flatMap(node -> estimate(node, call));
  }

  private static Optional<Units> estimate(EvmReader node, Call call) {
    try {
      return Optional.of(
          new Units(node.forPurpose("quote").estimateGas(call), GasSource.ESTIMATED));
    } catch (ChainException e) {
      log.debug("the source leg cannot be estimated: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
