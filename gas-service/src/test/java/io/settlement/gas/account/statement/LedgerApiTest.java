// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.EvmAddress;
import io.settlement.gas.GasTest;
import io.settlement.gas.Story;
import io.settlement.gas.account.BookAccount;
import io.settlement.gas.account.BookAccount.Kind;
import io.settlement.kit.test.TableScans;
import io.settlement.kit.test.TestTokens;
import java.math.BigInteger;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The past of the ledger, which is written here with dates of its own. */
class LedgerApiTest extends GasTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Autowired Balances balances;
  @Autowired LedgerSums sums;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired PlatformTransactionManager transactions;
  @LocalServerPort int port;

  @Test
  void aBalanceAtAnyMomentIsTheSumOfTheEntriesUntilThenHoweverTheyAreSummedUp() {
    transaction.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          Random random = new Random(3);
          Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
          Instant start = now.minus(40, ChronoUnit.DAYS);
          EvmAddress payer = payer();
          for (int i = 0; i < 400; i++) {
            long span = ChronoUnit.MICROS.between(start, now);
            post(
                payer, start.plus(random.nextLong(span), ChronoUnit.MICROS), random.nextInt(1_000));
          }
          BookAccount account = new BookAccount(Kind.PREPAYMENT, Story.ALPHA, payer.hex());
          forgetSums();
          for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 60; i++) {
              Instant moment = start.plus(random.nextLong(45L * 24 * 3_600), ChronoUnit.SECONDS);
              assertThat(balances.before(List.of(account), moment))
                  .containsEntry(account, summed(account, moment));
            }
            sums.sumUp();
          }
          sumUpAgainFrom(start.plus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES));
          for (int i = 0; i < 60; i++) {
            Instant moment = start.plus(random.nextLong(45L * 24 * 3_600), ChronoUnit.SECONDS);
            assertThat(balances.before(List.of(account), moment))
                .containsEntry(account, summed(account, moment));
          }
          assertThat(jdbc.sql("select count(*) from gas_balance").query(Long.class).single())
              .isGreaterThan(100);
        });
  }

  @Test
  void aStatementReproducesFromTheLedger() {
    EvmAddress payer = payer();
    transaction.executeWithoutResult(
        status -> {
          post(payer, Instant.parse("2020-02-28T23:59:59Z"), 100);
          post(payer, Instant.parse("2020-03-01T00:00:00Z"), 20);
          post(payer, Instant.parse("2020-03-31T23:59:59.999999Z"), 3);
          post(payer, Instant.parse("2020-04-01T00:00:00Z"), 1_000);
          forgetSums();
        });

    JsonNode statement = get("/v1/statements/" + payer + "?month=2020-03&limit=1");
    assertThat(statement.get("lines")).hasSize(2);
    statement
        .get("lines")
        .forEach(
            line ->
                assertThat(amount(line, "opening").add(amount(line, "moved")))
                    .isEqualTo(amount(line, "closing")));
    JsonNode held = statement.get("lines").get(1);
    assertThat(held.get("account").asString()).isEqualTo("PREPAYMENT:Alpha:" + payer);
    assertThat(held.get("opening").asString()).isEqualTo("100");
    assertThat(held.get("closing").asString()).isEqualTo("123");
    assertThat(held.get("entries").asInt()).isEqualTo(2);
    assertThat(statement.get("entries")).hasSize(1);
    JsonNode rest =
        get("/v1/statements/" + payer + "?month=2020-03&after=" + statement.get("next").asString());
    assertThat(rest.get("entries")).hasSize(3);

    List<String> csv = csv("/v1/statements/" + payer + "?month=2020-03").lines().toList();
    assertThat(csv).hasSize(1 + 2 + 4 + 2);
    assertThat(csv)
        .contains(",,PREPAYMENT,Alpha,OPENING,100", ",,PREPAYMENT,Alpha,CLOSING,123")
        .anyMatch(line -> line.startsWith("2020-03-01T00:00:00Z,0x") && line.endsWith(",20"));

    assertThat(
            get("/v1/ledger/accounts/PREPAYMENT:Alpha:" + payer + "?asOf=2020-03-01T00:00:00Z")
                .get("balance")
                .asString())
        .isEqualTo("120");
    assertThat(get("/v1/ledger/accounts/PREPAYMENT:Alpha:" + payer).get("balance").asString())
        .isEqualTo("1123");
    assertThat(get("/v1/ledger/accounts/CASH:Alpha").get("code").asString())
        .isEqualTo("invalid-account");
    assertThat(get("/v1/statements/" + payer + "?month=March").get("code").asString())
        .isEqualTo("invalid-month");
  }

  @Test
  void sumsOfAPayerAreForHisPartnerAndOperatorsAlone() {
    EvmAddress payer = payer();
    transaction.executeWithoutResult(
        status -> post(payer, Instant.parse("2020-03-01T00:00:00Z"), 20));
    String statement = "/v1/statements/" + payer + "?month=2020-03";
    String account = "/v1/ledger/accounts/PREPAYMENT:Alpha:" + payer;
    String key = "/v1/ledger/accounts/DELIVERY:Alpha:" + payer;
    String operators = "/v1/ledger/accounts/OPERATOR:Alpha";
    MediaType csv = new MediaType("text", "csv");

    String own = TestTokens.partnerOf(payer);
    assertThat(status(statement, MediaType.APPLICATION_JSON, own)).isEqualTo(200);
    assertThat(status(statement, csv, own)).isEqualTo(200);
    assertThat(status(account, MediaType.APPLICATION_JSON, own)).isEqualTo(200);
    for (String caller : List.of(TestTokens.partner(), TestTokens.partnerOf(payer()))) {
      for (String path : List.of(statement, account, key, operators)) {
        assertThat(JSON.readTree(body(path, MediaType.APPLICATION_JSON, caller)).get("code"))
            .hasToString("\"not-your-account\"");
        assertThat(status(path, MediaType.APPLICATION_JSON, caller)).isEqualTo(403);
      }
      assertThat(status(statement, csv, caller)).isEqualTo(403);
    }
    assertThat(status(key, MediaType.APPLICATION_JSON, own)).isEqualTo(403);
    assertThat(status(operators, MediaType.APPLICATION_JSON, own)).isEqualTo(403);
    assertThat(status(operators, MediaType.APPLICATION_JSON, TestTokens.operator())).isEqualTo(200);
  }

  @Test
  void balancesAndStatementsReadNoTableFromEndToEnd() {
    EvmAddress payer = payer();
    BookAccount account = new BookAccount(Kind.PREPAYMENT, Story.ALPHA, payer.hex());
    assertThat(
            new TableScans(jdbc, transactions)
                .after(() -> fill(20_000))
                .during(
                    () -> {
                      balances.before(List.of(account), Instant.now());
                      new Statements(jdbc, balances).lines(payer, YearMonth.of(2020, 5));
                      new Statements(jdbc, balances).entries(payer, YearMonth.of(2020, 5), 0, 100);
                    }))
        .doesNotContainKeys("gas_entry", "gas_balance");
  }

  @Test
  void aBalanceOfManyEntriesReadsOneRowAndTheLastMinute() {
    BookAccount busy = new BookAccount(Kind.OPERATOR, Story.ALPHA, "");
    Map<String, Long> read =
        new TableScans(jdbc, transactions)
            .after(() -> fill(20_000))
            .rowsReadBy(
                () -> balances.before(List.of(busy), Instant.parse("2020-05-20T12:34:56Z")));

    // the last minute that is summed up, and the entries of the one under way
    assertThat(read.getOrDefault("gas_balance", 0L)).isLessThan(3);
    assertThat(read.getOrDefault("gas_entry", 0L)).isLessThan(10);
  }

  /** Postings of as many payers and of the operator over a month, and their sums. */
  private void fill(int postings) {
    jdbc.sql(
            """
            insert into gas_entry (txid, cause, account, chain, party, amount, posted_at)
            select '0xf' || i, 'X', side.account, 'Alpha',
                   case side.account when 'OPERATOR' then ''
                                     else '0x' || lpad(to_hex(i % 997), 40, '0') end,
                   side.amount, timestamptz '2020-05-01 00:00Z' + i * interval '120 seconds'
              from generate_series(1, :postings) as i,
                   (values ('PAYER', -5), ('PREPAYMENT', 4), ('OPERATOR', 1))
                     as side (account, amount)
            """)
        .param("postings", postings)
        .update();
    forgetSums();
    sums.sumUp();
  }

  /** As if the sums had come so far the last time. */
  private void sumUpAgainFrom(Instant until) {
    jdbc.sql("delete from gas_balance where since >= ?::timestamptz")
        .param(until.toString())
        .update();
    jdbc.sql("update gas_balance_mark set until = ?::timestamptz").param(until.toString()).update();
    sums.sumUp();
  }

  /** Entries of the past are only written here. */
  private void forgetSums() {
    jdbc.sql("delete from gas_balance").update();
    jdbc.sql("update gas_balance_mark set until = '-infinity'").update();
  }

  private BigInteger summed(BookAccount account, Instant moment) {
    return jdbc.sql(
            """
            select coalesce(sum(amount), 0) from gas_entry
             where account = :account and chain = :chain and party = :party
               and posted_at < :moment::timestamptz
            """)
        .param("account", account.kind().name())
        .param("chain", account.chain().value())
        .param("party", account.party())
        .param("moment", moment.toString())
        .query(java.math.BigDecimal.class)
        .single()
        .toBigIntegerExact();
  }

  private void post(EvmAddress payer, Instant at, long amount) {
    jdbc.sql(
            """
            insert into gas_entry (txid, cause, account, chain, party, amount, posted_at)
            select :txid, 'PREPAID:' || :txid, side.account, 'Alpha', :party, side.amount,
                   :at::timestamptz
              from (values ('PAYER', -:amount::numeric), ('PREPAYMENT', :amount::numeric))
                as side (account, amount)
            """)
        .param("txid", Story.begin().txid.hex())
        .param("party", payer.hex())
        .param("amount", amount)
        .param("at", at.toString())
        .update();
  }

  private static EvmAddress payer() {
    return new EvmAddress("0x" + Story.begin().txid.hex().substring(26));
  }

  private static BigInteger amount(JsonNode line, String field) {
    return new BigInteger(line.get(field).asString());
  }

  private JsonNode get(String path) {
    return JSON.readTree(body(path, MediaType.APPLICATION_JSON, TestTokens.operator()));
  }

  private String csv(String path) {
    return new String(body(path, new MediaType("text", "csv"), TestTokens.operator()), UTF_8);
  }

  private byte[] body(String path, MediaType accepted, String caller) {
    return asked(path, accepted, caller).getResponseBodyContent();
  }

  private int status(String path, MediaType accepted, String caller) {
    return asked(path, accepted, caller).getStatus().value();
  }

  private EntityExchangeResult<byte[]> asked(String path, MediaType accepted, String caller) {
    return RestTestClient.bindToServer()
        .baseUrl("http://localhost:" + port)
        .build()
        .get()
        .uri(path)
        .accept(accepted)
        .header(HttpHeaders.AUTHORIZATION, caller)
        .exchange()
        .expectBody()
        .returnResult();
  }
}
