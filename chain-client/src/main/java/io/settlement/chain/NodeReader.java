// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Wei;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** Asks {@link Nodes} and turns their JSON into values. */
final class NodeReader implements EvmReader {
  private static final int BATCH = 100;
  private static final Comparator<ChainLog> CHAIN_ORDER =
      Comparator.comparingLong(ChainLog::blockNumber).thenComparingLong(ChainLog::logIndex);

  private final ChainSettings settings;
  private final Nodes nodes;

  NodeReader(ChainSettings settings, Nodes nodes) {
    this.settings = settings;
    this.nodes = nodes;
  }

  @Override
  public ChainSettings settings() {
    return settings;
  }

  @Override
  public BlockRef head(FinalityTag tag) {
    RpcRequest request = RpcRequest.of("eth_getBlockByNumber", tag.wire(), false);
    return one(request, json -> present(json, tag.wire()));
  }

  @Override
  public List<BlockRef> blocks(List<Long> numbers) {
    List<RpcRequest> requests =
        numbers.stream()
            .map(number -> RpcRequest.of("eth_getBlockByNumber", Quantities.hex(number), false))
            .toList();
    return batched("eth_getBlockByNumber", requests, json -> present(json, "a number asked for"));
  }

  private BlockRef present(JsonNode block, String what) {
    if (block.isNull()) {
      throw Unreachable.behind(settings.name() + " has no block for " + what);
    }
    return Quantities.block(block);
  }

  @Override
  public List<ChainLog> logs(
      long from, long to, Collection<EvmAddress> addresses, Collection<Hash> topic0s) {
    LogFilter filter = LogFilter.of(addresses, topic0s);
    int span = settings.maxLogRange();
    List<ChainLog> logs = new ArrayList<>();
    LongStream.iterate(from, start -> start <= to, start -> start + span)
        .forEach(start -> logs.addAll(range(start, Math.min(to, start + span - 1), filter)));
    return logs;
  }

  /** Nodes limit how many logs an answer holds, so a refused range is asked for in halves. */
  private List<ChainLog> range(long from, long to, LogFilter filter) {
    try {
      return nodes.ask(
          "eth_getLogs",
          List.of(RpcRequest.of("eth_blockNumber"), filter.request(from, to)),
          answers -> seen(answers, to));
    } catch (RpcError e) {
      if (from == to) {
        throw e;
      }
      long middle = from + (to - from) / 2;
      List<ChainLog> logs = new ArrayList<>(range(from, middle, filter));
      logs.addAll(range(middle + 1, to, filter));
      return logs;
    }
  }

  private List<ChainLog> seen(List<Answer> answers, long to) {
    long head = Quantities.number(answers.getFirst().result());
    if (head < to) {
      throw Unreachable.behind(
          settings.name() + " was asked for logs up to " + to + ", its head is " + head);
    }
    List<ChainLog> logs = new ArrayList<>();
    answers.getLast().result().forEach(log -> logs.add(Quantities.log(log)));
    logs.sort(CHAIN_ORDER);
    return logs;
  }

  @Override
  public Map<Hash, Receipt> receipts(Collection<Hash> txHashes) {
    List<RpcRequest> requests =
        new LinkedHashSet<>(txHashes)
            .stream().map(tx -> RpcRequest.of("eth_getTransactionReceipt", tx.hex())).toList();
    Map<Hash, Receipt> receipts = new LinkedHashMap<>();
    for (JsonNode json : batched("eth_getTransactionReceipt", requests, Function.identity())) {
      if (!json.isNull()) {
        Receipt receipt = Quantities.receipt(json);
        receipts.put(receipt.txHash(), receipt);
      }
    }
    return receipts;
  }

  @Override
  public byte[] call(Call call, FinalityTag tag) {
    return one(RpcRequest.of("eth_call", wire(call), tag.wire()), Quantities::bytes);
  }

  @Override
  public List<byte[]> calls(List<Call> calls, FinalityTag tag) {
    List<RpcRequest> requests =
        calls.stream().map(call -> RpcRequest.of("eth_call", wire(call), tag.wire())).toList();
    return batched("eth_call", requests, Quantities::bytes);
  }

  @Override
  public Gas estimateGas(Call call) {
    RpcRequest request = RpcRequest.of("eth_estimateGas", wire(call));
    return new Gas(one(request, Quantities::number));
  }

  private static Map<String, String> wire(Call call) {
    Map<String, String> wire = new LinkedHashMap<>();
    EvmAddress from = call.from();
    if (from != null) {
      wire.put("from", from.hex());
    }
    wire.put("to", call.to().hex());
    wire.put("data", Hex.encode(call.data()));
    wire.put("value", "0x" + call.value().value().toString(16));
    return wire;
  }

  @Override
  public FeeSnapshot fees() {
    return nodes.ask("eth_feeHistory", Fees.REQUESTS, Fees::snapshot);
  }

  @Override
  public Wei balance(EvmAddress account) {
    RpcRequest request = RpcRequest.of("eth_getBalance", account.hex(), FinalityTag.LATEST.wire());
    return one(request, Quantities::wei);
  }

  @Override
  public long transactionCount(EvmAddress account, boolean pending) {
    String block = pending ? "pending" : FinalityTag.LATEST.wire();
    return one(RpcRequest.of("eth_getTransactionCount", account.hex(), block), Quantities::number);
  }

  @Override
  public long chainId() {
    return one(RpcRequest.of("eth_chainId"), Quantities::number);
  }

  private <T> T one(RpcRequest request, Function<JsonNode, T> read) {
    return nodes.ask(
        request.method(), List.of(request), answers -> read.apply(answers.getFirst().result()));
  }

  private <T> List<T> batched(
      String method, List<RpcRequest> requests, Function<JsonNode, T> read) {
    List<T> values = new ArrayList<>(requests.size());
    for (int start = 0; start < requests.size(); start += BATCH) {
      List<RpcRequest> chunk = requests.subList(start, Math.min(start + BATCH, requests.size()));
      values.addAll(
          nodes.ask(
              method,
              chunk,
              answers -> answers.stream().map(answer -> read.apply(answer.result())).toList()));
    }
    return values;
  }

  @Override
  public void close() {
    nodes.close();
  }
}
