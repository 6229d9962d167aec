// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.chain.contract.Signable;
import io.settlement.events.value.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The ten-section specification of a primitive of this world.
 *
 * @param id its name for ever
 * @param text exactly what the artifact's contract names the hash of
 */
record PrimitivePaper(String id, String text) {
  private static final int WORD = 32;

  /** BTC that is redeemed at once. */
  static final String OPEN = "vault-btc";

  /** BTC that is locked. */
  static final String LOCKED = "locked-btc";

  /** Of the primitive behind a vault. */
  static PrimitivePaper of(String vault) {
    String id = vault.equals(VaultKeys.BTC) ? OPEN : LOCKED;
    String name = "/primitives/" + id + ".json";
    try (InputStream in = PrimitivePaper.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new PrimitivePaper(id, new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name as contracts have it. */
  String word() {
    return "0x" + HexFormat.of().formatHex(Arrays.copyOf(id.getBytes(UTF_8), WORD));
  }

  Hash hash() {
    return new Signable(text.getBytes(UTF_8)).digest();
  }
}
