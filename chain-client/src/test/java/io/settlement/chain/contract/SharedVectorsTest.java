// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.Anvil;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.TxId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors that the contracts' own tests read, too. */
class SharedVectorsTest {
  private static final Path FILE = Anvil.CONTRACTS.resolve("test/golden/vectors.json");

  @SuppressWarnings("NullAway.Init")
  private static JsonNode vectors;

  @BeforeAll
  static void read() throws Exception {
    vectors = new JsonMapper().readTree(Files.readString(FILE));
  }

  @Test
  void theDigestOfAMessageAndItsQuorum() {
    JsonNode vector = vectors.path("receive");
    CrossChainMessage message =
        new CrossChainMessage(
            new TxId(text(vector, "txid")),
            handler(vector, "fromChain", "fromHandler"),
            handler(vector, "toChain", "toHandler"),
            address(vector, "fromAddress"),
            PayloadType.ofWire(vector.path("payloadType").asInt()),
            text(vector, "payload"),
            null);
    Hash digest =
        Digests.receive(message, vector.path("chainId").asLong(), address(vector, "settlement"));
    assertThat(digest.hex()).isEqualTo(text(vector, "digest"));
    hasQuorum(vector, digest);
  }

  @Test
  void theDigestOfEitherOutcomeAndItsQuorum() {
    outcome(vectors.path("callbackSuccess"));
    outcome(vectors.path("callbackFailed"));
  }

  @Test
  void theCommitmentOfAMessage() {
    assertThat(Hex.encode(SettlementAbi.commitment(Golden.message())))
        .isEqualTo(text(vectors.path("G2"), "commitment"));
  }

  private static void outcome(JsonNode vector) {
    Hash digest =
        Digests.callback(
            new TxId(text(vector, "txid")),
            handler(vector, "fromChain", "fromHandler"),
            handler(vector, "toChain", "toHandler"),
            Outcome.ofWire(vector.path("status").asInt()),
            vector.path("chainId").asLong(),
            address(vector, "settlement"));
    assertThat(digest.hex()).isEqualTo(text(vector, "digest"));
    hasQuorum(vector, digest);
  }

  private static void hasQuorum(JsonNode vector, Hash digest) {
    Map<EvmAddress, byte[]> bySigner = new HashMap<>();
    for (JsonNode signed : vector.path("signatures")) {
      byte[] signature = Hex.decode(text(signed, "signature"));
      EvmAddress signer = Signatures.recover(digest, signature);
      assertThat(signer).isEqualTo(address(signed, "signer"));
      bySigner.put(signer, signature);
    }
    assertThat(Hex.encode(Signatures.bundle(bySigner))).isEqualTo(text(vector, "bundle"));
  }

  private static HandlerId handler(JsonNode vector, String chain, String handler) {
    return HandlerId.of(new ChainName(text(vector, chain)), address(vector, handler));
  }

  private static EvmAddress address(JsonNode vector, String field) {
    return new EvmAddress(text(vector, field));
  }

  private static String text(JsonNode vector, String field) {
    return vector.path(field).asString();
  }
}
