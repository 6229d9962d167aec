// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.function.IntFunction;

/**
 * OpenZeppelin's complete binary tree: its nodes in one array, the root first, the leaves last and
 * in reverse; a parent is the hash of its children, the smaller one first. Sides need not be
 * proven.
 */
public final class MerkleTree {
  private final int leaves;
  private final Hash[] nodes;

  private MerkleTree(int leaves, Hash[] nodes) {
    this.leaves = leaves;
    this.nodes = nodes;
  }

  /**
   * Proves several leaves at once, as OpenZeppelin's multiproof.
   *
   * @param leaves what it proves, in the tree's order
   * @param proof hashes that do not follow from the leaves
   * @param flags for each hash on the way up: whether both its halves are known
   */
  public record MultiProof(List<Hash> leaves, List<Hash> proof, List<Boolean> flags) {
    /** Keeps its own lists. */
    public MultiProof {
      leaves = List.copyOf(leaves);
      proof = List.copyOf(proof);
      flags = List.copyOf(flags);
    }
  }

  /** The tree over leaves in this order, at least one. */
  public static MerkleTree of(List<Hash> leaves) {
    if (leaves.isEmpty()) {
      throw new IllegalArgumentException("a tree has a leaf");
    }
    Hash[] nodes = new Hash[2 * leaves.size() - 1];
    for (int i = 0; i < leaves.size(); i++) {
      nodes[nodes.length - 1 - i] = leaves.get(i);
    }
    for (int i = nodes.length - 1 - leaves.size(); i >= 0; i--) {
      nodes[i] = pair(nodes[left(i)], nodes[left(i) + 1]);
    }
    return new MerkleTree(leaves.size(), nodes);
  }

  /** What is signed for all leaves. */
  public Hash root() {
    return nodes[0];
  }

  /** The siblings of a leaf and of its ancestors, from the leaf up. */
  public List<Hash> proof(int leaf) {
    List<Hash> siblings = new ArrayList<>();
    for (int node = nodeOf(leaves, leaf); node > 0; node = parent(node)) {
      siblings.add(nodes[sibling(node)]);
    }
    return siblings;
  }

  /** Proves these leaves, given by their places, in ascending order and each once. */
  public MultiProof multiProof(int... places) {
    return prove(leaves, Arrays.stream(places).sorted().distinct().toArray(), node -> nodes[node]);
  }

  /**
   * A leaf with its own proof.
   *
   * @param siblings see {@link #proof}
   */
  public record Branch(Hash leaf, List<Hash> siblings) {
    /** Keeps its own list. */
    public Branch {
      siblings = List.copyOf(siblings);
    }
  }

  /**
   * Proves several leaves of one tree at once from what each proves alone.
   *
   * @param leaves how many the tree has
   * @param branches by the places of their leaves
   * @throws IllegalArgumentException when there are none, or one is too short for its place
   */
  public static MultiProof multiProof(int leaves, SortedMap<Integer, Branch> branches) {
    Map<Integer, Hash> known = new HashMap<>();
    branches.forEach((place, branch) -> climb(leaves, place, branch, known));
    int[] ascending = branches.keySet().stream().mapToInt(Integer::intValue).toArray();
    return prove(leaves, ascending, node -> required(known, node));
  }

  private static void climb(int leaves, int place, Branch branch, Map<Integer, Hash> known) {
    int node = nodeOf(leaves, place);
    known.put(node, branch.leaf());
    for (Hash sibling : branch.siblings()) {
      known.put(sibling(node), sibling);
      node = parent(node);
    }
  }

  private static Hash required(Map<Integer, Hash> known, int node) {
    Hash hash = known.get(node);
    if (hash == null) {
      throw new IllegalArgumentException("no branch tells node " + node);
    }
    return hash;
  }

  private static MultiProof prove(int leafCount, int[] ascending, IntFunction<Hash> hashes) {
    if (ascending.length == 0) {
      throw new IllegalArgumentException("nothing to prove");
    }
    // Highest node first: children come before their parents.
    PriorityQueue<Integer> known = new PriorityQueue<>((a, b) -> Integer.compare(b, a));
    List<Hash> leaves = new ArrayList<>();
    for (int place : ascending) {
      known.add(nodeOf(leafCount, place));
      leaves.add(hashes.apply(nodeOf(leafCount, place)));
    }
    List<Hash> proof = new ArrayList<>();
    List<Boolean> flags = new ArrayList<>();
    for (int node = known.remove(); node > 0; node = known.remove()) {
      Integer next = known.peek();
      boolean both = next != null && next == sibling(node);
      flags.add(both);
      if (both) {
        known.remove();
      } else {
        proof.add(hashes.apply(sibling(node)));
      }
      known.add(parent(node));
    }
    return new MultiProof(leaves, proof, flags);
  }

  /** The hash above two others, whichever side they stand on. */
  static Hash pair(Hash one, Hash other) {
    boolean inOrder = Arrays.compareUnsigned(one.bytes(), other.bytes()) <= 0;
    return Hash.of(
        inOrder
            ? Keccak.bytes(one.bytes(), other.bytes())
            : Keccak.bytes(other.bytes(), one.bytes()));
  }

  private static int nodeOf(int leaves, int leaf) {
    if (leaf < 0 || leaf >= leaves) {
      throw new IllegalArgumentException("no leaf " + leaf + " of " + leaves);
    }
    return 2 * leaves - 2 - leaf;
  }

  private static int left(int node) {
    return 2 * node + 1;
  }

  private static int parent(int node) {
    return (node - 1) / 2;
  }

  private static int sibling(int node) {
    return node % 2 == 0 ? node - 1 : node + 1;
  }
}
