// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.Golden;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WorkTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final CrossChainMessage MESSAGE = Golden.read(MessageFinal.class).message();
  private static final Hash HASH = new Hash("0x" + "ab".repeat(32));

  @Test
  void whatIsStoredIsWhatIsRead() {
    Work.Membership bundle = new Work.Membership(HASH, 3, 1, List.of(HASH, HASH));
    for (Work work :
        List.of(
            new Work.Deliver(MESSAGE, "0x01", bundle),
            new Work.Deliver(MESSAGE, "0x01"),
            new Work.CallBack(
                MESSAGE.txid(), MESSAGE.to(), MESSAGE.from(), Outcome.SUCCESS, "0x02", bundle))) {
      String stored = JSON.writerFor(Work.class).writeValueAsString(work);
      assertThat(JSON.readerFor(Work.class).<Work>readValue(stored)).isEqualTo(work);
    }
  }

  @Test
  void workThatWasStoredBeforeThereWereBundlesHasNone() {
    String stored =
        JSON.writerFor(Work.class).writeValueAsString(new Work.Deliver(MESSAGE, "0x01"));
    assertThat(stored).doesNotContain("bundle", "membership");
  }
}
