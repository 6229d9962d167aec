// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import java.util.List;

/**
 * Every topic of the suite, and what each keeps. The broker's topics are compared with this when a
 * service starts; partitions and copies are the environment's.
 */
public final class Topics {
  /** Life of each message; written by the relayer's observer and courier. */
  public static final String MESSAGES = "settlement.messages";

  /** Signatures; written by the validators. */
  public static final String ATTESTATIONS = "settlement.attestations";

  /** Coverage, refunds; written by gas-service. */
  public static final String GAS = "settlement.gas";

  /** Chains, handlers, routes, validator sets; compacted; written by handler-registry. */
  public static final String REGISTRY = "settlement.registry";

  /** Gas prices and rates of each chain; compacted; written by gas-service. */
  public static final String PRICES = "settlement.prices";

  /** Books of artifacts; written by artifact-service. */
  public static final String ARTIFACTS = "settlement.artifacts";

  /**
   * What the operator's accounts and the vaults paid; written by the relayer's courier and
   * observer.
   */
  public static final String TRANSACTIONS = "settlement.transactions";

  /** Receipt trees and proofs of the gas books; written by gas-service. */
  public static final String GAS_BOOKS = "settlement.gas-books";

  /**
   * Addresses and payout fees of the vaults on Bitcoin; compacted; written by the relayer's
   * courier.
   */
  public static final String VAULTS = "settlement.vaults";

  /** Payments of vaults on Bitcoin; written by the relayer's courier and the cosigners. */
  public static final String PSBT = "settlement.psbt";

  /** What became of guardians' orders; written by the relayer's courier. */
  public static final String PAUSES = "settlement.pauses";

  /** How much can arrive over each route; compacted; written by artifact-service. */
  public static final String LIQUIDITY = "settlement.liquidity";

  /** How providers of chains keep their service levels; compacted; written by handler-registry. */
  public static final String SERVICE_LEVELS = "settlement.service-levels";

  /** Work of each lane; internal to the relayer. */
  public static final String DELIVERIES = "settlement.deliveries";

  /** {@link #MESSAGES} with its type. */
  public static final Topic<MessageEvent> MESSAGE_EVENTS =
      new Topic<>(
          MESSAGES,
          MessageEvent.class,
          "txid",
          Keep.days(14),
          "relayer-service (observer, courier)",
          List.of(
              "artifact-service",
              "gas-service",
              "gateway",
              "handler-registry",
              "relayer-service (courier, validator)"));

  /** {@link #ATTESTATIONS} with its type. */
  public static final Topic<AttestationEvent> ATTESTATION_EVENTS =
      new Topic<>(
          ATTESTATIONS,
          AttestationEvent.class,
          "txid; root of a bundle",
          Keep.days(7),
          "relayer-service (validator)",
          List.of("gateway", "handler-registry", "relayer-service (courier)"));

  /** {@link #GAS} with its type. */
  public static final Topic<GasEvent> GAS_EVENTS =
      new Topic<>(
          GAS,
          GasEvent.class,
          "txid",
          Keep.days(14),
          "gas-service",
          List.of("gateway", "relayer-service (courier)"));

  /** {@link #REGISTRY} with its type. */
  public static final Topic<RegistryEvent> REGISTRY_EVENTS =
      new Topic<>(
          REGISTRY,
          RegistryEvent.class,
          "what it is about, for instance chain:Alpha",
          Keep.latestOfEachKey(),
          "handler-registry",
          List.of("artifact-service", "gas-service", "relayer-service"));

  /** {@link #PRICES} with its type. */
  public static final Topic<PriceEvent> PRICE_EVENTS =
      new Topic<>(
          PRICES,
          PriceEvent.class,
          "chain; signed:chain",
          Keep.latestOfEachKey(),
          "gas-service",
          List.of("relayer-service (courier)"));

  /** {@link #ARTIFACTS} with its type. */
  public static final Topic<ArtifactEvent> ARTIFACT_EVENTS =
      new Topic<>(
          ARTIFACTS,
          ArtifactEvent.class,
          "artifact",
          Keep.days(14),
          "artifact-service",
          List.of("gateway", "handler-registry", "relayer-service (courier)"));

  /** {@link #TRANSACTIONS} with its type. */
  public static final Topic<TransactionEvent> TRANSACTION_EVENTS =
      new Topic<>(
          TRANSACTIONS,
          TransactionEvent.class,
          "chain:account",
          Keep.days(14),
          "relayer-service (observer, courier)",
          List.of("gas-service"));

  /** {@link #GAS_BOOKS} with its type. */
  public static final Topic<GasBooksEvent> GAS_BOOKS_EVENTS =
      new Topic<>(
          GAS_BOOKS,
          GasBooksEvent.class,
          "chain",
          Keep.days(14),
          "gas-service",
          List.of("relayer-service (courier)"));

  /** {@link #VAULTS} with its type. */
  public static final Topic<VaultEvent> VAULT_EVENTS =
      new Topic<>(
          VAULTS,
          VaultEvent.class,
          "vault:index; vault:fees",
          Keep.latestOfEachKey(),
          "relayer-service (courier)",
          List.of("artifact-service", "gas-service", "relayer-service (observer, validator)"));

  /** {@link #PSBT} with its type. */
  public static final Topic<PsbtEvent> PSBT_EVENTS =
      new Topic<>(
          PSBT,
          PsbtEvent.class,
          "batch",
          Keep.days(14),
          "relayer-service (courier, validator)",
          List.of("artifact-service", "relayer-service (courier, validator)"));

  /** {@link #PAUSES} with its type. */
  public static final Topic<PauseEvent> PAUSE_EVENTS =
      new Topic<>(
          PAUSES,
          PauseEvent.class,
          "artifact",
          Keep.days(14),
          "relayer-service (courier)",
          List.of("artifact-service"));

  /** {@link #LIQUIDITY} with its type. */
  public static final Topic<LiquidityEvent> LIQUIDITY_EVENTS =
      new Topic<>(
          LIQUIDITY,
          LiquidityEvent.class,
          "route",
          Keep.latestOfEachKey(),
          "artifact-service",
          List.of("gas-service", "relayer-service"));

  /** {@link #SERVICE_LEVELS} with its type. */
  public static final Topic<ServiceLevelEvent> SERVICE_LEVEL_EVENTS =
      new Topic<>(
          SERVICE_LEVELS,
          ServiceLevelEvent.class,
          "provider",
          Keep.latestOfEachKey(),
          "handler-registry",
          List.of("relayer-service"));

  /** {@link #DELIVERIES} with its type. */
  public static final Topic<DeliveryEvent> DELIVERY_EVENTS =
      new Topic<>(
          DELIVERIES,
          DeliveryEvent.class,
          "lane",
          Keep.days(7),
          "relayer-service (courier)",
          List.of("relayer-service (courier)"));

  /** All of them. */
  public static final List<Topic<? extends SuiteEvent>> ALL =
      List.of(
          MESSAGE_EVENTS,
          ATTESTATION_EVENTS,
          GAS_EVENTS,
          REGISTRY_EVENTS,
          PRICE_EVENTS,
          ARTIFACT_EVENTS,
          TRANSACTION_EVENTS,
          GAS_BOOKS_EVENTS,
          VAULT_EVENTS,
          PSBT_EVENTS,
          PAUSE_EVENTS,
          LIQUIDITY_EVENTS,
          SERVICE_LEVEL_EVENTS,
          DELIVERY_EVENTS);

  private Topics() {}
}
