// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static io.settlement.devnet.journeys.BtcHolder.await;
import static io.settlement.devnet.journeys.BtcHolder.awaitAmount;

import io.settlement.devnet.journey.BitcoinPurse;
import io.settlement.devnet.journey.WorldFile;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Contracts, books and outputs: the vault holds what was minted, and somebody signs for it. */
record Agreement(BtcHolder holder, BitcoinPurse purse) {
  private static final int RANGE = 50;

  /** Waits until all of them say that there is so much of an artifact. */
  void on(String artifact, long satoshi) {
    WorldFile.Bitcoin bitcoin = Objects.requireNonNull(holder.network().file().bitcoin());
    WorldFile.Vault vault = Objects.requireNonNull(bitcoin.vaults().get(artifact));
    String deposits = vault.descriptor();
    String change = deposits.replace("/0/*", "/1/*");
    awaitAmount(
        artifact + " in the vault",
        () -> purse.held(deposits, RANGE) + purse.held(change, RANGE),
        satoshi);
    awaitAmount("minted " + artifact, () -> holder.supply(artifact), satoshi);
    await(
        () -> artifact + " is not in balance: " + statement(artifact),
        () -> {
          JsonNode text = statement(artifact);
          return text.path("balanced").asBoolean()
              && text.path("deposits").asLong() - text.path("withdrawals").asLong() == satoshi;
        });
  }

  private JsonNode statement(String artifact) {
    String text =
        holder
            .network()
            .operator()
            .post("/v1/artifacts/" + artifact + "/statements", Map.of())
            .orFail("asking for a statement of " + artifact)
            .json()
            .path("text")
            .asString();
    return JsonMapper.shared().readTree(text);
  }
}
