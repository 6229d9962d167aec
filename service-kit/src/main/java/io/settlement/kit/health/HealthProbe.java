// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.health;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A program that asks an address by HTTP and ends with 0 when it answers 200, or of tcp://… when
 * somebody listens: the health check of images without a shell. One class file and nothing but the
 * platform, so that it starts quickly.
 */
public final class HealthProbe {
  private static final int PATIENCE_MS = 4000;
  private static final int STATUS_LINE = 12;

  private HealthProbe() {}

  public static void main(String[] arguments) {
    System.exit(isWell(URI.create(arguments[0])) ? 0 : 1);
  }

  /** Whether it answers within four seconds. */
  static boolean isWell(URI address) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MS);
      if ("tcp".equals(address.getScheme())) {
        return true;
      }
      socket.setSoTimeout(PATIENCE_MS);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("GET " + address.getRawPath() + " HTTP/1.1\r\nHost: " + address.getRawAuthority())
              .concat("\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      byte[] status = socket.getInputStream().readNBytes(STATUS_LINE);
      return new String(status, StandardCharsets.US_ASCII).matches("HTTP/1\\.[01] 200");
    } catch (IOException e) {
      return false;
    }
  }
}
