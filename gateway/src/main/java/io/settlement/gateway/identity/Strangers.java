// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.gateway.identity.IdentitySettings.Rate;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How much those may ask who show no key that opens: by their address, each gateway by itself.
 * Whoever is in front of the gateway is the client, unless it is one of the proxies that the server
 * was told of; then it is who they say.
 */
@Component
class Strangers {
  /** Addresses that are remembered; of more, those that were silent longest begin anew. */
  static final int MOST = 20_000;

  private static final String PROBES = "/actuator/health/";
  private static final int LONGEST_ADDRESS = 64;
  private static final int NETWORK_BYTES = 8;

  private final LoadingCache<String, Bucket> buckets;
  private final MeterRegistry meters;

  Strangers(IdentitySettings settings, MeterRegistry meters) {
    this.meters = meters;
    Rate limit = settings.strangers();
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build(address -> Bucket.builder().addLimit(bandwidth(limit)).build());
  }

  /** Lets a request pass, or says how long none of its client's will. */
  @Nullable Duration pass(HttpServletRequest request) {
    ConsumptionProbe taken = buckets.get(clientOf(request)).tryConsumeAndReturnRemaining(1);
    if (taken.isConsumed()) {
      return null;
    }
    meters.counter("settlement.gateway.limited", "limit", "stranger").increment();
    return Duration.ofNanos(taken.getNanosToWaitForRefill());
  }

  /** How many are remembered. */
  long remembered() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  /** What asks whether the gateway lives is not held up by others from behind the same address. */
  private static String clientOf(HttpServletRequest request) {
    String network = networkOf(request.getRemoteAddr());
    return request.getRequestURI().startsWith(PROBES) ? network + " health" : network;
  }

  /** One client has all of a /64 of IPv6. */
  static String networkOf(String address) {
    if (address.indexOf(':') < 0) {
      return shortened(address);
    }
    try {
      // With a colon it is never looked up.
      InetAddress literal = InetAddress.getByName(address);
      return literal instanceof Inet6Address
          ? Arrays.toString(Arrays.copyOf(literal.getAddress(), NETWORK_BYTES))
          : literal.getHostAddress();
    } catch (UnknownHostException e) {
      return shortened(address);
    }
  }

  private static String shortened(String address) {
    return address.length() > LONGEST_ADDRESS ? address.substring(0, LONGEST_ADDRESS) : address;
  }

  private static Bandwidth bandwidth(Rate limit) {
    return Bandwidth.builder()
        .capacity(limit.burst())
        .refillGreedy(limit.requestsPerSecond(), Duration.ofSeconds(1))
        .build();
  }
}
