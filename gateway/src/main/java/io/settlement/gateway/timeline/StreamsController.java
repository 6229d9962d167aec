// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import io.settlement.events.value.HandlerId;
import io.settlement.kit.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Streams of more than one message; those of one message are beside it. */
@Tag(name = "Messages")
@RestController
class StreamsController {
  private static final Pattern ARTIFACT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

  private final Streams streams;
  private final HandlersMessages handlers;
  private final OneArtifact artifacts;

  StreamsController(Streams streams, HandlersMessages handlers, OneArtifact artifacts) {
    this.streams = streams;
    this.handlers = handlers;
    this.artifacts = artifacts;
  }

  /**
   * What happens to all messages with a handler at either end, one event for each line, named by
   * its type. Signatures are left out.
   */
  @Operation(
      summary = "Follow all messages of a handler as they happen",
      operationId = "followHandler")
  @GetMapping(path = "/v1/streams/handlers/{handler}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> ofHandler(
      @Parameter(
              description = "Chain:0x…",
              example = "Alpha:0x5fbdb2315678afecb367f032d93f642f64180aa3")
          @PathVariable
          String handler,
      @Parameter(description = "Goes on after this event; 0 begins with the first that is kept")
          @RequestHeader(name = "Last-Event-ID", required = false)
          @Nullable String lastEventId,
      Principal caller) {
    return stream(
        streams.open(
            caller.getName(),
            handlers,
            HandlerId.parse(handler).toString(),
            position(lastEventId)));
  }

  /** What happens to an artifact: bookings, reserves, statements, imbalances. */
  @Operation(summary = "Follow an artifact as it happens", operationId = "followArtifact")
  @GetMapping(
      path = "/v1/streams/artifacts/{artifact}",
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> ofArtifact(
      @Parameter(description = "As /v1/artifacts calls it") @PathVariable String artifact,
      @Parameter(description = "Goes on after this event; 0 begins with the first that is kept")
          @RequestHeader(name = "Last-Event-ID", required = false)
          @Nullable String lastEventId,
      Principal caller) {
    if (!ARTIFACT.matcher(artifact).matches()) {
      throw Problem.badRequest(
          "invalid-artifact", "an artifact is named as /v1/artifacts names it");
    }
    return stream(streams.open(caller.getName(), artifacts, artifact, position(lastEventId)));
  }

  static ResponseEntity<SseEmitter> stream(SseEmitter emitter) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no")
        .body(emitter);
  }

  /** Null when none is named. */
  static @Nullable Long position(@Nullable String lastEventId) {
    if (lastEventId == null || lastEventId.isBlank()) {
      return null;
    }
    try {
      return Math.max(0, Long.parseLong(lastEventId.strip()));
    } catch (NumberFormatException e) {
      throw Problem.badRequest(
          "invalid-last-event-id", "Last-Event-ID is the id of an event of this stream");
    }
  }
}
