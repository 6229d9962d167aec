// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON-RPC's spelling of numbers, blocks, logs and receipts. */
final class Quantities {

  private Quantities() {}

  static BigInteger unsigned(JsonNode quantity) {
    String text = quantity.asString("");
    if (!text.startsWith("0x") || text.length() < 3) {
      throw new Unreachable("not a JSON-RPC quantity: " + quantity);
    }
    try {
      return new BigInteger(text.substring(2), 16);
    } catch (NumberFormatException e) {
      throw new Unreachable("not a JSON-RPC quantity: " + quantity, e);
    }
  }

  static long number(JsonNode quantity) {
    try {
      return unsigned(quantity).longValueExact();
    } catch (ArithmeticException e) {
      throw new Unreachable("a number beyond 63 bits: " + quantity, e);
    }
  }

  /** The newest block, when this was asked for. */
  static OptionalLong headIn(RpcRequest request, JsonNode result) {
    if (request.method().equals("eth_blockNumber")) {
      return OptionalLong.of(number(result));
    }
    boolean newest =
        request.method().equals("eth_getBlockByNumber")
            && request.params().getFirst().equals(FinalityTag.LATEST.wire());
    return newest && result.isObject()
        ? OptionalLong.of(number(result.path("number")))
        : OptionalLong.empty();
  }

  static Wei wei(JsonNode quantity) {
    return new Wei(unsigned(quantity));
  }

  static Hash hash(JsonNode hash) {
    return new Hash(hash.asString(""));
  }

  static byte[] bytes(JsonNode hex) {
    return Hex.decode(hex.asString(""));
  }

  static String hex(long number) {
    return "0x" + Long.toHexString(number);
  }

  static BlockRef block(JsonNode block) {
    return new BlockRef(
        number(block.path("number")),
        hash(block.path("hash")),
        hash(block.path("parentHash")),
        Instant.ofEpochSecond(number(block.path("timestamp"))),
        block.path("baseFeePerGas").isString() ? wei(block.path("baseFeePerGas")) : Wei.ZERO);
  }

  static BlockHeader header(JsonNode block) {
    return new BlockHeader(block(block), Bloom.of(bytes(block.path("logsBloom"))));
  }

  static ChainLog log(JsonNode log) {
    List<Hash> topics = new ArrayList<>();
    log.path("topics").forEach(topic -> topics.add(hash(topic)));
    return new ChainLog(
        new EvmAddress(log.path("address").asString("")),
        topics,
        bytes(log.path("data")),
        number(log.path("blockNumber")),
        hash(log.path("blockHash")),
        hash(log.path("transactionHash")),
        number(log.path("logIndex")));
  }

  static Receipt receipt(JsonNode receipt) {
    List<ChainLog> logs = new ArrayList<>();
    receipt.path("logs").forEach(log -> logs.add(log(log)));
    return new Receipt(
        hash(receipt.path("transactionHash")),
        number(receipt.path("blockNumber")),
        hash(receipt.path("blockHash")),
        number(receipt.path("status")) == 1,
        new EvmAddress(receipt.path("from").asString("")),
        recipient(receipt.path("to")),
        new Gas(number(receipt.path("gasUsed"))),
        wei(receipt.path("effectiveGasPrice")),
        receipt.path("l1Fee").isString() ? wei(receipt.path("l1Fee")) : Wei.ZERO,
        logs);
  }

  static MinedTransaction transaction(JsonNode transaction) {
    return new MinedTransaction(
        hash(transaction.path("hash")),
        new EvmAddress(transaction.path("from").asString("")),
        recipient(transaction.path("to")),
        number(transaction.path("nonce")),
        wei(transaction.path("value")));
  }

  private static @Nullable EvmAddress recipient(JsonNode to) {
    return to.isString() ? new EvmAddress(to.asString("")) : null;
  }
}
