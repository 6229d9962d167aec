// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.webhook;

import io.settlement.events.value.TxId;
import io.settlement.kit.problem.Problem;
import io.settlement.kit.security.SecurityRules;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** What partners do with their webhooks. */
@Service
class WebhookDesk {
  private static final int MOST_REPLAYED = 1_000;

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final Targets targets;
  private final SecretBox box;
  private final WebhookSettings settings;
  private final Clock clock;

  WebhookDesk(
      Webhooks webhooks,
      Deliveries deliveries,
      Targets targets,
      SecretBox box,
      WebhookSettings settings,
      Clock clock) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.targets = targets;
    this.box = box;
    this.settings = settings;
    this.clock = clock;
  }

  /** Partners only. */
  @Configuration(proxyBeanMethods = false)
  static class Rules {
    @Bean
    SecurityRules webhooksAreForPartners() {
      return rules ->
          rules.requestMatchers("/v1/webhooks", "/v1/webhooks/**").hasAuthority("SCOPE_partner");
    }
  }

  Webhook add(String owner, Subscription what) {
    String id = "wh_" + UUID.randomUUID().toString().replace("-", "");
    Secret secret = Secret.random();
    byte[] keptSecret = box.seal(id, secret);
    Subscription admitted = what.at(targets.admit(what.url()));
    webhooks.add(id, owner, admitted, keptSecret, settings.maxPerPartner(), now());
    return webhooks.known(owner, id).with(secret);
  }

  List<Webhook> of(String owner) {
    return webhooks.of(owner);
  }

  Webhook known(String owner, String id) {
    return webhooks.known(owner, id);
  }

  Webhook change(String owner, String id, Subscription what, Webhook.State state) {
    webhooks.change(id, what.at(targets.admit(what.url())), state);
    return webhooks.known(owner, id);
  }

  void delete(String owner, String id) {
    webhooks.delete(webhooks.known(owner, id).id());
  }

  String ping(String owner, String id) {
    Webhook webhook = webhooks.known(owner, id);
    String eventId = "ping_" + UUID.randomUUID();
    Instant now = now();
    String body =
        JsonMapper.shared().writeValueAsString(new Ping("ping", now, new Pinged(webhook.id())));
    if (!deliveries.ping(webhook.id(), eventId, body, now)) {
      throw Problem.conflict("ping-waits", "a ping of this webhook is on its way");
    }
    return eventId;
  }

  Webhook rotate(String owner, String id) {
    Webhook webhook = webhooks.known(owner, id);
    Secret secret = Secret.random();
    webhooks.rotate(webhook.id(), box.seal(id, secret), now().plus(settings.secretGrace()));
    return webhooks.known(owner, id).with(secret);
  }

  List<LoggedDelivery> log(String owner, String id, long before, int limit) {
    return deliveries.log(webhooks.known(owner, id).id(), before, limit);
  }

  int replay(String owner, String id, TxId txid) {
    Webhook webhook = active(owner, id);
    if (webhook.artifact() != null) {
      throw Problem.badRequest("invalid-replay", "say from and to: it hears of no message");
    }
    return deliveries.replay(webhook.id(), List.of(txid.hex()), now());
  }

  int replay(String owner, String id, Instant from, Instant to) {
    Webhook webhook = active(owner, id);
    if (webhook.artifact() != null) {
      return replayOfArtifact(webhook, from, to);
    }
    List<String> txids = deliveries.sent(webhook, from, to, MOST_REPLAYED + 1);
    if (txids.size() > MOST_REPLAYED) {
      throw Problem.unprocessable(
          "replay-too-large",
          "more than %d messages were sent then: ask for a shorter time".formatted(MOST_REPLAYED));
    }
    return deliveries.replay(webhook.id(), txids, now());
  }

  private int replayOfArtifact(Webhook webhook, Instant from, Instant to) {
    List<Long> positions = deliveries.told(webhook.id(), from, to, MOST_REPLAYED + 1);
    if (positions.size() > MOST_REPLAYED) {
      throw Problem.unprocessable(
          "replay-too-large",
          "more than %d events happened then: ask for a shorter time".formatted(MOST_REPLAYED));
    }
    return deliveries.replayEvents(webhook.id(), positions, now());
  }

  private Webhook active(String owner, String id) {
    Webhook webhook = webhooks.known(owner, id);
    if (webhook.state() != Webhook.State.ACTIVE) {
      throw Problem.conflict("webhook-disabled", "enable it first");
    }
    return webhook;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private record Ping(String type, Instant timestamp, Pinged data) {}

  private record Pinged(String webhook) {}
}
