// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.coin;

import io.settlement.chain.contract.BtcPayload;
import io.settlement.chain.contract.MessageV1;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.TxId;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A message that moves BTC.
 *
 * @param outpoint the output as its handler knows it; null for a withdrawal; amounts are satoshi
 */
public record CoinMessage(
    TxId txid,
    Kind kind,
    HandlerId source,
    HandlerId destination,
    @Nullable Hash outpoint,
    BtcPayload payload) {
  private static final Logger log = LoggerFactory.getLogger(CoinMessage.class);

  /** Which way it goes. */
  public enum Kind {
    /** Into custody. */
    DEPOSIT,
    /** Out of custody. */
    WITHDRAWAL
  }

  /** What a final message says; empty when it moves no BTC, or nobody can read it. */
  public static Optional<CoinMessage> of(MessageFinal fact) {
    CrossChainMessage message = fact.message();
    Kind kind = kind(message.payloadType());
    if (kind == null) {
      return Optional.empty();
    }
    try {
      MessageV1 envelope = MessageV1.decode(Hex.decode(message.payload()));
      BtcPayload payload = BtcPayload.decode(envelope.payload());
      return Optional.of(
          new CoinMessage(
              fact.txid(),
              kind,
              message.from(),
              message.to(),
              kind == Kind.DEPOSIT ? payload.outpoint() : null,
              payload));
    } catch (InvalidValue e) {
      // No handler mints for it and no vault pays it: nothing is moved.
      log.atWarn().addKeyValue("txid", fact.txid()).log("not booked: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** Of a deposit: in which block the fact says that its output is final. */
  Optional<OutputTable.Sighting> sighting(MessageFinal fact) {
    return Optional.ofNullable(outpoint)
        .map(output -> new OutputTable.Sighting(output.hex(), fact.ref(), fact.at()));
  }

  private static @Nullable Kind kind(PayloadType type) {
    return switch (type) {
      case BTC_DEPOSIT -> Kind.DEPOSIT;
      case BTC_WITHDRAW -> Kind.WITHDRAWAL;
      case RAW, BTC_STAKE, BTC_UNSTAKE, ERC20, ERC721 -> null;
    };
  }

  @Nullable BigInteger vout() {
    return kind == Kind.DEPOSIT ? payload.index() : null;
  }
}
