// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journey;

import io.settlement.chain.ChainLog;
import io.settlement.chain.contract.Erc20Abi;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.devnet.evm.Account;
import io.settlement.devnet.evm.Node;
import io.settlement.devnet.evm.Wallet;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One chain of the world, read and written as any user of it could. */
public final class Chain {
  private final String name;
  private final WorldFile.Contracts contracts;
  private final Node node;

  Chain(String name, WorldFile.Chain described) {
    this.name = name;
    this.contracts = described.contracts();
    this.node = new Node(described.rpcUrl());
  }

  /** Its canonical name. */
  public String name() {
    return name;
  }

  /** What is deployed on it. */
  public WorldFile.Contracts contracts() {
    return contracts;
  }

  /** Its node. */
  public Node node() {
    return node;
  }

  /** An account, ready to send transactions here. */
  public Wallet wallet(Account account) {
    return new Wallet(node, account, contracts.chainId());
  }

  /** Native token an account holds now. */
  public Wei balance(EvmAddress account) {
    return new Wei(Node.quantity(node.call("eth_getBalance", account.hex(), "latest")));
  }

  /** Native token an account held after a block. */
  public Wei balance(EvmAddress account, long block) {
    String height = "0x" + Long.toHexString(block);
    return new Wei(Node.quantity(node.call("eth_getBalance", account.hex(), height)));
  }

  /** How many transactions of an account were mined. */
  public long transactionCount(EvmAddress account) {
    return Node.quantity(node.call("eth_getTransactionCount", account.hex(), "latest"))
        .longValueExact();
  }

  /** What an account holds of a token now. */
  public TokenAmount balance(EvmAddress token, EvmAddress account) {
    return Erc20Abi.balance(call(token, Erc20Abi.balanceOfCall(account)));
  }

  /** The vault's account of a message and a payer. */
  public GasServiceAbi.Account gasAccount(TxId txid, EvmAddress payer) {
    return GasServiceAbi.account(
        call(contracts.gasService(), GasServiceAbi.accountCall(txid, payer)));
  }

  /** What the vault logged as paid for a message into an account. */
  public Wei prepaid(TxId txid, EvmAddress payer) {
    return logs(contracts.gasService(), GasServiceAbi.PREPAID, txid).stream()
        .map(GasServiceAbi::prepaid)
        .filter(payment -> payment.refundTo().equals(payer))
        .map(GasServiceAbi.Prepaid::amount)
        .reduce(Wei.ZERO, Wei::plus);
  }

  /** The refund of a message, when the vault has logged it; more than one would be a theft. */
  public List<GasServiceAbi.Refunded> refunds(TxId txid) {
    return logs(contracts.gasService(), GasServiceAbi.REFUNDED, txid).stream()
        .map(GasServiceAbi::refunded)
        .toList();
  }

  /** Logs of one kind about one message, from the first block on. */
  public List<ChainLog> logs(EvmAddress contract, Hash topic, TxId txid) {
    JsonNode found =
        node.call(
            "eth_getLogs",
            Map.of(
                "fromBlock",
                "0x0",
                "toBlock",
                "latest",
                "address",
                contract.hex(),
                "topics",
                List.of(topic.hex(), txid.hex())));
    return logs(found);
  }

  /** The receipt of a transaction that was mined. */
  public JsonNode receipt(Hash transaction) {
    return node.call("eth_getTransactionReceipt", transaction.hex());
  }

  /** Logs as a node spells them. */
  public static List<ChainLog> logs(JsonNode found) {
    List<ChainLog> logs = new ArrayList<>();
    for (JsonNode log : found) {
      List<Hash> topics = new ArrayList<>();
      log.path("topics").forEach(topic -> topics.add(new Hash(topic.asString())));
      logs.add(
          new ChainLog(
              new EvmAddress(log.path("address").asString()),
              topics,
              Hex.decode(log.path("data").asString()),
              Node.quantity(log.path("blockNumber")).longValueExact(),
              new Hash(log.path("blockHash").asString()),
              new Hash(log.path("transactionHash").asString()),
              Node.quantity(log.path("logIndex")).longValueExact()));
    }
    return logs;
  }

  private byte[] call(EvmAddress to, byte[] data) {
    Map<String, String> request = Map.of("to", to.hex(), "data", Hex.encode(data));
    return Hex.decode(node.call("eth_call", request, "latest").asString());
  }
}
