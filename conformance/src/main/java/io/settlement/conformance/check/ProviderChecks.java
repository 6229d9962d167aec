// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Call;
import io.settlement.conformance.Check;
import io.settlement.conformance.Declaration;
import io.settlement.conformance.Kind;
import io.settlement.conformance.Node;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Requirement;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.HttpUrl;

/** Whether there are enough providers, apart from each other, without limits, with certificates. */
final class ProviderChecks {
  private static final int ENOUGH = 3;

  private ProviderChecks() {}

  static List<Check> all(Demands demands) {
    return List.of(
        Rule.asking(
            Requirement.integration(
                "PROV-01",
                Kind.AUTOMATIC,
                "Three providers",
                "Three separate independent RPC providers.",
                "Different registrable domains, different operators where declared, the same chain"
                    + " id and genesis block."),
            ProviderChecks::independent),
        Rule.asking(
            Requirement.integration(
                "PROV-02",
                Kind.OVER_TIME,
                "No rate limit",
                "Providers do not limit the rate of calls.",
                "A burst of eth_getStorageAt at each: no HTTP 429, no error -32005. Passes only at"
                    + " the rate and for the time that throughput is demanded."),
            subject -> unlimited(subject, demands)),
        Rule.asking(
            Requirement.integration(
                "PROV-03",
                Kind.AUTOMATIC,
                "Certificates",
                "Providers have valid certificates.",
                "A handshake with each address: TLS 1.2 or later, chain, host name, valid for 14"
                    + " days more."),
            ProviderChecks::certified));
  }

  private static Outcome independent(Subject subject) {
    Seen seen = new Seen();
    List<Node> nodes = subject.nodes();
    long domains = distinct(nodes, ProviderChecks::domain);
    seen.that("providers with domains of their own", "at least 3", domains >= ENOUGH, domains);
    List<String> operators =
        subject.declaration().providers().stream()
            .map(Declaration.Provider::operator)
            .map(operator -> operator.orElse("").strip().toLowerCase(Locale.ROOT))
            .filter(operator -> !operator.isEmpty())
            .toList();
    seen.equal("different operators", (long) operators.size(), distinct(operators, any -> any));
    Node first = nodes.getFirst();
    for (Node other : nodes.subList(1, nodes.size())) {
      seen.equal("chain id at " + other.name(), chainId(first), chainId(other));
      seen.equal("genesis at " + other.name(), genesis(first), genesis(other));
    }
    return seen.outcome();
  }

  private static <T> long distinct(List<T> many, Function<T, String> by) {
    return many.stream().map(by).distinct().count();
  }

  /** What somebody registered; the address itself where there is no such name. */
  private static String domain(Node node) {
    HttpUrl url = HttpUrl.get(node.http().toString());
    return Objects.requireNonNullElse(url.topPrivateDomain(), url.host());
  }

  private static String chainId(Node node) {
    return node.ask("eth_chainId").asString("");
  }

  private static String genesis(Node node) {
    return new Ledger(node).known("0x0").path("hash").asString("");
  }

  private static Outcome unlimited(Subject subject, Demands demands) throws InterruptedException {
    Seen seen = new Seen();
    for (Node node : subject.nodes()) {
      Burst.Result burst =
          Burst.lasting(
              node,
              demands.perSecond(),
              demands.burst(),
              List.of(Call.of("eth_getStorageAt", Throughput.ACCOUNT, "0x0", "latest")));
      seen.figure("calls " + node.name(), burst.calls());
      seen.equal("calls refused for their rate by " + node.name(), 0L, burst.limited());
      if (burst.answered() == 0) {
        seen.missing(node.name() + " does not answer");
      }
    }
    if (!demands.decidesThroughput()) {
      seen.missing(Throughput.onlyAt(demands));
    }
    return seen.outcome();
  }

  private static Outcome certified(Subject subject) {
    Certificates certificates =
        new Certificates((SSLSocketFactory) SSLSocketFactory.getDefault(), subject.clock());
    Seen seen = new Seen();
    subject.nodes().forEach(node -> certificates.look(node, seen));
    return seen.outcome();
  }
}
