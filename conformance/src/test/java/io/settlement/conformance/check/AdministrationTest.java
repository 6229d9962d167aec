// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.settlement.conformance.AddressPolicy;
import io.settlement.conformance.Check;
import io.settlement.conformance.Declaration;
import io.settlement.conformance.Evidence;
import io.settlement.conformance.Load;
import io.settlement.conformance.Node;
import io.settlement.conformance.NodeSettings;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Progress;
import io.settlement.conformance.Purse;
import io.settlement.conformance.Settings;
import io.settlement.conformance.Subject;
import io.settlement.conformance.Suite;
import io.settlement.conformance.Verdict;
import io.settlement.kit.test.Anvil;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The matrix of what is beside the node: the administrators' wallet and the explorer. */
class AdministrationTest {
  private static final String SINGLETON = account(1);
  private static final String FACTORY = account(2);
  private static final String WALLET = account(3);
  private static final String SETTLEMENT = account(4);
  private static final String HANDLER = account(5);
  private static final String TIMELOCK = account(6);

  /** Answers every call with what it holds in its first slot. */
  private static final String SAYS_ITS_FIRST_SLOT = "0x60005460005260206000f3";

  private static Anvil anvil;
  private static HttpServer explorer;
  private static Node node;

  /** Pages that are not there, and what the programs' interface says to an action. */
  private static String lost = "nothing";

  private static UnaryOperator<String> api = answer -> answer;

  @BeforeAll
  static void starts() throws Exception {
    anvil = Anvil.start();
    anvil.rpc("anvil_setCode", SINGLETON, artifact("Safe.sol/Safe"));
    anvil.rpc("anvil_setCode", FACTORY, artifact("proxies/SafeProxyFactory.sol/SafeProxyFactory"));
    anvil.rpc("anvil_setCode", WALLET, artifact("Safe.sol/Safe"));
    for (String contract : List.of(SETTLEMENT, HANDLER, TIMELOCK)) {
      anvil.rpc("anvil_setCode", contract, SAYS_ITS_FIRST_SLOT);
    }
    explorer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    explorer.createContext("/", AdministrationTest::page);
    explorer.start();
    node =
        Node.of(
            URI.create(anvil.rpcUrl()),
            null,
            NodeSettings.usual(AddressPolicy.ANY),
            Load.of(1_000, 8));
    anvil.rpc(
        "eth_sendTransaction",
        Map.of("from", anvil.rpc("eth_accounts").path(0).asString(), "to", WALLET, "value", "0x1"));
    putRight();
  }

  @AfterAll
  static void ends() {
    node.close();
    explorer.stop(0);
    anvil.close();
  }

  /** The settlement's owner is the wallet, the handler's a timelock that the wallet proposes to. */
  private static void putRight() {
    holds(WALLET, 4, "2");
    holds(SETTLEMENT, 0, WALLET.substring(2));
    holds(HANDLER, 0, TIMELOCK.substring(2));
    holds(TIMELOCK, 0, "1");
    lost = "nothing";
    api = answer -> answer;
  }

  @AfterEach
  void isPutRight() {
    putRight();
  }

  @Test
  void aChainWithASafeAndAnExplorerPasses() throws Exception {
    assertThat(verdicts(declaration()))
        .containsOnlyKeys(IDS)
        .allSatisfy(AdministrationTest::passes);
  }

  @Test
  void whatIsNotDeclaredIsUnknown() throws Exception {
    assertThat(verdicts("{}"))
        .containsOnlyKeys(IDS)
        .allSatisfy((id, verdict) -> assertThat(verdict).isEqualTo(Verdict.UNKNOWN));
  }

  @Test
  void anotherWalletThanAKnownReleaseIsFound() throws Exception {
    breaksOnly("MSIG-01", declaration().replace(SINGLETON, SETTLEMENT));
    breaksOnly("MSIG-01", declaration().replace(FACTORY, account(99)));
  }

  @Test
  void pagesThatAreNotThereAreFound() throws Exception {
    lost = "/audit";
    breaksOnly("MSIG-01", declaration());
    lost = "/tx/";
    breaksOnly("EXP-01", declaration());
    lost = "/address/";
    breaksOnly("EXP-01", declaration());
  }

  @Test
  void oneAdministratorAloneIsFound() throws Exception {
    holds(WALLET, 4, "1");
    breaksOnly("MSIG-02", declaration());
  }

  @Test
  void anotherOwnerThanTheWalletIsFound() throws Exception {
    holds(SETTLEMENT, 0, "dead");
    breaksOnly("MSIG-02", declaration());
    putRight();
    holds(TIMELOCK, 0, "0");
    breaksOnly("MSIG-02", declaration());
  }

