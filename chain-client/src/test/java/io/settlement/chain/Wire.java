// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a node that can be cut. */
final class Wire implements AutoCloseable {
  private final URI node;
  private final ServerSocket server;
  private final List<Socket> ends = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  Wire(URI node) {
    this.node = node;
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::accept);
  }

  URI webSocketUrl() {
    return URI.create("ws://127.0.0.1:" + server.getLocalPort());
  }

  int connections() {
    return connections.get();
  }

  /** Whoever is connected is not any more. */
  void cut() {
    for (Socket end : ends) {
      close(end);
    }
    ends.clear();
  }

  private void accept() {
    try {
      while (true) {
        Socket near = server.accept();
        Socket far = new Socket(node.getHost(), node.getPort());
        ends.addAll(List.of(near, far));
        connections.incrementAndGet();
        carry(near, far);
        carry(far, near);
      }
    } catch (IOException closed) {
      cut();
    }
  }

  private static void carry(Socket from, Socket to) {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                from.getInputStream().transferTo(to.getOutputStream());
              } catch (IOException cut) {
                close(to);
              }
            });
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}
