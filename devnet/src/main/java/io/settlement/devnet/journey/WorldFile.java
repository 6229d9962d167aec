// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journey;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.settlement.devnet.evm.Account;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Failure;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.SettlementMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * How to reach a running world: all that send, load and the journeys know about it. Written when it
 * is up, gone when it ends; readable by its owner only, because API keys are in it.
 *
 * @param pid the process that holds the world
 * @param folder its run folder: logs, pid files
 * @param gateway the one public door
 * @param kafka the broker
 * @param partnerKey API key with the partner's rights
 * @param operatorKey API key with the operator's rights
 * @param chains by name
 * @param validators keystores of the devnet's own validators
 * @param services where each service listens itself, by name
 */
public record WorldFile(
    long pid,
    Path folder,
    URI gateway,
    String kafka,
    String partnerKey,
    String operatorKey,
    Map<String, Chain> chains,
    List<Keystore> validators,
    Map<String, URI> services) {

  /**
   * A chain of the world.
   *
   * @param rpcUrl its node
   * @param contracts what is deployed on it
   * @param submitters who delivers to it, one account for each lane
   * @param blockSeconds time between its blocks
   */
  public record Chain(
      URI rpcUrl, Contracts contracts, List<EvmAddress> submitters, double blockSeconds) {}

  /**
   * What is deployed on a chain.
   *
   * @param handlers by what they are for: mintBurn, lockUnlock
   */
  public record Contracts(
      long chainId,
      EvmAddress settlement,
      EvmAddress verifier,
      EvmAddress gasService,
      EvmAddress gasPriceService,
      Map<String, Handler> handlers) {

    /** The handler of a mode. */
    public Handler handler(SettlementMode mode) {
      return find(mode).orElseThrow(() -> new Failure("No " + mode + " handler is deployed."));
    }

    /** The same; an artifact is locked on its home chain only. */
    public Optional<Handler> find(SettlementMode mode) {
      return handlers.values().stream().filter(handler -> handler.mode() == mode).findFirst();
    }
  }

  /**
   * A handler and its token.
   *
   * @param decimals digits after the point
   */
  public record Handler(EvmAddress handler, EvmAddress token, int decimals, SettlementMode mode) {

    /** Its name on a chain. */
    public HandlerId on(String chain) {
      return HandlerId.of(new ChainName(chain), handler);
    }
  }

  /**
   * A key at rest.
   *
   * @param file the keystore
   * @param passwordFile what opens it
   */
  public record Keystore(String file, String passwordFile) {
    /** The key itself. */
    public Account open() {
      try {
        String password = Files.readString(Path.of(passwordFile)).strip();
        return Account.fromKeystore(Path.of(file), password);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Where a stored key lies. */
    public static Keystore of(Account.Keystore stored) {
      return new Keystore(stored.file().toString(), stored.passwordFile().toString());
    }
  }

  /** The chain of that name. */
  public Chain chain(String name) {
    Chain chain = chains.get(name);
    if (chain == null) {
      throw new Failure("There is no chain " + name + "; there are " + chains.keySet() + ".");
    }
    return chain;
  }

  /** Writes it. */
  public void write(Path file) {
    RunFolder.writePrivately(
        file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(this));
  }

  /** The world that a file describes, when it still runs. */
  public static Optional<WorldFile> running(Path file) {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    WorldFile world = JsonMapper.shared().readValue(file, WorldFile.class);
    return ProcessHandle.of(world.pid()).filter(ProcessHandle::isAlive).map(process -> world);
  }

  /** The names of its chains. */
  @JsonIgnore
  public List<String> names() {
    return chains.keySet().stream().sorted().toList();
  }
}
