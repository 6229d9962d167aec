// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.chain.contract.ContractDialect;
import io.settlement.chain.contract.Digests;
import io.settlement.chain.contract.MerkleTree;
import io.settlement.chain.keys.ValidatorKey;
import io.settlement.events.AttestationEvent;
import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.BundleSigned;
import io.settlement.events.AttestationEvent.BundleSigned.Member;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.relayer.attest.Decisions.Approved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes signatures: one for all messages of a block to one receiver, in the order of their logs, so
 * that validators who see the same sign the same root. What stands alone or is asked for by itself
 * is signed by itself.
 */
final class Signatory {
  private final ValidatorKey key;

  Signatory(ValidatorKey key) {
    this.key = key;
  }

  private record Group(Hash blockHash, Kind kind, ChainName receiver) {
    static Group of(Approved one) {
      return new Group(
          one.claim().ref().blockHash(), one.claim().kind(), one.sign().receiver().name());
    }
  }

  /** Signs what is guarded already. */
  List<AttestationEvent> sign(List<Approved> guarded, Instant now) {
    List<AttestationEvent> signed = new ArrayList<>();
    Map<Group, List<Approved>> groups = new LinkedHashMap<>();
    for (Approved one : guarded) {
      if (!one.sign().alone()
          && one.claim().isBundled()
          && ContractDialect.of(one.sign().receiver()).takesBundles()) {
        groups.computeIfAbsent(Group.of(one), any -> new ArrayList<>()).add(one);
      } else {
        signed.add(alone(one, now));
      }
    }
    groups.forEach((group, members) -> signed.addAll(bundles(group, members, now)));
    return signed;
  }

  private List<AttestationEvent> bundles(Group group, List<Approved> members, Instant now) {
    List<Approved> inOrder =
        members.stream()
            .sorted(Comparator.comparingLong(one -> one.claim().ref().logIndex()))
            .toList();
    List<AttestationEvent> signed = new ArrayList<>();
    for (int from = 0; from < inOrder.size(); from += BundleSigned.MOST_MEMBERS) {
      List<Approved> some =
          inOrder.subList(from, Math.min(inOrder.size(), from + BundleSigned.MOST_MEMBERS));
      signed.add(some.size() == 1 ? alone(some.getFirst(), now) : together(group, some, now));
    }
    return signed;
  }

  private AttestationSigned alone(Approved one, Instant now) {
    return new AttestationSigned(
        one.claim().txid(),
        one.claim().kind(),
        one.sign().digest(),
        key.address(),
        Hex.encode(key.sign(one.sign().form())),
        now);
  }

  private BundleSigned together(Group group, List<Approved> members, Instant now) {
    Hash root = MerkleTree.of(members.stream().map(one -> one.sign().digest()).toList()).root();
    return new BundleSigned(
        root,
        group.kind(),
        group.receiver(),
        members.stream().map(one -> new Member(one.claim().txid(), one.sign().digest())).toList(),
        key.address(),
        Hex.encode(key.sign(Digests.bundleForm(root))),
        now);
  }
}
