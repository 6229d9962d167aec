// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.chain;

import io.settlement.chain.ChainSettings;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hex;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.methods.response.EthSendTransaction;
import org.web3j.protocol.exceptions.ClientConnectionException;
import org.web3j.protocol.http.HttpService;

/** Hands signed transactions to the nodes of their chain; the first node that answers decides. */
public final class Broadcaster implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Broadcaster.class);

  private final Map<ChainName, List<Web3j>> nodes = new LinkedHashMap<>();

  /** Connects to the nodes of each chain, in their configured order. */
  public Broadcaster(List<ChainSettings> chains) {
    for (ChainSettings chain : chains) {
      OkHttpClient http =
          new OkHttpClient.Builder()
              .callTimeout(chain.timeout())
              .connectTimeout(chain.timeout())
              .readTimeout(chain.timeout())
              .build();
      nodes.put(
          chain.name(),
          chain.rpcUrls().stream()
              .map(url -> Web3j.build(new HttpService(url.toString(), http)))
              .toList());
    }
  }

  /** Broadcasts, again and again if need be: the bytes of a transaction can only count once. */
  public Verdict broadcast(ChainName chain, SignedTransaction transaction) {
    String raw = Hex.encode(transaction.raw());
    for (Web3j node : nodes.getOrDefault(chain, List.of())) {
      try {
        return verdict(chain, transaction, node.ethSendRawTransaction(raw).send());
      } catch (IOException | ClientConnectionException e) {
        log.atWarn()
            .addKeyValue("chain", chain)
            .addKeyValue("txHash", transaction.hash())
            .addKeyValue("cause", e.toString())
            .log("node did not answer a broadcast");
      }
    }
    return Verdict.UNREACHABLE;
  }

  private static Verdict verdict(
      ChainName chain, SignedTransaction transaction, EthSendTransaction answer) {
    if (!answer.hasError()) {
      return Verdict.ACCEPTED;
    }
    Verdict verdict = Verdict.ofError(String.valueOf(answer.getError().getMessage()));
    if (!verdict.isOnItsWay()) {
      log.atWarn()
          .addKeyValue("chain", chain)
          .addKeyValue("txHash", transaction.hash())
          .addKeyValue("verdict", verdict)
          .addKeyValue("answer", answer.getError().getMessage())
          .log("node did not take a transaction");
    }
    return verdict;
  }

  @Override
  public void close() {
    nodes.values().forEach(urls -> urls.forEach(Web3j::shutdown));
  }
}
