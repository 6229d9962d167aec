// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.chain.contract.VerifierAbi;
import io.settlement.chain.contract.Views;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.registry.Contents;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What must not change of contracts once they are admitted: code, owner, threshold, whitelist. */
@Component
public class Fingerprints {
  private static final EvmAddress NOWHERE = new EvmAddress("0x" + "0".repeat(40));

  private final Lines lines;
  private final Contents book;

  Fingerprints(Lines lines, Contents book) {
    this.lines = lines;
    this.book = book;
  }

  /**
   * A chain's contracts as they are now.
   *
   * @throws Unasked when no node answers
   */
  Map<String, String> of(Deployed stated) {
    Peek chain = lines.to(stated.providers());
    Map<String, String> prints = new TreeMap<>();
    contract(prints, chain, "settlement", stated.settlement());
    contract(prints, chain, "verifier", stated.verifier());
    contract(prints, chain, "gasService", stated.gasService());
    prints.put(
        "verifier.required",
        said(() -> VerifierAbi.required(chain.call(stated.verifier(), VerifierAbi.required()))));
    for (Paper.StatedHandler handler : stated.handlers()) {
      String name = "handler " + handler.address();
      contract(prints, chain, name, handler.address());
      handler
          .counterparts()
          .forEach(
              other ->
                  prints.put(name + " admits " + other, said(() -> admits(chain, handler, other))));
    }
    return prints;
  }

  /** Whether a token's handler admits those that the book has routes to and from. */
  Map<String, String> whitelist(HandlerId handler) {
    Peek chain = lines.to(handler.chain());
    Map<String, String> prints = new TreeMap<>();
    for (HandlerId other : partners(handler)) {
      byte[] question = Views.ask("is_valid_handler(string,uint256)", other);
      prints.put(
          "admits " + other, said(() -> Views.yes(chain.call(handler.evmAddress(), question))));
    }
    return prints;
  }

  /** What {@link #whitelist} should say. */
  Map<String, String> expectedWhitelist(HandlerId handler) {
    Map<String, String> prints = new TreeMap<>();
    partners(handler).forEach(other -> prints.put("admits " + other, "true"));
    return prints;
  }

  private List<HandlerId> partners(HandlerId handler) {
    boolean movesTokens =
        book.handlers().stream()
            .anyMatch(one -> one.handler().equals(handler) && one.asset().isPresent());
    return book.routes().stream()
        .filter(route -> movesTokens && route.status() == Status.ACTIVE)
        .map(RouteState::route)
        .filter(route -> route.from().equals(handler) || route.to().equals(handler))
        .map(route -> route.from().equals(handler) ? route.to() : route.from())
        .distinct()
        .toList();
  }

  /** The validators of a chain and their contract as they are now. */
  public Map<String, String> ofValidators(Peek chain, EvmAddress verifier) {
    Map<String, String> prints = new TreeMap<>();
    contract(prints, chain, "verifier", verifier);
    prints.put(
        "verifier.required",
        said(() -> VerifierAbi.required(chain.call(verifier, VerifierAbi.required()))));
    prints.put(
        "verifier.validators",
        said(
            () ->
                VerifierAbi.validators(chain.call(verifier, VerifierAbi.validators())).stream()
                    .map(EvmAddress::hex)
                    .sorted()
                    .collect(Collectors.joining(" "))));
    return prints;
  }

  /** A token as it is now. */
  public Map<String, String> ofToken(Peek chain, EvmAddress token) {
    Map<String, String> prints = new TreeMap<>();
    contract(prints, chain, "token", token);
    prints.put("token.symbol", said(() -> Views.text(chain.call(token, Views.ask("symbol()")))));
    prints.put(
        "token.decimals", said(() -> Views.number(chain.call(token, Views.ask("decimals()")))));
    return prints;
  }

  /** A single contract as it is now. */
  public Map<String, String> of(Peek chain, EvmAddress contract) {
    Map<String, String> prints = new TreeMap<>();
    contract(prints, chain, "handler", contract);
    return prints;
  }

  private static boolean admits(Peek chain, Paper.StatedHandler handler, HandlerId other) {
    return Views.yes(
        chain.call(handler.address(), Views.ask("is_valid_handler(string,uint256)", other)));
  }

  private static void contract(Map<String, String> prints, Peek chain, String name, EvmAddress at) {
    prints.put(name + ".code", Code.fingerprint(chain.code(at)));
    prints.put(name + ".owner", said(() -> Views.address(chain.call(at, Views.ask("owner()")))));
    EvmAddress implementation = Code.implementation(chain, at);
    if (!implementation.equals(NOWHERE)) {
      prints.put(name + ".implementation", Code.fingerprint(chain.code(implementation)));
    }
  }

  /** A contract that stops answering has changed; a node that does not answer says nothing. */
  private static String said(java.util.function.Supplier<?> view) {
    try {
      return String.valueOf(view.get());
    } catch (Declined | io.settlement.events.value.InvalidValue refused) {
      return "does not say";
    }
  }
}
