// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.world;

import io.settlement.chain.BlockRef;
import io.settlement.chain.ChainLog;
import io.settlement.chain.EvmReader;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.CostShares;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TokenTransfer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What an honest observer would say about a receipt. */
public final class Facts {
  private Facts() {}

  /** The message of a receipt. */
  public static MessageFinal sent(EvmReader reader, Receipt receipt) {
    ChainLog log = TwoChains.logOf(receipt, SettlementAbi.MESSAGE);
    CrossChainMessage message = TwoChains.message(receipt);
    return new MessageFinal(message.txid(), message, refOf(reader, log), Instant.EPOCH);
  }

  /** The outcome in a receipt that delivered one message. */
  public static MessageDelivered delivered(EvmReader reader, Receipt receipt) {
    ChainLog log = TwoChains.logOf(receipt, SettlementAbi.HANDLE_RESULT);
    var result = SettlementAbi.handleResult(log);
    var cost = CostShares.of(reader.settings().name(), receipt).get(result.txid());
    return new MessageDelivered(
        result.txid(),
        result.outcome(),
        refOf(reader, log),
        Objects.requireNonNull(cost),
        Instant.EPOCH);
  }

  /** The same message with another amount, which nobody has sent. */
  public static CrossChainMessage moving(CrossChainMessage message, TokenAmount amount) {
    TokenTransfer transfer = Objects.requireNonNull(message.transfer());
    return new CrossChainMessage(
        message.txid(),
        message.from(),
        message.to(),
        message.sender(),
        message.nonce(),
        message.payloadType(),
        message.payload(),
        new TokenTransfer(transfer.fromToken(), transfer.toToken(), transfer.receiver(), amount),
        message.terms());
  }

  private static LogRef refOf(EvmReader reader, ChainLog log) {
    BlockRef block = reader.blocks(List.of(log.blockNumber())).getFirst();
    return new LogRef(
        reader.settings().name(),
        block.number(),
        block.hash(),
        block.time(),
        log.txHash(),
        log.logIndex());
  }
}
