// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.process.Pause;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.terminal.Progress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** All that a world started, and its orderly end: services first, what they lean on after them. */
final class Belongings implements AutoCloseable {
  private final RunFolder folder;
  private final Progress progress;
  private final Map<String, Service> services = new ConcurrentHashMap<>();
  private final Map<String, Service> idle = new ConcurrentHashMap<>();
  private final Deque<AutoCloseable> foundations = new ArrayDeque<>();
  private volatile boolean closing;
  private boolean closed;

  Belongings(RunFolder folder, Progress progress) {
    this.folder = folder;
    this.progress = progress;
  }

  /** Keeps a part until the end. */
  <T extends AutoCloseable> T keep(T part) {
    synchronized (foundations) {
      foundations.push(part);
    }
    return part;
  }

  /** Starts a service and keeps it until the end, unless the end has begun. */
  synchronized void launch(Service service, boolean trains) {
    if (closed) {
      throw new Failure("The world ends before it was up.");
    }
    services.put(service.name(), service);
    service.start(trains);
  }

  /** The instance that a name means from now on; the end of the world ends the former one too. */
  synchronized void succeed(String name, Service next) {
    Service former = services.put(name, next);
    if (former != null) {
      keep(former::stop);
    }
  }

  /** Keeps a service for somebody who starts it later, and ends it at the end. */
  void keepIdle(Service service) {
    idle.put(service.name(), service);
    keep(service::stop);
  }

  /** Stops with the log of a service that is gone; quietly waits when all of them are going. */
  void requireAlive() {
    if (closing) {
      Pause.millis(Duration.ofMinutes(5).toMillis());
    }
    services.values().forEach(Service::requireAlive);
  }

  Collection<Service> services() {
    return services.values();
  }

  Service service(String name) {
    Service service = services.getOrDefault(name, idle.get(name));
    if (service == null) {
      throw new IllegalArgumentException("there is no service " + name);
    }
    return service;
  }

  /** The end of a world that did not come up: quick, and nothing is kept. */
  void abandon() {
    services.values().forEach(Service::forgetTraining);
    close();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    closing = true;
    if (services.values().stream().anyMatch(Service::isTraining)) {
      progress.say("ending; services leave start-up caches behind, only this time");
    }
    services.values().forEach(Service::askToEnd);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      services.values().forEach(service -> threads.execute(service::stop));
    }
    synchronized (foundations) {
      while (!foundations.isEmpty()) {
        closeQuietly(foundations.pop());
      }
    }
    folder.endChildren();
    folder.release();
  }

  private static void closeQuietly(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      System.err.println("could not be ended in good order: " + e.getMessage());
    }
  }
}
