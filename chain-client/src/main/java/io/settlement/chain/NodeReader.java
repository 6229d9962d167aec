// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
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
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks {@link Nodes} and turns their JSON into values. */
final class NodeReader implements EvmReader {
  private static final int BATCH = 100;
  private static final Pattern PURPOSE = Pattern.compile("[a-z][a-z-]{0,30}");
  private static final Comparator<ChainLog> CHAIN_ORDER =
      Comparator.comparingLong(ChainLog::blockNumber).thenComparingLong(ChainLog::logIndex);

  private final ChainSettings settings;
  private final Nodes nodes;
  private final HeadBell bell;
  private final View view;

  /**
   * How the nodes are asked.
   *
   * @param purpose for whom
   * @param agreed whether facts need a quorum
   * @param owns whether closing ends the connections
   */
  private record View(String purpose, boolean agreed, boolean owns) {}

  private NodeReader(ChainSettings settings, Nodes nodes, HeadBell bell, View view) {
    this.settings = settings;
    this.nodes = nodes;
    this.bell = bell;
    this.view = view;
  }

  static NodeReader connect(
      ChainSettings settings, MeterRegistry meters, WeightFactors factors, Tracer tracer) {
    Nodes nodes = new Nodes(settings, meters, factors, tracer);
    HeadBell bell = new HeadBell(settings, nodes.http(), meters);
    return new NodeReader(settings, nodes, bell, new View("other", false, true));
  }

  @Override
  public EvmReader forPurpose(String purpose) {
    if (!PURPOSE.matcher(purpose).matches()) {
      throw new IllegalArgumentException("not a purpose: " + purpose);
    }
    return new NodeReader(settings, nodes, bell, new View(purpose, view.agreed(), false));
  }

  @Override
  public EvmReader agreed() {
    View quorum = new View(view.purpose(), settings.quorum() > 1, false);
    return new NodeReader(settings, nodes, bell, quorum);
  }

  @Override
  public Bell onNewHead(Runnable wake) {
    return bell.listen(wake);
  }

  @Override
  public List<ProviderReport> providers() {
    return nodes.report();
  }

  @Override
  public ChainSettings settings() {
    return settings;
  }

  @Override
  public BlockRef head(FinalityTag tag) {
    RpcRequest request = RpcRequest.of("eth_getBlockByNumber", tag.wire(), false);
    if (!view.agreed()) {
      return one(request, json -> present(json, tag.wire()));
    }
    BlockRef lowest =
        nodes.several(question(request, json -> present(json, tag.wire()))).stream()
            .min(Comparator.comparingLong(BlockRef::number))
            .orElseThrow();
    return blocks(List.of(lowest.number())).getFirst();
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
    return present(block, what, Quantities::block);
  }

  private <T> T present(JsonNode json, String what, Function<JsonNode, T> read) {
    if (json.isNull()) {
      throw Unreachable.behind(settings.name() + " has no block for " + what);
    }
    return read.apply(json);
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
      List<RpcRequest> requests =
          List.of(RpcRequest.of("eth_blockNumber"), filter.request(from, to));
      return facts("eth_getLogs", requests, answers -> List.of(seen(answers, to))).getFirst();
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
    return logs(answers.getLast().result());
  }

  @Override
  public List<BlockHeader> headers(long from, long to) {
    List<RpcRequest> requests =
        LongStream.rangeClosed(from, to)
            .mapToObj(n -> RpcRequest.of("eth_getBlockByNumber", Quantities.hex(n), false))
            .toList();
    return batched(
        "eth_getBlockByNumber",
        requests,
        json -> Quantities.header(present(json, "a number asked for", Function.identity())));
  }

  @Override
  public Map<Hash, List<ChainLog>> logsOf(
      Collection<Hash> blocks, Collection<EvmAddress> addresses, Collection<Hash> topic0s) {
    LogFilter filter = LogFilter.of(addresses, topic0s);
    List<Hash> asked = blocks.stream().distinct().toList();
    return keyed(
        asked,
        batched("eth_getLogs", asked.stream().map(filter::request).toList(), NodeReader::logs));
  }

  @Override
  public Map<Hash, List<ChainLog>> logsInReceiptsOf(Collection<Hash> blocks) {
    List<Hash> asked = blocks.stream().distinct().toList();
    try {
      List<RpcRequest> requests =
          asked.stream().map(one -> RpcRequest.of("eth_getBlockReceipts", one.hex())).toList();
      return keyed(asked, batched("eth_getBlockReceipts", requests, this::logsInReceipts));
    } catch (RpcError refused) {
      if (refused.code() != Answer.METHOD_NOT_FOUND) {
        throw refused;
      }
      return logsInReceiptsOneByOne(asked);
    }
  }

  private List<ChainLog> logsInReceipts(JsonNode receipts) {
    List<ChainLog> logs = new ArrayList<>();
    present(receipts, "a hash asked for", Function.identity())
        .forEach(receipt -> logs.addAll(logs(receipt.path("logs"))));
    return logs;
  }

