// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.events.value.EvmAddress;
import io.settlement.registry.onboarding.Peek.Line;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.StringNode;

class PeekTest {
  private static final EvmAddress CONTRACT = new EvmAddress("0x" + "11".repeat(20));
  private static final byte[] QUESTION = {1, 2, 3, 4};
  private static final Line YES = (method, params) -> StringNode.valueOf("0x01");
  private static final Line NO = (method, params) -> StringNode.valueOf("0x00");
  private static final Line SILENT =
      (method, params) -> {
        throw new Unasked(Unasked.Why.HANGS, "no answer in time");
      };

  private static Line refusing(String words, int data) {
    return (method, params) -> {
      throw new Declined(words, new byte[] {(byte) data, 0, 0, 0});
    };
  }

  private static byte[] ask(int quorum, Line... nodes) {
    return new Peek(List.of(nodes), quorum).call(CONTRACT, QUESTION);
  }

  @Test
  void oneLiarIsOutvotedWhereverItStands() {
    assertThat(ask(2, NO, YES, YES)).containsExactly(1);
    assertThat(ask(2, YES, NO, YES)).containsExactly(1);
    assertThat(ask(2, YES, SILENT, YES)).containsExactly(1);
  }

  @Test
  void withoutAQuorumNothingIsKnown() {
    assertThatThrownBy(() -> ask(2, YES, NO)).hasMessage("the nodes contradict each other");
    assertThatThrownBy(() -> ask(2, YES, SILENT))
        .isInstanceOf(Unasked.class)
        .hasMessage("no answer in time");
    assertThatThrownBy(() -> ask(1))
        .isInstanceOf(Unasked.class)
        .hasMessage("no node of the chain is known");
  }

  @Test
  void refusalsAgreeByWhatTheContractSaidNotByTheNodesWords() {
    assertThatThrownBy(() -> ask(2, refusing("reverted", 7), refusing("VM error", 7)))
        .isInstanceOf(Declined.class);
    assertThatThrownBy(() -> ask(2, refusing("reverted", 7), refusing("reverted", 8)))
        .isInstanceOf(Unasked.class);
  }
}
