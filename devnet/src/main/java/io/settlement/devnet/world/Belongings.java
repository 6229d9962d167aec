// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.process.RunFolder;
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
  private final Map<String, Service> services = new ConcurrentHashMap<>();
  private final Deque<AutoCloseable> foundations = new ArrayDeque<>();
  private boolean closed;

  Belongings(RunFolder folder) {
    this.folder = folder;
  }

  /** Keeps a part until the end; ends it at once when the end has begun. */
  <T extends AutoCloseable> T keep(T part) {
    synchronized (foundations) {
      foundations.push(part);
    }
    return part;
  }

  Service keep(Service service) {
    services.put(service.name(), service);
    return service;
  }

  Collection<Service> services() {
    return services.values();
  }

  Service service(String name) {
    Service service = services.get(name);
    if (service == null) {
      throw new IllegalArgumentException("there is no service " + name);
    }
    return service;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
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
