// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.position;

import io.settlement.artifact.primitive.Deployment;
import io.settlement.chain.contract.ArtifactLog.TicketOpened;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the logs say of outputs, withdrawals, stakes and tickets, and how far they were read. */
@Repository
public class Positions {
  private final JdbcClient jdbc;

  Positions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A stake with its points up to a moment.
   *
   * @param since unix second
   * @param points satoshi × seconds up to {@code since}
   */
  public record Stake(EvmAddress account, BigInteger amount, long since, BigInteger points) {

    /** Points at a later moment. */
    public BigInteger pointsAt(long second) {
      return points.add(amount.multiply(BigInteger.valueOf(second - since)));
    }
  }

  /** The last block whose logs are booked; empty before the first look. */
  public OptionalLong cursor(Deployment at) {
    return jdbc.sql("select up_to from log_cursor where artifact = ? and chain = ?")
        .params(at.artifact(), at.chain().value())
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  /** Whether the cursor was moved from where it was last seen: nobody else has been here. */
  boolean move(Deployment at, long from, long to) {
    return jdbc.sql(
                """
                insert into log_cursor as c (artifact, chain, up_to)
                values (:artifact, :chain, :to)
                on conflict (artifact, chain) do update set up_to = excluded.up_to
                 where c.up_to = :from
                """)
            .param("artifact", at.artifact())
            .param("chain", at.chain().value())
            .param("from", from)
            .param("to", to)
            .update()
        == 1;
  }

  /** What a handler made of an output; what is credited or rejected stays so. */
  void output(
      Deployment at,
      Hash outpoint,
      String state,
      EvmAddress receiver,
      BigInteger amount,
      long block) {
    jdbc.sql(
            """
            insert into btc_output as o (outpoint, artifact, chain, state, receiver, amount, block)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (outpoint, artifact) do update set
              state = excluded.state, amount = excluded.amount, block = excluded.block
             where o.state = 'HELD'
            """)
        .params(
            outpoint.hex(),
            at.artifact(),
            at.chain().value(),
            state,
            receiver.hex(),
            new BigDecimal(amount),
            block)
        .update();
  }

  void locked(Deployment at, TxId txid, EvmAddress account, BigInteger amount, long block) {
    jdbc.sql(
            """
            insert into btc_withdrawal (txid, artifact, chain, state, account, amount, block)
            values (?, ?, ?, 'LOCKED', ?, ?, ?) on conflict do nothing
            """)
        .params(
            txid.hex(),
            at.artifact(),
            at.chain().value(),
            account.hex(),
            new BigDecimal(amount),
            block)
        .update();
  }

  void ended(TxId txid, boolean burned, long block) {
    jdbc.sql("update btc_withdrawal set state = ?, block = ? where txid = ? and state = 'LOCKED'")
        .params(burned ? "BURNED" : "RETURNED", block, txid.hex())
        .update();
  }

  /** Adds points up to now, then changes the stake, as the contract does. */
  void stake(Deployment at, EvmAddress contract, EvmAddress user, BigInteger change, long second) {
    jdbc.sql(
            """
            insert into stake as s (artifact, chain, contract, account, amount, since, points)
            values (?, ?, ?, ?, ?, ?, 0)
            on conflict (chain, contract, account) do update set
              points = s.points + s.amount * (excluded.since - s.since),
              amount = s.amount + ?, since = excluded.since
            """)
        .params(
            at.artifact(),
            at.chain().value(),
            contract.hex(),
            user.hex(),
            new BigDecimal(change.max(BigInteger.ZERO)),
            second,
            new BigDecimal(change))
        .update();
  }

  void opened(ChainName chain, EvmAddress contract, TicketOpened ticket) {
    jdbc.sql(
            """
            insert into ticket (chain, contract, ticket, owner, leg, shares, claimable_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(
            chain.value(),
            contract.hex(),
            new BigDecimal(ticket.ticket()),
            ticket.owner().hex(),
            ticket.leg(),
            new BigDecimal(ticket.shares()),
            ticket.claimableAt())
        .update();
  }

  void paid(ChainName chain, EvmAddress contract, BigInteger ticket, BigInteger amount) {
    jdbc.sql("update ticket set paid = ? where chain = ? and contract = ? and ticket = ?")
        .params(new BigDecimal(amount), chain.value(), contract.hex(), new BigDecimal(ticket))
        .update();
  }

  /** Stakes of a contract, a page after an account. */
  public List<Stake> stakes(ChainName chain, EvmAddress contract, String after, int limit) {
    return jdbc.sql(
            """
            select * from stake where chain = ? and contract = ? and account > ?
             order by account limit ?
            """)
        .params(chain.value(), contract.hex(), after, limit)
        .query(
            (row, n) ->
                new Stake(
                    new EvmAddress(row.getString("account")),
                    row.getBigDecimal("amount").toBigIntegerExact(),
                    row.getLong("since"),
                    row.getBigDecimal("points").toBigIntegerExact()))
        .list();
  }

  /** Shares that are still to be paid one leg. */
  public BigInteger openShares(ChainName chain, EvmAddress contract, int leg) {
    return jdbc.sql(
            """
            select coalesce(sum(shares), 0) from ticket
             where chain = ? and contract = ? and leg = ? and paid is null
            """)
        .params(chain.value(), contract.hex(), leg)
        .query(BigDecimal.class)
        .single()
        .toBigIntegerExact();
  }
}
