// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.LongStream;

/** Follows one stream over a socket of its own and remembers no more than times. */
final class StreamClient implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader lines;
  private final Delays delays = new Delays();
  private volatile boolean begun;
  private volatile boolean ended;
  private volatile boolean inOrder = true;

  /** Milliseconds between what happened and what was told, one each. */
  static final class Delays {
    private long[] all = new long[32];
    private int count;

    private synchronized void add(long millis) {
      if (count == all.length) {
        all = Arrays.copyOf(all, 2 * count);
      }
      all[count++] = millis;
    }

    private synchronized int size() {
      return count;
    }

    synchronized LongStream stream() {
      return Arrays.stream(all.clone(), 0, count);
    }
  }

  StreamClient(int port, String key, String path) {
    try {
      socket = new Socket("localhost", port);
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nX-API-Key: %s\r\n\r\n"
                  .formatted(path, key)
                  .getBytes(US_ASCII));
      lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII), 1_024);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::read);
  }

  boolean hasBegun() {
    return begun;
  }

  boolean hasEnded() {
    return ended;
  }

  boolean isInOrder() {
    return inOrder;
  }

  /** Those that happened while it listened. */
  int events() {
    return delays.size();
  }

  Delays delays() {
    return delays;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    long last = 0;
    String name = "";
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event:")) {
          name = line.substring(6);
          begun |= name.equals("begin") || name.equals("MessageObserved");
          ended |= name.equals("end");
        } else if (line.startsWith("id:")) {
          long id = Long.parseLong(line.substring(3));
          inOrder &= id > last;
          last = id;
        } else if (line.startsWith("data:") && isNews(name)) {
          hear(line);
        }
      }
    } catch (IOException e) {
      // closed from either side
    }
  }

  private static boolean isNews(String name) {
    return !name.equals("begin") && !name.equals("end") && !name.equals("MessageObserved");
  }

  private void hear(String line) {
    int at = line.indexOf("\"at\":\"") + 6;
    Instant then = Instant.parse(line.substring(at, line.indexOf('"', at)));
    delays.add(Duration.between(then, Instant.now()).toMillis());
  }
}
