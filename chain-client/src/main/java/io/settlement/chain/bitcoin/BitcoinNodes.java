// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.ChainException;
import io.settlement.chain.RpcError;
import io.settlement.chain.Unreachable;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** The nodes of the settings, asked in Bitcoin Core's dialect. */
final class BitcoinNodes implements BitcoinReader {
  private static final int NOT_FOUND = -5;
  private static final int INVALID = -8;
  private static final int OUT_OF_RANGE = INVALID;
  private static final int HEADER_ONLY = 1;
  private static final int WITH_SPENT_OUTPUTS = 3;
  private static final int WITH_SPENT_OUTPUTS_OF_ONE = 2;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration BETWEEN_SCANS = Duration.ofMillis(100);

  private final BitcoinSettings settings;
  private final HttpClient http;
  private final BitcoinPanel panel;

  BitcoinNodes(BitcoinSettings settings, MeterRegistry meters) {
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    this.panel =
        new BitcoinPanel(
            settings.quorum(),
            settings.providers().stream()
                .map(provider -> new BitcoinRpc(provider, settings, http, meters))
                .toList(),
            meters);
  }

  @Override
  public BitcoinSettings settings() {
    return settings;
  }

  @Override
  public void checkNetwork() {
    for (BitcoinRpc node : panel.nodes()) {
      String chain = node.call("getblockchaininfo").path("chain").asString("");
      if (!chain.equals(settings.network().rpcName())) {
        throw new IllegalStateException(
            "%s is on the network %s, not on %s"
                .formatted(node.name(), chain, settings.network().rpcName()));
      }
    }
  }

  @Override
  public BitcoinHeader head() {
    List<Long> heights =
        panel.several("getblockcount", node -> node.call("getblockcount").longValue()).stream()
            .sorted(Comparator.reverseOrder())
            .toList();
    return header(standingAt(heights.get(settings.quorum() - 1)));
  }

  @Override
  public Optional<Hash> hashAt(long height) {
    return height > head().height() ? Optional.empty() : Optional.of(standingAt(height));
  }

  private Hash standingAt(long height) {
    return panel.agree(
        "getblockhash",
        node ->
            lacking(OUT_OF_RANGE, node, () -> BitcoinJson.hash(node.call("getblockhash", height))));
  }

  @Override
  public BitcoinHeader header(Hash block) {
    return panel.agree(
        "getblockheader",
        node ->
            lacking(
                NOT_FOUND,
                node,
                () ->
                    BitcoinJson.header(
                        node.call("getblockheader", BitcoinJson.text(block), true))));
  }

  @Override
  public BitcoinBlock block(Hash block) {
    return panel.agree(
        "getblock",
        node ->
            lacking(
                NOT_FOUND,
                node,
                () ->
                    BitcoinJson.block(
                        node.call("getblock", BitcoinJson.text(block), WITH_SPENT_OUTPUTS))));
  }

  @Override
  public Optional<BitcoinTransaction> transactionIn(Hash block, Hash txid) {
    return panel.agree("getrawtransaction", node -> transactionIn(node, block, txid));
  }

