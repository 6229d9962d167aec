// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.Wei;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.StructuredDataEncoder;

class DigestsTest {
  private static final EvmAddress SETTLEMENT = Golden.repeated("55");
  private static final String TYPED_DATA =
      """
      {"types":{"EIP712Domain":[{"name":"name","type":"string"},{"name":"version","type":"string"},
       {"name":"chainId","type":"uint256"},{"name":"verifyingContract","type":"address"}],
       TYPE},"primaryType":"PRIMARY","domain":{"name":"ChakraSettlement","version":"2","chainId":CHAIN_ID,
       "verifyingContract":"CONTRACT"},"message":MESSAGE}
      """;

  @Test
  void receiveIsWhatAWalletWouldSign() throws IOException {
    String type =
        """
        "Receive":[{"name":"txid","type":"uint256"},{"name":"fromChain","type":"string"},
         {"name":"toChain","type":"string"},{"name":"fromAddress","type":"uint256"},
         {"name":"fromHandler","type":"uint256"},{"name":"toHandler","type":"uint256"},
         {"name":"payloadType","type":"uint8"},{"name":"payloadHash","type":"bytes32"},
         {"name":"sequence","type":"uint64"},{"name":"handlerGas","type":"uint64"},
         {"name":"deadline","type":"uint64"}]
        """;
    String message =
        """
        {"txid":"%s","fromChain":"Scroll","toChain":"Arbitrum","fromAddress":"%s",
         "fromHandler":"%s","toHandler":"%s","payloadType":"5",
         "payloadHash":"0x5c7d3b0c2c0befbb31cb5132190e0664f370d7f75c65e50365c1ceb3492fe0f8",
         "sequence":"1","handlerGas":"500000","deadline":"1767225600"}
        """
            .formatted(
                Golden.TXID.toBigInteger(),
                Golden.USER.toBigInteger(),
                Golden.FROM.toBigInteger(),
                Golden.TO.toBigInteger());
    assertThat(Digests.receive(Golden.message(), 42161, SETTLEMENT))
        .isEqualTo(wallet(type, "Receive", 42161, message));
  }

  @Test
  void expireIsWhatAWalletWouldSign() throws IOException {
    String type =
        """
        "Expire":[{"name":"txid","type":"uint256"},{"name":"fromChain","type":"string"},
         {"name":"toChain","type":"string"},{"name":"fromHandler","type":"uint256"},
         {"name":"toHandler","type":"uint256"},{"name":"sequence","type":"uint64"},
         {"name":"deadline","type":"uint64"}]
        """;
    String message =
        """
        {"txid":"%s","fromChain":"Scroll","toChain":"Arbitrum","fromHandler":"%s","toHandler":"%s",
         "sequence":"1","deadline":"1767225600"}
        """
            .formatted(
                Golden.TXID.toBigInteger(), Golden.FROM.toBigInteger(), Golden.TO.toBigInteger());
    assertThat(Digests.expire(Golden.message(), 42161, SETTLEMENT))
        .isEqualTo(wallet(type, "Expire", 42161, message));
  }

  @Test
  void callbackIsWhatAWalletWouldSign() throws IOException {
    String type =
        """
        "Callback":[{"name":"txid","type":"uint256"},{"name":"fromChain","type":"string"},
         {"name":"toChain","type":"string"},{"name":"fromHandler","type":"uint256"},
         {"name":"toHandler","type":"uint256"},{"name":"status","type":"uint8"}]
        """;
    String message =
        """
        {"txid":"%s","fromChain":"Arbitrum","toChain":"Scroll","fromHandler":"%s","toHandler":"%s",
         "status":"3"}
        """
            .formatted(
                Golden.TXID.toBigInteger(), Golden.TO.toBigInteger(), Golden.FROM.toBigInteger());
    assertThat(
            Digests.callback(
                Golden.TXID, Golden.TO, Golden.FROM, Outcome.FAILED, 534352, SETTLEMENT))
        .isEqualTo(wallet(type, "Callback", 534352, message));
  }

  @Test
  void aGasQuoteIsWhatAWalletWouldSign() throws IOException {
    String json =
        """
        {"types":{"EIP712Domain":[{"name":"name","type":"string"},
          {"name":"version","type":"string"},{"name":"chainId","type":"uint256"},
          {"name":"verifyingContract","type":"address"}],
         "GasQuote":[{"name":"id","type":"bytes32"},{"name":"txid","type":"uint256"},
          {"name":"payer","type":"address"},{"name":"amount","type":"uint256"},
          {"name":"legsHash","type":"bytes32"},{"name":"payloadHash","type":"bytes32"},
          {"name":"expiry","type":"uint64"}]},
         "primaryType":"GasQuote",
         "domain":{"name":"SettlementGasService","version":"1","chainId":31337,
          "verifyingContract":"%s"},
         "message":{"id":"%s","txid":"%s","payer":"%s","amount":"777","legsHash":"%s",
          "payloadHash":"%s","expiry":"1767225600"}}
        """
            .formatted(
                SETTLEMENT,
                Golden.MESSAGE_ID,
                Golden.TXID.toBigInteger(),
                Golden.USER,
                Golden.RECEIVE_LEGACY,
                Golden.MESSAGE_ID);
    GasQuote quote =
        new GasQuote(
            Golden.MESSAGE_ID,
            Golden.TXID,
            Golden.USER,
            Wei.of(777),
            Golden.RECEIVE_LEGACY,
            Golden.MESSAGE_ID,
            Golden.TERMS.deadline());
    assertThat(quote.digest(31337, SETTLEMENT))
        .isEqualTo(Hash.of(new StructuredDataEncoder(json).hashStructuredData()));
  }

  @Test
  void bindsChainAndContract() {
    Hash digest = Digests.receive(Golden.message(), 1, SETTLEMENT);
    assertThat(Digests.receive(Golden.message(), 2, SETTLEMENT)).isNotEqualTo(digest);
    assertThat(Digests.receive(Golden.message(), 1, Golden.repeated("56"))).isNotEqualTo(digest);
  }

  @Test
  void legacyDigestsMatchTheProtocol() {
    assertThat(LegacyDigests.receive(Golden.message())).isEqualTo(Golden.RECEIVE_LEGACY);
    assertThat(legacyCallback(Outcome.SUCCESS))
        .isEqualTo("0x92d6c3000d0003894aa211302b26b984b9a8884374173b2252893a37f2dc3488");
    assertThat(legacyCallback(Outcome.FAILED))
        .isEqualTo("0x678bc772dd200e74fcf60f1061de209b800fd44af9d3b7e746a14a3d4fcdb75f");
  }

  private static String legacyCallback(Outcome outcome) {
    return LegacyDigests.callback(Golden.TXID, Golden.TO, Golden.FROM, outcome).hex();
  }

  private static Hash wallet(String type, String primary, long chainId, String message)
      throws IOException {
    String json =
        TYPED_DATA
            .replace("PRIMARY", primary)
            .replace("TYPE", type)
            .replace("CHAIN_ID", Long.toString(chainId))
            .replace("CONTRACT", SETTLEMENT.hex())
            .replace("MESSAGE", message);
    return Hash.of(new StructuredDataEncoder(json).hashStructuredData());
  }
}
