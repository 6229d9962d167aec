// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.reference;

import static java.util.stream.Collectors.joining;

import io.settlement.events.Keep;
import io.settlement.events.Topic;
import io.settlement.events.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What an operator gives Kafka: users' rights, topics, and the same for the chart and people. */
final class KafkaScripts {
  private static final String GENERATED =
      "# Generated from the code; mvn -pl devnet -am test -Dreferences=write writes it anew.\n";

  /** What stands for a validator's account in the name of a group. */
  private static final String ACCOUNT = "ADDRESS";

  private final List<KafkaUser> users;

  KafkaScripts(List<KafkaUser> users) {
    this.users = users;
  }

  /** kafka-acls.sh for each user. */
  String rights() {
    String each =
        users.stream()
            .filter(user -> !user.name().equals("validator"))
            .map(user -> grants(user, user.name()))
            .collect(joining("\n"));
    return """
    #!/bin/sh
    # SPDX-License-Identifier: Apache-2.0
    %s# Who may do what in Kafka, as docs/backing-services.md says. What is there already stays: run it again after an upgrade.
    #
    #   KAFKA_ACLS='kafka-acls.sh --bootstrap-server … --command-config admin.properties' \\
    #     helm/backing/kafka-acls.sh [relayer] [NAME=0x…]…
    #
    # relayer: also a user for processes that both observe and deliver. NAME=0x…: a validator's user and its account,
    # in small letters, as in its keystore.
    set -eu
    : "${KAFKA_ACLS:?the command kafka-acls.sh with --bootstrap-server and --command-config}"

    allow() {
      user="$1"
      shift
      $KAFKA_ACLS --add --allow-principal "User:$user" "$@"
    }

    # Topics are compared with what they are to be when a service starts.
    everybody() {
      allow "$1" --operation Describe --operation DescribeConfigs --resource-pattern-type prefixed --topic settlement.
    }

    # Who makes the topics, and nobody else: helm/backing/kafka-topics.sh, migration Jobs.
    allow topics --operation Create --operation Describe --operation DescribeConfigs --operation AlterConfigs \\
      --resource-pattern-type prefixed --topic settlement.

    %s
    validator() {
    %s}

    relayer() {
    %s}

    for who in "$@"; do
      case "$who" in
        relayer) relayer ;;
        *=0x*) validator "${who%%%%=*}" "${who#*=}" ;;
        *) echo "$who is neither relayer nor NAME=0x…" >&2; exit 2 ;;
      esac
    done
    """
        .formatted(
            GENERATED,
            each,
            indented(grants(user("validator"), "$1")),
            indented(grants(user("observer").and(user("courier"), "relayer"), "relayer")));
  }

  /** kafka-topics.sh for each topic. */
  static String topics() {
    return """
    #!/bin/sh
    # SPDX-License-Identifier: Apache-2.0
    %s# Makes the topics that are missing, as the user topics or another who may. What is there is left as it is.
    #
    #   KAFKA_TOPICS='kafka-topics.sh --bootstrap-server … --command-config topics.properties' \\
    #     PARTITIONS=12 REPLICATION=3 helm/backing/kafka-topics.sh
    #
    # PARTITIONS: the limit of parallel readers. REPLICATION: copies; with 3 or more a write is in all but one of them.
    set -eu
    : "${KAFKA_TOPICS:?the command kafka-topics.sh with --bootstrap-server and --command-config}"
    : "${PARTITIONS:=12}" "${REPLICATION:=3}"
    in_sync=1
    [ "$REPLICATION" -lt 3 ] || in_sync=$((REPLICATION - 1))

    create() {
      topic="$1"
      partitions="$2"
      shift 2
      $KAFKA_TOPICS --create --if-not-exists --topic "$topic" --partitions "$partitions" \\
        --replication-factor "$REPLICATION" --config "min.insync.replicas=$in_sync" "$@"
    }

    %s
    # Dead letters: records that could not be handled, for people.
    %s\
    """
        .formatted(
            GENERATED,
            Topics.ALL.stream()
                .map(topic -> topic(topic.name(), "\"$PARTITIONS\"", topic.keep()))
                .collect(joining()),
            Topics.ALL.stream()
                .map(topic -> topic(topic.deadLetters(), "1", Topic.DEAD_LETTERS))
                .collect(joining()));
  }