  /** A node without the block is behind; one that has it knows whether the transaction is there. */
  private static Optional<BitcoinTransaction> transactionIn(
      BitcoinRpc node, Hash block, Hash txid) {
    JsonNode listed =
        lacking(NOT_FOUND, node, () -> node.call("getblock", BitcoinJson.text(block), HEADER_ONLY));
    for (JsonNode one : listed.path("tx")) {
      if (BitcoinJson.hash(one).equals(txid)) {
        return Optional.of(
            BitcoinJson.transaction(
                node.call(
                    "getrawtransaction",
                    BitcoinJson.text(txid),
                    WITH_SPENT_OUTPUTS_OF_ONE,
                    BitcoinJson.text(block))));
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<UnspentOutput> unspent(Outpoint outpoint, boolean withMempool) {
    return panel.agree(
        "gettxout",
        node -> {
          JsonNode found =
              node.call(
                  "gettxout", BitcoinJson.text(outpoint.txid()), outpoint.vout(), withMempool);
          return found.isNull()
              ? Optional.empty()
              : Optional.of(BitcoinJson.unspent(outpoint, found, heightOf(node, found)));
        });
  }

  private static long heightOf(BitcoinRpc node, JsonNode found) {
    long confirmations = found.path("confirmations").longValue();
    if (confirmations == 0) {
      return UnspentOutput.IN_MEMPOOL;
    }
    JsonNode best = node.call("getblockheader", found.path("bestblock").asString(), true);
    return best.path("height").longValue() - confirmations + 1;
  }

  @Override
  public UnspentScan unspentUnder(List<String> descriptors, int lastIndex) {
    List<Map<String, Object>> ranges =
        descriptors.stream()
            .map(one -> Map.<String, Object>of("desc", one, "range", lastIndex))
            .toList();
    return panel.agree("scantxoutset", node -> BitcoinJson.scan(scan(node, ranges)));
  }

  /** A node scans for one asker at a time: waits for its turn, as long as for any answer. */
  private JsonNode scan(BitcoinRpc node, List<Map<String, Object>> ranges) {
    long deadline = System.nanoTime() + settings.timeout().toNanos();
    while (true) {
      try {
        return node.call("scantxoutset", "start", ranges);
      } catch (RpcError e) {
        if (!isScanning(e) || System.nanoTime() > deadline) {
          throw e;
        }
        LockSupport.parkNanos(BETWEEN_SCANS.toNanos());
      }
    }
  }

  private static boolean isScanning(RpcError error) {
    return error.code() == INVALID && String.valueOf(error.getMessage()).contains("in progress");
  }

  @Override
  public Optional<MempoolEntry> mempoolEntry(Hash txid) {
    return panel.ask(
        node ->
            found(
                () ->
                    BitcoinJson.entry(txid, node.call("getmempoolentry", BitcoinJson.text(txid)))));
  }

  @Override
  public Optional<BitcoinTransaction> waiting(Hash txid) {
    return panel.ask(
        node ->
            found(
                () -> {
                  String wanted = BitcoinJson.text(txid);
                  node.call("getmempoolentry", wanted);
                  return BitcoinJson.transaction(
                      node.call("getrawtransaction", wanted, WITH_SPENT_OUTPUTS_OF_ONE));
                }));
  }

  @Override
  public MempoolState mempool() {
    return panel.ask(node -> BitcoinJson.mempool(node.call("getmempoolinfo")));
  }

  @Override
  public FeeRate feeRate(int blocks) {
    FeeRate floor = FeeRate.ofSatsPerVbyte(settings.leastFee());
    return panel.ask(
        node ->
            BitcoinJson.estimate(node.call("estimatesmartfee", blocks))
                .orElse(FeeRate.ofSatsPerVbyte(settings.fallbackFee()))
                .atLeast(BitcoinJson.mempool(node.call("getmempoolinfo")).leastRate())
                .atLeast(floor));
  }

  @Override
  public BitcoinBroadcast broadcast(byte[] transaction) {
    String hex = Hex.encode(transaction).substring(2);
    List<BitcoinBroadcast> outcomes = new ArrayList<>();
    List<ChainException> silent = new ArrayList<>();
    panel
        .everybody(node -> handOver(node, hex))
        .forEach(
            said -> {
              switch (said) {
                case BitcoinPanel.Said.Value<BitcoinBroadcast> told -> outcomes.add(told.value());
                case BitcoinPanel.Said.Failure<BitcoinBroadcast> failed -> silent.add(failed.why());
              }
            });
    return outcomes.stream()
        .min(Comparator.comparing(BitcoinBroadcast::outcome))
        .orElseThrow(() -> BitcoinPanel.together(silent));
  }

  private static BitcoinBroadcast handOver(BitcoinRpc node, String hex) {
    try {
      node.call("sendrawtransaction", hex);
      return BitcoinBroadcast.accepted();
    } catch (RpcError refused) {
      return BitcoinBroadcast.refused(refused.code(), String.valueOf(refused.getMessage()));
    }
  }

  @Override
  public int wellNodes() {
    return (int) panel.nodes().stream().filter(BitcoinRpc::isWell).count();
  }

  /** What a node does not have yet, another one may. */
  private static <T> T lacking(int code, BitcoinRpc node, Reading<T> reading) {
    try {
      return reading.read();
    } catch (RpcError e) {
      if (e.code() != code) {
        throw e;
      }
      throw new Unreachable(node.name() + " does not have it: " + e.getMessage());
    }
  }

  private static <T> Optional<T> found(Reading<T> reading) {
    try {
      return Optional.of(reading.read());
    } catch (RpcError e) {
      if (e.code() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** One question to one node. */
  private interface Reading<T> {
    T read();
  }

  @Override
  public void close() {
    panel.close();
    http.shutdownNow();
  }
}
