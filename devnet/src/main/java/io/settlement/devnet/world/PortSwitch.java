// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One address before the instances of a service: what a Service of Kubernetes is to its pods. A new
 * connection goes to one of those that are named now; one that is open stays where it is.
 */
public final class PortSwitch implements AutoCloseable {
  private final ServerSocket door;
  private final AtomicInteger turn = new AtomicInteger();
  private volatile List<Integer> behind = List.of();

  private PortSwitch(ServerSocket door) {
    this.door = door;
  }

  static PortSwitch on(int port) {
    try {
      PortSwitch made =
          new PortSwitch(new ServerSocket(port, 200, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().name("switch-" + port).start(made::accept);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("nobody can listen on port " + port, e);
    }
  }

  /** New connections go to these from now on, in turn. */
  public void leadTo(List<Service> instances) {
    behind = instances.stream().map(instance -> instance.url().getPort()).toList();
  }

  @Override
  public void close() {
    quietly(door::close);
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        Thread.ofVirtual().start(() -> connect(caller));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void connect(Socket caller) {
    List<Integer> ports = behind;
    if (ports.isEmpty()) {
      quietly(caller::close);
      return;
    }
    int port = ports.get(Math.floorMod(turn.getAndIncrement(), ports.size()));
    try (caller;
        Socket instance = new Socket(InetAddress.getLoopbackAddress(), port)) {
      Thread back = Thread.ofVirtual().start(() -> pump(instance, caller));
      pump(caller, instance);
      back.join();
    } catch (IOException e) {
      quietly(caller::close);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Until one side has said all; the other side is told so. */
  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      quietly(from::close);
      quietly(to::close);
    }
  }

  private interface Closing {
    void run() throws IOException;
  }

  private static void quietly(Closing closing) {
    try {
      closing.run();
    } catch (IOException e) {
      // It is gone already.
    }
  }
}