  /** For the chart, which asks Strimzi for users with these rights and for topics. */
  String json() {
    Map<String, Object> rights = new LinkedHashMap<>();
    users.forEach(
        user -> {
          Map<String, Collection<String>> one = new LinkedHashMap<>();
          one.put("reads", user.reads());
          one.put("writes", user.writes());
          one.put("deadLetters", user.deadLetters());
          one.put("groups", user.groups().keySet());
          rights.put(user.name(), one);
        });
    List<Map<String, Object>> topics = new ArrayList<>();
    Topics.ALL.forEach(topic -> topics.add(object(topic.name(), topic.keep(), false)));
    Topics.ALL.forEach(topic -> topics.add(object(topic.deadLetters(), Topic.DEAD_LETTERS, true)));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("users", rights);
    all.put("topics", topics);
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
  }

  private static Map<String, Object> object(String topic, Keep keep, boolean deadLetters) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", topic);
    object.put("deadLetters", deadLetters);
    object.put("config", config(keep));
    return object;
  }

  /** For people. */
  String table() {
    return "| user | writes | reads | in groups |\n|---|---|---|---|\n"
        + users.stream()
            .map(
                user ->
                    "| `%s` | %s | %s | %s |\n"
                        .formatted(
                            user.name(),
                            words(user.writes()),
                            words(user.reads()),
                            words(user.groups().keySet())))
            .collect(joining());
  }

  private KafkaUser user(String name) {
    return users.stream().filter(user -> user.name().equals(name)).findFirst().orElseThrow();
  }

  private static String grants(KafkaUser user, String name) {
    String who = name.startsWith("$") ? '"' + name + '"' : name;
    return "everybody "
        + who
        + "\n"
        + allow(who, "Read", "topic", user.reads())
        + allow(who, "Read", "group", user.groups().keySet())
        + allow(who, "Write", "topic", union(user));
  }

  private static List<String> union(KafkaUser user) {
    return Stream.concat(user.writes().stream(), user.deadLetters().stream()).sorted().toList();
  }

  private static String allow(
      String who, String operation, String kind, Collection<String> resources) {
    return resources.isEmpty()
        ? ""
        : resources.stream()
            .map(name -> " \\\n  --%s %s".formatted(kind, quoted(name)))
            .collect(joining("", "allow %s --operation %s".formatted(who, operation), "\n"));
  }

  private static String quoted(String name) {
    return name.endsWith(ACCOUNT) ? '"' + name.replace(ACCOUNT, "$2") + '"' : name;
  }

  private static String indented(String lines) {
    return lines.lines().map(line -> "  " + line + "\n").collect(joining());
  }

  private static String topic(String name, String partitions, Keep keep) {
    return config(keep).entrySet().stream()
        .map(setting -> " --config %s=%s".formatted(setting.getKey(), setting.getValue()))
        .collect(joining("", "create %s %s".formatted(name, partitions), "\n"));
  }

  /** What is kept, in Kafka's words; numbers as text. */
  private static Map<String, String> config(Keep keep) {
    Duration retention = keep.retention();
    Map<String, String> config = new LinkedHashMap<>();
    config.put("cleanup.policy", retention == null ? "compact" : "delete");
    if (retention != null) {
      config.put("retention.ms", Long.toString(retention.toMillis()));
      config.put("retention.bytes", "-1");
    }
    return config;
  }

  private static String words(Collection<String> names) {
    return names.stream()
        .map(name -> "`" + name.replace("settlement.", "") + "`")
        .collect(joining(", "));
  }
}
