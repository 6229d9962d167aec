// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Wei;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Nodes that are down, slow, overloaded, behind or confused. */
class NodesTest {
  private static final URI CLOSED_PORT = URI.create("http://127.0.0.1:1");
  private static final EvmAddress ANYBODY = new EvmAddress("0x" + "11".repeat(20));
  private static final String CHAIN_ID = "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":\"0x7a69\"}";

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void goesToTheNextNodeWhenTheFirstIsDown() {
    try (Anvil anvil = Anvil.manual();
        EvmReader reader = connect(CLOSED_PORT, anvil.url())) {
      assertThat(reader.chainId()).isEqualTo(31337);
      assertThat(reader.head(FinalityTag.LATEST).number()).isZero();
      assertThat(count("eth_chainId", "ok")).isEqualTo(1);
    }
  }

  @Test
  void goesToTheNextNodeWhenTheFirstIsBehind() {
    try (Anvil behind = Anvil.manual();
        Anvil anvil = Anvil.manual();
        EvmReader reader = connect(behind.url(), anvil.url())) {
      anvil.mine(5);
      assertThat(reader.blocks(List.of(5L))).hasSize(1);
      assertThat(reader.logs(0, 5, List.of(), List.of())).isEmpty();
    }
  }

  @Test
  void aNodeThatIsOnlyBehindIsNotLeftOut() {
    try (Anvil anvil = Anvil.manual();
        EvmReader reader = connect(anvil.url())) {
      for (int i = 0; i < 10; i++) {
        assertThatThrownBy(() -> reader.blocks(List.of(1000L))).isInstanceOf(Unreachable.class);
      }
      assertThat(reader.chainId()).isEqualTo(31337);
    }
  }

  @Test
  void givesUpWhenEveryNodeIsDown() {
    try (EvmReader reader = connect(CLOSED_PORT)) {
      assertThatThrownBy(reader::chainId).isInstanceOf(Unreachable.class);
      assertThat(count("eth_chainId", "connection")).isEqualTo(3);
    }
  }

  @Test
  void stopsAskingANodeThatKeepsFailing() {
    try (FakeNode overloaded = FakeNode.answering(503, "");
        FakeNode fine = FakeNode.answering(200, CHAIN_ID);
        EvmReader reader = connect(overloaded.url(), fine.url())) {
      for (int i = 0; i < 30; i++) {
        assertThat(reader.chainId()).isEqualTo(31337);
      }
      assertThat(overloaded.asked()).isEqualTo(3);
      assertThat(fine.asked()).isEqualTo(30);
    }
  }

  @Test
  void asksANodeAgainThatWasLeftOut() {
    AtomicBoolean well = new AtomicBoolean();
    try (FakeNode node =
            FakeNode.answering(
                request -> well.get() ? FakeNode.Reply.ok(CHAIN_ID) : new FakeNode.Reply(503, ""));
        EvmReader reader = connect(node.url())) {
      assertThatThrownBy(reader::chainId).isInstanceOf(Unreachable.class);
      assertThatThrownBy(reader::chainId)
          .isInstanceOf(Unreachable.class)
          .hasMessageContaining("left out");
      well.set(true);
      await().ignoreException(Unreachable.class).until(() -> reader.chainId() == 31337);
      assertThat(reader.chainId()).isEqualTo(31337);
    }
  }

  @Test
  void triesAgainAfterAShortOverload() {
    int[] asked = {0};
    try (FakeNode node =
            FakeNode.answering(
                request ->
                    asked[0]++ < 2 ? new FakeNode.Reply(429, "") : FakeNode.Reply.ok(CHAIN_ID));
        EvmReader reader = connect(node.url())) {
      assertThat(reader.chainId()).isEqualTo(31337);
      assertThat(node.asked()).isEqualTo(3);
    }
  }

  @Test
  void aRefusalIsFinalAndNeverAsksAgain() {
    String refusal =
        "{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-32000,\"message\":\"no such thing\"}}";
    try (FakeNode node = FakeNode.answering(200, refusal);
        EvmReader reader = connect(node.url())) {
      assertThatThrownBy(() -> reader.balance(ANYBODY))
          .isInstanceOfSatisfying(RpcError.class, e -> assertThat(e.code()).isEqualTo(-32000))
          .hasMessageContaining("no such thing");
      assertThat(node.asked()).isEqualTo(1);
      assertThat(count("eth_getBalance", "refused")).isEqualTo(1);
    }
  }

  @Test
  void aRefusedMemberOfABatchIsNotAnAbsentReceipt() {
    String answers =
        """
        [{"jsonrpc":"2.0","id":0,"result":null},
         {"jsonrpc":"2.0","id":1,"error":{"code":-32603,"message":"not indexed"}}]
        """;
    try (FakeNode node = FakeNode.answering(200, answers);
        EvmReader reader = connect(node.url())) {
      assertThatThrownBy(() -> reader.receipts(List.of(hash("01"), hash("02"))))
          .isInstanceOf(RpcError.class)
          .hasMessageContaining("not indexed");
    }
  }

