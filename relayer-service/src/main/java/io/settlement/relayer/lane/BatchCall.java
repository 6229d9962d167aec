// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.contract.Certificate;
import io.settlement.chain.contract.ContractDialect;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.chain.contract.SettlementCalls;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns work of one purpose into one call of the contract that does it in batches. */
final class BatchCall {
  /** Nodes keep no transaction above 128 KiB in their pools. */
  private static final long MOST_BYTES = 100_000;

  /** Calldata of a member beside its payload, with the signatures of a large quorum. */
  private static final long MEMBER_BYTES = 1_500;

  /**
   * From how many members on a bundle is a transaction of its own, which has room for one and
   * checks its certificate once for all. Fewer are cheaper as members of a mixed batch, each with a
   * certificate of its own.
   */
  static final int BUNDLES_WORTH = 4;

  private final LaneSettings settings;

  BatchCall(LaneSettings settings) {
    this.settings = settings;
  }

  /** How many of a purpose could fit at best. */
  long most(ChainSettings chain, IntentTable.Load load) {
    return load.alone() || !takesMany(chain, load.purpose())
        ? 1
        : Math.max(1, settings.batchGasBudget() / settings.gas().of(load.purpose()));
  }

  private static boolean takesMany(ChainSettings chain, Purpose purpose) {
    return purpose == Purpose.REFUND || ContractDialect.of(chain).takesBatches();
  }

  /** Which of them share the next transaction: at least one, as far as gas and calldata fit. */
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

  /** Whether these are all that shares a certificate: nobody who comes later makes it cheaper. */
  static boolean isBundlesWorth(List<Work> works) {
    return works.size() >= BUNDLES_WORTH && isOneBundle(works);
  }

  private static @Nullable Hash root(Work work) {
    Work.Membership bundle = work.membership();
    return bundle == null ? null : bundle.root();
  }

  private static long payloadBytes(Work work) {
    return work instanceof Work.Deliver deliver ? deliver.message().payload().length() / 2 : 0;
  }

  Cargo of(ChainSettings chain, Purpose purpose, List<Work> works) {
    ContractDialect dialect = ContractDialect.of(chain);
    byte[] calldata =
        isOneBundle(works)
            ? BundleCall.of(chain, works)
            : switch (purpose) {
              case DELIVER -> dialect.deliver(works.stream().map(BatchCall::message).toList());
              case EXPIRE -> dialect.expire(works.stream().map(BatchCall::expiry).toList());
              case CALL_BACK -> dialect.callBack(works.stream().map(BatchCall::callback).toList());
              case REFUND ->
                  GasServiceAbi.refundBatch(works.stream().map(BatchCall::refund).toList());
            };
    EvmAddress contract = purpose == Purpose.REFUND ? chain.gasService() : chain.settlement();
    long gas =
        works.stream().mapToLong(settings.gas()::of).sum()
            + works.stream().mapToLong(settings.gas()::attested).max().orElse(0)
            + settings.gas().reserve();
    return new Cargo(purpose, contract, calldata, new Gas(gas));
  }

  /** Alone it is checked as a leaf, so that a certificate that does not hold reverts nothing. */
  private static boolean isOneBundle(List<Work> works) {
    Hash root = root(works.getFirst());
    return works.size() > 1
        && root != null
        && works.stream().allMatch(work -> root.equals(root(work)));
  }

  private static SettlementCalls.SignedMessage message(Work work) {
    Work.Deliver deliver = (Work.Deliver) work;
    return new SettlementCalls.SignedMessage(
        deliver.message(), certificate(deliver.signatures(), deliver.bundle()));
  }

  private static SettlementCalls.SignedMessage expiry(Work work) {
    Work.Expire expire = (Work.Expire) work;
    return new SettlementCalls.SignedMessage(
        expire.message(), certificate(expire.signatures(), null));
  }

  private static SettlementCalls.SignedCallback callback(Work work) {
    Work.CallBack back = (Work.CallBack) work;
    return new SettlementCalls.SignedCallback(
        back.txid(),
        back.target(),
        back.source(),
        back.outcome(),
        certificate(back.signatures(), back.bundle()));
  }

  static Certificate certificate(String signatures, Work.@Nullable Membership bundle) {
    byte[] bytes = Hex.decode(signatures);
    return bundle == null
        ? Certificate.ofSignatures(bytes)
        : Certificate.ofLeaf(bundle.proof(), bytes);
  }

  private static GasServiceAbi.Refund refund(Work work) {
    Work.Refund refund = (Work.Refund) work;
    return new GasServiceAbi.Refund(refund.txid(), refund.to(), refund.amount());
  }
}
