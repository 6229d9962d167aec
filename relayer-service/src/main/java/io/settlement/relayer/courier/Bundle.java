// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.chain.contract.MerkleTree;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.relayer.lane.Work.Membership;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A signed Merkle root, what stands under it, and who signed it. */
final class Bundle {
  private final Hash root;
  private final List<Hash> leaves;
  private final Map<EvmAddress, Signature> signatures = new LinkedHashMap<>();
  private @Nullable MerkleTree tree;

  Bundle(Hash root, List<Hash> leaves) {
    this.root = root;
    this.leaves = List.copyOf(leaves);
  }

  /**
   * A signature that its validator really made.
   *
   * @param bytes r‖s‖v, 0x and hexadecimal digits
   */
  record Signature(String bytes, Instant at) {}

  /**
   * What is told about one message: that its digest is the leaf at this place.
   *
   * @param kind what would be attested
   */
  record Member(Kind kind, Bundle bundle, int place) {

    /** Whether it is the leaf of what has to be attested. */
    boolean attests(Kind wanted, Hash digest) {
      return kind == wanted
          && place < bundle.leaves.size()
          && bundle.leaves.get(place).equals(digest);
    }

    /** What a lane needs to prove it. */
    Membership membership() {
      return new Membership(
          bundle.root, bundle.leaves.size(), place, bundle.wholeTree().proof(place));
    }
  }

  void signed(EvmAddress validator, Signature signature) {
    signatures.put(validator, signature);
  }

  Hash root() {
    return root;
  }

  Map<EvmAddress, Signature> signatures() {
    return signatures;
  }

  private MerkleTree wholeTree() {
    MerkleTree known = tree;
    if (known == null) {
      known = MerkleTree.of(leaves);
      tree = known;
    }
    return known;
  }
}
