// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.Call;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.ContractDialect;
import io.settlement.events.value.TxId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Asks a chain what has been done there already, however what was sent for it ended: whoever
 * brought it, there is nothing left to do.
 */
final class ReceivedCheck {
  private final ContractDialect dialect;

  private ReceivedCheck(ContractDialect dialect) {
    this.dialect = dialect;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Question(TxId txid, byte[] calldata, Predicate<byte[]> done) {}

  /**
   * Those of these whose message was received or has expired, or whose outcome the source knows.
   * One batch of calls.
   */
  static Set<TxId> among(Lane lane, List<Work> works) {
    ChainSettings chain = lane.chain().settings();
    ReceivedCheck check = new ReceivedCheck(ContractDialect.of(chain));
    List<Question> questions =
        works.stream().map(check::question).flatMap(Optional::stream).toList();
    if (questions.isEmpty()) {
      return new HashSet<>();
    }
    List<Call> calls = new ArrayList<>();
    questions.forEach(one -> calls.add(Call.view(chain.settlement(), one.calldata())));
    List<byte[]> answers = lane.chain().calls(calls, FinalityTag.LATEST);
    Set<TxId> done = new HashSet<>();
    for (int i = 0; i < questions.size(); i++) {
      if (questions.get(i).done().test(answers.get(i))) {
        done.add(questions.get(i).txid());
      }
    }
    return done;
  }

  private Optional<Question> question(Work work) {
    return switch (work) {
      case Work.Deliver it ->
          Optional.of(
              new Question(it.txid(), dialect.receivedCall(it.message()), dialect::received));
      case Work.Expire it ->
          Optional.of(
              new Question(it.txid(), dialect.receivedCall(it.message()), dialect::received));
      case Work.CallBack it ->
          Optional.of(
              new Question(
                  it.txid(),
                  dialect.sourceRecordCall(it.txid()),
                  answer -> dialect.sourceRecord(answer).hasEnded()));
      case Work.Refund it -> Optional.empty();
      case Work.PayOut it -> Optional.empty();
    };
  }
}
