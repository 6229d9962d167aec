// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hex;
import io.settlement.relayer.bitcoin.Vault;
import io.settlement.relayer.bitcoin.deposit.VaultAddress.Owner;
import io.settlement.relayer.bitcoin.wallet.VaultDescriptor;
import io.settlement.relayer.bitcoin.wallet.VaultScript;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The vaults' scripts and who they were given to. */
final class AddressTable {
  private final JdbcClient jdbc;
  private final BitcoinNetwork network;

  AddressTable(JdbcClient jdbc, BitcoinNetwork network) {
    this.jdbc = jdbc;
    this.network = network;
  }

  /** A script as the descriptor says, whatever anybody told. */
  VaultAddress derive(Vault vault, long index) {
    VaultScript script = vault.descriptor().script(VaultDescriptor.DEPOSITS, index);
    return new VaultAddress(
        vault.id(),
        index,
        Hex.encode(script.output().toByteArray()),
        script.address(network),
        null);
  }

  /** Nobody else gives out addresses of this vault until the transaction ends. */
  void lock(Vault vault) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(vault.id().toString())
        .query((row, at) -> true)
        .list();
  }

  /** Has so many scripts beyond the last one that was given out. */
  void lookAhead(Vault vault, int ahead) {
    long known = next(vault, "TRUE");
    long wanted = next(vault, "handler IS NOT NULL") + ahead;
    if (known < wanted) {
      add(LongStream.range(known, wanted).mapToObj(index -> derive(vault, index)).toList());
    }
  }

  private long next(Vault vault, String which) {
    return jdbc.sql(
            "SELECT coalesce(max(index) + 1, 0) FROM vault_script WHERE vault = ? AND " + which)
        .param(vault.id().toString())
        .query((row, at) -> row.getLong(1))
        .single();
  }

  /** Scripts that were given to nobody yet; those that are there stay as they are. */
  void add(List<VaultAddress> scripts) {
    jdbc.sql(
            """
            INSERT INTO vault_script (vault, index, script, address)
            SELECT * FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[])
            ON CONFLICT (vault, index) DO NOTHING\
            """)
        .param(scripts.stream().map(one -> one.vault().toString()).toArray(String[]::new))
        .param(scripts.stream().map(VaultAddress::index).toArray(Long[]::new))
        .param(scripts.stream().map(VaultAddress::script).toArray(String[]::new))
        .param(scripts.stream().map(VaultAddress::address).toArray(String[]::new))
        .update();
  }

  /** The address of a recipient, if he has one. */
  Optional<VaultAddress> of(Vault vault, Owner owner) {
    return jdbc.sql("SELECT * FROM vault_script WHERE vault = ? AND handler = ? AND recipient = ?")
        .params(vault.id().toString(), owner.handler().toString(), owner.recipient().hex())
        .query((row, at) -> address(row))
        .optional();
  }

  /** The lowest script that was given to nobody and that nobody has paid to. */
  Optional<VaultAddress> free(Vault vault) {
    return jdbc.sql(
            """
            SELECT * FROM vault_script s
             WHERE vault = ? AND handler IS NULL
               AND NOT EXISTS (SELECT 1 FROM deposit d WHERE d.vault = s.vault AND d.index = s.index)
             ORDER BY index LIMIT 1\
            """)
        .param(vault.id().toString())
        .query((row, at) -> address(row))
        .optional();
  }

  /** Gives a script to somebody; false when it is somebody's, or he has another. */
  boolean give(VaultAddress script, Owner owner, Instant at) {
    return jdbc.sql(
                """
                UPDATE vault_script SET handler = ?, recipient = ?, assigned_at = ?
                 WHERE vault = ? AND index = ? AND handler IS NULL
                   AND NOT EXISTS (SELECT 1 FROM vault_script other
                                    WHERE other.vault = ? AND other.handler = ? AND other.recipient = ?)\
                """)
            .params(owner.handler().toString(), owner.recipient().hex(), Timestamp.from(at))
            .params(script.vault().toString(), script.index())
            .params(script.vault().toString(), owner.handler().toString(), owner.recipient().hex())
            .update()
        == 1;
  }

  /** Those of these scripts that are a vault's. */
  List<VaultAddress> among(Collection<String> scripts) {
    return scripts.isEmpty()
        ? List.of()
        : jdbc.sql("SELECT * FROM vault_script WHERE script = ANY (?::text[])")
            .param(scripts.toArray(String[]::new))
            .query((row, at) -> address(row))
            .list();
  }

  private static VaultAddress address(ResultSet row) throws SQLException {
    String handler = row.getString("handler");
    return new VaultAddress(
        HandlerId.parse(row.getString("vault")),
        row.getLong("index"),
        row.getString("script"),
        row.getString("address"),
        handler == null
            ? null
            : new Owner(HandlerId.parse(handler), new EvmAddress(row.getString("recipient"))));
  }
}
