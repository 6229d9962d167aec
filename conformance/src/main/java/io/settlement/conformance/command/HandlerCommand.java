// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.command;

import io.settlement.conformance.AddressPolicy;
import io.settlement.conformance.Declaration;
import io.settlement.conformance.Finding;
import io.settlement.conformance.Load;
import io.settlement.conformance.Node;
import io.settlement.conformance.NodeSettings;
import io.settlement.conformance.Progress;
import io.settlement.conformance.Settings;
import io.settlement.conformance.Subject;
import io.settlement.conformance.Suite;
import io.settlement.conformance.Unanswered;
import io.settlement.conformance.handler.Fork;
import io.settlement.conformance.handler.ForkSettings;
import io.settlement.conformance.handler.HandlerCase;
import io.settlement.conformance.handler.HandlerCase.Peer;
import io.settlement.conformance.handler.HandlerCase.Sample;
import io.settlement.conformance.handler.HandlerLookup;
import io.settlement.conformance.handler.HandlerTrial;
import io.settlement.conformance.report.Report;
import io.settlement.conformance.report.SigningKey;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tries a handler on a fork of its chain, and writes the report. */
@Command(
    name = "handler",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Tries a handler's own code on a fork of its chain, and writes a report.")
final class HandlerCommand implements Callable<Integer> {
  private static final String ADDRESS = "0x[0-9a-fA-F]{40}";
  private static final String PEER = "[^:]{1,31}:0x([0-9a-fA-F]{40}|[0-9a-fA-F]{64})";
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--rpc", required = true, paramLabel = "URL", description = "A node.")
  private @Nullable URI rpc;

  @Option(names = "--handler", required = true, paramLabel = "0x…", description = "Its address.")
  private String handler = "";

  @Option(
      names = "--peer",
      required = true,
      paramLabel = "CHAIN:0x…",
      description = "Whose messages it takes.")
  private String peer = "";

  @Option(
      names = "--peer-token",
      paramLabel = "0x…",
      description = "The token there; what the handler's remote_token_of says when not given.")
  private @Nullable String peerToken;

  @Option(
      names = "--message",
      paramLabel = "0x…",
      description = "A message as its peer sends it; made for handlers of tokens.")
  private @Nullable String message;

  @Option(
      names = "--payload-type",
      paramLabel = "N",
      description = "The message's, 0 to 6 (${DEFAULT-VALUE}).")
  private int payloadType;

  @Option(
      names = "--send",
      paramLabel = "0x…",
      description = "Call data that makes it send; made for handlers of tokens.")
  private @Nullable String send;

  @Option(
      names = "--gas",
      paramLabel = "N",
      description = "What an ordinary delivery may use; the settlement contract's when not given.")
  private @Nullable Long gas;

  @Option(
      names = "--anvil",
      paramLabel = "FILE",
      description = "The program that forks; the one on the path when not given.")
  private @Nullable Path anvil;

  @Option(names = "--key-file", paramLabel = "FILE", description = "Signs the report (PEM).")
  private @Nullable Path key;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the report is written (${DEFAULT-VALUE}).")
  private Path out = Path.of("handler-report");

  @Option(
      names = "--allow-private",
      description = "Asks an address that is not on the public internet, too.")
  private boolean allowPrivate;

  @Override
  public Integer call() throws IOException, InterruptedException {
    HandlerLookup.Wanted wanted = wanted();
    ForkSettings forks = forks();
    Optional<SigningKey> signing = signing();
    PrintWriter said = Objects.requireNonNull(spec).commandLine().getOut();
    try (Node node = node();
        HandlerTrial trial =
            HandlerTrial.begin(node, about(node, wanted), Optional.empty(), forks)) {
      Report report = report(node, trial);
      Lines.of(report).forEach(said::println);
      new Written(out, true, true)
          .write(report, signing)
          .forEach(file -> said.println("written " + file));
      return ExitCode.of(report.verdict());
    } catch (Unanswered silent) {
      spec.commandLine().getErr().println("not tried: " + silent.getMessage());
      return ExitCode.BROKEN_OFF;
    }
  }

  private Report report(Node node, HandlerTrial trial) throws InterruptedException {
    Instant began = Instant.now();
    Subject subject = Subject.of(List.of(node), Declaration.ofProviders(List.of(node.http())));
    Suite suite = new Suite(trial.checks());
    Map<String, Finding> findings =
        suite.run(subject, new Settings(1, Duration.ofMinutes(2)), new Told(progress()), Map.of());
    return Report.of(
            Report.Origin.of(began, Instant.now(), "by one fork", List.of()),
            subject,
            suite.requirements(),
            findings,
            List.of())
        .about(
            new Report.Handler(
                handler,
                trial.code(),
                Long.toString(trial.block().number()),
                trial.block().hash()));
  }

  private PrintWriter progress() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }

  /** Tells people how it goes. */
  private record Told(PrintWriter err) implements Progress {
    @Override
    public void ended(Finding found) {
      err.println(
          "%s %-7s %s"
              .formatted(
                  found.requirement(),
                  found.outcome().verdict(),
                  Lines.oneOf(found.outcome().reason())));
    }
  }

  private HandlerCase about(Node node, HandlerLookup.Wanted wanted) {
    try {
      return HandlerLookup.look(node, wanted);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private HandlerLookup.Wanted wanted() {
    if (!handler.matches(ADDRESS)) {
      throw usage("--handler is an address, as " + ADDRESS);
    }
    if (!peer.matches(PEER)) {
      throw usage("--peer is a chain's name and a handler there, as Beta:0x…");
    }
    int colon = peer.indexOf(':');
    return new HandlerLookup.Wanted(
        handler,
        new Peer(
            peer.substring(0, colon), peer.substring(colon + 1), Optional.ofNullable(peerToken)),
        Optional.ofNullable(message).map(whole -> new Sample(payloadType, whole)),
        Optional.ofNullable(send),
        Optional.ofNullable(gas));
  }

  private ForkSettings forks() {
    Path program =
        Optional.ofNullable(anvil)
            .or(HandlerCommand::onThePath)
            .orElseThrow(() -> usage("no anvil is on the path: --anvil FILE"));
    ForkSettings settings = new ForkSettings(program, START, LONGEST);
    if (!Fork.isAvailable(settings)) {
      throw usage(program + " cannot be run");
    }
    return settings;
  }

  private static Optional<Path> onThePath() {
    return Stream.of(
            Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "anvil"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private Node node() {
    AddressPolicy addresses = allowPrivate ? AddressPolicy.ANY : AddressPolicy.PUBLIC_ONLY;
    try {
      return Node.of(
          Objects.requireNonNull(rpc), null, NodeSettings.usual(addresses), Load.of(50, 8));
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private Optional<SigningKey> signing() throws IOException {
    try {
      return key == null ? Optional.empty() : Optional.of(SigningKey.read(key));
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private ParameterException usage(String words) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), words);
  }
}
