// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.chain.bitcoin.Outpoint;
import io.settlement.events.value.TxId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which withdrawal each output was said to pay; for ever. */
final class PaidOutputs {
  private final JdbcClient jdbc;

  PaidOutputs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes that the output pays the withdrawal, unless it pays another; whether it is so. */
  boolean isOf(Outpoint output, TxId withdrawal) {
    jdbc.sql(
            "INSERT INTO paid_output (tx_hash, vout, txid) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        .params(output.txid().hex(), output.vout(), withdrawal.hex())
        .update();
    return jdbc.sql("SELECT txid FROM paid_output WHERE tx_hash = ? AND vout = ?")
        .params(output.txid().hex(), output.vout())
        .query((row, at) -> row.getString("txid"))
        .single()
        .equals(withdrawal.hex());
  }
}
