// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.settlement.conformance.Declaration;
import io.settlement.conformance.Finding;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Requirement;
import io.settlement.conformance.Subject;
import io.settlement.conformance.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a run found. Holds no address of a node, for an address may hold an access token.
 *
 * @param origin what looked, and when
 * @param chain what was declared of the chain
 * @param providers who was asked
 * @param verdict FAIL when a mandatory requirement is not met, else UNKNOWN when one is not known,
 *     else PASS; whoever writes otherwise is refused
 * @param lines every requirement that was looked at, in the order of the ids
 * @param handler what was tried on a fork of the chain; empty when the chain itself was looked at
 */
public record Report(
    Origin origin,
    Chain chain,
    List<Provider> providers,
    Verdict verdict,
    List<Line> lines,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Handler> handler) {
  /** What is written here; readers refuse others. */
  public static final int FORMAT = 1;

  /** Refuses what contradicts itself. */
  public Report {
    providers = List.copyOf(providers);
    lines = List.copyOf(lines);
    if (origin.format != FORMAT) {
      throw new IllegalArgumentException("a report of format " + origin.format + ", not " + FORMAT);
    }
    if (!lines.equals(ordered(lines))) {
      throw new IllegalArgumentException("requirements twice, or not in their order");
    }
    if (verdict != verdict(lines)) {
      throw new IllegalArgumentException("its verdict does not follow from what was found");
    }
  }

  /**
   * What looked, and when.
   *
   * @param format of the report
   * @param suite the suite's version
   * @param began when the run did
   * @param ended when its last finding was there
   * @param load the most that each provider was asked, in words
   * @param areas what was looked at, as {@code EVM}; everything when empty
   */
  public record Origin(
      int format, String suite, Instant began, Instant ended, String load, List<String> areas) {
    /** Keeps whole milliseconds. */
    public Origin {
      began = began.truncatedTo(ChronoUnit.MILLIS);
      ended = ended.truncatedTo(ChronoUnit.MILLIS);
      areas = List.copyOf(areas);
    }

    /** In this version's format. */
    public static Origin of(Instant began, Instant ended, String load, List<String> areas) {
      return new Origin(FORMAT, version(), began, ended, load, areas);
    }

    /** The suite's version; {@code development} where it does not run from its archive. */
    public static String version() {
      return Objects.requireNonNullElse(
          Report.class.getPackage().getImplementationVersion(), "development");
    }
  }

  /**
   * What was declared of the chain.
   *
   * @param name as the suite calls it
   * @param id EIP-155, as text: JSON's numbers end before
   * @param family as {@code EVM}
   * @param blockTime the usual time between blocks
   * @param finality the usual time to finality
   */
  public record Chain(
      Optional<String> name,
      Optional<String> id,
      Optional<String> family,
      Optional<Duration> blockTime,
      Optional<Duration> finality) {
    static Chain of(Declaration declared) {
      return new Chain(
          declared.chain().name(),
          declared.chain().id().map(Object::toString),
          declared.chain().family(),
          declared.chain().blockTime(),
          declared.finality().expected());
    }

    /** How people call it. */
    public String title() {
      return name.or(() -> id.map(number -> "Chain " + number)).orElse("this chain");
    }
  }

  /**
   * A partner's contract.
   *
   * @param address in hex
   * @param code the hash of its code, and behind a proxy of its implementation's too
   * @param block where the fork begins, as text
   * @param blockHash that block's hash
   */
  public record Handler(String address, String code, String block, String blockHash) {}

  /** The same, of a handler of that chain. */
  public Report about(Handler tried) {
    return new Report(origin, chain, providers, verdict, lines, Optional.of(tried));
  }

  /** How people call what it is about. */
  public String title() {
    return handler
        .map(tried -> "handler %s on %s".formatted(tried.address, chain.title()))
        .orElseGet(chain::title);
  }

  /**
   * Who was asked.
   *
   * @param name host and port
   * @param operator the company behind it, where declared
   * @param webSocket whether one was given
   */
  public record Provider(String name, Optional<String> operator, boolean webSocket) {}

  /**
   * One requirement.
   *
   * @param requirement what is demanded
   * @param finding what was found
   * @param verdict the finding's, or WAIVED
   * @param waiver who accepted that it is not met or not known
   * @param wish why the chain's team asks to be excused; nobody has decided by that
   */
  public record Line(
      Requirement requirement,
      Finding finding,
      Verdict verdict,
      Optional<Waiver> waiver,
      Optional<String> wish) {
    /** Refuses what contradicts itself. */
    public Line {
      boolean followsFinding = waiver.isEmpty() && verdict == finding.outcome().verdict();
      boolean isWaived = waiver.isPresent() && verdict == Verdict.WAIVED;
      if (!requirement.id().equals(finding.requirement()) || !(followsFinding || isWaived)) {
        throw new IllegalArgumentException(requirement.id() + " does not follow from its finding");
      }
    }

    static Line of(Requirement requirement, Finding found, Optional<Waiver> waiver) {
      Finding finding =
          new Finding(
              found.requirement(),
              found.outcome(),
              found.at().truncatedTo(ChronoUnit.MILLIS),
              found.took().truncatedTo(ChronoUnit.MILLIS));
      Verdict seen = finding.outcome().verdict();
      Optional<Waiver> needed = waiver.filter(any -> seen != Verdict.PASS);
      return new Line(
          requirement,
          finding,
          needed.isPresent() ? Verdict.WAIVED : seen,
          needed,
          Optional.empty());
    }

    Line wished(Optional<String> reason) {
      return new Line(requirement, finding, verdict, waiver, reason);
    }
  }

  /**
   * What a run found, with what operators accepted. A waiver of what is met does nothing.
   *
   * @param requirements everything that was to be looked at; what has no finding is not known
   * @throws IllegalArgumentException when a waiver names no requirement of these
   */
  public static Report of(
      Origin origin,
      Subject subject,
      List<Requirement> requirements,
      Map<String, Finding> findings,
      List<Waiver> waivers) {
    Map<String, Waiver> accepted =
        waivers.stream().collect(Collectors.toMap(Waiver::requirement, Function.identity()));
    demandKnown(accepted.keySet(), requirements);
    Map<String, String> wishes =
        subject.declaration().waivers().stream()
            .collect(
                Collectors.toMap(
                    Declaration.Waiver::requirement,
                    Declaration.Waiver::reason,
                    (first, again) -> first));
    List<Line> lines =
        requirements.stream()
            .sorted(Comparator.comparing(Requirement::id))
            .map(
                requirement ->
                    Line.of(
                            requirement,
                            Objects.requireNonNullElseGet(
                                findings.get(requirement.id()),
                                () -> nothing(requirement, origin.ended)),
                            Optional.ofNullable(accepted.get(requirement.id())))
                        .wished(Optional.ofNullable(wishes.get(requirement.id()))))
            .toList();
    return new Report(
        origin,
        Chain.of(subject.declaration()),
        providers(subject),
        verdict(lines),
        lines,
        Optional.empty());
  }

  private static void demandKnown(Collection<String> ids, List<Requirement> requirements) {
    Set<String> known = requirements.stream().map(Requirement::id).collect(Collectors.toSet());
    ids.stream()
        .filter(id -> !known.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new IllegalArgumentException("a waiver of " + id + ", which nobody demands");
            });
  }

  private static Finding nothing(Requirement requirement, Instant at) {
    return new Finding(requirement.id(), Outcome.unknown("not looked at"), at, Duration.ZERO);
  }

  private static List<Provider> providers(Subject subject) {
    return subject.nodes().stream()
        .map(
            node ->
                new Provider(
                    node.name(),
                    subject.declaration().providers().stream()
                        .filter(declared -> declared.url().equals(node.http()))
                        .findFirst()
                        .flatMap(Declaration.Provider::operator),
                    node.ws().isPresent()))
        .toList();
  }

  private static List<Line> ordered(List<Line> lines) {
    return List.copyOf(
        lines.stream()
            .collect(
                Collectors.toMap(
                    line -> line.requirement.id(),
                    Function.identity(),
                    (one, again) -> again,
                    TreeMap::new))
            .values());
  }

  private static Verdict verdict(List<Line> lines) {
    Set<Verdict> mandatory =
        lines.stream()
            .filter(line -> line.requirement.mandatory())
            .map(Line::verdict)
            .collect(Collectors.toSet());
    if (mandatory.contains(Verdict.FAIL)) {
      return Verdict.FAIL;
    }
    return lines.isEmpty() || mandatory.contains(Verdict.UNKNOWN) ? Verdict.UNKNOWN : Verdict.PASS;
  }

  /** The same with what operators accept now; earlier waivers no longer count. */
  public Report waivedBy(List<Waiver> waivers) {
    Map<String, Waiver> accepted =
        waivers.stream().collect(Collectors.toMap(Waiver::requirement, Function.identity()));
    demandKnown(accepted.keySet(), lines.stream().map(Line::requirement).toList());
    List<Line> decided =
        lines.stream()
            .map(
                line ->
                    Line.of(
                            line.requirement,
                            line.finding,
                            Optional.ofNullable(accepted.get(line.requirement.id())))
                        .wished(line.wish))
            .toList();
    return new Report(origin, chain, providers, verdict(decided), decided, handler);
  }

  /** How many requirements have this verdict. */
  public long count(Verdict wanted) {
    return lines.stream().filter(line -> line.verdict == wanted).count();
  }

  /** Canonical JSON (RFC 8785): the same report has the same bytes everywhere. */
  public byte[] toJson() {
    return CanonicalJson.write(this);
  }

  /** SHA-256 of the canonical JSON, in hex. */
  public String digest() {
    return CanonicalJson.digest(toJson());
  }

  /**
   * Reads a report, however its JSON is spelt.
   *
   * @throws IllegalArgumentException when it is none, or contradicts itself
   */
  public static Report parse(byte[] json) {
    return CanonicalJson.read(json, Report.class);
  }
}
