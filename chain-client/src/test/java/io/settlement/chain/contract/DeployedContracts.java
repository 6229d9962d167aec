// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.chain.Anvil;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.web3j.crypto.Credentials;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two real chains, Alpha and Beta, with the contracts on them. */
final class DeployedContracts implements AutoCloseable {
  static final ChainName ALPHA = new ChainName("Alpha");
  static final ChainName BETA = new ChainName("Beta");

  /** Three signers; two make a quorum. */
  static final List<Credentials> VALIDATORS =
      LongStream.rangeClosed(1001, 1003)
          .mapToObj(key -> Credentials.create(BigInteger.valueOf(key).toString(16)))
          .toList();

  /** Anvil's last account, which is nobody once everything is deployed. Not a secret. */
  private static final String DEPLOYER_KEY =
      "0x2a871d0798f97d79848a013d4936a73bf4cc922c825d33c1cf7073dff6d409c6";

  private static final Path WORLD = Path.of("world.json");
  private static final Path OUT = Path.of("deployments.json");
  private static final Path LOG = Path.of("deploy.log");
  private static final JsonMapper JSON = new JsonMapper();

  private final Anvil alpha;
  private final Anvil beta;
  private final JsonNode chains;

  private DeployedContracts(Anvil alpha, Anvil beta, JsonNode chains) {
    this.alpha = alpha;
    this.beta = beta;
    this.chains = chains;
  }

  static DeployedContracts start() throws Exception {
    Anvil alpha = Anvil.start("--chain-id", "31337");
    Anvil beta = Anvil.start("--chain-id", "31338");
    try {
      return new DeployedContracts(alpha, beta, deploy(alpha, beta));
    } catch (Exception e) {
      alpha.close();
      beta.close();
      throw e;
    }
  }

  private static JsonNode deploy(Anvil alpha, Anvil beta) throws Exception {
    Path folder = Files.createTempDirectory("deployed-contracts");
    try {
      return deploy(folder, alpha, beta);
    } finally {
      for (Path file : List.of(WORLD, OUT, LOG)) {
        Files.deleteIfExists(folder.resolve(file));
      }
      Files.delete(folder);
    }
  }

  private static JsonNode deploy(Path folder, Anvil alpha, Anvil beta) throws Exception {
    Path out = folder.resolve(OUT);
    Path world = Files.write(folder.resolve(WORLD), world(out, alpha, beta));
    Path script = Anvil.CONTRACTS.resolve("bin/deploy.mjs");
    ProcessBuilder builder =
        new ProcessBuilder("node", script.toString(), world.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(LOG).toFile());
    builder.environment().put("DEPLOYER_KEY", DEPLOYER_KEY);
    Process process = builder.start();
    if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroy();
      throw new IOException(Files.readString(folder.resolve(LOG)));
    }
    return JSON.readTree(Files.readAllBytes(out)).path("chains");
  }

  private static byte[] world(Path out, Anvil alpha, Anvil beta) {
    List<String> validators = VALIDATORS.stream().map(Credentials::getAddress).toList();
    List<String> alice = List.of(Anvil.ALICE.hex());
    return JSON.writeValueAsBytes(
        Map.of(
            "out",
            out.toString(),
            "validators",
            validators,
            "required",
            2,
            "holders",
            alice,
            "chains",
            List.of(
                Map.of("name", "Alpha", "rpcUrl", alpha.url().toString(), "refunders", alice),
                Map.of("name", "Beta", "rpcUrl", beta.url().toString(), "refunders", alice))));
  }

  Anvil node(ChainName chain) {
    return chain.equals(ALPHA) ? alpha : beta;
  }

  long chainId(ChainName chain) {
    return chains.path(chain.value()).path("chainId").asLong();
  }

  /** settlement, verifier or gasService. */
  EvmAddress contract(ChainName chain, String name) {
    return new EvmAddress(chains.path(chain.value()).path(name).asString());
  }

  /** mintBurn or lockUnlock. */
  HandlerId handler(ChainName chain, String kind) {
    return HandlerId.of(chain, handlerField(chain, kind, "handler"));
  }

  EvmAddress token(ChainName chain, String kind) {
    return handlerField(chain, kind, "token");
  }

  private EvmAddress handlerField(ChainName chain, String kind, String field) {
    return new EvmAddress(
        chains.path(chain.value()).path("handlers").path(kind).path(field).asString());
  }

  @Override
  public void close() {
    alpha.close();
    beta.close();
  }
}
