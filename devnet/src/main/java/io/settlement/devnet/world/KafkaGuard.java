// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Kafka as it should be run: TLS, a user with a password (SCRAM-SHA-512) for each service and each
 * role of the relayer, and the rights that helm/backing/kafka-acls.sh gives them, no more.
 */
final class KafkaGuard {
  private static final String ADMIN = "admin";
  private static final String BROKER = "broker";
  private static final String ANY_HOST = "*";
  private static final long PATIENCE_SECONDS = 30;

  private final Path projectRoot;
  private final Path authority;
  private final Certificates.Server server;
  private final Map<String, String> passwords = new LinkedHashMap<>();
  private final List<String> furtherUsers;

  /**
   * @param validators account by user, in small letters
   */
  KafkaGuard(Path projectRoot, Certificates certificates, Map<String, String> validators) {
    this.projectRoot = projectRoot;
    this.authority = certificates.authority();
    this.server = certificates.server("kafka");
    this.furtherUsers = new ArrayList<>(List.of("relayer"));
    validators.forEach((name, account) -> furtherUsers.add(name + "=" + account));
    List<String> names = new ArrayList<>(List.of(ADMIN, BROKER, "relayer"));
    names.addAll(validators.keySet());
    rights().forEach(right -> names.add(user(right)));
    names.forEach(name -> passwords.putIfAbsent(name, Passwords.random()));
  }

  /** What a client is told that comes as this user, besides where the broker is. */
  Map<String, String> client(String user) {
    return Map.of(
        "security.protocol", "SASL_SSL",
        "ssl.truststore.type", "PEM",
        "ssl.truststore.location", authority.toString(),
        "sasl.mechanism", "SCRAM-SHA-512",
        "sasl.jaas.config", login(user));
  }

  /** What the one who runs the world is told: everything is open to him. */
  Map<String, String> operator() {
    return client(ADMIN);
  }

  /** The broker's own settings. */
  String properties(int port, int controller) {
    return """
    listeners=SASL_SSL://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=SASL_SSL://127.0.0.1:%1$d
    listener.security.protocol.map=SASL_SSL:SASL_SSL,CONTROLLER:SSL
    inter.broker.listener.name=SASL_SSL
    sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
    sasl.enabled.mechanisms=SCRAM-SHA-512
    listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config=%3$s
    ssl.keystore.type=PKCS12
    ssl.keystore.location=%4$s
    ssl.keystore.password=%5$s
    ssl.key.password=%5$s
    ssl.truststore.type=PEM
    ssl.truststore.location=%6$s
    listener.name.controller.ssl.client.auth=required
    authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
    allow.everyone.if.no.acl.found=false
    super.users=User:admin;User:broker;User:%7$s
    auto.create.topics.enable=false
    """
        .formatted(
            port,
            controller,
            login(BROKER),
            server.keyStore(),
            server.password(),
            authority,
            server.name());
  }

  /** A file with every user and password, as the broker's format command takes them. */
  Path users(RunFolder folder) {
    return RunFolder.writePrivately(
        folder.keys().resolve("kafka-users"),
        passwords.entrySet().stream()
            .map(
                user ->
                    "SCRAM-SHA-512=[name=%s,password=%s]%n"
                        .formatted(user.getKey(), user.getValue()))
            .collect(Collectors.joining()));
  }

  /** Gives users their rights and makes the topics, by what operators run. */
  void furnish(String address, int partitions) {
    Map<String, Object> config = new HashMap<>(operator());
    config.put("bootstrap.servers", address);
    try (Admin admin = Admin.create(config)) {
      admin
          .createAcls(rights().stream().flatMap(right -> bindings(right).stream()).toList())
          .all()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      admin.createTopics(topics(partitions)).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new Failure("Kafka did not take users' rights and topics", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while Kafka was furnished", e);
    }
  }

  private List<OperatorScript.Call> rights() {
    return new OperatorScript(projectRoot, "kafka-acls.sh")
        .calls("KAFKA_ACLS", Map.of(), furtherUsers);
  }

  private List<NewTopic> topics(int partitions) {
    return new OperatorScript(projectRoot, "kafka-topics.sh")
            .calls(
                "KAFKA_TOPICS",
                Map.of("PARTITIONS", Integer.toString(partitions), "REPLICATION", "1"),
                List.of())
            .stream()
            .map(
                call ->
                    new NewTopic(
                            call.one("--topic"),
                            Integer.parseInt(call.one("--partitions")),
                            Short.parseShort(call.one("--replication-factor")))
                        .configs(
                            call.all("--config").stream()
                                .map(config -> config.split("=", 2))
                                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]))))
            .toList();
  }

  private static List<AclBinding> bindings(OperatorScript.Call call) {
    PatternType pattern =
        call.all("--resource-pattern-type").contains("prefixed")
            ? PatternType.PREFIXED
            : PatternType.LITERAL;
    List<ResourcePattern> resources = new ArrayList<>();
    call.all("--topic")
        .forEach(name -> resources.add(new ResourcePattern(ResourceType.TOPIC, name, pattern)));
    call.all("--group")
        .forEach(name -> resources.add(new ResourcePattern(ResourceType.GROUP, name, pattern)));
    return resources.stream()
        .flatMap(
            resource ->
                call.all("--operation").stream()
                    .map(
                        operation ->
                            new AclBinding(
                                resource,
                                new AccessControlEntry(
                                    call.one("--allow-principal"),
                                    ANY_HOST,
                                    operation(operation),
                                    AclPermissionType.ALLOW))))
        .toList();
  }

  /** kafka-acls.sh writes DescribeConfigs, the protocol DESCRIBE_CONFIGS. */
  private static AclOperation operation(String word) {
    return AclOperation.fromString(word.replaceAll("([a-z])([A-Z])", "$1_$2"));
  }

  private static String user(OperatorScript.Call right) {
    return right.one("--allow-principal").replaceFirst("^User:", "");
  }

  private String login(String user) {
    String password = passwords.get(user);
    if (password == null) {
      throw new IllegalArgumentException("Kafka has no user " + user);
    }
    return "org.apache.kafka.common.security.scram.ScramLoginModule required"
        + " username=\"%s\" password=\"%s\";".formatted(user, password);
  }
}
