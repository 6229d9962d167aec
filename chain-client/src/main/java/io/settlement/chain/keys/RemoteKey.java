// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.keys;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.settlement.chain.contract.Signable;
import io.settlement.chain.contract.Signatures;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Keys;
import org.web3j.utils.Numeric;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A key that a remote signer holds (Web3signer's eth1 API): it is sent what is to be hashed and
 * answers with the signature, which is checked before anybody sees it. Its text form is its
 * address.
 */
public final class RemoteKey implements SubmitterKey, ValidatorKey {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int OK = 200;
  private static final int SERVER_ERROR = 500;

  private final EvmAddress address;
  private final RemoteSignerSettings settings;
  private final @Nullable String token;
  private final HttpClient http;
  private final Retry retry;
  private final CircuitBreaker breaker;
  private volatile @Nullable String identifier;

  private RemoteKey(EvmAddress address, RemoteSignerSettings settings, @Nullable SSLContext tls) {
    this.address = address;
    this.settings = settings;
    this.token = token(settings.tokenFile());
    HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(settings.timeout());
    this.http = (tls == null ? client : client.sslContext(tls)).build();
    this.retry =
        Retry.of(
            "remote-signer",
            RetryConfig.custom()
                .maxAttempts(3)
                .waitDuration(Duration.ofMillis(50))
                .retryOnException(failure -> failure instanceof NoAnswer no && no.soon)
                .build());
    this.breaker =
        CircuitBreaker.of(
            "remote-signer",
            CircuitBreakerConfig.custom()
                .minimumNumberOfCalls(10)
                .slidingWindowSize(20)
                .waitDurationInOpenState(Duration.ofSeconds(2))
                .recordExceptions(NoAnswer.class)
                .build());
  }

  /** No answer, or one of the server's own troubles. */
  private static final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether another try costs little: who waited for a whole time-out has waited enough. */
    private final boolean soon;

    NoAnswer(String message, @Nullable Throwable cause, boolean soon) {
      super(message, cause);
      this.soon = soon;
    }
  }

  /**
   * A key by its account. The signer is asked for it when it is first needed.
   *
   * @param tls what to trust and to show to an https signer, by the name its settings give
   */
  public static RemoteKey open(
      EvmAddress address, RemoteSignerSettings settings, Function<String, SSLContext> tls) {
    String bundle = settings.sslBundle();
    return of(address, settings, bundle == null ? null : tls.apply(bundle));
  }

  /**
   * A key by its account. The signer is asked for it when it is first needed.
   *
   * @param tls what to trust and to show to an https signer; null for the machine's own
   */
  static RemoteKey of(EvmAddress address, RemoteSignerSettings settings, @Nullable SSLContext tls) {
    return new RemoteKey(address, settings, tls);
  }

  @Override
  public EvmAddress address() {
    return address;
  }

  @Override
  public byte[] sign(Signable form) {
    String body = JSON.writeValueAsString(Map.of("data", Hex.encode(form.preimage())));
    String answer =
        ask(
            request("/api/v1/eth1/sign/" + identifier())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    try {
      byte[] signature = Hex.decode(answer.strip());
      if (Signatures.recover(form.digest(), signature).equals(address)) {
        return signature;
      }
      throw new SignerUnavailable("the signer at " + settings.url() + " signed as somebody else");
    } catch (InvalidValue e) {
      throw new SignerUnavailable("the signer at " + settings.url() + " gave no signature", e);
    }
  }

  /** Keys are named by their public keys; ours is the one whose account is ours. */
  private String identifier() {
    String known = identifier;
    if (known == null) {
      known = find(ask(request("/api/v1/eth1/publicKeys").GET()));
      identifier = known;
    }
    return known;
  }

  private String find(String answer) {
    try {
      for (String key : JSON.readValue(answer, String[].class)) {
        if (address.hex().equals("0x" + Keys.getAddress(Numeric.toBigInt(key)))) {
          return key;
        }
      }
    } catch (JacksonException | NumberFormatException e) {
      throw new SignerUnavailable("the signer at " + settings.url() + " lists no keys", e);
    }
    throw new SignerUnavailable(
        "the signer at " + settings.url() + " does not hold the key of " + address);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(settings.url().toString().replaceAll("/+$", "") + path))
            .timeout(settings.timeout());
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private String ask(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    Supplier<String> guarded =
        CircuitBreaker.decorateSupplier(
            breaker, Retry.decorateSupplier(retry, () -> send(request)));
    try {
      return guarded.get();
    } catch (NoAnswer | CallNotPermittedException e) {
      throw new SignerUnavailable(
          "the signer at " + settings.url() + " does not answer: " + e.getMessage(), e);
    }
  }

  private String send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() == OK) {
        return response.body();
      }
      String refused = "it answered " + response.statusCode();
      if (response.statusCode() >= SERVER_ERROR) {
        throw new NoAnswer(refused, null, true);
      }
      throw new SignerUnavailable("the signer at " + settings.url() + " refused: " + refused);
    } catch (HttpTimeoutException e) {
      throw new NoAnswer(e.toString(), e, false);
    } catch (IOException e) {
      throw new NoAnswer(e.toString(), e, true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SignerUnavailable("interrupted while the signer was asked", e);
    }
  }

  private static @Nullable String token(@Nullable Path file) {
    if (file == null) {
      return null;
    }
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new KeystoreUnreadable("token file " + file + " is missing or not readable");
    }
  }

  @Override
  public String toString() {
    return address.hex();
  }
}
