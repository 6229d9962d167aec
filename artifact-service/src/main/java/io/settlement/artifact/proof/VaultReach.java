// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.events.VaultEvent;
import io.settlement.events.VaultEvent.AddressAssigned;
import io.settlement.events.VaultEvent.PayoutFees;
import io.settlement.events.value.HandlerId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How far a vault's outputs are looked for: as far as is configured, or as addresses were given
 * out, whatever is farther.
 */
@Repository
class VaultReach {
  private static final Logger log = LoggerFactory.getLogger(VaultReach.class);

  /** What a node looks through at most. */
  private static final int MOST = 1_000_000;

  private final JdbcClient jdbc;
  private final ProofSettings settings;

  VaultReach(JdbcClient jdbc, ProofSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** In the caller's transaction; told again it changes nothing. */
  void onVaults(List<VaultEvent> facts) {
    for (VaultEvent fact : facts) {
      switch (fact) {
        case AddressAssigned given -> keep(given.vault(), given.index());
        case PayoutFees fees -> {
          // Says nothing of where coins are.
        }
      }
    }
  }

  private void keep(HandlerId vault, long index) {
    jdbc.sql(
            """
            insert into vault_reach (vault, last_index) values (?, ?)
            on conflict (vault) do update set last_index = excluded.last_index
             where vault_reach.last_index < excluded.last_index
            """)
        .params(vault.toString(), index)
        .update();
    if (index > settings.lastIndex()) {
      log.atWarn()
          .addKeyValue("vault", vault)
          .log("addresses up to {}: beyond settlement.artifact.proof.last-index", index);
    }
  }

  /** The last place in each branch that may hold something. */
  int lastIndex(@Nullable HandlerId vault) {
    long given =
        vault == null
            ? 0
            : jdbc.sql("select last_index from vault_reach where vault = ?")
                .param(vault.toString())
                .query(Long.class)
                .optional()
                .orElse(0L);
    return (int) Math.min(MOST, Math.max(given, settings.lastIndex()));
  }
}
