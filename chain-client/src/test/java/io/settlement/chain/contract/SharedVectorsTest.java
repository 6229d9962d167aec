// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.Anvil;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.Terms;
import io.settlement.events.value.TxId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
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
    CrossChainMessage message = message(vector, vector);
    Hash digest =
        Digests.receive(message, vector.path("chainId").asLong(), address(vector, "settlement"));
    assertThat(digest.hex()).isEqualTo(text(vector, "digest"));
    assertThat(Hex.encode(PackedTerms.encode(message.terms()))).isEqualTo(text(vector, "terms"));
    assertThat(PackedTerms.decode(Hex.decode(text(vector, "terms")))).isEqualTo(message.terms());
    hasQuorum(vector, digest);
  }

  @Test
  void theDigestOfAnExpiryAndItsQuorum() {
    JsonNode vector = vectors.path("expire");
    CrossChainMessage received = message(vectors.path("receive"), vectors.path("receive"));
    assertThat(received.txid().hex()).isEqualTo(text(vector, "txid"));
    Hash digest =
        Digests.expire(received, vector.path("chainId").asLong(), address(vector, "settlement"));
    assertThat(digest.hex()).isEqualTo(text(vector, "digest"));
    hasQuorum(vector, digest);
  }

  @Test
  void theDigestOfEitherOutcomeAndItsQuorum() {
    outcome(vectors.path("callbackSuccess"));
    outcome(vectors.path("callbackFailed"));
  }

  @Test
  void theTreeOverABlocksMessagesAndItsQuorum() {
    JsonNode vector = vectors.path("merkle");
    List<Hash> leaves = digests(vector);
    MerkleTree tree = MerkleTree.of(leaves);
    assertThat(leaves).isEqualTo(hashes(vector.path("leaves")));
    assertThat(tree.root().hex()).isEqualTo(text(vector, "root"));
    Hash digest = Digests.bundle(tree.root());
    assertThat(digest.hex()).isEqualTo(text(vector, "digest"));
    hasQuorum(vector, digest);
  }

  @Test
  void theCertificateOfEachMessageOfABlock() {
    JsonNode vector = vectors.path("merkle");
    MerkleTree tree = MerkleTree.of(digests(vector));
    byte[] signatures = Hex.decode(text(vector, "bundle"));
    int place = 0;
    for (JsonNode member : vector.path("members")) {
      List<Hash> proof = tree.proof(place++);
      assertThat(proof).isEqualTo(hashes(member.path("proof")));
      Certificate certificate = Certificate.ofLeaf(proof, signatures);
      assertThat(certificate.signType()).isEqualTo(1);
      assertThat(Hex.encode(certificate.bytes())).isEqualTo(text(member, "certificate"));
    }
    assertThat(place).isEqualTo(5);
  }

  @Test
  void theProofOfSomeAndOfAllMessagesOfABlock() {
    JsonNode vector = vectors.path("merkle");
    MerkleTree tree = MerkleTree.of(digests(vector));
    for (String which : List.of("multiproof", "wholeBundle")) {
      JsonNode expected = vector.path(which);
      int[] members =
          StreamSupport.stream(expected.path("members").spliterator(), false)
              .mapToInt(JsonNode::asInt)
              .toArray();
      MerkleTree.MultiProof proof = tree.multiProof(members);
      assertThat(proof.leaves()).isEqualTo(hashes(expected.path("leaves")));
      assertThat(proof.proof()).isEqualTo(hashes(expected.path("proof")));
      assertThat(proof.flags())
          .isEqualTo(
              StreamSupport.stream(expected.path("flags").spliterator(), false)
                  .map(JsonNode::asBoolean)
                  .toList());
    }
  }

  private static List<Hash> digests(JsonNode vector) {
    List<Hash> digests = new ArrayList<>();
    for (JsonNode member : vector.path("members")) {
      CrossChainMessage message = message(vector, member);
      digests.add(
          Digests.receive(message, vector.path("chainId").asLong(), address(vector, "settlement")));
    }
    return digests;
  }

  /** A message whose route is told by one object and whose content by another. */
  private static CrossChainMessage message(JsonNode route, JsonNode content) {
    return new CrossChainMessage(
        new TxId(text(content, "txid")),
        handler(route, "fromChain", "fromHandler"),
        handler(route, "toChain", "toHandler"),
        address(route, "fromAddress"),
        1,
        PayloadType.ofWire(route.path("payloadType").asInt()),
        text(content, "payload"),
        null,
        new Terms(
            content.path("sequence").asLong(),
            new Gas(content.path("handlerGas").asLong()),
            Instant.ofEpochSecond(content.path("deadline").asLong())));
  }

  private static List<Hash> hashes(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(one -> new Hash(one.asString()))
        .toList();
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
