// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.chain.contract.BtcPayload;
import io.settlement.chain.contract.MessageV1;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.wallet.Destination;
import io.settlement.relayer.bitcoin.wallet.PayoutOrder;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a message asks a vault for.
 *
 * @param sats in escrow
 * @param deadline from then on the escrow may be given back
 */
public record Withdrawal(TxId txid, String address, long sats, Instant deadline) {
  private static final int LONGEST = 62;

  /** A message that can never be paid, whatever happens; whoever looks at it. */
  public static final class Never extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient @Nullable Withdrawal withdrawal;

    Never(String reason) {
      this(reason, null);
    }

    Never(String reason, @Nullable Withdrawal withdrawal) {
      super(reason);
      this.reason = reason;
      this.withdrawal = withdrawal;
    }

    /** What it asks for; empty when that cannot be read. */
    Optional<Withdrawal> withdrawal() {
      return Optional.ofNullable(withdrawal);
    }

    /** A stable word. */
    public String reason() {
      return reason;
    }
  }

  /**
   * Reads a message. What it refuses follows from the message alone, so that everybody refuses the
   * same.
   *
   * @throws Never when it is no withdrawal, for no address of the network, or for no more than dust
   */
  public static Withdrawal of(CrossChainMessage message, BitcoinNetwork network) throws Never {
    BtcPayload payload = payload(message);
    boolean fits = payload.amount().value().bitLength() <= LONGEST;
    if (!fits) {
      throw new Never("AMOUNT_OUT_OF_RANGE");
    }
    Withdrawal withdrawal =
        new Withdrawal(
            message.txid(),
            payload.btcAddress(),
            payload.amount().value().longValueExact(),
            message.terms().deadline());
    PayoutOrder order = withdrawal.order(network);
    if (order.amount() <= order.destination().type().dust()) {
      throw new Never("DUST", withdrawal);
    }
    return withdrawal;
  }

  private static BtcPayload payload(CrossChainMessage message) throws Never {
    try {
      MessageV1 envelope = MessageV1.decode(Hex.decode(message.payload()));
      if (envelope.payloadType() == PayloadType.BTC_WITHDRAW) {
        return BtcPayload.decode(envelope.payload());
      }
    } catch (InvalidValue unreadable) {
      throw new Never("MALFORMED");
    }
    throw new Never("MALFORMED");
  }

  /**
   * As the wallet takes it.
   *
   * @throws Never when the address cannot be paid on this network
   */
  public PayoutOrder order(BitcoinNetwork network) throws Never {
    try {
      return new PayoutOrder(txid, Destination.parse(network, address), sats);
    } catch (Destination.Unpayable e) {
      throw new Never("ADDRESS_" + e.fault(), this);
    }
  }
}
