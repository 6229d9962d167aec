// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.chain.contract.Certificate;
import io.settlement.chain.contract.SettlementCalls;
import io.settlement.chain.contract.Signatures;
import io.settlement.chain.contract.VerifierAbi;
import io.settlement.chain.contract.Views;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Outcome;
import io.settlement.registry.Contents;
import io.settlement.registry.onboarding.Finding.Verdict;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Real transfers, by what the relayer told of them: each way settled, one failed and was refunded;
 * and by simulation on the chains: nothing is received twice, no signature counts twice.
 */
@Component
class MessagesCheck implements StepCheck {
  private static final String ID = "INT-08";
  private static final int FAILED_TRANSFER = 4;
  private static final byte[] ENDED = Views.selector("InvalidTransactionStatus(uint256,uint8)");

  private final Lines lines;
  private final Contents book;
  private final TestMessages messages;

  MessagesCheck(Lines lines, Contents book, TestMessages messages) {
    this.lines = lines;
    this.book = book;
    this.messages = messages;
  }

  @Override
  public Step step() {
    return Step.MESSAGES_TESTED;
  }

  @Override
  public List<Finding> look(Application application) {
    Case it =
        new Case(
            application.deployment(Paper.Network.TESTNET).orElseThrow(Docket::notDeployed),
            messages.of(application.id()));
    Findings findings = new Findings();
    for (Paper.StatedHandler handler : it.stated().handlers()) {
      HandlerId id = it.stated().idOf(handler);
      checkSettled(findings, it, "out of " + id, one -> one.message().from().equals(id));
      checkSettled(findings, it, "into " + id, one -> one.message().to().equals(id));
    }
    checkRefund(findings, it);
    checkDuplicates(findings, it, "out of", one -> isFrom(one, it.stated().name()));
    checkDuplicates(findings, it, "into", one -> isTo(one, it.stated().name()));
    return findings.list();
  }

  /** An application's deployment and the messages of its handlers. */
  private record Case(Deployed stated, List<TestMessage> messages) {
    Optional<TestMessage> newest(Predicate<TestMessage> which) {
      return messages.stream().filter(which).findFirst();
    }
  }

  private static boolean isFrom(TestMessage one, ChainName chain) {
    return one.message().from().chain().equals(chain);
  }

  private static boolean isTo(TestMessage one, ChainName chain) {
    return one.message().to().chain().equals(chain);
  }

  private static void checkSettled(
      Findings findings, Case it, String way, Predicate<TestMessage> which) {
    Optional<TestMessage> settled = it.newest(which.and(one -> one.hasSettledAs(Outcome.SUCCESS)));
    findings.add(
        ID,
        settled.isPresent() ? Verdict.PASS : Verdict.FAIL,
        "a transfer %s settled".formatted(way),
        "at least one",
        settled
            .map(one -> one.message().txid().hex())
            .orElseGet(() -> "none of %d".formatted(it.messages().stream().filter(which).count())));
  }

  /** Its source handler must say that the escrow went back. */
  private void checkRefund(Findings findings, Case it) {
    String what = "a transfer that failed is failed at its handler too, its escrow returned";
    Optional<TestMessage> failed = it.newest(one -> one.hasSettledAs(Outcome.FAILED));
    if (failed.isEmpty()) {
      findings.add(ID, Verdict.FAIL, what, "at least one", "none failed so far");
      return;
    }
    CrossChainMessage message = failed.get().message();
    findings.equal(
        ID,
        "%s: %s".formatted(what, message.txid()),
        FAILED_TRANSFER,
        () ->
            Views.number(
                    at(it, message.from().chain())
                        .call(
                            message.from().evmAddress(),
                            Views.ask("create_cross_txs(uint256)", message.txid())),
                    1)
                .intValueExact());
  }

  private void checkDuplicates(
      Findings findings, Case it, String way, Predicate<TestMessage> which) {
    Optional<TestMessage> delivered =
        it.newest(which.and(one -> one.outcome().filter(Outcome.SUCCESS::equals).isPresent()));
    String name = it.stated().name().value();
    if (delivered.isEmpty()) {
      findings.add(
          ID,
          Verdict.FAIL,
          "a message %s %s is refused a second time".formatted(way, name),
          "refused",
          "none was delivered so far");
      return;
    }
    CrossChainMessage message = delivered.get().message();
    ChainName target = message.to().chain();
    Peek chain = at(it, target);
    findings.refused(
        ID,
        "message %s is refused a second time on %s, whoever signs it"
            .formatted(message.txid(), target),
        ENDED,
        () -> chain.call(settlement(it, target), again(message)));
    checkSignatures(findings, it, message);
  }

  private static byte[] again(CrossChainMessage message) {
    return SettlementCalls.receive(
        new SettlementCalls.SignedMessage(message, Certificate.ofSignatures(new byte[0])));
  }

  /** The signatures that let it in hold together, and one of them as often as needed does not. */
  private void checkSignatures(Findings findings, Case it, CrossChainMessage message) {
    ChainName target = message.to().chain();
    Peek chain = at(it, target);
    EvmAddress verifier = verifier(it, target);
    findings.equal(
        ID,
        "the validators' signatures for %s count, one of them repeated does not, on %s"
            .formatted(message.txid(), target),
        "count, do not count",
        () -> {
          int required = VerifierAbi.required(chain.call(verifier, VerifierAbi.required()));
          TestMessage.Signed signed =
              messages.signatures(message.txid()).stream()
                  .filter(one -> one.bySigner().size() >= required)
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new Unasked(
                              Unasked.Why.UNREACHABLE,
                              "the signatures of this message were not heard; send another"));
          if (required == 1) {
            return "count, do not count";
          }
          return said(holds(chain, verifier, signed, Signatures.bundle(some(signed, required))))
              + ", "
              + said(holds(chain, verifier, signed, repeated(signed, required)));
        });
  }

  private static String said(boolean holds) {
    return holds ? "count" : "do not count";
  }

  private static Map<EvmAddress, byte[]> some(TestMessage.Signed signed, int required) {
    return signed.bySigner().entrySet().stream()
        .limit(required)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static byte[] repeated(TestMessage.Signed signed, int required) {
    byte[] one = signed.bySigner().values().iterator().next();
    ByteArrayOutputStream repeated = new ByteArrayOutputStream();
    for (int i = 0; i < required; i++) {
      repeated.writeBytes(one);
    }
    return repeated.toByteArray();
  }

  private static boolean holds(
      Peek chain, EvmAddress verifier, TestMessage.Signed signed, byte[] signatures) {
    Certificate certificate =
        signed.bundled()
            ? Certificate.ofLeaf(List.of(), signatures)
            : Certificate.ofSignatures(signatures);
    return Views.yes(chain.call(verifier, Views.verify(signed.digest().bytes(), certificate)));
  }

  private Peek at(Case it, ChainName chain) {
    return chain.equals(it.stated().name()) ? lines.to(it.stated().providers()) : lines.to(chain);
  }

  private EvmAddress settlement(Case it, ChainName chain) {
    return chain.equals(it.stated().name()) ? it.stated().settlement() : known(chain).settlement();
  }

  private EvmAddress verifier(Case it, ChainName chain) {
    return chain.equals(it.stated().name()) ? it.stated().verifier() : known(chain).verifier();
  }

  private io.settlement.events.RegistryEvent.ChainState known(ChainName name) {
    return book.chains().stream()
        .filter(chain -> chain.chain().equals(name))
        .findFirst()
        .orElseThrow(() -> new Unasked(Unasked.Why.UNREACHABLE, name + " is not in the book"));
  }
}
