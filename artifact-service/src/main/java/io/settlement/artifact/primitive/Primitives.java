// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.primitive;

import io.settlement.events.ArtifactEvent.PrimitiveStage;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The primitives and where their artifacts' contracts are. */
@Repository
public class Primitives {
  private final JdbcClient jdbc;

  Primitives(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A decision about a primitive. */
  record Step(PrimitiveStage state, String by, List<String> reasons, Instant at) {}

  /** All, by their ids. */
  public List<Primitive> all() {
    return jdbc.sql("select * from primitive order by id").query((row, n) -> read(row)).list();
  }

  /** Those whose artifacts are or were in use: their books are kept and proved. */
  public List<Primitive> kept() {
    return all().stream().filter(one -> one.state().isKept()).toList();
  }

  /** By its id. */
  public Optional<Primitive> find(String id) {
    return jdbc.sql("select * from primitive where id = ?")
        .param(id)
        .query((row, n) -> read(row))
        .optional();
  }

  /** By its artifact. */
  public Optional<Primitive> ofArtifact(String artifact) {
    return jdbc.sql("select * from primitive where artifact = ?")
        .param(artifact)
        .query((row, n) -> read(row))
        .optional();
  }

  /** Where the contracts of artifacts in use are. */
  public List<Deployment> deployments() {
    return kept().stream().flatMap(one -> one.deployments().stream()).toList();
  }

  /** Held until the transaction ends. */
  Optional<Primitive> lock(String id) {
    return jdbc.sql("select * from primitive where id = ? for update")
        .param(id)
        .query((row, n) -> read(row))
        .optional();
  }

  /** A new one, or what is said anew of one that is not submitted. */
  void keep(Primitive primitive) {
    jdbc.sql(
            """
            insert into primitive (id, artifact, specification, vault, descriptor, state, finding,
                                   version)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
              artifact = excluded.artifact, specification = excluded.specification,
              vault = excluded.vault, descriptor = excluded.descriptor, state = excluded.state,
              finding = excluded.finding, version = excluded.version
            """)
        .params(
            Arrays.asList(
                primitive.id(),
                primitive.artifact(),
                primitive.specification().hex(),
                primitive.vault() == null ? null : primitive.vault().toString(),
                primitive.descriptor(),
                primitive.state().name(),
                primitive.finding(),
                primitive.version()))
        .update();
    jdbc.sql("delete from deployment where primitive = ?").param(primitive.id()).update();
    primitive.deployments().forEach(one -> keep(primitive.id(), one));
  }

  private void keep(String primitive, Deployment one) {
    jdbc.sql(
            """
            insert into deployment (primitive, artifact, chain, token, handler, staking, registry,
                                    wrappers, baskets, start_block)
            values (:primitive, :artifact, :chain, :token, :handler, :staking, :registry,
                    :wrappers::text[], :baskets::text[], :startBlock)
            """)
        .param("primitive", primitive)
        .param("artifact", one.artifact())
        .param("chain", one.chain().value())
        .param("token", one.token().hex())
        .param("handler", text(one.handler()))
        .param("staking", text(one.staking()))
        .param("registry", one.registry().hex())
        .param("wrappers", texts(one.wrappers()))
        .param("baskets", texts(one.baskets()))
        .param("startBlock", one.startBlock())
        .update();
  }

  void keep(String primitive, long number, Step step) {
    jdbc.sql(
            """
            insert into primitive_step (primitive, step, state, decided_by, reasons, at)
            values (:primitive, :step, :state, :by, :reasons::text[], :at::timestamptz)
            """)
        .param("primitive", primitive)
        .param("step", number)
        .param("state", step.state().name())
        .param("by", step.by())
        .param("reasons", step.reasons().toArray(String[]::new))
        .param("at", step.at().toString())
        .update();
  }

  List<Step> steps(String primitive) {
    return jdbc.sql("select * from primitive_step where primitive = ? order by step")
        .param(primitive)
        .query(
            (row, n) ->
                new Step(
                    PrimitiveStage.valueOf(row.getString("state")),
                    row.getString("decided_by"),
                    strings(row.getArray("reasons")),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private Primitive read(ResultSet row) throws SQLException {
    String vault = row.getString("vault");
    String id = row.getString("id");
    return new Primitive(
        id,
        row.getString("artifact"),
        new Hash(row.getString("specification")),
        vault == null ? null : HandlerId.parse(vault),
        row.getString("descriptor"),
        PrimitiveStage.valueOf(row.getString("state")),
        row.getString("finding"),
        row.getLong("version"),
        deploymentsOf(id));
  }

  private List<Deployment> deploymentsOf(String primitive) {
    return jdbc.sql("select * from deployment where primitive = ? order by chain")
        .param(primitive)
        .query((row, n) -> deployment(row))
        .list();
  }

  private static Deployment deployment(ResultSet row) throws SQLException {
    return new Deployment(
        row.getString("artifact"),
        new ChainName(row.getString("chain")),
        new EvmAddress(row.getString("token")),
        address(row.getString("handler")),
        address(row.getString("staking")),
        new EvmAddress(row.getString("registry")),
        strings(row.getArray("wrappers")).stream().map(EvmAddress::new).toList(),
        strings(row.getArray("baskets")).stream().map(EvmAddress::new).toList(),
        row.getLong("start_block"));
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static String[] texts(List<EvmAddress> addresses) {
    return addresses.stream().map(EvmAddress::hex).toArray(String[]::new);
  }

  private static @Nullable String text(@Nullable EvmAddress address) {
    return address == null ? null : address.hex();
  }

  private static @Nullable EvmAddress address(@Nullable String text) {
    return text == null ? null : new EvmAddress(text);
  }
}
