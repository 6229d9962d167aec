// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.chain.contract.VerifierAbi;
import io.settlement.chain.contract.Views;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What must not change of contracts once they are admitted: code, owner, threshold, whitelist. */
@Component
class Fingerprints {
  private static final EvmAddress NOWHERE = new EvmAddress("0x" + "0".repeat(40));

  private final Lines lines;

  Fingerprints(Lines lines) {
    this.lines = lines;
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

  /** A single contract as it is now. */
  Map<String, String> of(Peek chain, EvmAddress contract) {
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
