// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hex;
import java.util.ArrayList;
import java.util.List;

/** Turns work of one purpose into one call of the contract that does it in batches. */
final class BatchCall {
  /** Nodes keep no transaction above 128 KiB in their pools. */
  private static final long MOST_BYTES = 100_000;

  /** Calldata of a member beside its payload, with the signatures of a large quorum. */
  private static final long MEMBER_BYTES = 1_500;

  private final LaneSettings settings;

  BatchCall(LaneSettings settings) {
    this.settings = settings;
  }

  /** How many of a purpose could fit at best. */
  long most(IntentTable.Load load) {
    return load.alone()
        ? 1
        : Math.max(1, settings.batchGasBudget() / settings.gas().of(load.purpose()));
  }

  /** The first of them whose gas and calldata fit, at least one. */
  List<Work> fitting(List<Work> works) {
    List<Work> fitting = new ArrayList<>();
    long gas = 0;
    long bytes = 0;
    for (Work work : works) {
      gas += settings.gas().of(work);
      bytes += MEMBER_BYTES + payloadBytes(work);
      if (!fitting.isEmpty() && (gas > settings.batchGasBudget() || bytes > MOST_BYTES)) {
        break;
      }
      fitting.add(work);
    }
    return fitting;
  }

  private static long payloadBytes(Work work) {
    return work instanceof Work.Deliver deliver ? deliver.message().payload().length() / 2 : 0;
  }

  Cargo of(ChainSettings chain, Purpose purpose, List<Work> works) {
    byte[] calldata =
        switch (purpose) {
          case DELIVER ->
              SettlementAbi.receiveBatch(works.stream().map(BatchCall::message).toList());
          case CALL_BACK ->
              SettlementAbi.callbackBatch(works.stream().map(BatchCall::callback).toList());
          case REFUND -> GasServiceAbi.refundBatch(works.stream().map(BatchCall::refund).toList());
        };
    EvmAddress contract = purpose == Purpose.REFUND ? chain.gasService() : chain.settlement();
    long gas = works.stream().mapToLong(settings.gas()::of).sum() + settings.gas().reserve();
    return new Cargo(purpose, contract, calldata, new Gas(gas));
  }

  private static SettlementAbi.SignedMessage message(Work work) {
    Work.Deliver deliver = (Work.Deliver) work;
    return new SettlementAbi.SignedMessage(deliver.message(), Hex.decode(deliver.signatures()));
  }

  private static SettlementAbi.SignedCallback callback(Work work) {
    Work.CallBack back = (Work.CallBack) work;
    return new SettlementAbi.SignedCallback(
        back.txid(), back.target(), back.source(), back.outcome(), Hex.decode(back.signatures()));
  }

  private static GasServiceAbi.Refund refund(Work work) {
    Work.Refund refund = (Work.Refund) work;
    return new GasServiceAbi.Refund(refund.txid(), refund.to(), refund.amount());
  }
}
