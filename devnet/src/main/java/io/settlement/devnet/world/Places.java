// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.process.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the parts of a world listen, and where others find them. */
interface Places {
  /** The address that services listen on. */
  String listen();

  /** The port that a service itself listens on. */
  int port(String part);

  /** Where others find a part: host:port. */
  String of(String part);

  /** The same by HTTP. */
  default URI url(String part) {
    return URI.create("http://" + of(part));
  }

  /** What the registry tries handlers with; empty where there is none beside it. */
  Optional<Path> anvil(Path projectRoot);

  /** All on this machine. */
  static Places local(Ports ports) {
    return new Local(ports);
  }

  /** Each part in a container that is called as the part, those of docker-compose.yml. */
  static Places composed() {
    return new Composed();
  }

  /** Everything listens on the loopback, each part on a port of its own. */
  record Local(Ports ports) implements Places {
    private static final String LOOPBACK = "127.0.0.1";

    @Override
    public String listen() {
      return LOOPBACK;
    }

    @Override
    public int port(String part) {
      return ports.of(part);
    }

    @Override
    public String of(String part) {
      return LOOPBACK + ":" + ports.of(part);
    }

    @Override
    public Optional<Path> anvil(Path projectRoot) {
      return Optional.of(AnvilNode.binary(projectRoot));
    }
  }

  /** Every service listens on the same port, of a container of its own. */
  record Composed() implements Places {
    private static final int SERVICE = 8080;
    private static final int CHAIN = 8545;
    private static final Map<String, Integer> OTHERS =
        Map.of("postgresql", 5432, "kafka", 9092, "bitcoin", 18443, "Alpha", CHAIN, "Beta", CHAIN);

    @Override
    public String listen() {
      return "0.0.0.0";
    }

    @Override
    public int port(String part) {
      return OTHERS.getOrDefault(part, SERVICE);
    }

    @Override
    public String of(String part) {
      return container(part) + ":" + port(part);
    }

    @Override
    public Optional<Path> anvil(Path projectRoot) {
      return Optional.empty();
    }

    /** What a part is called there; the relayer that does not observe is the courier. */
    static String container(String part) {
      return part.equals("relayer") ? "courier" : part.toLowerCase(Locale.ROOT);
    }
  }
}
