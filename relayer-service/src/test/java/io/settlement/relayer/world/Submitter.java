// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.world;

import io.settlement.chain.keys.SigningServer;
import io.settlement.events.value.EvmAddress;
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

  /** Anvil's account 7. Not a secret. */
  private static final String SECOND =
      "4bbbf85ce3377467afe5d46f804f221813b2bb87f24d81f60f1fcdbf7cbf4356";

  /** Anvil's account 8. Not a secret. */
  private static final String TREASURY =
      "dbda1821b80551c9d65939329250298aa3472ba22feea966cf421cd620dbdb97";

  /** Anvil's account 7. Not a secret. */
  private static final EvmAddress SECOND_ADDRESS =
      new EvmAddress("0x14dc79964da2c08b23698b3d3cc7ca32193d9955");

  private Submitter() {}

  /** Writes settlement.relayer.lanes for Alpha and Beta. */
  public static void register(DynamicPropertyRegistry properties) {
    register(properties, "Alpha", "Beta");
  }

  /** Writes settlement.relayer.lanes. */
  public static void register(DynamicPropertyRegistry properties, String... chains) {
    for (int i = 0; i < chains.length; i++) {
      write(properties, "settlement.relayer.lanes[" + i + "].", chains[i], KEY);
    }
  }

  /** Writes one more lane, with a key that no other lane of its node has. */
  public static void registerAnother(DynamicPropertyRegistry properties, int at, String chain) {
    write(properties, "settlement.relayer.lanes[" + at + "].", chain, SECOND);
  }

  /** Writes settlement.relayer.lane-patterns: the same key on any chain. */
  public static void registerForAnyChain(DynamicPropertyRegistry properties) {
    writeKey(properties, "settlement.relayer.lane-patterns[0].", KEY);
  }

  /** A signer that holds the key of the second lane on Beta. */
  public static SigningServer signerOfSecond() {
    return new SigningServer(SECOND);
  }

  /**
   * Writes a second lane on Beta beside those of Alpha and Beta, whose key a signer holds, and a
   * treasury that pays 1 ether at once and 1.5 a day.
   */
  public static void registerSecondAndTreasury(
      DynamicPropertyRegistry properties, SigningServer signer) {
    properties.add("settlement.relayer.lanes[2].chain", () -> "Beta");
    properties.add("settlement.relayer.lanes[2].address", SECOND_ADDRESS::hex);
    properties.add("settlement.relayer.lanes[2].remote-signer.url", signer::url);
    properties.add("settlement.relayer.lanes[2].remote-signer.timeout", () -> "500ms");
    write(properties, "settlement.relayer.treasuries[0].", "Beta", TREASURY);
    properties.add("settlement.relayer.treasuries[0].amount", () -> "1000000000000000000");
    properties.add("settlement.relayer.treasuries[0].per-day", () -> "1500000000000000000");
  }

  private static void write(
      DynamicPropertyRegistry properties, String at, String chain, String key) {
    properties.add(at + "chain", () -> chain);
    writeKey(properties, at, key);
  }

  private static void writeKey(DynamicPropertyRegistry properties, String at, String key) {
    try {
      Path folder = Files.createTempDirectory("submitter");
      Path password = Files.writeString(folder.resolve("password.txt"), "test");
      Path keystore =
          folder.resolve(
              WalletUtils.generateWalletFile(
                  "test", ECKeyPair.create(new BigInteger(key, 16)), folder.toFile(), false));
      properties.add(at + "keystore", keystore::toString);
      properties.add(at + "password-file", password::toString);
    } catch (CipherException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
