// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.chain.Call;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.GasPriceServiceAbi;
import io.settlement.events.PriceEvent.PricesSigned;
import io.settlement.events.PriceEvent.SignedPrice;
import io.settlement.events.Topics;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasTest;
import io.settlement.gas.PriceContracts;
import io.settlement.gas.Story;
import io.settlement.gas.price.ChainNodes;
import io.settlement.gas.price.Prices;
import io.settlement.kit.test.KafkaProbe;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PriceHeraldTest extends GasTest {
  private static final BigInteger RATE_UNIT = BigInteger.TEN.pow(18);

  @Autowired PriceHerald herald;
  @Autowired Publications publications;
  @Autowired Prices prices;
  @Autowired ChainNodes nodes;
  @Autowired KafkaProbe kafka;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void allChainsHaveAPrice() {
    await().until(() -> prices.latest().keySet().containsAll(List.of(Story.ALPHA, Story.BETA)));
  }

  @Test
  void theContractTakesWhatIsSignedAndGivesItsPrices() {
    PricesSigned signed = tellAgain();

    assertThat(signed.prices())
        .extracting(SignedPrice::chain)
        .containsExactly(Story.ALPHA, Story.BETA);
    publish(signed);

    SignedPrice beta = signed.prices().get(1);
    // Beta's token is worth a quarter of Alpha's.
    assertThat(beta.rate()).isEqualTo(RATE_UNIT.divide(BigInteger.valueOf(4)));
    BigInteger there =
        beta.baseFee().plus(beta.priorityFee()).value().multiply(BigInteger.valueOf(100_000));
    BigInteger[] here = there.multiply(beta.rate()).divideAndRemainder(RATE_UNIT);
    assertThat(getPrice(signed))
        .isEqualTo(new Wei(here[1].signum() == 0 ? here[0] : here[0].add(BigInteger.ONE)));
  }

  @Test
  void noRoundIsSignedTwiceNorAnOlderOne() {
    PricesSigned signed = tellAgain();

    herald.tell();

    assertThat(publications.last(Story.ALPHA).orElseThrow().round()).isEqualTo(signed.round());
    assertThat(publications.say(signed)).isFalse();
    jdbc.sql("update price_publication set signed_at = signed_at - interval '1 day'").update();
    herald.tell();
    assertThat(publications.last(Story.ALPHA).orElseThrow().round()).isEqualTo(signed.round());
  }

  @Test
  void aPriceThatTheContractWouldRefuseIsNotSigned() {
    publish(tellAgain());
    jdbc.sql("update price_sample set native_usd = native_usd * 2 where chain = 'Beta'").update();
    try {
      assertThat(tellAgain().prices()).extracting(SignedPrice::chain).containsExactly(Story.ALPHA);
    } finally {
      jdbc.sql("update price_sample set native_usd = native_usd / 2 where chain = 'Beta'").update();
    }
  }

  /** As if nothing had been said yet, of prices of this second or a later one. */
  private PricesSigned tellAgain() {
    long before = publications.last(Story.ALPHA).map(Publications.Last::round).orElse(0L);
    await().until(() -> Instant.now().getEpochSecond() > before);
    jdbc.sql("update price_sample set sampled_at = ? where chain in ('Alpha', 'Beta')")
        .param(OffsetDateTime.now(ZoneOffset.UTC))
        .update();
    jdbc.sql("delete from price_publication").update();
    herald.tell();
    return kafka.await(Topics.PRICE_EVENTS, PricesSigned.class, signed -> signed.round() > before);
  }

  private void publish(PricesSigned signed) {
    byte[] data =
        GasPriceServiceAbi.publish(signed.prices(), signed.round(), Hex.decode(signed.signature()));
    PriceContracts.send(
        ALPHA_NODE,
        Map.of(
            "from", PriceContracts.OWNER, "to", signed.contract().hex(), "data", Hex.encode(data)));
  }

  private Wei getPrice(PricesSigned signed) {
    EvmReader alpha = nodes.of(Story.ALPHA).orElseThrow();
    byte[] question = GasPriceServiceAbi.getPrice(Story.BETA, new Gas(100_000), 0);
    return GasPriceServiceAbi.fee(
        alpha.call(Call.view(signed.contract(), question), FinalityTag.LATEST));
  }
}
