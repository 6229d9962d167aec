// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Stage;
import io.settlement.events.value.TxId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as a partner sees it. Amounts are decimal digits in the smallest unit; what is not
 * known yet is null.
 *
 * @param seq what points to its place in lists
 * @param ended nothing more is going to happen: the stream of its events is over
 * @param sentAt when the first thing told of it happened
 * @param updatedAt when the last thing told of it happened
 * @param expected when it probably arrives and ends; left out in lists, of what waits or has ended,
 *     and where too little was measured
 * @param timeline what happened, as it happened; left out in lists
 */
record MessageView(
    TxId txid,
    @JsonIgnore long seq,
    String stage,
    @Nullable String outcome,
    boolean ended,
    Instant sentAt,
    Instant updatedAt,
    @Nullable RouteView route,
    @Nullable String sender,
    @Nullable TransferView transfer,
    GasView gas,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Forecast expected,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<EntryView> timeline) {

  /** Between which handlers, each {@code Chain:0x…}. */
  record RouteView(String from, String to) {
    static @Nullable RouteView of(ResultSet row) throws SQLException {
      String from = row.getString("from_handler");
      String to = row.getString("to_handler");
      return from == null || to == null ? null : new RouteView(from, to);
    }
  }

  /** What is transferred, in the token's smallest unit. */
  record TransferView(String fromToken, String toToken, String receiver, String amount) {}

  /**
   * The gas account, in the source chain's smallest unit.
   *
   * @param required what delivery and callback cost, with the margin, wei of the source chain
   * @param prepaid what was paid into the vaults, wei
   * @param spent what the work cost in the end, wei of the source chain
   * @param margin what the operator kept, wei of the source chain
   * @param refunded what went back, wei
   */
  record GasView(
      @Nullable String required,
      @Nullable String prepaid,
      @Nullable String spent,
      @Nullable String margin,
      @Nullable String refunded) {}

  /**
   * One thing that happened.
   *
   * @param id its place in the event stream, for Last-Event-ID
   * @param stage where it brought the message; null when that stayed where it was
   * @param detail differs by type
   */
  record EntryView(
      long id,
      String type,
      @Nullable Stage stage,
      Instant at,
      @Nullable ChainName chain,
      @Nullable Long block,
      @Nullable Hash txHash,
      Map<String, String> detail) {

    static EntryView of(Entries.Stored stored) {
      Entry entry = stored.entry();
      return new EntryView(
          stored.id(),
          entry.type(),
          stored.stage(),
          entry.at(),
          entry.where().chain(),
          entry.where().block(),
          entry.where().txHash(),
          entry.detail());
    }
  }

  static MessageView of(ResultSet row, int number) throws SQLException {
    return new MessageView(
        new TxId(row.getString("txid")),
        row.getLong("seq"),
        row.getString("stage"),
        row.getString("outcome"),
        row.getBoolean("ended"),
        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        RouteView.of(row),
        row.getString("sender"),
        transfer(row),
        new GasView(
            row.getString("required"),
            row.getString("prepaid"),
            row.getString("spent"),
            row.getString("margin"),
            row.getString("refunded")),
        null,
        null);
  }

  private static @Nullable TransferView transfer(ResultSet row) throws SQLException {
    String amount = row.getString("amount");
    return amount == null
        ? null
        : new TransferView(
            row.getString("from_token"),
            row.getString("to_token"),
            row.getString("receiver"),
            amount);
  }

  MessageView with(@Nullable Forecast expected, List<Entries.Stored> lines) {
    return new MessageView(
        txid,
        seq,
        stage,
        outcome,
        ended,
        sentAt,
        updatedAt,
        route,
        sender,
        transfer,
        gas,
        expected,
        lines.stream().map(EntryView::of).toList());
  }
}
