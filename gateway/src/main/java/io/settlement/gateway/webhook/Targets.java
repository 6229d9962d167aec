// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.webhook;

import io.settlement.conformance.AddressPolicy;
import io.settlement.conformance.GuardedSockets;
import io.settlement.kit.problem.Problem;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.springframework.stereotype.Component;

/**
 * Where deliveries may go: https and the public internet, unless configured. A target is looked at
 * when it is named, so that its owner is told, and again at each connection: a name may come to
 * mean another address.
 */
@Component
class Targets {
  private final boolean privateToo;
  private final AddressPolicy policy;

  Targets(WebhookSettings settings) {
    this.privateToo = settings.allowPrivateTargets();
    this.policy = privateToo ? AddressPolicy.ANY : AddressPolicy.PUBLIC_ONLY;
  }

  /** The target as it is kept; a problem when it may not be one. */
  String admit(String text) {
    HttpUrl url = HttpUrl.parse(text.strip());
    if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
      throw Problem.badRequest(
          "invalid-url", "url is an address https://… without user and password");
    }
    Set<String> schemes = privateToo ? Set.of("https", "http") : Set.of("https");
    if (!schemes.contains(url.scheme().toLowerCase(Locale.ROOT))) {
      throw Problem.unprocessable("target-not-https", "deliveries go to https only");
    }
    URI target = url.newBuilder().fragment(null).build().uri();
    if (!Arrays.stream(addressesOf(url.host())).allMatch(policy::allows)) {
      throw Problem.unprocessable(
          "target-forbidden", url.host() + " is not on the public internet");
    }
    return target.toString();
  }

  /** Connects only where it may, follows nobody, sends nothing twice by itself. */
  OkHttpClient client(WebhookSettings settings) {
    return new OkHttpClient.Builder()
        .socketFactory(new GuardedSockets(policy))
        .proxy(Proxy.NO_PROXY)
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .connectTimeout(settings.connectTimeout())
        .readTimeout(settings.timeout())
        .writeTimeout(settings.timeout())
        .callTimeout(settings.timeout())
        .build();
  }

  private static InetAddress[] addressesOf(String host) {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw Problem.unprocessable("target-unknown", "nobody knows the address of " + host);
    }
  }
}
