// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import io.settlement.gateway.Caller;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Reads an event stream as it comes. */
final class EventReader implements AutoCloseable {
  private final HttpResponse<Stream<String>> response;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  /** One event as it came. */
  record Event(String id, String name, String data) {}

  private EventReader(HttpResponse<Stream<String>> response) {
    this.response = response;
  }

  static EventReader open(Caller caller, String path, String... headers) {
    EventReader reader = new EventReader(caller.stream(path, headers));
    Thread.ofVirtual().start(reader::read);
    return reader;
  }

  int status() {
    return response.statusCode();
  }

  List<Event> events() {
    return events;
  }

  List<String> names() {
    return events.stream().map(Event::name).toList();
  }

  List<String> comments() {
    return comments;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    response.body().close();
  }

  private void read() {
    String id = "";
    String name = "";
    String data = "";
    try {
      for (String line : (Iterable<String>) response.body()::iterator) {
        if (line.startsWith("id:")) {
          id = line.substring(3);
        } else if (line.startsWith("event:")) {
          name = line.substring(6);
        } else if (line.startsWith("data:")) {
          data += line.substring(5);
        } else if (line.startsWith(":")) {
          comments.add(line.substring(1));
        } else if (line.isEmpty() && !name.isEmpty()) {
          events.add(new Event(id, name, data));
          name = "";
          data = "";
        }
      }
    } catch (RuntimeException e) {
      // closed from either side
    } finally {
      closed = true;
    }
  }
}
