// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.devnet.journey.Network;
import io.settlement.events.value.TxId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a payer does who does not believe the operator. */
final class ReceiptScript {
  private final Network network;

  ReceiptScript(Network network) {
    this.network = network;
  }

  /**
   * How it ended, and all that it said.
   *
   * @param code 0 when every number was reckoned again from the chains
   */
  record Verdict(int code, String said) {}

  /** What the door says about a message. */
  String receipt(TxId txid) {
    return network
        .partner()
        .get("/v1/gas/" + txid + "/receipt")
        .orFail("the receipt of " + txid)
        .json()
        .toString();
  }

  /** Reckons it again from the chains alone. */
  Verdict verify(String receipt) {
    try {
      Path file = Files.createTempFile("receipt", ".json");
      Files.writeString(file, receipt);
      List<String> command = new ArrayList<>(List.of("node", "verify-receipt", file.toString()));
      network.file().chains().forEach((name, chain) -> command.add(name + "=" + chain.rpcUrl()));
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("").toAbsolutePath().toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      int code = process.waitFor();
      Files.delete(file);
      return new Verdict(code, said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
