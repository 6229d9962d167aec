// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hex;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Quotes of messages that were sent, as long as the vault takes payments on them. */
@Repository
public class PayableQuotes {
  private final JdbcClient jdbc;
  private final Quotes quotes;
  private final Clock clock;

  PayableQuotes(JdbcClient jdbc, Quotes quotes, Clock clock) {
    this.jdbc = jdbc;
    this.quotes = quotes;
    this.clock = clock;
  }

  /**
   * A payment on a quote.
   *
   * @param payer who has to make it
   * @param amount wei of the source chain
   * @param calldata of {@code prepay_quoted}, hexadecimal
   */
  public record Payment(EvmAddress vault, EvmAddress payer, Wei amount, String calldata) {}

  /** On the cheapest quote of exactly what was sent; empty when none stands. */
  public Optional<Payment> of(TxId txid) {
    return jdbc.sql(
            """
            select q.id from quote q join quoted_message m on m.txid = q.txid
             where q.txid = ? and q.payload_hash = m.payload_hash
               and q.handler_gas >= m.handler_gas and q.expires_at > ?
             order by q.total, q.expires_at desc limit 1
            """)
        .params(txid.hex(), Timestamp.from(clock.instant()))
        .query(UUID.class)
        .optional()
        .flatMap(quotes::find)
        .map(Quote::signed)
        .map(PayableQuotes::payment);
  }

  private static Payment payment(Quote.Signed signed) {
    return new Payment(
        signed.vault(),
        signed.struct().payer(),
        signed.struct().amount(),
        Hex.encode(GasServiceAbi.prepayQuoted(signed.struct(), Hex.decode(signed.signature()))));
  }
}
