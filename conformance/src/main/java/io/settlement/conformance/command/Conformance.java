// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.command;

import com.openhtmltopdf.util.XRLog;
import io.settlement.conformance.AddressPolicy;
import io.settlement.conformance.Check;
import io.settlement.conformance.Declaration;
import io.settlement.conformance.Load;
import io.settlement.conformance.Node;
import io.settlement.conformance.NodeSettings;
import io.settlement.conformance.Purse;
import io.settlement.conformance.Subject;
import io.settlement.conformance.check.Catalogue;
import io.settlement.conformance.check.Demands;
import io.settlement.conformance.report.Report;
import io.settlement.conformance.report.SigningKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks a chain's nodes everything that the integration demands, and writes the report. */
@Command(
    name = "conformance",
    mixinStandardHelpOptions = true,
    versionProvider = Conformance.Version.class,
    subcommands = {VerifyCommand.class, DiffCommand.class, HandlerCommand.class},
    sortOptions = false,
    description = "Asks a chain's nodes everything that settlement demands, and writes a report.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:PASS",
      "1:FAIL",
      "2:not understood",
      "3:UNKNOWN: nothing fails, but not all is known",
      "4:broken off"
    })
public final class Conformance implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--rpc",
      paramLabel = "URL",
      description = "A provider's JSON-RPC; once for each. The declaration's when not given.")
  private List<URI> rpc = new ArrayList<>();

  @Option(
      names = "--ws",
      paramLabel = "URL",
      description = "The providers' WebSockets, in the order of --rpc. Else the declaration's.")
  private List<URI> ws = new ArrayList<>();

  @Option(
      names = "--declaration",
      paramLabel = "FILE",
      description = "What the chain's team says of it (YAML or JSON).")
  private @Nullable Path declaration;

  @Option(
      names = "--purse-file",
      paramLabel = "FILE",
      description =
          "A key with a little money on the chain, in hex: some checks send transactions.")
  private @Nullable Path purse;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "Signs the report: a key of Ed25519 (PEM). Not signed when not given.")
  private @Nullable Path key;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where findings and report are written (${DEFAULT-VALUE}).")
  private Path out = Path.of("conformance-report");

  @Option(
      names = "--only",
      paramLabel = "AREA",
      split = ",",
      description = "Looks at these areas alone, as EVM,PRE; the report says so.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--calls-per-second",
      paramLabel = "N",
      description = "The most each provider is asked outside of bursts (${DEFAULT-VALUE}).")
  private int callsPerSecond = 50;

  @Option(
      names = "--full-load",
      description =
          "Decides throughput: 300 calls a second for a minute. Ask your providers first.")
  private boolean fullLoad;

  @Option(
      names = "--allow-private",
      description = "Asks addresses that are not on the public internet, too.")
  private boolean allowPrivate;

  @Option(names = "--json", description = "Writes the report for programs; always written.")
  private boolean json;

  @Option(names = "--html", description = "Writes it as a page; all three when none is named.")
  private boolean html;

  @Option(names = "--pdf", description = "Writes it for paper.")
  private boolean pdf;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description = "Goes on with the findings of a run that was ended (findings.ndjson).")
  private @Nullable Path resume;

  private Conformance() {}

  /** Runs as a process. */
  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  /** Runs, and says with what a process would exit. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Conformance())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(
            (broken, command, parsed) -> {
              err.println(
                  broken instanceof IOException || broken instanceof UncheckedIOException
                      ? "not readable or not writable: " + broken.getMessage()
                      : "broken off: " + broken);
              return ExitCode.BROKEN_OFF;
            })
        .execute(arguments);
  }

  /** Reads the version from the archive. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"conformance " + Report.Origin.version()};
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Declaration declared = declaration();
    Optional<SigningKey> signing = signing();
    List<Check> checks = checks();
    List<Node> nodes = nodes(declared);
    try {
      Trial trial = new Trial(subject(nodes, declared), checks, areas(), load(), fullLoad);
      PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
      Report report = trial.report(err, this::journal);
      Written written = new Written(folder(), html || !(json || pdf), pdf || !(json || html));
      PrintWriter said = spec.commandLine().getOut();
      Lines.of(report).forEach(said::println);
      written.write(report, signing).forEach(file -> said.println("written " + file));
      return ExitCode.of(report.verdict());
    } finally {
      nodes.forEach(Node::close);
    }
  }

  private ParameterException usage(String words) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), words);
  }

  private Declaration declaration() throws IOException {
    if (declaration == null) {
      return declared(Declaration.ofProviders(rpc));
    }
    try {
      return declared(Declaration.parse(Files.readString(declaration)));
    } catch (IllegalArgumentException e) {
      throw usage(declaration + ": " + e.getMessage());
    }
  }

  /** With the providers that are asked; what is declared of them stays. */
  private Declaration declared(Declaration read) {
    if (rpc.isEmpty() && read.providers().isEmpty()) {
      throw usage("whom to ask? --rpc URL, or providers in the declaration");
    }
    if (ws.size() > rpc.size()) {
      throw usage("more --ws than --rpc");
    }
    if (rpc.isEmpty()) {
      return read;
    }
    List<Declaration.Provider> asked = new ArrayList<>();
    for (int i = 0; i < rpc.size(); i++) {
      URI url = rpc.get(i);
      Optional<Declaration.Provider> known =
          read.providers().stream().filter(provider -> provider.url().equals(url)).findFirst();
      Optional<URI> socket = i < ws.size() ? Optional.of(ws.get(i)) : Optional.empty();
      asked.add(
          new Declaration.Provider(
              url,
              socket.or(() -> known.flatMap(Declaration.Provider::ws)),
              known.flatMap(Declaration.Provider::operator)));
    }
    return new Declaration(
        read.chain(),
        read.finality(),
        asked,
        read.documents(),
        read.multisig(),
        read.explorer(),
        read.suite(),
        read.waivers());
  }

  private Optional<SigningKey> signing() throws IOException {
    try {
      return key == null ? Optional.empty() : Optional.of(SigningKey.read(key));
    } catch (IllegalArgumentException e) {
      throw usage(Objects.toString(e.getMessage()));
    }
  }

  private Set<String> areas() {
    return only.stream()
        .map(area -> area.strip().toUpperCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Check> checks() {
    List<Check> all = Catalogue.all(fullLoad ? Demands.full() : Demands.polite());
    Set<String> known =
        all.stream()
            .map(check -> area(check.requirement().id()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> wanted = areas();
    if (!known.containsAll(wanted)) {
      throw usage("areas are " + known + ", not " + wanted);
    }
    return all.stream()
        .filter(check -> wanted.isEmpty() || wanted.contains(area(check.requirement().id())))
        .toList();
  }

  private static String area(String id) {
    return id.substring(0, id.indexOf('-'));
  }

  private String load() {
    Demands demands = fullLoad ? Demands.full() : Demands.polite();
    return "at most %d calls a second of each provider, in bursts %d for %d s"
        .formatted(callsPerSecond, demands.perSecond(), demands.burst().toSeconds());
  }

  private List<Node> nodes(Declaration declared) {
    NodeSettings settings =
        NodeSettings.usual(allowPrivate ? AddressPolicy.ANY : AddressPolicy.PUBLIC_ONLY);
    try {
      return declared.providers().stream()
          .map(
              provider ->
                  Node.of(
                      provider.url(),
                      provider.ws().orElse(null),
                      settings,
                      Load.of(callsPerSecond, Trial.AT_ONCE)))
          .toList();
    } catch (IllegalArgumentException e) {
      throw usage(Objects.toString(e.getMessage()));
    }
  }

  private Subject subject(List<Node> nodes, Declaration declared) throws IOException {
    Subject subject = Subject.of(nodes, declared);
    try {
      return purse == null ? subject : subject.with(Purse.of(Files.readString(purse)));
    } catch (IllegalArgumentException e) {
      throw usage(Objects.toString(e.getMessage()));
    }
  }

  /** A run that goes on writes where it began, unless told otherwise. */
  private Path folder() {
    boolean isTold =
        Objects.requireNonNull(spec).commandLine().getParseResult().hasMatchedOption("--out");
    return resume == null || isTold
        ? out
        : Objects.requireNonNullElse(resume.toAbsolutePath().getParent(), out);
  }

  private Journal journal(Journal.Head head) throws IOException {
    if (resume != null) {
      try {
        return Journal.resume(resume, head);
      } catch (IllegalArgumentException e) {
        throw usage(Objects.toString(e.getMessage()));
      }
    }
    Files.createDirectories(out);
    Path findings = out.resolve("findings.ndjson");
    if (Files.exists(findings)) {
      throw usage(
          "%s is there: go on with --resume %s, or write elsewhere with --out"
              .formatted(findings, findings));
    }
    return Journal.begin(findings, head);
  }
}
