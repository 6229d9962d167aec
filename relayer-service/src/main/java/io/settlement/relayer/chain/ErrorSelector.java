// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.chain;

import io.settlement.events.value.Hex;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.web3j.crypto.Hash;

/** How contracts name their errors on the wire. */
public final class ErrorSelector {
  private ErrorSelector() {}

  /**
   * The first four bytes of the signature's hash.
   *
   * @param signature for instance {@code AccountClosed(uint256)}
   */
  public static String of(String signature) {
    byte[] hash = Hash.sha3(signature.getBytes(StandardCharsets.UTF_8));
    return Hex.encode(Arrays.copyOf(hash, 4));
  }
}
