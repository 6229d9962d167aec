// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import static java.util.Objects.requireNonNull;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.account.GasAccount.State;
import io.settlement.gas.cost.Size;
import io.settlement.gas.cost.Terms;
import io.settlement.gas.cost.UnitPrices;
import io.settlement.gas.price.Rates;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of gas_account; with what the chains said of money it is an account. */
final class AccountRow {
  private final ResultSet row;

  private AccountRow(ResultSet row) {
    this.row = row;
  }

  static GasAccount read(ResultSet row) throws SQLException {
    return new AccountRow(row).account();
  }

  private GasAccount account() throws SQLException {
    Wei seen = new Wei(row.getBigDecimal("seen_amount").toBigIntegerExact());
    GasAccount account =
        new GasAccount(
            new TxId(row.getString("txid")), Money.of(sent(), seen, List.of(), List.of()));
    account.state = State.valueOf(row.getString("state"));
    account.terms = terms();
    account.offeredUntil = time("offered_until");
    account.locked = row.getBoolean("locked");
    account.waiver = row.getString("waiver");
    account.announcedPrepaid = wei("announced_prepaid");
    account.refundDue = wei("refund_due");
    account.margin = wei("margin");
    account.round = row.getInt("round");
    return account;
  }

  private @Nullable Sent sent() throws SQLException {
    String route = row.getString("route");
    Instant time = time("source_time");
    return route == null || time == null
        ? null
        : new Sent(
            RouteId.parse(route),
            time,
            new Size(row.getInt("payload_bytes"), new Gas(row.getLong("handler_gas"))),
            new EvmAddress(requireNonNull(row.getString("refund_to"))));
  }

  private @Nullable Terms terms() throws SQLException {
    Wei required = wei("required");
    Wei refundFee = wei("refund_fee");
    return required == null || refundFee == null
        ? null
        : new Terms(
            required,
            row.getString("quote_id"),
            new Rates(row.getBigDecimal("rate_source"), row.getBigDecimal("rate_destination")),
            row.getInt("margin_bps"),
            refundFee,
            prices());
  }

  private @Nullable UnitPrices prices() throws SQLException {
    UnitPrices.OfLeg delivery = leg("delivery");
    UnitPrices.OfLeg callback = leg("callback");
    return delivery == null || callback == null ? null : new UnitPrices(delivery, callback);
  }

  private UnitPrices.@Nullable OfLeg leg(String leg) throws SQLException {
    Wei price = wei(leg + "_price");
    long units = row.getLong(leg + "_units");
    return price == null
        ? null
        : new UnitPrices.OfLeg(price, row.wasNull() ? null : new Gas(units));
  }

  private @Nullable Wei wei(String column) throws SQLException {
    BigDecimal value = row.getBigDecimal(column);
    return value == null ? null : new Wei(value.toBigIntegerExact());
  }

  private @Nullable Instant time(String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
