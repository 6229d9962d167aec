// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.settlement.conformance.Load;
import io.settlement.conformance.Node;
import io.settlement.conformance.NodeSettings;
import io.settlement.registry.onboarding.NamedProviders.NamedProvider;
import io.settlement.registry.servicelevel.ServiceLevelSettings.Timing;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Connections to providers, kept from one minute to the next: a probe measures no handshake. */
@Component
class ProbedNodes implements DisposableBean {
  private static final int MOST_BYTES = 8 << 20;
  private static final int MOST_KEPT = 1024;
  private static final int CALLS_PER_SECOND = 1000;

  private final Timing timing;
  private final Cache<NamedProvider, Node> kept =
      Caffeine.newBuilder()
          .maximumSize(MOST_KEPT)
          .expireAfterAccess(Duration.ofMinutes(10))
          .<NamedProvider, Node>evictionListener((provider, node, cause) -> close(node))
          .build();

  ProbedNodes(ServiceLevelSettings settings) {
    timing = settings.timing();
  }

  Node of(NamedProvider provider) {
    return kept.get(provider, this::connect);
  }

  private Node connect(NamedProvider provider) {
    NodeSettings settings =
        new NodeSettings(timing.connect(), timing.answer(), MOST_BYTES, provider.addresses());
    return Node.of(provider.url(), null, settings, Load.of(CALLS_PER_SECOND, 1));
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