  @Test
  void matchesAnswersByIdNotByPlace() {
    String answers =
        """
        [{"jsonrpc":"2.0","id":1,"result":"0x02"},{"jsonrpc":"2.0","id":0,"result":"0x01"}]
        """;
    try (FakeNode node = FakeNode.answering(200, answers);
        EvmReader reader = connect(node.url())) {
      Call call = Call.view(ANYBODY, new byte[0]);
      assertThat(reader.calls(List.of(call, call), FinalityTag.LATEST))
          .containsExactly(new byte[] {1}, new byte[] {2});
    }
  }

  @Test
  void anAnswerLeftOutOrGivenTwiceIsNoAnswer() {
    String leftOut = "[{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":null}]";
    String twice =
        """
        [{"jsonrpc":"2.0","id":0,"result":null},{"jsonrpc":"2.0","id":0,"result":null}]
        """;
    for (String answers : List.of(leftOut, twice, "[]", "nonsense", "{}", "")) {
      try (FakeNode node = FakeNode.answering(200, answers);
          EvmReader reader = connect(node.url())) {
        assertThatThrownBy(() -> reader.receipts(List.of(hash("01"), hash("02"))))
            .isInstanceOf(Unreachable.class);
      }
    }
  }

  @Test
  void aWholeBatchCanBeRefused() {
    String refusal =
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":\"too large\"}}";
    try (FakeNode node = FakeNode.answering(200, refusal);
        EvmReader reader = connect(node.url())) {
      assertThatThrownBy(() -> reader.receipts(List.of(hash("01"), hash("02"))))
          .isInstanceOf(RpcError.class)
          .hasMessageContaining("too large");
    }
  }

  @Test
  void valuesThatMakeNoSenseAreNoAnswer() {
    try (FakeNode node =
            FakeNode.answering(200, "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":\"seven\"}");
        EvmReader reader = connect(node.url())) {
      assertThatThrownBy(reader::chainId).isInstanceOf(Unreachable.class);
      assertThatThrownBy(() -> reader.call(Call.view(ANYBODY, new byte[0]), FinalityTag.LATEST))
          .isInstanceOf(Unreachable.class);
    }
  }

  @Test
  void halvesARangeWithMoreLogsThanTheNodeGives() {
    try (FakeNode node =
            FakeNode.answering(
                request -> {
                  var filter = request.get(1).path("params").get(0);
                  boolean oneBlock =
                      filter.path("fromBlock").asString().equals(filter.path("toBlock").asString());
                  String answer =
                      oneBlock
                          ? "\"result\":[]"
                          : "\"error\":{\"code\":-32005,\"message\":\"too many results\"}";
                  return FakeNode.Reply.ok(
                      "[{\"id\":0,\"result\":\"0xff\"},{\"id\":1," + answer + "}]");
                });
        EvmReader reader = connect(node.url())) {
      assertThat(reader.logs(1, 4, List.of(), List.of())).isEmpty();
      assertThat(node.asked()).isEqualTo(7);
    }
  }

  @Test
  void pricesALegacyChainByItsGasPrice() {
    String answers =
        """
        [{"id":0,"error":{"code":-32601,"message":"no eth_feeHistory"}},
         {"id":1,"error":{"code":-32601,"message":"no eth_maxPriorityFeePerGas"}},
         {"id":2,"result":"0x64"}]
        """;
    try (FakeNode node = FakeNode.answering(200, answers);
        EvmReader reader = connect(node.url())) {
      assertThat(reader.fees()).isEqualTo(new FeeSnapshot(Wei.ZERO, Wei.of(100)));
    }
  }

  @Test
  void takesTheTipFromTheGasPriceWhenTheNodeSuggestsNone() {
    String answers =
        """
        [{"id":0,"result":{"baseFeePerGas":["0x50","0x5a"]}},
         {"id":1,"error":{"code":-32601,"message":"no eth_maxPriorityFeePerGas"}},
         {"id":2,"result":"0x64"}]
        """;
    try (FakeNode node = FakeNode.answering(200, answers);
        EvmReader reader = connect(node.url())) {
      assertThat(reader.fees()).isEqualTo(new FeeSnapshot(Wei.of(90), Wei.of(10)));
    }
  }

  @Test
  void keepsAccessTokensOutOfItsMessages() {
    try (EvmReader reader = connect(URI.create("http://127.0.0.1:1/v2/secret-token"))) {
      assertThatThrownBy(reader::chainId)
          .isInstanceOf(Unreachable.class)
          .message()
          .doesNotContain("secret-token");
    }
  }

  private EvmReader connect(URI... urls) {
    return EvmReader.connect(Anvil.settings(urls), meters);
  }

  private long count(String method, String outcome) {
    return meters
        .get("settlement.rpc.calls")
        .tags("chain", "Alpha", "method", method, "outcome", outcome)
        .timer()
        .count();
  }

  private static Hash hash(String octet) {
    return new Hash("0x" + octet.repeat(32));
  }
}
