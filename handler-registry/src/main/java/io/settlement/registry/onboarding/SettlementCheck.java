// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.chain.contract.VerifierAbi;
import io.settlement.chain.contract.Views;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.registry.Contents;
import io.settlement.registry.Rules;
import java.util.List;
import org.springframework.stereotype.Component;

/** The settlement contract, its verifier and its gas vault: released code, INT-01 to INT-04. */
@Component
class SettlementCheck implements StepCheck {
  private final Lines lines;
  private final Code code;
  private final Contents book;

  SettlementCheck(Lines lines, ReleasedBuilds builds, Contents book) {
    this.lines = lines;
    this.code = new Code(builds);
    this.book = book;
  }

  @Override
  public Step step() {
    return Step.SETTLEMENT_DEPLOYED;
  }

  @Override
  public List<Finding> look(Application application) {
    return look(application.deployment(Paper.Network.TESTNET).orElseThrow(Docket::notDeployed));
  }

  List<Finding> look(Deployed stated) {
    Peek chain = lines.to(stated.providers());
    Findings findings = new Findings();
    findings.equal("INT-02", "eth_chainId", stated.chainId(), chain::chainId);
    checkCode(findings, chain, stated);
    checkSettlement(findings, chain, stated);
    checkValidators(findings, chain, stated);
    return findings.list();
  }

  private void checkCode(Findings findings, Peek chain, Deployed stated) {
    code.checkProxied(findings, "INT-05", "Settlement", chain, stated.settlement());
    code.checkPlain(findings, "INT-05", "SettlementSignatureVerifier", chain, stated.verifier());
    code.checkPlain(findings, "INT-05", "GasService", chain, stated.gasService());
  }

  private void checkSettlement(Findings findings, Peek chain, Deployed stated) {
    EvmAddress settlement = stated.settlement();
    ChainName name = stated.name();
    findings
        .equal(
            "INT-01",
            "settlement.contract_chain_name()",
            name,
            () -> Views.text(chain.call(settlement, Views.ask("contract_chain_name()"))))
        .yes(
            "INT-01",
            "no other chain's name begins %s or is begun by it".formatted(name),
            () -> Rules.isPrefixSafe(name, namesBeside(name)))
        .equal(
            "INT-02",
            "settlement.chain_id()",
            stated.chainId(),
            () -> Views.number(chain.call(settlement, Views.ask("chain_id()"))))
        .equal(
            "INT-05",
            "settlement.signature_verifier()",
            stated.verifier(),
            () -> Views.address(chain.call(settlement, Views.ask("signature_verifier()"))))
        .equal(
            "INT-05",
            "settlement.gas_service()",
            stated.gasService(),
            () -> Views.address(chain.call(settlement, Views.ask("gas_service()"))));
  }

  private List<String> namesBeside(ChainName name) {
    return book.chains().stream()
        .map(chain -> chain.chain().value())
        .filter(other -> !other.equals(name.value()))
        .toList();
  }

  /** The settlement contract asks its verifier: one set, one threshold. */
  private void checkValidators(Findings findings, Peek chain, Deployed stated) {
    EvmAddress verifier = stated.verifier();
    findings.yes(
        "INT-03",
        "1 ≤ required ≤ validators, and more than half",
        () -> {
          int required = VerifierAbi.required(chain.call(verifier, VerifierAbi.required()));
          int count = VerifierAbi.validators(chain.call(verifier, VerifierAbi.validators())).size();
          return 1 <= required && required <= count && 2 * required > count;
        });
    findings.yes(
        "INT-03",
        "settlement and verifier require the same",
        () ->
            Views.number(
                    chain.call(stated.settlement(), Views.ask("view_required_validators_num()")))
                .equals(Views.number(chain.call(verifier, VerifierAbi.required()))));
    findings.yes(
        "INT-04",
        "each of the verifier's validators is one to the settlement contract, and as many",
        () -> {
          List<EvmAddress> members =
              VerifierAbi.validators(chain.call(verifier, VerifierAbi.validators()));
          int count =
              Views.number(chain.call(verifier, Views.ask("validator_count()"))).intValueExact();
          return members.size() == count
              && members.stream().allMatch(member -> isValidator(chain, stated, member));
        });
  }

  private static boolean isValidator(Peek chain, Deployed stated, EvmAddress member) {
    return Views.yes(chain.call(stated.settlement(), Views.ask("is_validator(address)", member)))
        && Views.yes(chain.call(stated.verifier(), Views.ask("is_validator(address)", member)));
  }
}