  @Test
  void anActionThatTheExplorerDoesNotKnowIsFound() throws Exception {
    api =
        answer ->
            answer.contains("Pending")
                ? "{\"status\":\"0\",\"message\":\"NOTOK\",\"result\":\"Unknown action\"}"
                : answer;
    breaksOnly("EXP-02", declaration());
    api = answer -> answer.contains("Pending") ? "<html>" : answer;
    breaksOnly("EXP-02", declaration());
  }

  /** The explorer compiles what it is sent, with the compiler it is told, and compares. */
  @Test
  void whereNoContractOfTheSuiteIsVerifiedOneOfOurOwnShowsThatItWorks() throws Exception {
    String declared = "explorer: {url: PAGE/, api: PAGE/api}".replace("PAGE", page());
    Subject poor = Subject.of(List.of(node), Declaration.parse(declared));
    assertThat(programs(poor).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(programs(poor).reason()).endsWith("needs a funded key");

    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    Purse purse = Purse.of(HexFormat.of().formatHex(key));
    anvil.rpc("anvil_setBalance", purse.address(), "0x8ac7230489e80000");
    Outcome shown = programs(poor.with(purse));
    assertThat(shown.verdict()).as(shown.reason()).isEqualTo(Verdict.PASS);
    assertThat(shown.evidence()).extracting(Evidence::found).contains("Pass - Verified");

    api =
        answer ->
            answer.contains(TICKET)
                ? "{\"status\":\"0\",\"message\":\"NOTOK\",\"result\":\"wrong compiler\"}"
                : answer;
    assertThat(programs(poor.with(purse)).reason())
        .isEqualTo(
            "a contract's source sent to be verified: expected taken, found NOTOK wrong compiler");
  }

  private static Outcome programs(Subject subject) throws InterruptedException {
    return ExplorerChecks.all().stream()
        .filter(one -> one.requirement().id().equals("EXP-02"))
        .findFirst()
        .orElseThrow()
        .look(subject);
  }

  @Test
  void aContractWithoutASourceIsFound() throws Exception {
    api = answer -> answer.replace("contract of " + HANDLER, "");
    breaksOnly("EXP-03", declaration());
  }

  /** Three names of one machine: what nobody registered counts as it is. */
  @Test
  void threeProvidersOfThreeOperatorsPassAndAnythingLessIsFound() throws Exception {
    int port = URI.create(anvil.rpcUrl()).getPort();
    List<String> apart = List.of("127.0.0.1:" + port, "localhost:" + port, "0.0.0.0:" + port);
    assertThat(independence(apart, "One", "Two", "Three").verdict()).isEqualTo(Verdict.PASS);
    assertThat(independence(apart, "One", "Two", "one").reason())
        .isEqualTo("different operators: expected 3, found 2");
    List<String> together = List.of(apart.get(0), apart.get(1), apart.get(1));
    assertThat(independence(together, "One", "Two", "Three").reason())
        .isEqualTo("providers with domains of their own: expected at least 3, found 2");
    try (Anvil stranger = Anvil.start(Anvil.Options.of(31_338))) {
      String elsewhere = "0.0.0.0:" + URI.create(stranger.rpcUrl()).getPort();
      List<String> mixed = List.of(apart.get(0), apart.get(1), elsewhere);
      assertThat(independence(mixed, "One", "Two", "Three").reason())
          .startsWith("chain id at")
          .endsWith("expected 0x7a69, found 0x7a6a");
    }
  }

  private static Outcome independence(List<String> hosts, String... operators) throws Exception {
    StringBuilder declared = new StringBuilder("providers:\n");
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < hosts.size(); i++) {
      URI url = URI.create("http://" + hosts.get(i) + "/");
      nodes.add(Node.of(url, null, NodeSettings.usual(AddressPolicy.ANY), Load.of(1_000, 8)));
      declared.append("  - {url: \"%s\", operator: \"%s\"}\n".formatted(url, operators[i]));
    }
    try {
      return ProviderChecks.all(Demands.polite())
          .getFirst()
          .look(Subject.of(nodes, Declaration.parse(declared.toString())));
    } finally {
      nodes.forEach(Node::close);
    }
  }

  private static final String[] IDS = {"EXP-01", "EXP-02", "EXP-03", "MSIG-01", "MSIG-02"};

  private static void breaksOnly(String broken, String declaration) throws Exception {
    Map<String, Verdict> verdicts = verdicts(declaration);
    assertThat(verdicts.remove(broken)).isEqualTo(Verdict.FAIL);
    assertThat(verdicts).hasSize(IDS.length - 1).allSatisfy(AdministrationTest::passes);
  }

  private static void passes(String id, Verdict verdict) {
    assertThat(verdict).describedAs(id).isEqualTo(Verdict.PASS);
  }

  private static Map<String, Verdict> verdicts(String declaration) throws Exception {
    List<Check> checks =
        Stream.of(MultisigChecks.all(), ExplorerChecks.all()).flatMap(List::stream).toList();
    Map<String, Verdict> verdicts = new TreeMap<>();
    new Suite(checks)
        .run(
            Subject.of(List.of(node), Declaration.parse(declaration)),
            Settings.usual(),
            Progress.unseen(),
            Map.of())
        .forEach((id, found) -> verdicts.put(id, found.outcome().verdict()));
    return verdicts;
  }

