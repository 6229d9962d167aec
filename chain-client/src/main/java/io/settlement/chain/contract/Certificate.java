// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.Hash;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Why a contract believes what it is told (protocol 2.5).
 *
 * @param signType how the bytes are to be read
 * @param bytes signatures, perhaps behind a Merkle proof
 */
@SuppressWarnings("ArrayRecordComponent")
public record Certificate(int signType, byte[] bytes) {
  private static final int EACH_SIGNED = 0;
  private static final int BLOCK_SIGNED = 1;
  private static final int MOST_SIBLINGS = 255;

  /** What stands where another place holds the certificate. */
  static final Certificate ELSEWHERE = new Certificate(EACH_SIGNED, new byte[0]);

  /**
   * Of a digest that was signed itself.
   *
   * @param signatures see {@link Signatures#bundle}
   */
  public static Certificate ofSignatures(byte[] signatures) {
    return new Certificate(EACH_SIGNED, signatures);
  }

  /**
   * Of a digest in a tree whose root was signed.
   *
   * @param proof the digest's siblings, from the leaf up, see {@link MerkleTree#proof}
   * @param signatures over {@link Digests#bundle}, see {@link Signatures#bundle}
   */
  public static Certificate ofLeaf(List<Hash> proof, byte[] signatures) {
    if (proof.size() > MOST_SIBLINGS) {
      throw new IllegalArgumentException(proof.size() + " siblings do not fit a byte");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(proof.size());
    proof.forEach(sibling -> bytes.writeBytes(sibling.bytes()));
    bytes.writeBytes(signatures);
    return new Certificate(BLOCK_SIGNED, bytes.toByteArray());
  }
}
