// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet;

import io.settlement.devnet.journey.MessageView;
import io.settlement.devnet.journey.Quote;
import io.settlement.devnet.journey.Sent;
import io.settlement.events.value.Wei;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message's story for the terminal: every stage with its time and transaction, then the money.
 */
final class Table {
  private final Sent sent;
  private final MessageView view;

  Table(Sent sent) {
    this.sent = sent;
    this.view = sent.look();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("%ntxid      %s%n".formatted(sent.txid()));
    text.append("outcome   %s %s%n%n".formatted(view.stage(), view.outcome()));
    text.append(line("what happened", "after", "chain", "transaction"));
    List<MessageView.Entry> entries = view.timeline();
    Instant begin = entries.isEmpty() ? Instant.EPOCH : entries.get(0).at();
    for (MessageView.Entry entry : entries) {
      text.append(line(name(entry), after(begin, entry.at()), entry.chain(), entry.txHash()));
    }
    Quote quote = sent.quote();
    text.append('\n');
    text.append(money("quoted", quote == null ? null : quote.total()));
    for (String amount : List.of("prepaid", "spent", "margin", "refunded")) {
      text.append(money(amount, view.amount(amount).orElse(null)));
    }
    return text.toString().stripTrailing();
  }

  private static String name(MessageView.Entry entry) {
    String purpose = entry.detail().get("purpose");
    String kind = entry.detail().get("kind");
    String validator = entry.detail().get("validator");
    if (purpose != null) {
      return entry.type() + " " + purpose;
    }
    if (kind != null && validator != null) {
      return entry.type() + " " + kind + " " + validator.substring(0, 8);
    }
    return entry.type();
  }

  private static String after(Instant begin, Instant at) {
    return String.format(Locale.ROOT, "%6.2f s", Duration.between(begin, at).toMillis() / 1000.0);
  }

  private static String line(
      String what, String after, @Nullable String chain, @Nullable String transaction) {
    String text =
        "%-38s %8s  %-6s %s"
            .formatted(
                what, after, chain == null ? "" : chain, transaction == null ? "" : transaction);
    return text.stripTrailing() + "\n";
  }

  private static String money(String what, @Nullable Wei amount) {
    if (amount == null) {
      return "%-9s unknown%n".formatted(what);
    }
    BigDecimal whole = new BigDecimal(amount.value()).movePointLeft(18);
    return "%-9s %26s wei  (%s)%n"
        .formatted(what, String.format(Locale.ROOT, "%,d", amount.value()), whole.toPlainString());
  }
}
