// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import io.settlement.kit.problem.Problem;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Knows a caller by what he shows. */
@Component
class Callers {
  private static final Logger log = LoggerFactory.getLogger(Callers.class);

  private final DeclaredKeys declared;
  private final StoredKeys stored;
  private final Operators operators;
  private final LastUse lastUse;

  Callers(DeclaredKeys declared, StoredKeys stored, Operators operators, LastUse lastUse) {
    this.declared = declared;
    this.stored = stored;
    this.operators = operators;
    this.lastUse = lastUse;
  }

  /** Whose key it is, if it opens now; a problem when that cannot be told. */
  Optional<Caller> byKey(String presented) {
    if (!StoredKeys.looksLikeOne(presented)) {
      return declared.find(presented);
    }
    try {
      Optional<Caller> found = stored.find(presented);
      found.ifPresent(caller -> lastUse.of(caller.credential()));
      return found;
    } catch (DataAccessException e) {
      log.atWarn().addKeyValue("cause", e.toString()).log("keys cannot be read");
      throw Problem.unavailable("keys-unavailable", "keys cannot be looked up at the moment");
    }
  }

  /** Of whom the issuer speaks, if it is to be believed; a problem when that cannot be told. */
  Optional<Caller> byToken(String token) {
    return operators.find(token);
  }

  /** Whether an issuer of tokens is known. */
  boolean takeTokens() {
    return operators.areKnown();
  }

  /** What somebody is told who shows nothing. */
  String invitation() {
    return takeTokens()
        ? "Send your API key in the header X-API-Key, or a token as Authorization: Bearer."
        : "Send your API key in the header X-API-Key.";
  }
}
