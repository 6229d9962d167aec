// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import io.settlement.chain.ChainLog;
import io.settlement.chain.contract.Erc20Abi;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.devnet.evm.Node;
import io.settlement.devnet.journey.Chain;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.TokenAmount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** What one chain has recorded since a block, read as any stranger could. */
final class ChainLedger {
  private static final int BATCH = 100;

  /** Whole blocks asked for at once: after a burst one holds thousands of transactions. */
  private static final int BLOCKS = 2;

  private static final int RANGE = 200;
  // liabilities(): what the vault holds that is not the operator's.
  private static final String LIABILITIES = "0xb4add307";

  private final Chain chain;
  private final List<EvmAddress> submitters;
  private final long since;
  private final Map<EvmAddress, BigInteger> before = new HashMap<>();
  private final BigInteger liabilities;

  ChainLedger(Chain chain, List<EvmAddress> submitters) {
    this.chain = chain;
    this.submitters = submitters;
    this.since = chain.node().height();
    submitters.forEach(one -> before.put(one, balanceAt(one, since)));
    this.liabilities = liabilitiesAt(since);
  }

  /**
   * What the relayer's keys did.
   *
   * @param transactions mined
   * @param reverted how many of them
   */
  record Spending(long transactions, long reverted) {}

  Chain chain() {
    return chain;
  }

  /** Logs of these kinds, in order. */
  List<ChainLog> logs(EvmAddress contract, List<Hash> kinds) {
    List<ChainLog> logs = new ArrayList<>();
    long tip = chain.node().height();
    for (long from = since + 1; from <= tip; from += RANGE) {
      logs.addAll(
          Chain.logs(
              chain
                  .node()
                  .call(
                      "eth_getLogs",
                      Map.of(
                          "fromBlock", hex(from),
                          "toBlock", hex(Math.min(from + RANGE - 1, tip)),
                          "address", contract.hex(),
                          "topics", List.of(kinds.stream().map(Hash::hex).toList())))));
    }
    return logs;
  }

  /** Receipts, in the order asked for; not an object where there is none. */
  List<JsonNode> receipts(List<Hash> transactions) {
    return all(
        transactions, hash -> new Node.Call("eth_getTransactionReceipt", List.of(hash.hex())));
  }

  /** What accounts hold of a token now, in the order asked for. */
  List<TokenAmount> balances(EvmAddress token, List<EvmAddress> accounts) {
    return all(accounts, account -> call(token, Erc20Abi.balanceOfCall(account))).stream()
        .map(answer -> Erc20Abi.balance(Hex.decode(answer.asString())))
        .toList();
  }

  /** The vault's accounts, in the order asked for. */
  List<GasServiceAbi.Account> gasAccounts(List<byte[]> questions) {
    return all(questions, question -> call(chain.contracts().gasService(), question)).stream()
        .map(answer -> GasServiceAbi.account(Hex.decode(answer.asString())))
        .toList();
  }

  /** The vault owes now what it owed before: every account that was opened is closed. */
  void requireNothingOwed(Faults faults) {
    BigInteger now = liabilitiesAt(chain.node().height());
    faults.unless(
        now.equals(liabilities),
        "a vault owes another sum than before",
        chain.name() + ": " + now.subtract(liabilities));
  }

  /** Every wei the relayer's keys have lost went into fees and transfers of theirs. */
  Spending requireExplained(Faults faults) {
    long tip = chain.node().height();
    Map<EvmAddress, BigInteger> explained = new HashMap<>(before);
    List<Long> blocks = LongStream.rangeClosed(since + 1, tip).boxed().toList();
    long transactions = 0;
    long reverted = 0;
    for (JsonNode receipts :
        all(blocks, BLOCKS, b -> new Node.Call("eth_getBlockReceipts", at(b)))) {
      for (JsonNode receipt : receipts) {
        EvmAddress payer = address(receipt.path("from"));
        BigInteger fee =
            Node.quantity(receipt.path("gasUsed"))
                .multiply(Node.quantity(receipt.path("effectiveGasPrice")));
        if (explained.computeIfPresent(payer, (any, held) -> held.subtract(fee)) != null) {
          transactions++;
          reverted += "0x1".equals(receipt.path("status").asString()) ? 0 : 1;
        }
      }
    }
    for (JsonNode block :
        all(blocks, BLOCKS, b -> new Node.Call("eth_getBlockByNumber", at(b, true)))) {
      for (JsonNode transaction : block.path("transactions")) {
        BigInteger value = Node.quantity(transaction.path("value"));
        if (value.signum() != 0) {
          explained.computeIfPresent(
              address(transaction.path("from")), (any, held) -> held.subtract(value));
          explained.computeIfPresent(
              address(transaction.path("to")), (any, held) -> held.add(value));
        }
      }
    }
    for (EvmAddress submitter : submitters) {
      BigInteger held = balanceAt(submitter, tip);
      faults.unless(
          held.equals(explained.get(submitter)),
          "a submitter's balance is not explained by its receipts",
          chain.name() + " " + submitter);
    }
    return new Spending(transactions, reverted);
  }

  private <T> List<JsonNode> all(List<T> questions, Function<T, Node.Call> call) {
    return all(questions, BATCH, call);
  }

  private <T> List<JsonNode> all(List<T> questions, int atOnce, Function<T, Node.Call> call) {
    List<JsonNode> answers = new ArrayList<>(questions.size());
    IntStream.iterate(0, from -> from < questions.size(), from -> from + atOnce)
        .forEach(
            from ->
                answers.addAll(
                    chain
                        .node()
                        .batch(
                            questions
                                .subList(from, Math.min(from + atOnce, questions.size()))
                                .stream()
                                .map(call)
                                .toList())));
    return answers;
  }

  private BigInteger balanceAt(EvmAddress account, long block) {
    return chain.balance(account, block).value();
  }

  private BigInteger liabilitiesAt(long block) {
    Map<String, String> question =
        Map.of("to", chain.contracts().gasService().hex(), "data", LIABILITIES);
    return Node.quantity(chain.node().call("eth_call", question, hex(block)));
  }

  private static Node.Call call(EvmAddress to, byte[] data) {
    return new Node.Call(
        "eth_call", List.of(Map.of("to", to.hex(), "data", Hex.encode(data)), "latest"));
  }

  private static List<Object> at(long block, Object... more) {
    List<Object> params = new ArrayList<>(List.of(hex(block)));
    params.addAll(List.of(more));
    return params;
  }

  private static EvmAddress address(JsonNode text) {
    // A transaction that creates a contract is to nobody.
    return text.isString()
        ? new EvmAddress(text.asString())
        : new EvmAddress("0x" + "0".repeat(40));
  }

  private static String hex(long number) {
    return "0x" + Long.toHexString(number);
  }
}