  /** For nodes that do not know how to tell all receipts of a block at once. */
  private Map<Hash, List<ChainLog>> logsInReceiptsOneByOne(List<Hash> blocks) {
    List<RpcRequest> requests =
        blocks.stream().map(one -> RpcRequest.of("eth_getBlockByHash", one.hex(), false)).toList();
    List<List<Hash>> transactions = batched("eth_getBlockByHash", requests, this::transactionsOf);
    Map<Hash, Receipt> receipts = receipts(transactions.stream().flatMap(List::stream).toList());
    return keyed(
        blocks,
        transactions.stream()
            .map(all -> all.stream().flatMap(tx -> logsOf(receipts.get(tx), tx)).toList())
            .toList());
  }

  private List<Hash> transactionsOf(JsonNode block) {
    List<Hash> transactions = new ArrayList<>();
    present(block, "a hash asked for", Function.identity())
        .path("transactions")
        .forEach(tx -> transactions.add(Quantities.hash(tx)));
    return transactions;
  }

  private Stream<ChainLog> logsOf(@Nullable Receipt receipt, Hash transaction) {
    if (receipt == null) {
      throw Unreachable.behind(settings.name() + " has no receipt of " + transaction);
    }
    return receipt.logs().stream();
  }

  private static <T> Map<Hash, T> keyed(List<Hash> keys, List<T> values) {
    Map<Hash, T> keyed = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      keyed.put(keys.get(i), values.get(i));
    }
    return keyed;
  }

  private static List<ChainLog> logs(JsonNode json) {
    List<ChainLog> logs = new ArrayList<>();
    json.forEach(log -> logs.add(Quantities.log(log)));
    logs.sort(CHAIN_ORDER);
    return logs;
  }

  @Override
  public boolean isSyncing() {
    return one(RpcRequest.of("eth_syncing"), json -> !json.isBoolean() || json.asBoolean());
  }

  @Override
  public Map<Hash, Receipt> receipts(Collection<Hash> txHashes) {
    List<RpcRequest> requests =
        new LinkedHashSet<>(txHashes)
            .stream().map(tx -> RpcRequest.of("eth_getTransactionReceipt", tx.hex())).toList();
    Map<Hash, Receipt> receipts = new LinkedHashMap<>();
    batched("eth_getTransactionReceipt", requests, NodeReader::receipt)
        .forEach(found -> found.ifPresent(one -> receipts.put(one.txHash(), one)));
    return receipts;
  }

  private static Optional<Receipt> receipt(JsonNode json) {
    return json.isNull() ? Optional.empty() : Optional.of(Quantities.receipt(json));
  }

  @Override
  public byte[] call(Call call, FinalityTag tag) {
    return calls(List.of(call), tag).getFirst();
  }

  @Override
  public List<byte[]> calls(List<Call> calls, FinalityTag tag) {
    String block = view.agreed() ? Quantities.hex(head(tag).number()) : tag.wire();
    List<RpcRequest> requests =
        calls.stream().map(call -> RpcRequest.of("eth_call", wire(call), block)).toList();
    return batched("eth_call", requests, Quantities::bytes);
  }

  @Override
  public List<byte[]> callsAt(List<Call> calls, long block) {
    List<RpcRequest> requests =
        calls.stream()
            .map(call -> RpcRequest.of("eth_call", wire(call), Quantities.hex(block)))
            .toList();
    return batched("eth_call", requests, json -> Hex.encode(Quantities.bytes(json))).stream()
        .map(Hex::decode)
        .toList();
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
  public Optional<Rehearsed> rehearse(Call call, Gas limit) {
    Map<String, String> wire = wire(call);
    wire.put("gas", Quantities.hex(limit.units()));
    RpcRequest request =
        RpcRequest.of(
            "eth_simulateV1",
            Map.of("blockStateCalls", List.of(Map.of("calls", List.of(wire)))),
            FinalityTag.LATEST.wire());
    JsonNode answer = nodes.ask(ifSupported(request));
    return answer.isNull() ? Optional.empty() : Optional.of(Rehearsed.of(answer));
  }

  @Override
  public List<Optional<Reverted>> refusals(List<Call> calls, FinalityTag tag) {
    List<RpcRequest> requests =
        calls.stream().map(call -> RpcRequest.of("eth_call", wire(call), tag.wire())).toList();
    List<Optional<Reverted>> refusals = new ArrayList<>(requests.size());
    for (int start = 0; start < requests.size(); start += BATCH) {
      List<RpcRequest> chunk = requests.subList(start, Math.min(start + BATCH, requests.size()));
      refusals.addAll(
          nodes.ask(
              new Question<>(
                  view.purpose(),
                  "eth_call",
                  chunk,
                  answers -> answers.stream().map(NodeReader::refusal).toList())));
    }
    return refusals;
  }

  /** JSON null where the node does not know the method. */
  private Question<JsonNode> ifSupported(RpcRequest request) {
    return new Question<>(
        view.purpose(),
        request.method(),
        List.of(request),
        answers -> answers.getFirst().resultIfSupported());
  }

  private static Optional<Reverted> refusal(Answer answer) {
    try {
      answer.result();
      return Optional.empty();
    } catch (Reverted e) {
      return Optional.of(e);
    }
  }

  @Override
  public FeeSnapshot fees(int tipPercentile) {
    return nodes.ask(
        new Question<>(
            view.purpose(), "eth_feeHistory", Fees.requests(tipPercentile), Fees::snapshotOfPaid));
  }

  @Override
  public Optional<PooledTransaction> transactionAt(EvmAddress account, long nonce) {
    RpcRequest request =
        RpcRequest.of("eth_getTransactionBySenderAndNonce", account.hex(), Quantities.hex(nonce));
    JsonNode found = nodes.ask(ifSupported(request));
    return found.isNull() ? pooled(account, nonce) : Optional.of(PooledTransaction.of(found));
  }

  /** The older way, which shows only what is not mined. */
  private Optional<PooledTransaction> pooled(EvmAddress account, long nonce) {
    RpcRequest request = RpcRequest.of("txpool_contentFrom", account.hex());
    JsonNode content = nodes.ask(ifSupported(request));
    JsonNode found = content.path("pending").path(Long.toString(nonce));
    return found.isObject() ? Optional.of(PooledTransaction.of(found)) : Optional.empty();
  }

  @Override
  public FeeSnapshot fees() {
    return nodes.ask(
        new Question<>(view.purpose(), "eth_feeHistory", Fees.REQUESTS, Fees::snapshot));
  }

  @Override
  public FeeHistory feeHistory(int blocks) {
    return nodes.ask(
        new Question<>(view.purpose(), "eth_feeHistory", Fees.history(blocks), Fees::history));
  }

  @Override
  public Wei balance(EvmAddress account) {
    RpcRequest request = RpcRequest.of("eth_getBalance", account.hex(), FinalityTag.LATEST.wire());
    return one(request, Quantities::wei);
  }

  @Override
  public Wei balanceAt(EvmAddress account, long block) {
    RpcRequest request = RpcRequest.of("eth_getBalance", account.hex(), Quantities.hex(block));
    return batched(request.method(), List.of(request), Quantities::wei).getFirst();
  }

  @Override
  public long transactionCountAt(EvmAddress account, long block) {
    RpcRequest request =
        RpcRequest.of("eth_getTransactionCount", account.hex(), Quantities.hex(block));
    return batched(request.method(), List.of(request), Quantities::number).getFirst();
  }

  @Override
  public List<MinedTransaction> transactionsIn(long block) {
    RpcRequest request = RpcRequest.of("eth_getBlockByNumber", Quantities.hex(block), true);
    return batched(request.method(), List.of(request), this::transactionsInside).getFirst();
  }

  private List<MinedTransaction> transactionsInside(JsonNode block) {
    List<MinedTransaction> transactions = new ArrayList<>();
    present(block, "a number asked for", Function.identity())
        .path("transactions")
        .forEach(one -> transactions.add(Quantities.transaction(one)));
    return transactions;
  }

  @Override
  public long transactionCount(EvmAddress account, boolean pending) {
    String block = pending ? "pending" : FinalityTag.LATEST.wire();
    return one(RpcRequest.of("eth_getTransactionCount", account.hex(), block), Quantities::number);
  }

  @Override
  public void send(byte[] signed, Predicate<ChainException> taken) {
    RpcRequest request = RpcRequest.of("eth_sendRawTransaction", Hex.encode(signed));
    nodes.handOver(question(request, Quantities::hash), taken);
  }

  @Override
  public long chainId() {
    return one(RpcRequest.of("eth_chainId"), Quantities::number);
  }

  /** One provider's word. */
  private <T> T one(RpcRequest request, Function<JsonNode, T> read) {
    return nodes.ask(question(request, read));
  }

  private <T> Question<T> question(RpcRequest request, Function<JsonNode, T> read) {
    return new Question<>(
        view.purpose(),
        request.method(),
        List.of(request),
        answers -> read.apply(answers.getFirst().result()));
  }

  /** Facts, one for each request: of one provider, or agreed on. */
  private <T> List<T> batched(
      String method, List<RpcRequest> requests, Function<JsonNode, T> read) {
    List<T> values = new ArrayList<>(requests.size());
    for (int start = 0; start < requests.size(); start += BATCH) {
      List<RpcRequest> chunk = requests.subList(start, Math.min(start + BATCH, requests.size()));
      values.addAll(
          facts(
              method,
              chunk,
              answers -> answers.stream().map(answer -> read.apply(answer.result())).toList()));
    }
    return values;
  }

  private <T> List<T> facts(
      String method, List<RpcRequest> requests, Function<List<Answer>, List<T>> read) {
    Question<List<T>> question = new Question<>(view.purpose(), method, requests, read);
    return view.agreed() ? nodes.agree(question) : nodes.ask(question);
  }

  @Override
  public void close() {
    if (view.owns()) {
      bell.close();
      nodes.close();
    }
  }
}
