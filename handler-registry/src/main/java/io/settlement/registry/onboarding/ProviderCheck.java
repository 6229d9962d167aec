// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.kit.problem.Problem;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;

/** Every node an applicant names must answer, from an address that may be asked, for its chain. */
@Component
class ProviderCheck {
  private static final Set<String> HTTP = Set.of("http", "https");

  private final Lines lines;
  private final Desk desk;

  ProviderCheck(Lines lines, Desk desk) {
    this.lines = lines;
    this.desk = desk;
  }

  /**
   * @throws Problem for the first provider that will not do
   */
  void check(List<Paper.Provider> providers, long chainId) {
    Set<URI> seen = new HashSet<>();
    for (Paper.Provider provider : providers) {
      checkAddress(provider.url());
      if (!seen.add(provider.url())) {
        throw Problem.unprocessable(
            "provider-twice", "%s is named twice".formatted(host(provider.url())));
      }
    }
    desk.ask(
        () ->
            desk.together(
                providers.stream()
                    .<Callable<Boolean>>map(one -> () -> answers(one, chainId))
                    .toList()));
  }

  private static void checkAddress(URI address) {
    String scheme = address.getScheme();
    if (scheme == null
        || !HTTP.contains(scheme.toLowerCase(Locale.ROOT))
        || address.getHost() == null) {
      throw Problem.unprocessable(
          "provider-url", "a provider is a URL with http or https and a host");
    }
  }

  private boolean answers(Paper.Provider provider, long chainId) {
    String who = host(provider.url());
    try {
      long found = Peek.number(lines.to(provider).ask("eth_chainId"));
      if (found != chainId) {
        throw Problem.unprocessable(
            "provider-of-another-chain",
            "%s answers chain id %d instead of %d".formatted(who, found, chainId));
      }
      return true;
    } catch (Declined refused) {
      throw Problem.unprocessable(
          "provider-answers-garbage", "%s refuses eth_chainId".formatted(who));
    } catch (Unasked silent) {
      throw Problem.unprocessable(code(silent.why()), naming(who, silent.detail()));
    }
  }

  /** Among several nodes nobody would know which one. */
  private static String naming(String who, String detail) {
    return detail.contains(who) ? detail : who + ": " + detail;
  }

  private static String code(Unasked.Why why) {
    return switch (why) {
      case FORBIDDEN -> "provider-address-forbidden";
      case REDIRECTS -> "provider-redirects";
      case HANGS -> "provider-hangs";
      case GARBAGE -> "provider-answers-garbage";
      case UNREACHABLE -> "provider-unreachable";
    };
  }

  /** What may be shown: the rest may hold an access token. */
  private static String host(URI address) {
    return address.getPort() < 0
        ? String.valueOf(address.getHost())
        : address.getHost() + ":" + address.getPort();
  }
}
