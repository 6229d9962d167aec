// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static java.util.Map.entry;

import io.settlement.conformance.Answer;
import io.settlement.conformance.Check;
import io.settlement.conformance.Declaration.Multisig;
import io.settlement.conformance.Kind;
import io.settlement.conformance.Node;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Requirement;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Subject;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.web3j.crypto.Hash;

/** Who administers, and with what wallet. */
final class MultisigChecks {
  private static final String OWNER = "0x8da5cb5b";
  private static final String THRESHOLD = "0xe75235b8";

  /** hasRole(keccak256("PROPOSER_ROLE"), …). */
  private static final String PROPOSES =
      "0x91d14854b09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc1";

  /** Contracts of the suite that somebody owns, by how their names in a declaration begin. */
  private static final List<String> OWNED = List.of("settlement", "verifier", "handler");

  /** The releases of Safe by the hash of their code, as its authors publish them. */
  private static final Map<String, String> SINGLETONS =
      Map.ofEntries(
          entry("0xbba688fbdb21ad2bb58bc320638b43d94e7d100f6f3ebaab0a4e4de6304b1c2e", "Safe 1.3.0"),
          entry("0x21842597390c4c6e3c1239e434a682b054bd9548eee5e9b1d6a4482731023c0f", "L2 1.3.0"),
          entry("0x551b7fdfd2dbcec4f785059e1ef6e0b40ca2e44d792158c4e825bc0b092f15e9", "zk 1.3.0"),
          entry(
              "0xe2ca068330339d608367d83a0b25545efe39e619098597699ab8ff828cb1ddd8", "zk L2 1.3.0"),
          entry("0x1fe2df852ba3299d6534ef416eefa406e56ced995bca886ab7a553e6d0c5e1c4", "Safe 1.4.1"),
          entry("0xb1f926978a0f44a2c0ec8fe822418ae969bd8c3f18d61e5103100339894f81ff", "L2 1.4.1"),
          entry("0xfa4d4fc0fa9f1a061571a3f3f66502464edf1a519ab1ab93dc232addf4fbe30f", "zk 1.4.1"),
          entry(
              "0x520462ebe1156cd2d37b1d470c57f23e12fe0c4cda4c62502d96e03fa0cb44da", "zk L2 1.4.1"),
          entry("0xdda019cbd7c867a533a2a86e5c53434fdc50b13122b5a5ddb4a8df61b31c20f2", "Safe 1.5.0"),
          entry("0x180193227186ccb85316c94db1f0d156ed932b14712cfaac78901899178572dc", "L2 1.5.0"));

  private static final Map<String, String> FACTORIES =
      Map.of(
          "0x337d7f54be11b6ed55fef7b667ea5488db53db8320a05d1146aa4bd169a39a9b", "factory 1.3.0",
          "0x55daa5d390d283edbc5fa835bd53befce45179c758feaac8c149a95850d0a6b6", "zk factory 1.3.0",
          "0x50c3cdc4074750a7a974204a716c999edd37482f907608d960b2b025ee0b3317", "factory 1.4.1",
          "0xa4915e4a50124b5dce3c9adc34cce8108fc5dbda97d443534699621d6e0013ba", "zk factory 1.4.1",
          "0x967dae4cda22b0c9ef7f31b010bdc1ceb0af9904b0c3dc060b5302e4c18a4529", "factory 1.5.0");

  private MultisigChecks() {}

  static List<Check> all() {
    return List.of(
        Rule.asking(
            Requirement.integration(
                "MSIG-01",
                Kind.DECLARED,
                "A wallet of several signers",
                "A supported, audited multi-signature wallet with a user interface is on the"
                    + " chain.",
                "The declared singleton and factory have the code of a known release of Safe; the"
                    + " pages of its interface and of its audit answer. Another wallet is for"
                    + " people to judge, by a waiver."),
            MultisigChecks::wallet),
        Rule.asking(
            Requirement.integration(
                "MSIG-02",
                Kind.AUTOMATIC,
                "Several administrators",
                "The suite's contracts are administered by that wallet, with two signers at"
                    + " least.",
                "The owner of settlement, verifier and handlers is the declared wallet, or a"
                    + " timelock whose proposer it is; its threshold is 2 or more."),
            MultisigChecks::administrators));
  }

  private static Outcome wallet(Subject subject) {
    Multisig declared = subject.declaration().multisig();
    Seen seen = new Seen();
    Documents documents = new Documents(subject, seen);
    documents.said("the wallet's implementation", declared.implementation());
    release(subject.node(), seen, "singleton", declared.singleton(), SINGLETONS);
    release(subject.node(), seen, "factory", declared.factory(), FACTORIES);
    documents.answers("the page where people sign", declared.ui());
    documents.answers("the audit's report", declared.audit());
    return seen.outcome();
  }

  private static void release(
      Node node, Seen seen, String what, Optional<String> address, Map<String, String> releases) {
    if (address.isEmpty()) {
      seen.missing("the wallet's " + what + " is not declared");
      return;
    }
    String code = node.ask("eth_getCode", address.get(), "latest").asString("0x");
    String hash = code.equals("0x") ? "no code" : Hash.sha3(code);
    seen.that(
        what + " " + address.get(),
        "the code of a known release",
        releases.containsKey(hash),
        releases.getOrDefault(hash, hash));
  }

  private static Outcome administrators(Subject subject) {
    Optional<String> wallet = subject.declaration().multisig().wallet();
    Map<String, String> owned = owned(subject);
    if (wallet.isEmpty() || owned.isEmpty()) {
      return Outcome.unknown(
          wallet.isEmpty()
              ? "the administrators' wallet is not declared"
              : "no contract of the suite is declared");
    }
    Node node = subject.node();
    Seen seen = new Seen();
    String threshold = read(node, wallet.get(), THRESHOLD);
    boolean several =
        threshold.matches("0x[0-9a-f]{64}") && number(threshold).compareTo(BigInteger.ONE) > 0;
    seen.that("signers of " + wallet.get(), "2 or more", several, threshold);
    owned.forEach(
        (name, address) -> {
          String owner = read(node, address, OWNER);
          seen.that(
              "owner of " + name + " " + address,
              wallet.get() + ", itself or through a timelock",
              administers(node, wallet.get(), owner),
              owner);
        });
    return seen.outcome();
  }

  private static Map<String, String> owned(Subject subject) {
    Map<String, String> owned = new TreeMap<>(subject.declaration().suite());
    owned
        .keySet()
        .removeIf(name -> OWNED.stream().noneMatch(name.toLowerCase(Locale.ROOT)::startsWith));
    return owned;
  }

  private static boolean administers(Node node, String wallet, String owner) {
    if (!owner.matches("0x0{24}[0-9a-f]{40}")) {
      return false;
    }
    String address = "0x" + owner.substring(26);
    if (address.equalsIgnoreCase(wallet)) {
      return true;
    }
    String proposes = read(node, address, PROPOSES + word(wallet));
    return proposes.matches("0x0{63}1");
  }

  private static String word(String address) {
    return "0".repeat(24) + address.substring(2).toLowerCase(Locale.ROOT);
  }

  private static BigInteger number(String word) {
    return new BigInteger(word.substring(2), 16);
  }

  private static String read(Node node, String to, String data) {
    return switch (node.call("eth_call", Map.of("to", to, "data", data), "latest")) {
      case Answer.Result result -> result.value().asString("").toLowerCase(Locale.ROOT);
      case Answer.Refused refused -> refused.toString();
    };
  }
}
