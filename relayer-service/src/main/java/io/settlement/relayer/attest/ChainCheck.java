// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.chain.Call;
import io.settlement.chain.ChainException;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.NodePolicy;
import io.settlement.chain.ProviderSettings;
import io.settlement.chain.Unreachable;
import io.settlement.chain.contract.VerifierAbi;
import io.settlement.chain.contract.Views;
import io.settlement.events.value.InvalidValue;
import io.settlement.kit.problem.Problem;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;

/** Whether each of a chain's nodes, and the contracts there, are what the operator says. */
final class ChainCheck {
  private static final Duration LONGEST = Duration.ofSeconds(4);

  private ChainCheck() {}

  /**
   * Asks every node by itself.
   *
   * @throws Problem when one is silent, or something is not as stated
   */
  static void check(ChainSettings stated) {
    stated.providers().forEach(node -> check(stated, node));
  }

  private static void check(ChainSettings stated, ProviderSettings node) {
    ChainSettings alone =
        stated
            .withProviders(List.of(node), NodePolicy.usual())
            .withPace(stated.maxLogRange(), LONGEST, stated.pollInterval());
    try (EvmReader reader = EvmReader.connect(alone, new SimpleMeterRegistry())) {
      same(node, "eth_chainId", stated.chainId(), reader.chainId());
      checkContracts(stated, node, reader);
    } catch (Unreachable e) {
      throw Problem.unavailable("node-silent", node.name() + " does not answer: " + e.getMessage());
    } catch (ChainException | InvalidValue e) {
      throw Problem.unprocessable(
          "contracts-differ",
          node.name() + " shows no contracts of profile V2 there: " + e.getMessage());
    }
  }

  private static void checkContracts(ChainSettings stated, ProviderSettings node, EvmReader chain) {
    List<byte[]> settlement =
        chain.calls(
            List.of("contract_chain_name()", "chain_id()", "signature_verifier()", "gas_service()")
                .stream()
                .map(question -> Call.view(stated.settlement(), Views.ask(question)))
                .toList(),
            FinalityTag.LATEST);
    same(node, "contract_chain_name()", stated.name().value(), Views.text(settlement.get(0)));
    same(node, "chain_id()", BigInteger.valueOf(stated.chainId()), Views.number(settlement.get(1)));
    same(node, "signature_verifier()", stated.verifier(), Views.address(settlement.get(2)));
    same(node, "gas_service()", stated.gasService(), Views.address(settlement.get(3)));
    List<byte[]> verifier =
        chain.calls(
            List.of(VerifierAbi.epoch(), VerifierAbi.required(), VerifierAbi.validators()).stream()
                .map(question -> Call.view(stated.verifier(), question))
                .toList(),
            FinalityTag.LATEST);
    int required = VerifierAbi.required(verifier.get(1));
    int count = VerifierAbi.validators(verifier.get(2)).size();
    if (VerifierAbi.epoch(verifier.get(0)) < 1 || required < 1 || required > count) {
      throw Problem.unprocessable(
          "contracts-differ",
          "%s: the verifier wants %d signatures of %d validators"
              .formatted(node.name(), required, count));
    }
  }

  private static void same(ProviderSettings node, String what, Object stated, Object found) {
    if (!stated.equals(found)) {
      throw Problem.unprocessable(
          what.equals("eth_chainId") ? "node-of-another-chain" : "contracts-differ",
          "%s: %s is %s, not %s".formatted(node.name(), what, found, stated));
    }
  }
}
