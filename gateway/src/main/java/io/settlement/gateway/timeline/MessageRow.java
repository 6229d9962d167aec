// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import io.settlement.events.value.Stage;
import io.settlement.events.value.TxId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What is stored of a message beside its lines; the names are those of the columns. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record MessageRow(
    TxId txid,
    Stage stage,
    boolean ended,
    boolean rests,
    @Nullable String outcome,
    @Nullable String fromHandler,
    @Nullable String toHandler,
    @Nullable String sender,
    @Nullable String fromToken,
    @Nullable String toToken,
    @Nullable String receiver,
    @Nullable String amount,
    @Nullable String required,
    @Nullable String prepaid,
    @Nullable String spent,
    @Nullable String margin,
    @Nullable String refunded,
    @Nullable Instant sentAt,
    @Nullable Instant updatedAt) {

  static MessageRow of(TxId txid, Story story) {
    return new MessageRow(
        txid,
        story.stage(),
        story.ended(),
        story.rests(),
        story.outcome(),
        story.content("from"),
        story.content("to"),
        story.content("sender"),
        story.content("fromToken"),
        story.content("toToken"),
        story.content("receiver"),
        story.content("amount"),
        story.required(),
        story.prepaid(),
        story.spent(),
        story.margin(),
        story.refunded(),
        story.begun(),
        story.latest());
  }
}
