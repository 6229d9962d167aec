// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.process.Child;
import io.settlement.devnet.process.Jvm;
import io.settlement.devnet.process.Pause;
import io.settlement.devnet.process.Ports;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** One Kafka broker in KRaft mode, in a JVM of its own. */
final class Broker implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(8);

  /** Partitions of each topic. */
  private static final int PARTITIONS = 4;

  private final Child child;
  private final int port;
  private final @Nullable KafkaGuard guard;

  private Broker(Child child, int port, @Nullable KafkaGuard guard) {
    this.child = child;
    this.port = port;
    this.guard = guard;
  }

  /**
   * @param guard who lets users in; null where everybody may do everything
   */
  static Broker start(RunFolder folder, Path cache, int port, @Nullable KafkaGuard guard) {
    int controller = Ports.free();
    Path data = folder.data().resolve("kafka");
    Path settings = folder.config().resolve("kafka.properties");
    try {
      Files.createDirectories(cache);
      String address = "PLAINTEXT://127.0.0.1:" + port;
      RunFolder.writePrivately(
          settings,
          guard == null
              ? properties(address, address, controller, data)
              : guard.properties(port, controller) + properties(controller, data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> command = Jvm.quick(320);
    command.add(Jvm.sharedArchive(cache.resolve("kafka-java" + Runtime.version() + ".jsa")));
    command.add("-XX:+AutoCreateSharedArchive");
    command.add("-Xlog:cds=off,cds+dynamic=off,aot=off");
    command.add("-Dorg.slf4j.simpleLogger.log.org.apache.kafka=warn");
    command.addAll(List.of("-cp", Jvm.classPath(), BrokerMain.class.getName()));
    command.add(settings.toString());
    if (guard != null) {
      command.add(guard.users(folder).toString());
    }
    Child child = Child.start(folder, "kafka", command, Map.of());
    Broker broker = new Broker(child, port, guard);
    broker.awaitReady();
    if (guard != null) {
      guard.furnish(broker.address(), PARTITIONS);
    }
    return broker;
  }

  /** Where clients find it. */
  String address() {
    return "127.0.0.1:" + port;
  }

  /** What the one who runs the world tells a client. */
  Map<String, String> operator() {
    Map<String, String> all = new TreeMap<>(guard == null ? Map.of() : guard.operator());
    all.put("bootstrap.servers", address());
    return all;
  }

  /** What a user's clients are told besides where it is; nothing where everybody is let in. */
  Map<String, String> client(String user) {
    return guard == null ? Map.of() : guard.client(user);
  }

  Child child() {
    return child;
  }

  @Override
  public void close() {
    child.end(END);
  }

  /** First the port, then the cluster: a client that finds no port backs off for long. */
  private void awaitReady() {
    long deadline = System.nanoTime() + START.toNanos();
    while (child.isAlive() && System.nanoTime() < deadline) {
      if (listens() && isServing()) {
        return;
      }
      Pause.millis(100);
    }
    String tail = child.lastLines(20);
    close();
    throw new Failure("Kafka did not start:\n" + tail);
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isServing() {
    try (Admin admin = Admin.create(new HashMap<String, Object>(operator()))) {
      return !admin.describeCluster().nodes().get(10, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while Kafka started", e);
    }
  }

  /**
   * The settings of a broker that lets everybody in.
   *
   * @param listeners name://address:port, separated by commas; PLAINTEXT and OUTSIDE are known
   * @param advertised the same as clients find them
   * @param controller its port on the loopback
   */
  static String properties(String listeners, String advertised, int controller, Path data) {
    return """
        listeners=%1$s,CONTROLLER://127.0.0.1:%3$d
        advertised.listeners=%2$s
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,OUTSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT
        inter.broker.listener.name=PLAINTEXT
        """
            .formatted(listeners, advertised, controller)
        + properties(controller, data);
  }

  private static String properties(int controller, Path data) {
    return """
    process.roles=broker,controller
    node.id=1
    controller.listener.names=CONTROLLER
    controller.quorum.bootstrap.servers=127.0.0.1:%1$d
    log.dirs=%2$s
    num.partitions=%3$d
    offsets.topic.num.partitions=4
    offsets.topic.replication.factor=1
    transaction.state.log.num.partitions=4
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    group.initial.rebalance.delay.ms=0
    log.cleaner.dedupe.buffer.size=8388608
    """
        .formatted(controller, data, PARTITIONS);
  }
}
