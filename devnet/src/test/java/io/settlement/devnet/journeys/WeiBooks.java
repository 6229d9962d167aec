// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.devnet.evm.Node;
import io.settlement.devnet.journey.Chain;
import io.settlement.devnet.journey.Network;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The native tokens of users, vaults, contracts and submitters on every chain between two blocks:
 * what they hold, and what the blocks' transactions, receipts and logs explain.
 */
final class WeiBooks {

  /** Somebody's native tokens on a chain. */
  record Purse(String chain, EvmAddress owner) {}

  private final Network network;
  private final Set<Purse> purses = new HashSet<>();
  private final Map<String, Long> opened = new HashMap<>();
  private final Map<String, Long> closed = new HashMap<>();

  private WeiBooks(Network network) {
    this.network = network;
  }

  static WeiBooks open(Network network) {
    WeiBooks books = new WeiBooks(network);
    for (String name : network.file().names()) {
      Chain chain = network.chain(name);
      books.add(name, network.user().address());
      books.add(name, network.otherUser().address());
      books.add(name, chain.contracts().gasService());
      books.add(name, chain.contracts().settlement());
      network.file().chain(name).submitters().forEach(owner -> books.add(name, owner));
      books.opened.put(name, chain.node().height());
    }
    return books;
  }

  /** With the block each chain has now. */
  void close() {
    network.file().names().forEach(name -> closed.put(name, network.chain(name).node().height()));
  }

  /** What everybody holds at the end. */
  Map<Purse, BigInteger> balances() {
    return balances(closed);
  }

  /** What everybody held in the beginning, and what each block did to it. */
  Map<Purse, BigInteger> explained() {
    Map<Purse, BigInteger> explained = balances(opened);
    for (String name : network.file().names()) {
      Chain chain = network.chain(name);
      for (long block = height(opened, name) + 1; block <= height(closed, name); block++) {
        String height = "0x" + Long.toHexString(block);
        for (JsonNode transaction :
            chain.node().call("eth_getBlockByNumber", height, true).path("transactions")) {
          explain(explained, chain, transaction);
        }
      }
    }
    return explained;
  }

  /** By how much an account of a chain grew. */
  BigInteger growthOf(String chain, EvmAddress owner) {
    Chain where = network.chain(chain);
    return where
        .balance(owner, height(closed, chain))
        .value()
        .subtract(where.balance(owner, height(opened, chain)).value());
  }

  private void explain(Map<Purse, BigInteger> purses, Chain chain, JsonNode transaction) {
    JsonNode receipt = chain.receipt(new Hash(transaction.path("hash").asString()));
    Purse sender = new Purse(chain.name(), new EvmAddress(transaction.path("from").asString()));
    BigInteger fee =
        Node.quantity(receipt.path("gasUsed"))
            .multiply(Node.quantity(receipt.path("effectiveGasPrice")));
    move(purses, sender, fee.negate());
    if (Node.quantity(receipt.path("status")).signum() == 0) {
      return;
    }
    BigInteger value = Node.quantity(transaction.path("value"));
    move(purses, sender, value.negate());
    EvmAddress vault = chain.contracts().gasService();
    List<JsonNode> ofVault =
        receipt
            .path("logs")
            .valueStream()
            .filter(log -> new EvmAddress(log.path("address").asString()).equals(vault))
            .toList();
    if (ofVault.isEmpty() && transaction.path("to").isString()) {
      move(
          purses,
          new Purse(chain.name(), new EvmAddress(transaction.path("to").asString())),
          value);
    }
    Chain.logs(tools.jackson.databind.json.JsonMapper.shared().valueToTree(ofVault))
        .forEach(
            log -> {
              Hash kind = log.topics().get(0);
              if (kind.equals(GasServiceAbi.PREPAID)) {
                Wei paid = GasServiceAbi.prepaid(log).amount();
                move(purses, new Purse(chain.name(), vault), paid.value());
              } else if (kind.equals(GasServiceAbi.REFUNDED)) {
                GasServiceAbi.Refunded refund = GasServiceAbi.refunded(log);
                move(purses, new Purse(chain.name(), vault), refund.amount().value().negate());
                move(purses, new Purse(chain.name(), refund.to()), refund.amount().value());
              }
            });
  }

  /** What others hold is nobody's business here. */
  private static void move(Map<Purse, BigInteger> purses, Purse purse, BigInteger amount) {
    purses.computeIfPresent(purse, (any, held) -> held.add(amount));
  }

  private Map<Purse, BigInteger> balances(Map<String, Long> heights) {
    Map<Purse, BigInteger> balances = new HashMap<>();
    for (Purse purse : purses) {
      Wei held =
          network.chain(purse.chain()).balance(purse.owner(), height(heights, purse.chain()));
      balances.put(purse, held.value());
    }
    return balances;
  }

  private static long height(Map<String, Long> heights, String chain) {
    return heights.getOrDefault(chain, 0L);
  }

  private void add(String chain, EvmAddress owner) {
    purses.add(new Purse(chain, owner));
  }
}
