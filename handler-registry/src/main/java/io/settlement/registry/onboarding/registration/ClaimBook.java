// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding.registration;

import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.value.HandlerId;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.ChangeLog;
import io.settlement.registry.Contents;
import io.settlement.registry.RouteBook;
import io.settlement.registry.onboarding.Baselines;
import io.settlement.registry.onboarding.HandlerOwners;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which partner registered which handler, by whose signature. */
@Service
@Transactional
class ClaimBook implements HandlerOwners {
  private final JdbcClient jdbc;
  private final Contents book;
  private final RouteBook writer;
  private final Baselines baselines;
  private final ChangeLog changes;

  ClaimBook(
      JdbcClient jdbc, Contents book, RouteBook writer, Baselines baselines, ChangeLog changes) {
    this.jdbc = jdbc;
    this.book = book;
    this.writer = writer;
    this.baselines = baselines;
    this.changes = changes;
  }

  /**
   * @throws Problem when the handler is somebody else's, or the nonce was used
   */
  @Transactional(readOnly = true)
  public void requireFree(Claim claim) {
    String handler = claim.handler().handler().toString();
    boolean inBook =
        book.handlers().stream().anyMatch(one -> one.handler().equals(claim.handler().handler()));
    if (inBook && !isOf(claim.handler().handler(), claim.partner())) {
      throw Problem.conflict("handler-taken", handler + " was registered by somebody else");
    }
    boolean used =
        jdbc.sql("select count(*) from handler_claim where handler = ? and nonce = ?")
                .params(handler, claim.nonce().hex())
                .query(Integer.class)
                .single()
            > 0;
    if (used) {
      throw Problem.conflict("nonce-used", "this signature was used before");
    }
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isOf(HandlerId handler, String partner) {
    return jdbc.sql("select count(*) from handler_claim where handler = ? and partner = ?")
            .params(handler.toString(), partner)
            .query(Integer.class)
            .single()
        > 0;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> partnerOf(HandlerId handler) {
    return jdbc.sql("select distinct partner from handler_claim where handler = ?")
        .param(handler.toString())
        .query(String.class)
        .optional();
  }

  /** The handler in the book; watched from now on. */
  HandlerState admit(Claim claim, Claims.Proof proof, Instant now) {
    changes.begin();
    requireFree(claim);
    jdbc.sql(
            """
            insert into handler_claim (handler, nonce, partner, owner, expires_at, at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            claim.handler().handler().toString(),
            claim.nonce().hex(),
            claim.partner(),
            proof.owner().hex(),
            RegistrationBook.time(claim.expiresAt()),
            RegistrationBook.time(now))
        .update();
    baselines.admit(claim.handler().handler().toString(), null, proof.fingerprint(), now);
    return writer.put(claim.handler()).state();
  }
}
