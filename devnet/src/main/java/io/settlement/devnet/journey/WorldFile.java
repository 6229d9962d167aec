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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How to reach a running world: all that send, load and the journeys know about it. Written when it
 * is up, gone when it ends; readable by its owner only, because API keys are in it.
 *
 * @param pid the process that holds the world
 * @param folder its run folder: logs, pid files
 * @param gateway the one public door
 * @param kafka the broker
 * @param kafkaClient what a client of it is told by the one who runs the world
 * @param partnerKey API key with the partner's rights
 * @param operatorKey API key with the operator's rights
 * @param chains by name
 * @param validators keystores of the devnet's own validators
 * @param services where each service listens itself, by name
 * @param newcomersSubmitters who delivers to chains that come later, one account for each lane
 * @param bitcoin null where the world has none
 */
public record WorldFile(
    long pid,
    Path folder,
    URI gateway,
    String kafka,
    Map<String, String> kafkaClient,
    String partnerKey,
    String operatorKey,
    Map<String, Chain> chains,
    List<Keystore> validators,
    Map<String, URI> services,
    List<EvmAddress> newcomersSubmitters,
    @Nullable Bitcoin bitcoin) {

  /**
   * The Bitcoin node of the world, of a network of its own.
   *
   * @param rpcUrl its JSON-RPC, the same as of Bitcoin Core
   * @param user and password: no secret, it listens on the loopback only
   * @param vaults by the primitive they stand behind
   */
  public record Bitcoin(URI rpcUrl, String user, String password, Map<String, Vault> vaults) {}

  /**
   * A vault.
   *
   * @param id SHA-256 of the descriptor's text, 0x and 64 hexadecimal digits
   * @param descriptor without checksum
   */
  public record Vault(String id, String descriptor) {
    /** Its name as a handler. */
    public HandlerId handler() {
      return new HandlerId(new ChainName("Bitcoin"), id);
    }
  }

  /**
   * What makes BTC an artifact on a chain.
   *
   * @param vault where the BTC is
   * @param handler mints for deposits, escrows for withdrawals
   */
  public record Primitive(
      String vault,
      EvmAddress artifact,
      EvmAddress handler,
      EvmAddress staking,
      EvmAddress wrapper,
      int decimals) {}

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
   * @param primitives by name, on the chain that has them; null elsewhere
   * @param basket of their artifacts; null elsewhere
   * @param artifactRegistry where they are registered; null elsewhere
   * @param carriers of the artifacts that travel, by the primitive; null where there are none
   */
  public record Contracts(
      long chainId,
      EvmAddress settlement,
      EvmAddress verifier,
      EvmAddress gasService,
      EvmAddress gasPriceService,
      Map<String, Handler> handlers,
      @Nullable Map<String, Primitive> primitives,
      @Nullable EvmAddress basket,
      @Nullable EvmAddress artifactRegistry,
      @Nullable Map<String, Handler> carriers) {

    /** The handler of an artifact that travels. */
    public Handler carrier(String artifact) {
      Handler carrier = carriers == null ? null : carriers.get(artifact);
      if (carrier == null) {
        throw new Failure("The artifact " + artifact + " does not travel here.");
      }
      return carrier;
    }

    /** The primitive behind an artifact. */
    public Primitive primitive(String artifact) {
      Primitive primitive = primitives == null ? null : primitives.get(artifact);
      if (primitive == null) {
        throw new Failure("Nothing makes BTC the artifact " + artifact + " here.");
      }
      return primitive;
    }

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

  /** The door of one of the services itself, as the one who runs it. */
  public Gateway door(String service) {
    URI url = services.get(service);
    if (url == null) {
      throw new Failure(
          "There is no service " + service + "; there are " + services.keySet() + ".");
    }
    return Gateway.of(url, new RunFolder(folder).keys().resolve("internal.key"));
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