  private static String declaration() {
    return """
    multisig:
      implementation: Safe 1.5.0
      singleton: "%s"
      factory: "%s"
      wallet: "%s"
      ui: PAGE/wallet
      audit: PAGE/audit
    explorer: {url: PAGE/, api: PAGE/api}
    suite: {settlement: "%s", handler-1: "%s"}
    """
        .formatted(SINGLETON, FACTORY, WALLET, SETTLEMENT, HANDLER)
        .replace("PAGE", page());
  }

  private static String page() {
    return "http://127.0.0.1:" + explorer.getAddress().getPort();
  }

  private static void page(HttpExchange asked) throws IOException {
    String path = asked.getRequestURI().getPath();
    try (asked) {
      if (path.startsWith(lost)) {
        asked.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = (path.equals("/api") ? api.apply(program(asked)) : "a page").getBytes(UTF_8);
      asked.sendResponseHeaders(200, body.length);
      asked.getResponseBody().write(body);
    }
  }

  /** In the words of explorers: what is not verified yet is pending. */
  private static String program(HttpExchange asked) throws IOException {
    String query =
        String.valueOf(asked.getRequestURI().getQuery())
            + new String(asked.getRequestBody().readAllBytes(), UTF_8);
    if (query.contains("action=verifysourcecode&") || query.contains(TICKET)) {
      return verification(query);
    }
    if (query.contains("getsourcecode")) {
      String address = query.replaceFirst(".*address=", "");
      return "{\"status\":\"1\",\"message\":\"OK\",\"result\":[{\"SourceCode\":\"contract of %s\"}]}"
          .formatted(address)
          .replace("contract of " + SETTLEMENT, "contract Settlement {}");
    }
    return query.contains("checkverifystatus")
        ? "{\"status\":\"0\",\"message\":\"NOTOK\",\"result\":\"Pending in queue\"}"
        : "{\"status\":\"0\",\"message\":\"NOTOK\",\"result\":\"no source was sent\"}";
  }

  private static final String TICKET = "ticket-1";

  private static Map<String, String> sent = Map.of();
  private static boolean pending;

  /** Takes what is sent, lets wait once, and then compiles it. */
  private static String verification(String query) throws IOException {
    if (!query.contains(TICKET)) {
      sent = form(query);
      pending = true;
      return "{\"status\":\"1\",\"message\":\"OK\",\"result\":\"%s\"}".formatted(TICKET);
    }
    boolean waits = pending;
    pending = false;
    String said = waits ? "Pending in queue" : isWhatIsOnChain() ? "Pass - Verified" : "Fail";
    return "{\"status\":\"%d\",\"message\":\"\",\"result\":\"%s\"}"
        .formatted(said.startsWith("Pass") ? 1 : 0, said);
  }

  private static Map<String, String> form(String query) {
    return Stream.of(query.substring(query.indexOf("module=")).split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
  }

  private static boolean isWhatIsOnChain() throws IOException {
    String compile =
        """
        const solc = require("solc");
        const input = require("fs").readFileSync(0, "utf8");
        const [file, name] = process.argv[1].split(":");
        const made = JSON.parse(solc.compile(input)).contracts[file][name].evm.deployedBytecode;
        console.log("v" + solc.version().replace(".Emscripten.clang", "") + " 0x" + made.object);
        """;
    Process node =
        new ProcessBuilder("node", "-e", compile, sent.getOrDefault("contractname", ""))
            .directory(Path.of(System.getProperty("basedir", "."), "../contracts").toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream input = node.getOutputStream()) {
      input.write(sent.getOrDefault("sourceCode", "").getBytes(UTF_8));
    }
    String compiled = new String(node.getInputStream().readAllBytes(), UTF_8).strip();
    String code =
        anvil.rpc("eth_getCode", sent.getOrDefault("contractaddress", ""), "latest").asString();
    return compiled.equals(sent.get("compilerversion") + " " + code);
  }

  private static void holds(String contract, int slot, String hex) {
    anvil.rpc("anvil_setStorageAt", contract, word(Integer.toHexString(slot)), word(hex));
  }

  private static String word(String hex) {
    return "0x" + "0".repeat(64 - hex.length()) + hex;
  }

  private static String account(int number) {
    return "0x5afe%036x".formatted(number);
  }

  private static String artifact(String name) throws IOException {
    Path file =
        Path.of(System.getProperty("basedir", "."), "../contracts/node_modules/@safe-global")
            .resolve("safe-smart-account/build/artifacts/contracts/" + name + ".json");
    return new JsonMapper().readTree(Files.readAllBytes(file)).path("deployedBytecode").asString();
  }
}
