// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import io.settlement.chain.contract.BtcPayload;
import io.settlement.chain.contract.MessageV1;
import io.settlement.events.RegistryEvent.Asset;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.TokenTransfer;
import io.settlement.kit.registry.RegistryView;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Reads what messages move: tokens, or BTC, which is an artifact on its way out and Bitcoin's own
 * coin on its way in.
 */
public final class Passages {
  private final RegistryView registry;

  Passages(RegistryView registry) {
    this.registry = registry;
  }

  /** Empty for a message that moves nothing anybody can read; no limit is about it. */
  public Optional<Passage> of(CrossChainMessage message) {
    TokenTransfer transfer = message.transfer();
    if (transfer != null) {
      return Optional.of(
          new Passage(
              message.txid(), message.route(), transfer.fromToken(), transfer.amount().value()));
    }
    return switch (message.payloadType()) {
      case BTC_DEPOSIT, BTC_WITHDRAW -> ofCoins(message);
      case RAW, BTC_STAKE, BTC_UNSTAKE, ERC20, ERC721 -> Optional.empty();
    };
  }

  private Optional<Passage> ofCoins(CrossChainMessage message) {
    return token(message)
        .flatMap(
            token ->
                amount(message)
                    .map(amount -> new Passage(message.txid(), message.route(), token, amount)));
  }

  private Optional<EvmAddress> token(CrossChainMessage message) {
    return registry.handler(message.from()).flatMap(HandlerState::asset).map(Asset::token);
  }

  private static Optional<BigInteger> amount(CrossChainMessage message) {
    try {
      byte[] payload = MessageV1.decode(Hex.decode(message.payload())).payload();
      return Optional.of(BtcPayload.decode(payload).amount().value());
    } catch (InvalidValue e) {
      // No handler mints for it and no vault pays it: nothing is moved.
      return Optional.empty();
    }
  }
}
