// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.WalletUtils;
import org.web3j.crypto.exception.CipherException;

/** One lane on each chain, with the key of the account that may pay refunds. */
public final class Submitter {
  /** Anvil's account 4. Not a secret. */
  private static final String KEY =
      "47e179ec197488593b187f80a00eb0da91f1b9d0b13f8733639f19c30a34926a";

  private Submitter() {}

  /** Writes settlement.relayer.lanes for Alpha and Beta. */
  public static void register(DynamicPropertyRegistry properties) {
    register(properties, "Alpha", "Beta");
  }

  /** Writes settlement.relayer.lanes. */
  public static void register(DynamicPropertyRegistry properties, String... chains) {
    try {
      Path folder = Files.createTempDirectory("submitter");
      Path password = Files.writeString(folder.resolve("password.txt"), "test");
      Path keystore =
          folder.resolve(
              WalletUtils.generateWalletFile(
                  "test", ECKeyPair.create(new BigInteger(KEY, 16)), folder.toFile(), false));
      for (int i = 0; i < chains.length; i++) {
        String chain = chains[i];
        String at = "settlement.relayer.lanes[" + i + "].";
        properties.add(at + "chain", () -> chain);
        properties.add(at + "keystore", keystore::toString);
        properties.add(at + "password-file", password::toString);
      }
    } catch (CipherException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
