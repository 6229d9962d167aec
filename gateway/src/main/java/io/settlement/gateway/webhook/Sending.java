// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.conformance.GuardedSockets;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes one attempt, as Standard Webhooks says. */
@Component
class Sending {
  private static final Logger log = LoggerFactory.getLogger(Sending.class);
  private static final MediaType JSON = MediaType.get("application/json");

  /** Bytes of an answer that are looked at. */
  private static final int MOST_OF_AN_ANSWER = 2_048;

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private final OkHttpClient client;
  private final SecretBox box;
  private final Clock clock;

  Sending(Targets targets, SecretBox box, WebhookSettings settings, Clock clock) {
    this.client = targets.client(settings);
    this.box = box;
    this.clock = clock;
  }

  Attempt send(Delivery delivery) {
    long began = System.nanoTime();
    try (Response response = client.newCall(request(delivery)).execute()) {
      String answer = firstOf(response.body());
      return new Attempt(
          response.code(),
          since(began),
          answer,
          response.isSuccessful() ? null : why(response),
          rest(response.header("Retry-After"), clock.instant()));
    } catch (IOException e) {
      return Attempt.unanswered(since(began), why(e));
    } catch (SecretBox.Unopened e) {
      log.atError().addKeyValue("webhook", delivery.webhook()).setCause(e).log("cannot sign");
      return Attempt.unanswered(since(began), "the gateway cannot open the secret");
    }
  }

  private Request request(Delivery delivery) {
    Instant now = clock.instant();
    String signatures =
        delivery.sealed().stream()
            .map(kept -> box.open(delivery.webhook(), kept))
            .map(secret -> secret.sign(delivery.eventId(), now, delivery.body()))
            .collect(Collectors.joining(" "));
    return new Request.Builder()
        .url(delivery.url())
        .header("webhook-id", delivery.eventId())
        .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
        .header("webhook-signature", signatures)
        .header("User-Agent", "settlement-webhooks/1")
        .post(RequestBody.create(delivery.body().getBytes(UTF_8), JSON))
        .build();
  }

  /** Seconds, or a date as HTTP writes it; nothing for anything else. */
  static Duration rest(@Nullable String retryAfter, Instant now) {
    if (retryAfter == null) {
      return Duration.ZERO;
    }
    String text = retryAfter.strip();
    if (SECONDS.matcher(text).matches()) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      Instant then =
          DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, ZonedDateTime::from).toInstant();
      return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }

  private static String why(Response response) {
    return response.isRedirect() ? "redirects are not followed" : "the answer is no success";
  }

  /** No more than the receiver may know anyway: the address it gave is its own. */
  private static String why(IOException failure) {
    return switch (failure) {
      case GuardedSockets.Forbidden forbidden -> "the target is not on the public internet";
      case InterruptedIOException late -> "no answer in time";
      case SSLException tls -> "no secure connection";
      default -> "no connection, or it broke";
    };
  }

  private static @Nullable String firstOf(@Nullable ResponseBody body) throws IOException {
    if (body == null) {
      return null;
    }
    BufferedSource source = body.source();
    source.request(MOST_OF_AN_ANSWER);
    long there = Math.min(MOST_OF_AN_ANSWER, source.getBuffer().size());
    String text = new String(source.readByteArray(there), UTF_8);
    return text.replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", "\uFFFD");
  }

  private static long since(long began) {
    return Duration.ofNanos(System.nanoTime() - began).toMillis();
  }
}
