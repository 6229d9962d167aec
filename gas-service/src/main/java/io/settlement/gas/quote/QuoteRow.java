// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.chain.contract.GasQuote;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.cost.GasSource;
import io.settlement.gas.cost.Leg;
import io.settlement.gas.cost.LegPrice;
import io.settlement.gas.cost.Size;
import io.settlement.gas.price.Rates;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of quote with its legs, as a quote. */
final class QuoteRow {
  private final ResultSet row;
  private final List<QuotedLeg> legs;

  QuoteRow(ResultSet row, List<QuotedLeg> legs) {
    this.row = row;
    this.legs = legs;
  }

  Quote quote() throws SQLException {
    return new Quote(
        row.getObject("id", UUID.class),
        subject(),
        promise(),
        new QuotedFinality(
            row.getObject("finality_confirmations", Integer.class),
            row.getString("finality_tag"),
            row.getObject("finality_seconds", Long.class)),
        validity(),
        trial(),
        signed(),
        place());
  }

  private Quote.Trial trial() throws SQLException {
    Long used = row.getObject("tried_gas", Long.class);
    return new Quote.Trial(used == null ? null : new Gas(used), row.getString("concern"));
  }

  static QuotedLeg leg(ResultSet row) throws SQLException {
    Long median = row.getObject("seconds_median", Long.class);
    Long high = row.getObject("seconds_high", Long.class);
    return new QuotedLeg(
        new LegPrice(
            Leg.valueOf(row.getString("leg")),
            new ChainName(row.getString("chain")),
            new Gas(row.getLong("gas_limit")),
            GasSource.valueOf(row.getString("gas_source")),
            wei(row, "base_fee"),
            wei(row, "priority_fee"),
            wei(row, "data_fee"),
            wei(row, "fee_native"),
            wei(row, "fee_in_source")),
        median == null || high == null ? null : new LegTime(median, high));
  }

  private Quote.Subject subject() throws SQLException {
    BigDecimal amount = row.getBigDecimal("amount");
    return new Quote.Subject(
        RouteId.parse(row.getString("route")),
        new Size(row.getInt("payload_bytes"), new Gas(row.getLong("handler_gas"))),
        amount == null ? null : new TokenAmount(amount.toBigIntegerExact()));
  }

  private Promise promise() throws SQLException {
    return new Promise(
        legs,
        new Rates(row.getBigDecimal("rate_source"), row.getBigDecimal("rate_destination")),
        row.getInt("margin_bps"),
        wei(row, "margin"),
        wei(row, "refund_fee"),
        wei(row, "total"));
  }

  private Quote.Validity validity() throws SQLException {
    return new Quote.Validity(time("issued_at"), time("expires_at"));
  }

  private Quote.@Nullable Signed signed() throws SQLException {
    String signature = row.getString("signature");
    return signature == null
        ? null
        : new Quote.Signed(
            new GasQuote(
                Quote.onChain(row.getObject("id", UUID.class)),
                new TxId(row.getString("txid")),
                new EvmAddress(row.getString("payer")),
                wei(row, "total"),
                new Hash(row.getString("legs_hash")),
                new Hash(row.getString("payload_hash")),
                validity().lastSecond()),
            new EvmAddress(row.getString("sender")),
            row.getLong("chain_id"),
            new EvmAddress(row.getString("vault")),
            new EvmAddress(row.getString("signer")),
            signature);
  }

  private Quote.@Nullable Place place() throws SQLException {
    UUID plan = row.getObject("plan_id", UUID.class);
    BigDecimal bound = row.getBigDecimal("requote_bound");
    return plan == null
        ? null
        : new Quote.Place(
            plan,
            row.getInt("plan_position"),
            bound == null ? null : new Wei(bound.toBigIntegerExact()));
  }

  private Instant time(String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Wei wei(ResultSet row, String column) throws SQLException {
    return new Wei(row.getBigDecimal(column).toBigIntegerExact());
  }
}
