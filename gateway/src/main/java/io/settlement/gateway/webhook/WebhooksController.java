// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.webhook;

import io.settlement.events.value.TxId;
import io.settlement.gateway.webhook.Subscription.Filter;
import io.settlement.kit.problem.Problem;
import io.settlement.kit.request.Cursors;
import io.settlement.kit.request.Times;
import io.settlement.kit.security.Purview;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A partner's webhooks; another's are not there for him. */
@Tag(name = "Webhooks")
@RestController
@RequestMapping("/v1/webhooks")
@PreAuthorize("hasAuthority('SCOPE_partner')")
class WebhooksController {
  private static final Duration LONGEST_REPLAY = Duration.ofDays(31);

  private final WebhookDesk desk;

  WebhooksController(WebhookDesk desk) {
    this.desk = desk;
  }

  /** What is asked for; a handler, a route, an artifact or none of them. */
  record Wanted(
      @NotBlank @Size(max = 2_000) String url,
      @Nullable @Size(max = 64) List<@NotBlank String> types,
      @Nullable String handler,
      @Nullable String route,
      @Nullable String artifact,
      @Nullable @Size(max = 32) List<@NotBlank String> stages,
      @Nullable @Size(max = 200) String description) {}

  /**
   * What is to be otherwise; what is left out stays, an empty handler, route or artifact goes. Who
   * names one of the three takes the others away.
   */
  record Changed(
      @Nullable @Size(min = 1, max = 2_000) String url,
      @Nullable @Size(max = 64) List<@NotBlank String> types,
      @Nullable String handler,
      @Nullable String route,
      @Nullable String artifact,
      @Nullable @Size(max = 32) List<@NotBlank String> stages,
      @Nullable @Size(max = 200) String description,
      Webhook.@Nullable State state) {}

  /** One message, or those sent from then until then. */
  record Again(@Nullable TxId txid, @Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {}

  /** The answer to a replay: how many deliveries wait again. */
  record Queued(int queued) {}

  /** The answer to a ping: under which id it is found in the log. */
  record Pinged(String eventId) {}

  /** All of them. */
  record Listed(List<Webhook> items) {}

  /** A part of the log; {@code next} is the cursor of the part after it, null at the end. */
  record Log(List<LoggedDelivery> items, @Nullable String next) {}

  @Operation(
      operationId = "createWebhook",
      summary = "Add a webhook; its secret is shown this once")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Webhook add(@Valid @RequestBody Wanted wanted, Authentication caller) {
    Subscription what =
        new Subscription(
            wanted.url(),
            wanted.types() == null ? List.of() : wanted.types(),
            Filter.of(
                wanted.handler(),
                wanted.route(),
                wanted.artifact(),
                wanted.stages() == null ? List.of() : wanted.stages()),
            wanted.description() == null ? "" : wanted.description());
    return desk.add(caller.getName(), told(what, caller));
  }

  @Operation(operationId = "listWebhooks", summary = "List your webhooks")
  @GetMapping
  Listed list(Authentication caller) {
    return new Listed(desk.of(caller.getName()));
  }

  @Operation(operationId = "getWebhook", summary = "Read a webhook")
  @GetMapping("/{id}")
  Webhook get(@PathVariable String id, Authentication caller) {
    return desk.known(caller.getName(), id);
  }

  @Operation(operationId = "updateWebhook", summary = "Change a webhook, or disable and enable it")
  @PatchMapping("/{id}")
  Webhook change(
      @PathVariable String id, @Valid @RequestBody Changed changed, Authentication caller) {
    Webhook old = desk.known(caller.getName(), id);
    boolean filtered =
        changed.handler() != null || changed.route() != null || changed.artifact() != null;
    Subscription what =
        new Subscription(
            changed.url() == null ? old.url() : changed.url(),
            changed.types() == null ? old.types() : changed.types(),
            Filter.of(
                filtered ? changed.handler() : old.handler(),
                filtered ? changed.route() : old.route(),
                filtered ? changed.artifact() : old.artifact(),
                changed.stages() == null ? old.stages() : changed.stages()),
            changed.description() == null ? old.description() : changed.description());
    return desk.change(
        caller.getName(),
        id,
        told(what, caller),
        changed.state() == null ? old.state() : changed.state());
  }

  @Operation(operationId = "deleteWebhook", summary = "Delete a webhook and its log")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String id, Authentication caller) {
    desk.delete(caller.getName(), id);
  }

  @Operation(operationId = "pingWebhook", summary = "Send an event of type ping, once")
  @PostMapping("/{id}/ping")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Pinged ping(@PathVariable String id, Authentication caller) {
    return new Pinged(desk.ping(caller.getName(), id));
  }

  @Operation(
      operationId = "rotateWebhookSecret",
      summary = "Take a new secret; the former one signs beside it for a while")
  @PostMapping("/{id}/secret")
  Webhook rotate(@PathVariable String id, Authentication caller) {
    return desk.rotate(caller.getName(), id);
  }

  @Operation(
      operationId = "listWebhookDeliveries",
      summary = "Read what was sent and what became of it, the latest first")
  @GetMapping("/{id}/deliveries")
  Log log(
      @PathVariable String id,
      @RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Authentication caller) {
    List<LoggedDelivery> items = desk.log(caller.getName(), id, Cursors.before(cursor), limit + 1);
    boolean more = items.size() > limit;
    List<LoggedDelivery> part = more ? items.subList(0, limit) : items;
    return new Log(part, more ? Long.toString(part.getLast().id()) : null);
  }

  @Operation(
      operationId = "replayWebhook",
      summary = "Send again what happened to one message, or to those sent from then to then")
  @PostMapping("/{id}/replay")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Queued replay(@PathVariable String id, @RequestBody Again again, Authentication caller) {
    if (again.txid() != null && again.from() == null && again.to() == null) {
      return new Queued(desk.replay(caller.getName(), id, again.txid()));
    }
    if (again.txid() != null || again.from() == null || again.to() == null) {
      throw Problem.badRequest("invalid-replay", "say txid, or from and to");
    }
    Instant from = Times.within(again.from());
    Instant to = Times.within(again.to());
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST_REPLAY) > 0) {
      throw Problem.badRequest("invalid-replay", "from is before to, by 31 days at most");
    }
    return new Queued(desk.replay(caller.getName(), id, from, to));
  }

  private static Subscription told(Subscription what, Authentication caller) {
    if (what.isOfPayers() && Purview.of(caller).payers().isEmpty()) {
      throw Problem.unprocessable(
          "nothing-to-tell", "your key has no payers: name a handler or a route");
    }
    return what;
  }
}
