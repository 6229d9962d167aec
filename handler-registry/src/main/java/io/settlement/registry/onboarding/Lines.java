// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.settlement.chain.ChainSettings;
import io.settlement.conformance.AddressPolicy;
import io.settlement.conformance.Answer;
import io.settlement.conformance.Load;
import io.settlement.conformance.Node;
import io.settlement.conformance.NodeSettings;
import io.settlement.conformance.Unanswered;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Lines to nodes: the applicants', which may be anywhere and are asked within limits, and the
 * operator's own.
 */
@Component
public class Lines implements DisposableBean {
  private static final int MOST_KEPT = 256;
  private static final int CALLS_PER_SECOND = 100;
  private static final int CALLS_AT_ONCE = 8;

  private final Map<ChainName, ChainSettings> own;
  private final NodeBook admitted;
  private final NodeSettings applicants;
  private final NodeSettings operators;
  private final Cache<URI, Node> kept =
      Caffeine.newBuilder()
          .maximumSize(MOST_KEPT)
          .<URI, Node>evictionListener((address, node, cause) -> close(node))
          .build();

  Lines(ChainsSettings chains, OnboardingSettings settings, NodeBook admitted) {
    this.admitted = admitted;
    own = chains.chains().stream().collect(Collectors.toMap(ChainSettings::name, chain -> chain));
    applicants =
        settings(
            settings,
            settings.allowPrivateAddresses() ? AddressPolicy.ANY : AddressPolicy.PUBLIC_ONLY);
    operators = settings(settings, AddressPolicy.ANY);
  }

  private static NodeSettings settings(OnboardingSettings settings, AddressPolicy addresses) {
    return new NodeSettings(
        settings.connectTimeout(), settings.answerTimeout(), settings.mostAnswer(), addresses);
  }

  /** A chain by its applicant's nodes. */
  Peek to(List<Paper.Provider> providers) {
    return new Peek(providers.stream().map(this::to).toList());
  }

  /** One of an applicant's nodes. */
  Peek.Line to(Paper.Provider provider) {
    return line(provider.url(), applicants);
  }

  /**
   * A chain in use, by the operator's own nodes and the quorum configured for them, else by those
   * it admitted, of which most must agree.
   *
   * @throws Unasked on use when there are none
   */
  public Peek to(ChainName chain) {
    ChainSettings configured = own.get(chain);
    if (configured != null) {
      return new Peek(
          configured.rpcUrls().stream().map(url -> line(url, operators)).toList(),
          configured.quorum());
    }
    List<URI> told =
        admitted.all().stream()
            .map(NodeBook.Admitted::state)
            .filter(one -> one.chain().equals(chain))
            .flatMap(one -> one.providers().stream())
            .map(one -> URI.create(one.url()))
            .toList();
    return new Peek(told.stream().map(url -> line(url, applicants)).toList(), told.size() / 2 + 1);
  }

  private Peek.Line line(URI address, NodeSettings settings) {
    return (method, params) -> {
      try {
        return read(node(address, settings).call(method, params));
      } catch (Unanswered silent) {
        throw new Unasked(why(silent.kind()), silent.getMessage());
      } catch (IllegalArgumentException noAddress) {
        throw new Unasked(Unasked.Why.FORBIDDEN, String.valueOf(noAddress.getMessage()));
      }
    };
  }

  private Node node(URI address, NodeSettings settings) {
    return kept.get(
        address, it -> Node.of(it, null, settings, Load.of(CALLS_PER_SECOND, CALLS_AT_ONCE)));
  }

  private static JsonNode read(Answer answer) {
    return switch (answer) {
      case Answer.Result result -> result.value();
      case Answer.Refused refused -> throw new Declined(refused.message(), data(refused.data()));
    };
  }

  private static byte[] data(@Nullable JsonNode data) {
    try {
      return data == null ? new byte[0] : Hex.decode(data.asString(""));
    } catch (InvalidValue noBytes) {
      return new byte[0];
    }
  }

  private static Unasked.Why why(Unanswered.Cause cause) {
    return switch (cause) {
      case FORBIDDEN_ADDRESS -> Unasked.Why.FORBIDDEN;
      case REDIRECT -> Unasked.Why.REDIRECTS;
      case TIMEOUT, INTERRUPTED -> Unasked.Why.HANGS;
      case GARBAGE, TOO_LARGE, REFUSED -> Unasked.Why.GARBAGE;
      case UNREACHABLE, INSECURE, RATE_LIMITED, HTTP_STATUS -> Unasked.Why.UNREACHABLE;
    };
  }

  private static void close(@Nullable Node node) {
    if (node != null) {
      node.close();
    }
  }

  @Override
  public void destroy() {
    kept.asMap().values().forEach(Node::close);
  }
}
