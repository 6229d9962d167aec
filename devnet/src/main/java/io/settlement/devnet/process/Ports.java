// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.process;

import io.settlement.devnet.terminal.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** Which port each part listens on: well-known ones for people, free ones for tests. */
public final class Ports {
  private final Map<String, Integer> byName;

  private Ports(Map<String, Integer> byName) {
    this.byName = byName;
  }

  /** Exactly these. */
  public static Ports fixed(Map<String, Integer> byName) {
    return new Ports(Map.copyOf(byName));
  }

  /** The same names on ports nobody uses now. */
  public static Ports free(Iterable<String> names) {
    Map<String, Integer> found = new HashMap<>();
    names.forEach(name -> found.put(name, free()));
    return new Ports(Map.copyOf(found));
  }

  /** Stops with a sentence when somebody else listens on one of them. */
  public void requireFree() {
    byName.forEach(
        (name, port) -> {
          if (!isFree(port)) {
            throw new Failure(
                "Port %d, which %s needs, is in use: end what listens there."
                    .formatted(port, name));
          }
        });
  }

  /** The port of a part. */
  public int of(String name) {
    Integer port = byName.get(name);
    if (port == null) {
      throw new IllegalArgumentException("no port for " + name);
    }
    return port;
  }

  /** A port nobody uses now. */
  public static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new Failure("no free port", e);
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
