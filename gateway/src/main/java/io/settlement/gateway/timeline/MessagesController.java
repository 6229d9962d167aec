// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import io.settlement.events.value.Stage;
import io.settlement.events.value.TxId;
import io.settlement.kit.problem.Problem;
import io.settlement.kit.request.Times;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Messages over REST. */
@Tag(name = "Messages")
@RestController
class MessagesController {
  private static final Duration USUAL_SUMMARY = Duration.ofDays(1);

  private final Messages messages;
  private final Search search;
  private final Entries entries;
  private final Streams streams;
  private final OneMessage source;
  private final Paces paces;
  private final Clock clock;

  MessagesController(
      Messages messages,
      Search search,
      Entries entries,
      Streams streams,
      OneMessage source,
      Paces paces,
      Clock clock) {
    this.messages = messages;
    this.search = search;
    this.entries = entries;
    this.streams = streams;
    this.source = source;
    this.paces = paces;
    this.clock = clock;
  }

  /** Where a message stands and what happened to it. */
  @Operation(
      operationId = "getMessage",
      summary = "A message: where it stands, why it waits, and all that happened to it")
  @GetMapping("/v1/messages/{txid}")
  MessageView get(@PathVariable TxId txid) {
    MessageView message = known(txid);
    List<Entries.Stored> lines = entries.of(txid);
    return message.with(expected(message, lines), lines);
  }

  /** Messages of which all that is asked holds, the latest sent first. */
  @Operation(summary = "Find messages", operationId = "findMessages")
  @GetMapping("/v1/messages")
  Search.Page find(@Valid @ParameterObject MessageQuery query) {
    return search.find(query.asked());
  }

  /** How many messages of each route stand at each stage; of the last day unless said. */
  @Operation(summary = "Count messages by route and stage", operationId = "countMessages")
  @GetMapping("/v1/messages/summary")
  Search.Summary count(
      @Parameter(description = "Of those sent then or later", example = "2026-11-22T00:00:00Z")
          @RequestParam(required = false)
          @Nullable String since) {
    Instant from = Times.parse(since);
    return search.count(from == null ? clock.instant().minus(USUAL_SUMMARY) : from);
  }

  /**
   * The same story as it happens: one event for each line, named by its type. Ends with an event
   * {@code end} when nothing more is going to happen.
   */
  @Operation(
      operationId = "streamMessage",
      summary = "What happens to a message, as server-sent events")
  @GetMapping(path = "/v1/messages/{txid}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> events(
      @PathVariable TxId txid,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      Principal caller) {
    known(txid);
    return StreamsController.stream(
        streams.open(
            caller.getName(), source, txid.hex(), StreamsController.position(lastEventId)));
  }

  private @Nullable Forecast expected(MessageView message, List<Entries.Stored> lines) {
    MessageView.RouteView route = message.route();
    return route == null || message.ended()
        ? null
        : Forecast.of(Stage.valueOf(message.stage()), lines, paces.of(route), clock.instant());
  }

  private MessageView known(TxId txid) {
    return messages
        .find(txid)
        .orElseThrow(
            () -> Problem.notFound("unknown-message", "no message %s was seen".formatted(txid)));
  }
}
