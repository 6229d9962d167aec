// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.chain.contract.MerkleTree.Branch;
import io.settlement.chain.contract.MerkleTree.MultiProof;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

  @Test
  void aTreeOfOneIsItsLeaf() {
    MerkleTree tree = MerkleTree.of(leaves(1));
    assertThat(tree.root()).isEqualTo(leaf(0));
    assertThat(tree.proof(0)).isEmpty();
    assertThat(tree.multiProof(0)).isEqualTo(new MultiProof(leaves(1), List.of(), List.of()));
  }

  @Test
  void everyLeafOfEverySizeProvesTheRoot() {
    for (int size = 1; size <= 33; size++) {
      MerkleTree tree = MerkleTree.of(leaves(size));
      for (int place = 0; place < size; place++) {
        Hash node = leaf(place);
        for (Hash sibling : tree.proof(place)) {
          node = MerkleTree.pair(node, sibling);
        }
        assertThat(node).isEqualTo(tree.root());
      }
    }
  }

  @Test
  void anyLeavesTogetherProveTheRootAsTheContractReckons() {
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      int size = 1 + random.nextInt(40);
      int[] places = IntStream.range(0, size).filter(place -> random.nextBoolean()).toArray();
      if (places.length > 0) {
        MerkleTree tree = MerkleTree.of(leaves(size));
        MultiProof proof = tree.multiProof(places);
        assertThat(proof.leaves())
            .isEqualTo(IntStream.of(places).mapToObj(MerkleTreeTest::leaf).toList());
        assertThat(proof.leaves().size() + proof.proof().size())
            .isEqualTo(proof.flags().size() + 1);
        assertThat(processed(proof)).isEqualTo(tree.root());
        assertThat(MerkleTree.multiProof(size, branches(tree, places))).isEqualTo(proof);
      }
    }
  }

  private static SortedMap<Integer, Branch> branches(MerkleTree tree, int... places) {
    SortedMap<Integer, Branch> branches = new TreeMap<>();
    for (int place : places) {
      branches.put(place, new Branch(leaf(place), tree.proof(place)));
    }
    return branches;
  }

  @Test
  void provesNothingThatIsNotThere() {
    assertThatThrownBy(() -> MerkleTree.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    MerkleTree tree = MerkleTree.of(leaves(3));
    assertThatThrownBy(() -> tree.proof(3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(tree::multiProof).isInstanceOf(IllegalArgumentException.class);
    SortedMap<Integer, Branch> tooShort = new TreeMap<>(Map.of(0, new Branch(leaf(0), List.of())));
    assertThatThrownBy(() -> MerkleTree.multiProof(3, tooShort))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aReceiptProvesItselfWhateverItsPlaceInTheList() {
    List<GasReceipts.Receipt> receipts =
        IntStream.rangeClosed(1, 6).mapToObj(MerkleTreeTest::receipt).toList();
    GasReceipts tree = GasReceipts.of(receipts);
    assertThat(GasReceipts.of(receipts.reversed()).root()).isEqualTo(tree.root());
    assertThat(tree.count()).isEqualTo(6);
    for (GasReceipts.Receipt receipt : receipts) {
      Hash node = receipt.leaf();
      for (Hash sibling : tree.claim(receipt).proof()) {
        node = MerkleTree.pair(node, sibling);
      }
      assertThat(node).isEqualTo(tree.root());
    }
    assertThatThrownBy(() -> tree.claim(receipt(7))).isInstanceOf(IllegalArgumentException.class);
  }

  /** OpenZeppelin's MerkleProof.processMultiProof, step by step. */
  private static Hash processed(MultiProof proof) {
    List<Hash> queue = new ArrayList<>(proof.leaves());
    int next = 0;
    int used = 0;
    for (boolean both : proof.flags()) {
      Hash one = queue.get(next++);
      Hash other = both ? queue.get(next++) : proof.proof().get(used++);
      queue.add(MerkleTree.pair(one, other));
    }
    return queue.isEmpty() ? proof.proof().getFirst() : queue.getLast();
  }

  private static List<Hash> leaves(int count) {
    return IntStream.range(0, count).mapToObj(MerkleTreeTest::leaf).toList();
  }

  private static Hash leaf(int place) {
    return Hash.of(Keccak.bytes(new byte[] {(byte) place}));
  }

  private static GasReceipts.Receipt receipt(int number) {
    return new GasReceipts.Receipt(
        TxId.of(BigInteger.valueOf(number)),
        EvmAddress.of(BigInteger.valueOf(number)),
        Wei.of(10),
        Wei.of(7),
        Wei.of(3));
  }
}
