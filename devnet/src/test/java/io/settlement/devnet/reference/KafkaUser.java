// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.reference;

import io.settlement.events.Reference;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topic;
import io.settlement.events.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one user of Kafka does, from the topics' declarations and from the bindings in each
 * service's application.yml: the only two places that say so.
 *
 * @param reads topics it reads
 * @param writes topics whose facts it writes
 * @param groups by the consumer group, the topic it reads; {@code ADDRESS} in a group stands for
 *     the validator's account
 */
record KafkaUser(
    String name,
    SortedSet<String> reads,
    SortedSet<String> writes,
    SortedMap<String, String> groups) {
  private static final Pattern PARTY = Pattern.compile("([a-z-]+)(?: \\(([a-z, ]+)\\))?");
  private static final Pattern LANES =
      Pattern.compile("String GROUP = \"([a-z-]+)\";.*Topics\\.DELIVERIES\\)", Pattern.DOTALL);
  private static final String RELAYER = "relayer-service";
  private static final List<String> ROLES = List.of("observer", "courier", "validator");

  /** Each module that is one user, and the user. */
  private static final Map<String, String> SERVICES =
      Map.of(
          "gateway", "gateway",
          "handler-registry", "registry",
          "gas-service", "gas",
          "artifact-service", "artifact");

  /** Everybody, in the order of the table. */
  static List<KafkaUser> all() {
    return Stream.concat(
            Stream.of("gateway", "handler-registry", "gas-service", "artifact-service")
                .map(module -> of(module, user(module))),
            ROLES.stream().map(role -> of(RELAYER, role)))
        .toList();
  }

  /** The dead letters it writes: of the topics it reads in a group. */
  SortedSet<String> deadLetters() {
    return Topics.ALL.stream()
        .filter(topic -> groups.containsValue(topic.name()))
        .filter(topic -> !topic.name().equals(Topics.DELIVERIES))
        .map(Topic::deadLetters)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What one user does who is two of these in one process. */
  KafkaUser and(KafkaUser other, String name) {
    SortedMap<String, String> groups = new TreeMap<>(this.groups);
    groups.putAll(other.groups);
    return new KafkaUser(name, union(reads, other.reads), union(writes, other.writes), groups);
  }

  private static SortedSet<String> union(SortedSet<String> one, SortedSet<String> other) {
    SortedSet<String> union = new TreeSet<>(one);
    union.addAll(other);
    return union;
  }

  private static KafkaUser of(String module, String user) {
    return new KafkaUser(
        user,
        topics(user, Topic::readers),
        topics(user, topic -> List.of(topic.writer())),
        groups(module, user));
  }

  private static SortedSet<String> topics(
      String user, Function<Topic<? extends SuiteEvent>, List<String>> parties) {
    return Topics.ALL.stream()
        .filter(
            topic -> parties.apply(topic).stream().anyMatch(party -> users(party).contains(user)))
        .map(Topic::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Who is meant by a service and, in brackets, its roles. */
  private static List<String> users(String party) {
    Matcher words = PARTY.matcher(party);
    if (!words.matches()) {
      throw new IllegalStateException("nobody is called " + party);
    }
    if (!words.group(1).equals(RELAYER)) {
      return List.of(user(words.group(1)));
    }
    return words.group(2) == null ? ROLES : List.of(words.group(2).split(", "));
  }

  private static String user(String module) {
    String user = SERVICES.get(module);
    if (user == null) {
      throw new IllegalStateException("no service is called " + module);
    }
    return user;
  }

  private static SortedMap<String, String> groups(String module, String user) {
    Map<String, String> yaml =
        FlatYaml.read(
            Reference.read(Reference.inRepository(module + "/src/main/resources/application.yml")));
    String functions =
        yaml.getOrDefault(
            "settlement.relayer.functions." + user,
            yaml.getOrDefault("spring.cloud.function.definition", ""));
    SortedMap<String, String> groups = new TreeMap<>();
    Arrays.stream(functions.split(";"))
        .map(function -> "spring.cloud.stream.bindings." + function + "-in-0.")
        .forEach(
            binding ->
                groups.put(
                    group(Objects.requireNonNull(yaml.get(binding + "group"), binding), user),
                    Objects.requireNonNull(yaml.get(binding + "destination"), binding)));
    if (user.equals("courier")) {
      groups.put(lanes(), Topics.DELIVERIES);
    }
    return groups;
  }

  private static String group(String written, String user) {
    return Pattern.compile("\\$\\{settlement\\.relayer\\.validator\\.address:(\\w+)}")
        .matcher(written)
        .replaceAll((MatchResult found) -> user.equals("validator") ? "ADDRESS" : found.group(1));
  }

  /** The one group that is no binding. */
  private static String lanes() {
    Matcher found =
        LANES.matcher(
            Reference.read(
                Reference.inRepository(
                    "relayer-service/src/main/java/io/settlement/relayer/lane/DeliveriesEdge.java")));
    if (!found.find()) {
      throw new IllegalStateException("DeliveriesEdge names no group");
    }
    return found.group(1);
  }
}
