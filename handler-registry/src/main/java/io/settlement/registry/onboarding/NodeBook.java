// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.NodeAddress;
import io.settlement.events.RegistryEvent.NodesState;
import io.settlement.events.RegistryEvent.OnboardingStage;
import io.settlement.events.value.ChainName;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.ChangeLog;
import io.settlement.registry.onboarding.Docket.Moved;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Nodes of new chains that an operator lets all services read; without secrets. */
@Service
@Transactional
class NodeBook {
  private static final TypeReference<List<NodeAddress>> ADDRESSES = new TypeReference<>() {};
  private static final Set<OnboardingStage> STAGES =
      Set.of(OnboardingStage.TESTNET, OnboardingStage.MAINNET_DEPLOYED, OnboardingStage.LIVE);

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final History history;
  private final ChangeLog changes;

  NodeBook(JdbcClient jdbc, JsonMapper json, History history, ChangeLog changes) {
    this.jdbc = jdbc;
    this.json = json;
    this.history = history;
    this.changes = changes;
  }

  /**
   * Tells every service the nodes of a deployment.
   *
   * @throws Problem when the application is not that far, or an address holds a secret
   */
  void admit(
      Application application,
      Paper.Network network,
      int confirmations,
      String operator,
      Instant now) {
    changes.begin();
    if (!STAGES.contains(application.stage())) {
      throw Problem.conflict("not-from-this-stage", "nodes are admitted while one of " + STAGES);
    }
    Deployed stated = application.deployment(network).orElseThrow(Docket::notDeployed);
    List<NodeAddress> addresses = stated.providers().stream().map(NodeBook::address).toList();
    history.add(
        application.id(),
        History.Entry.of(
            operator,
            "ADMIT_NODES",
            "%s: %d nodes of %s".formatted(network, addresses.size(), stated.name()),
            now));
    tell(application.id(), new NodesState(stated.name(), addresses, confirmations, now));
  }

  private static NodeAddress address(Paper.Provider provider) {
    URI socket = provider.webSocketUrl();
    if (isSecret(provider.url()) || (socket != null && isSecret(socket))) {
      throw Problem.unprocessable(
          "provider-with-secret",
          "an address of %s holds a user or a query: configure it at each service instead"
              .formatted(provider.operator()));
    }
    return new NodeAddress(provider.url().toString(), socket == null ? null : socket.toString());
  }

  private static boolean isSecret(URI address) {
    return address.getRawUserInfo() != null || address.getRawQuery() != null;
  }

  private void tell(UUID application, NodesState state) {
    jdbc.sql(
            """
            insert into admitted_nodes (chain, application, providers, confirmations, at)
            values (:chain, :application, :providers::jsonb, :confirmations, :now)
            on conflict (chain) do update
              set application = excluded.application, providers = excluded.providers,
                  confirmations = excluded.confirmations, at = excluded.at
            """)
        .param("chain", state.chain().value())
        .param("application", application)
        .param("providers", json.writeValueAsString(state.providers()))
        .param("confirmations", state.confirmations())
        .param("now", ApplicationTable.time(state.at()))
        .update();
    changes.record(state);
  }

  /** Nobody is to read the nodes of what ended. */
  @EventListener
  void end(Moved moved) {
    if (Transitions.ENDS.contains(moved.to())) {
      all().stream()
          .filter(one -> one.application().equals(moved.from().id()))
          .filter(one -> !one.state().providers().isEmpty())
          .forEach(
              one ->
                  tell(
                      one.application(),
                      new NodesState(one.state().chain(), List.of(), 0, moved.at())));
    }
  }

  /** Whose nodes, and which. */
  record Admitted(UUID application, NodesState state) {}

  @Transactional(readOnly = true)
  public List<Admitted> all() {
    return jdbc.sql(
            "select chain, application, providers, confirmations, at from admitted_nodes order by"
                + " chain")
        .query(
            (row, number) ->
                new Admitted(
                    row.getObject("application", UUID.class),
                    new NodesState(
                        new ChainName(row.getString("chain")),
                        json.readValue(row.getString("providers"), ADDRESSES),
                        row.getInt("confirmations"),
                        row.getTimestamp("at").toInstant())))
        .list();
  }

  /** Every fact, for readers that missed some. */
  @Transactional(readOnly = true)
  public List<RegistryEvent> facts() {
    return all().stream().<RegistryEvent>map(Admitted::state).toList();
  }
}
