// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.chain.contract.Views;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.SettlementMode;
import io.settlement.registry.onboarding.Finding.Verdict;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Each handler: released code, its companions, its token, and both sides of its routes. */
@Component
class HandlerCheck implements StepCheck {
  private final Lines lines;
  private final Code code;

  HandlerCheck(Lines lines, ReleasedBuilds builds) {
    this.lines = lines;
    this.code = new Code(builds);
  }

  @Override
  public Step step() {
    return Step.HANDLER_DEPLOYED;
  }

  @Override
  public List<Finding> look(Application application) {
    return look(application.deployment(Paper.Network.TESTNET).orElseThrow(Docket::notDeployed));
  }

  List<Finding> look(Deployed stated) {
    Peek chain = lines.to(stated.providers());
    Findings findings = new Findings();
    for (Paper.StatedHandler handler : stated.handlers()) {
      checkHandler(findings, chain, stated, handler);
      checkToken(findings, chain, handler);
      handler
          .counterparts()
          .forEach(other -> checkPair(findings, chain, new Pair(stated, handler, other)));
    }
    return findings.list();
  }

  private void checkHandler(
      Findings findings, Peek chain, Deployed stated, Paper.StatedHandler handler) {
    EvmAddress at = handler.address();
    code.checkProxied(findings, "INT-05", "ERC20SettlementHandler", chain, at);
    findings
        .equal(
            "INT-01",
            at + ".chain()",
            stated.name(),
            () -> Views.text(chain.call(at, Views.ask("chain()"))))
        .equal(
            "INT-05",
            at + ".settlement()",
            stated.settlement(),
            () -> Views.address(chain.call(at, Views.ask("settlement()"))))
        .equal(
            "INT-05",
            at + ".token()",
            handler.token(),
            () -> Views.address(chain.call(at, Views.ask("token()"))))
        .equal("INT-05", at + ".mode()", handler.mode(), () -> mode(chain, at))
        .yes(
            "INT-05",
            "the settlement contract has registered " + at,
            () ->
                Views.yes(
                    chain.call(
                        stated.settlement(), Views.ask("is_registered_handler(address)", at))));
  }

  private static void checkToken(Findings findings, Peek chain, Paper.StatedHandler handler) {
    EvmAddress token = handler.token();
    findings.equal(
        "INT-06", token + ".decimals()", handler.decimals(), () -> decimals(chain, token));
    if (handler.mode().mintsInbound()) {
      findings.yes(
          "INT-06",
          "%s may mint and burn %s".formatted(handler.address(), token),
          () -> Views.yes(chain.call(token, Views.ask("is_operator(address)", handler.address()))));
    }
  }

  /** A handler here and one elsewhere. */
  private record Pair(Deployed stated, Paper.StatedHandler here, HandlerId other) {
    HandlerId id() {
      return stated.idOf(here);
    }
  }

  private void checkPair(Findings findings, Peek chain, Pair pair) {
    HandlerId other = pair.other();
    if (other.chain().equals(pair.stated().name()) || !other.isEvm()) {
      findings.add(
          "INT-07",
          Verdict.FAIL,
          "a counterpart on another chain",
          "not " + pair.stated().name(),
          other.toString());
      return;
    }
    Peek elsewhere = lines.to(other.chain());
    EvmAddress there = other.evmAddress();
    EvmAddress here = pair.here().address();
    findings
        .yes("INT-07", "%s admits %s".formatted(pair.id(), other), () -> admits(chain, here, other))
        .yes(
            "INT-07",
            "%s admits %s".formatted(other, pair.id()),
            () -> admits(elsewhere, there, pair.id()))
        .equal(
            "INT-07",
            "the mode of %s".formatted(other),
            pair.here().mode().pair(),
            () -> mode(elsewhere, there))
        .equal(
            "INT-06",
            "decimals of the token of %s".formatted(other),
            pair.here().decimals(),
            () -> decimals(elsewhere, token(elsewhere, there)))
        .equal(
            "INT-05",
            "the token that %s knows of %s".formatted(pair.id(), other),
            tokenOr(elsewhere, there),
            () -> remoteToken(chain, here, other))
        .equal(
            "INT-05",
            "the token that %s knows of %s".formatted(other, pair.id()),
            pair.here().token(),
            () -> remoteToken(elsewhere, there, pair.id()));
  }

  /** What the other side says its token is; a side that says nothing fails where it is asked. */
  private static Object tokenOr(Peek chain, EvmAddress handler) {
    try {
      return token(chain, handler);
    } catch (Unasked | Declined unknown) {
      return "not known";
    }
  }

  private static EvmAddress token(Peek chain, EvmAddress handler) {
    return Views.address(chain.call(handler, Views.ask("token()")));
  }

  private static boolean admits(Peek chain, EvmAddress handler, HandlerId other) {
    return Views.yes(chain.call(handler, Views.ask("is_valid_handler(string,uint256)", other)));
  }

  private static EvmAddress remoteToken(Peek chain, EvmAddress handler, HandlerId other) {
    return Views.address(chain.call(handler, Views.ask("remote_token_of(string,uint256)", other)));
  }

  private static int decimals(Peek chain, EvmAddress token) {
    return Views.number(chain.call(token, Views.ask("decimals()"))).intValueExact();
  }

  private static Object mode(Peek chain, EvmAddress handler) {
    int wire = Views.number(chain.call(handler, Views.ask("mode()"))).intValueExact();
    return Arrays.stream(SettlementMode.values())
        .filter(mode -> mode.wire() == wire)
        .findFirst()
        .map(Object.class::cast)
        .orElse(wire);
  }
}
