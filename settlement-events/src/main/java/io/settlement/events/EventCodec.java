// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The wire form of facts: JSON whose {@code type} is a stable word. Unknown fields are ignored. */
public final class EventCodec {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private EventCodec() {}

  /** A record that is not a fact of its topic. */
  public static final class NotOurs extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotOurs(String topic, Throwable cause) {
      super("not a fact of " + topic + ": " + cause.getMessage(), cause);
    }
  }

  /** JSON bytes. */
  public static byte[] encode(SuiteEvent event) {
    return JSON.writerFor(event.topic().events()).writeValueAsBytes(event);
  }

  /**
   * @throws NotOurs when the bytes are not a fact of the topic
   */
  public static <E extends SuiteEvent> E decode(Topic<E> topic, byte[] json) {
    try {
      E event = JSON.readValue(json, topic.events());
      if (event == null) {
        throw new NotOurs(topic.name(), new IllegalArgumentException("null"));
      }
      return event;
    } catch (JacksonException | IllegalArgumentException e) {
      throw new NotOurs(topic.name(), e);
    }
  }
}
