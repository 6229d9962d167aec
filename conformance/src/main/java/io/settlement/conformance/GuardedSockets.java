// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Sockets that connect only where they may: what is looked at is the address itself. */
public final class GuardedSockets extends SocketFactory {
  private final AddressPolicy policy;

  /** Asks the policy before each connection. */
  public GuardedSockets(AddressPolicy policy) {
    this.policy = policy;
  }

  /** A connection that was not tried. */
  public static final class Forbidden extends IOException {
    private static final long serialVersionUID = 1L;

    Forbidden(InetAddress address) {
      super(address.getHostAddress() + " is not an address of the public internet");
    }
  }

  @Override
  public Socket createSocket() {
    return new Guarded();
  }

  private final class Guarded extends Socket {
    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      InetAddress address = ((InetSocketAddress) endpoint).getAddress();
      if (address == null || !policy.allows(address)) {
        throw new Forbidden(address == null ? InetAddress.getLoopbackAddress() : address);
      }
      super.connect(endpoint, timeout);
    }
  }

  private static Socket connected(Socket socket, InetSocketAddress to) throws IOException {
    try {
      socket.connect(to);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(createSocket(), new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(createSocket(), new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    Socket socket = createSocket();
    socket.bind(new InetSocketAddress(local, localPort));
    return connected(socket, new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    Socket socket = createSocket();
    socket.bind(new InetSocketAddress(local, localPort));
    return connected(socket, new InetSocketAddress(host, port));
  }
}
