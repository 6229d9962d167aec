// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.evm.Account;
import io.settlement.devnet.process.RunFolder;
import io.settlement.events.value.EvmAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The secrets of one world, made anew for each: validator and submitter keystores, the secret
 * between gateway and services, two API keys.
 */
final class Keyring {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Who pays in this world: the users of journeys and of {@code devnet/send}. */
  private static final List<EvmAddress> USERS =
      List.of(Account.ofAnvil(1).address(), Account.ofAnvil(2).address());

  private final Path folder;
  private final List<Holder> validators = new ArrayList<>();
  private final Map<String, List<Holder>> submitters = new LinkedHashMap<>();
  private final Holder quoteSigner;
  private final Holder priceSigner;
  private final Holder statementSigner;
  private final Holder newcomersSubmitter;
  private final List<Holder> cosigners = new ArrayList<>();
  private final String partnerKey = apiKey("partner");
  private final String operatorKey = apiKey("operator");
  private final Path apiKeys;
  private final Path webhookKey;

  private Keyring(Path folder, InternalKeys internalKeys) {
    this.folder = folder;
    this.quoteSigner = holder(folder, "quote-signer");
    this.priceSigner = holder(folder, "price-signer");
    this.statementSigner = holder(folder, "statement-signer");
    this.newcomersSubmitter = holder(folder, "submitter-newcomers");
    internalKeys.write(folder);
    byte[] sealing = new byte[32];
    RANDOM.nextBytes(sealing);
    webhookKey =
        RunFolder.writePrivately(
            folder.resolve("webhooks.key"), Base64.getEncoder().encodeToString(sealing));
    apiKeys =
        RunFolder.writePrivately(
            folder.resolve("api-keys.json"),
            JsonMapper.shared()
                .writeValueAsString(
                    List.of(
                        new Line("devnet-partner", sha256(partnerKey), List.of("partner"), USERS),
                        new Line(
                            "devnet-operator",
                            sha256(operatorKey),
                            List.of("partner", "operator", "admin"),
                            List.of()))));
  }

  /**
   * A key and where it lies.
   *
   * @param account the key
   * @param keystore its file
   */
  record Holder(Account account, Account.Keystore keystore) {}

  /** A line of the gateway's key file: it holds hashes, never keys. */
  private record Line(String name, String sha256, List<String> scopes, List<EvmAddress> payers) {}

  static Keyring make(RunFolder run, WorldPlan plan) {
    Keyring keyring = new Keyring(run.keys(), InternalKeys.fresh(plan.ofOneBuild()));
    for (int i = 1; i <= WorldPlan.VALIDATORS; i++) {
      keyring.validators.add(keyring.holder("validator" + i));
      keyring.cosigners.add(keyring.holder("cosigner" + i));
    }
    for (ChainPlan chain : plan.chains()) {
      List<Holder> lanes = new ArrayList<>();
      for (int i = 0; i < chain.lanes(); i++) {
        lanes.add(keyring.holder("submitter-" + chain.name() + "-" + i));
      }
      keyring.submitters.put(chain.name(), lanes);
    }
    return keyring;
  }

  /** Binds the operator to quotes. */
  Holder quoteSigner() {
    return quoteSigner;
  }

  /** Tells the chains what gas costs elsewhere. */
  Holder priceSigner() {
    return priceSigner;
  }

  /** Who signs the statements of reserves. */
  Holder statementSigner() {
    return statementSigner;
  }

  /** Who delivers to chains that come later. */
  Holder newcomersSubmitter() {
    return newcomersSubmitter;
  }

  /** Each validator's share of the vaults. */
  VaultKeys vaults() {
    return new VaultKeys(cosigners);
  }

  List<Holder> validators() {
    return validators;
  }

  /** The keys of a chain's lanes, in order. */
  List<Holder> submitters(String chain) {
    return submitters.getOrDefault(chain, List.of());
  }

  List<EvmAddress> submitterAddresses(String chain) {
    return submitters(chain).stream().map(holder -> holder.account().address()).toList();
  }

  List<EvmAddress> validatorAddresses() {
    return validators.stream().map(holder -> holder.account().address()).toList();
  }

  /** What a service is told to accept internal tokens by, or to sign them with. */
  Path internalKeys(String service) {
    return InternalKeys.of(folder, service);
  }

  /** What the gateway reads. */
  Path apiKeys() {
    return apiKeys;
  }

  /** What the gateway seals webhooks' secrets with. */
  Path webhookKey() {
    return webhookKey;
  }

  String partnerKey() {
    return partnerKey;
  }

  String operatorKey() {
    return operatorKey;
  }

  private Holder holder(String name) {
    return holder(folder, name);
  }

  private static Holder holder(Path folder, String name) {
    Account account = Account.random();
    return new Holder(account, account.store(folder, name));
  }

  private static String sha256(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String apiKey(String owner) {
    byte[] secret = new byte[24];
    RANDOM.nextBytes(secret);
    return owner + "-" + HexFormat.of().formatHex(secret);
  }
}
