// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

import io.settlement.chain.Unreachable;
import io.settlement.events.value.Hash;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What Bitcoin Core's JSON means. BTC in decimals becomes satoshi, exactly. */
final class BitcoinJson {
  private static final int DECIMALS = 8;
  private static final Hash NOTHING = new Hash("0x" + "0".repeat(64));
  private static final long NO_OUTPUT = 0xffff_ffffL;

  private BitcoinJson() {}

  /** As the node spells it. */
  static String text(Hash hash) {
    return hash.hex().substring(2);
  }

  static Hash hash(JsonNode json) {
    return new Hash("0x" + json.asString(""));
  }

  static long sats(JsonNode btc) {
    if (!btc.isNumber()) {
      throw new Unreachable("an amount is missing");
    }
    return btc.decimalValue().movePointRight(DECIMALS).longValueExact();
  }

  /** A rate in BTC for 1000 virtual bytes may have more digits than a satoshi: rounded up. */
  private static FeeRate rate(JsonNode btcPerKvb) {
    BigDecimal sats = btcPerKvb.decimalValue().movePointRight(DECIMALS);
    return new FeeRate(sats.setScale(0, RoundingMode.CEILING).longValueExact());
  }

  static BitcoinHeader header(JsonNode json) {
    JsonNode parent = json.path("previousblockhash");
    return new BitcoinHeader(
        json.path("height").longValue(),
        hash(json.path("hash")),
        parent.isMissingNode() ? NOTHING : hash(parent),
        Instant.ofEpochSecond(json.path("time").longValue()),
        Instant.ofEpochSecond(json.path("mediantime").longValue()));
  }

  static BitcoinBlock block(JsonNode json) {
    List<BitcoinTransaction> transactions = new ArrayList<>();
    json.path("tx").forEach(one -> transactions.add(transaction(one)));
    return new BitcoinBlock(header(json), transactions);
  }

  static BitcoinTransaction transaction(JsonNode json) {
    Hash txid = hash(json.path("txid"));
    List<BitcoinInput> inputs = new ArrayList<>();
    json.path("vin").forEach(one -> inputs.add(input(one)));
    List<BitcoinOutput> outputs = new ArrayList<>();
    json.path("vout")
        .forEach(one -> outputs.add(output(new Outpoint(txid, one.path("n").longValue()), one)));
    return new BitcoinTransaction(txid, json.path("vsize").longValue(), inputs, outputs);
  }

  private static BitcoinInput input(JsonNode json) {
    long sequence = json.path("sequence").longValue();
    if (json.has("coinbase")) {
      return new BitcoinInput(new Outpoint(NOTHING, NO_OUTPUT), Optional.empty(), sequence);
    }
    Outpoint spends = new Outpoint(hash(json.path("txid")), json.path("vout").longValue());
    JsonNode spent = json.path("prevout");
    return new BitcoinInput(
        spends, spent.isObject() ? Optional.of(output(spends, spent)) : Optional.empty(), sequence);
  }

  private static BitcoinOutput output(Outpoint outpoint, JsonNode json) {
    return new BitcoinOutput(
        outpoint, sats(json.path("value")), script(json.path("scriptPubKey").path("hex")));
  }

  private static String script(JsonNode hex) {
    return "0x" + hex.asString("");
  }

  static UnspentOutput unspent(Outpoint outpoint, JsonNode json, long height) {
    return new UnspentOutput(
        output(outpoint, json), height, json.path("coinbase").asBoolean(false));
  }

  static UnspentScan scan(JsonNode json) {
    if (!json.path("success").asBoolean(false)) {
      throw new Unreachable("a scan of the outputs was broken off");
    }
    List<UnspentOutput> outputs = new ArrayList<>();
    for (JsonNode one : json.path("unspents")) {
      Outpoint outpoint = new Outpoint(hash(one.path("txid")), one.path("vout").longValue());
      outputs.add(
          new UnspentOutput(
              new BitcoinOutput(
                  outpoint, sats(one.path("amount")), script(one.path("scriptPubKey"))),
              one.path("height").longValue(),
              one.path("coinbase").asBoolean(false)));
    }
    outputs.sort(Comparator.comparing(one -> one.output().outpoint().toString()));
    return new UnspentScan(json.path("height").longValue(), hash(json.path("bestblock")), outputs);
  }

  static MempoolEntry entry(Hash txid, JsonNode json) {
    JsonNode fees = json.path("fees");
    return new MempoolEntry(
        txid,
        json.path("vsize").longValue(),
        sats(fees.path("base")),
        json.path("ancestorsize").longValue(),
        sats(fees.path("ancestor")),
        json.path("descendantcount").longValue(),
        Instant.ofEpochSecond(json.path("time").longValue()));
  }

  static MempoolState mempool(JsonNode json) {
    return new MempoolState(
        json.path("size").longValue(),
        json.path("bytes").longValue(),
        rate(json.path("mempoolminfee")).atLeast(rate(json.path("minrelaytxfee"))));
  }

  /** Empty when the node has not seen enough to say. */
  static Optional<FeeRate> estimate(JsonNode json) {
    JsonNode rate = json.path("feerate");
    return rate.isNumber() ? Optional.of(rate(rate)) : Optional.empty();
  }
}
