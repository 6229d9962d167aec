// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import io.settlement.events.value.TxId;
import io.settlement.kit.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Messages over REST. */
@RestController
class MessagesController {
  private final Messages messages;
  private final Entries entries;
  private final Streams streams;

  MessagesController(Messages messages, Entries entries, Streams streams) {
    this.messages = messages;
    this.entries = entries;
    this.streams = streams;
  }

  /**
   * A part of the list.
   *
   * @param next what to pass as {@code before} for the part after this one; null at the end
   */
  record Page(List<MessageView> items, @Nullable String next) {}

  /** Where a message stands and what happened to it. */
  @GetMapping("/v1/messages/{txid}")
  MessageView get(@PathVariable TxId txid) {
    return known(txid).with(entries.of(txid));
  }

  /** The latest messages first. */
  @GetMapping("/v1/messages")
  Page list(
      @RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit,
      @RequestParam(required = false) @PositiveOrZero @Nullable Long before) {
    List<MessageView> items = messages.before(before == null ? Long.MAX_VALUE : before, limit);
    boolean isFull = items.size() == limit;
    return new Page(items, isFull ? Long.toString(items.getLast().seq()) : null);
  }

  /**
   * The same story as it happens: one event for each line, named by its type. Ends with an event
   * {@code end} when nothing more is going to happen.
   */
  @GetMapping(path = "/v1/messages/{txid}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> events(
      @PathVariable TxId txid,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      Principal caller) {
    known(txid);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no")
        .body(streams.open(caller.getName(), txid, position(lastEventId)));
  }

  private MessageView known(TxId txid) {
    return messages
        .find(txid)
        .orElseThrow(
            () -> Problem.notFound("unknown-message", "no message %s was seen".formatted(txid)));
  }

  private static long position(@Nullable String lastEventId) {
    if (lastEventId == null || lastEventId.isBlank()) {
      return 0;
    }
    try {
      return Long.parseLong(lastEventId.strip());
    } catch (NumberFormatException e) {
      throw Problem.badRequest(
          "invalid-last-event-id", "Last-Event-ID is the id of an event of this stream");
    }
  }
}
