// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.contract.Certificate;
import io.settlement.chain.contract.ContractDialect;
import io.settlement.chain.contract.MerkleTree;
import io.settlement.chain.contract.MerkleTree.Branch;
import io.settlement.chain.contract.MerkleTree.MultiProof;
import io.settlement.chain.contract.SettlementCalls;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** One call for members of one bundle: its certificate, and a proof of all of them at once. */
final class BundleCall {
  private BundleCall() {}

  /**
   * Calldata.
   *
   * @param members deliveries, or callbacks, all under one root
   */
  static byte[] of(ChainSettings chain, List<Work> members) {
    List<Work> inOrder =
        members.stream().sorted(Comparator.comparingInt(work -> bundle(work).place())).toList();
    SortedMap<Integer, Branch> branches = new TreeMap<>();
    for (Work work : inOrder) {
      Work.Membership place = bundle(work);
      branches.put(place.place(), new Branch(digest(chain, work), place.proof()));
    }
    MultiProof proof = MerkleTree.multiProof(bundle(inOrder.getFirst()).size(), branches);
    if (inOrder.getFirst() instanceof Work.Deliver first) {
      return SettlementCalls.receiveBundle(
          inOrder.stream().map(work -> ((Work.Deliver) work).message()).toList(),
          proof,
          Hex.decode(first.signatures()));
    }
    return SettlementCalls.callbackBundle(
        inOrder.stream().map(work -> callback((Work.CallBack) work)).toList(),
        proof,
        Hex.decode(((Work.CallBack) inOrder.getFirst()).signatures()));
  }

  private static Hash digest(ChainSettings chain, Work work) {
    ContractDialect dialect = ContractDialect.of(chain);
    return switch (work) {
      case Work.Deliver it -> dialect.receiveDigest(it.message());
      case Work.CallBack it ->
          dialect.callbackDigest(it.txid(), it.target(), it.source(), it.outcome());
      case Work.Expire it -> throw neverBundled(it);
      case Work.Refund it -> throw neverBundled(it);
      case Work.PayOut it -> throw neverBundled(it);
    };
  }

  private static IllegalArgumentException neverBundled(Work work) {
    return new IllegalArgumentException(work.purpose() + " is never bundled");
  }

  private static SettlementCalls.SignedCallback callback(Work.CallBack back) {
    return new SettlementCalls.SignedCallback(
        back.txid(),
        back.target(),
        back.source(),
        back.outcome(),
        Certificate.ofLeaf(bundle(back).proof(), Hex.decode(back.signatures())));
  }

  private static Work.Membership bundle(Work work) {
    return Objects.requireNonNull(work.membership());
  }
}
