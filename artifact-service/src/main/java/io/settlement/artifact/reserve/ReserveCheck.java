// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.reserve;

import io.settlement.artifact.ArtifactSettings;
import io.settlement.events.ArtifactEvent;
import io.settlement.events.ArtifactEvent.ImbalanceCleared;
import io.settlement.events.ArtifactEvent.ImbalanceRaised;
import io.settlement.events.ArtifactEvent.ReserveReported;
import io.settlement.events.value.TokenAmount;
import io.settlement.kit.outbox.Outbox;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proves the books again and again, reports what they add up to, and says when they do not. */
@Component
class ReserveCheck {
  private static final Logger log = LoggerFactory.getLogger(ReserveCheck.class);

  private final Reserves reserves;
  private final Outbox outbox;
  private final ArtifactSettings settings;
  private final Clock clock;

  ReserveCheck(Reserves reserves, Outbox outbox, ArtifactSettings settings, Clock clock) {
    this.reserves = reserves;
    this.outbox = outbox;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${settlement.artifact.check-interval:5s}")
  @Transactional
  void check() {
    if (!reserves.isMine()) {
      return;
    }
    Instant now = clock.instant();
    Instant arrivalsBy = now.minus(settings.arrivalGrace());
    reserves.prove(arrivalsBy);
    for (Reserve reserve : reserves.sums(arrivalsBy)) {
      Reserve last = reserves.lastReported(reserve.artifact()).orElse(null);
      if (!reserve.equals(last)) {
        reserves.keep(reserve, now);
        outbox.append(news(reserve, last == null || last.balanced(), now));
      }
    }
  }

  private static List<ArtifactEvent> news(Reserve reserve, boolean wasBalanced, Instant now) {
    String artifact = reserve.artifact();
    List<ArtifactEvent> news = new ArrayList<>();
    news.add(
        new ReserveReported(
            artifact, notNegative(reserve.supply()), notNegative(reserve.expected()), now));
    if (!reserve.balanced()) {
      news.add(new ImbalanceRaised(artifact, reserve.difference(), reserve.detail(), now));
      log.atError().addKeyValue("artifact", artifact).log("out of balance: {}", reserve.detail());
    } else if (!wasBalanced) {
      news.add(new ImbalanceCleared(artifact, now));
      log.atInfo().addKeyValue("artifact", artifact).log("in balance again");
    }
    return news;
  }

  /** Below the opening balance, while a message's end was heard of before its arrival. */
  private static TokenAmount notNegative(BigInteger change) {
    return new TokenAmount(change.max(BigInteger.ZERO));
  }
}
