// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.chain.contract.Signatures;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.ECKeyPair;

class KeystoresTest {
  private static final Path KEYSTORE = Path.of("src/test/resources/keys/validator-1.json");
  private static final Path PASSWORD = Path.of("src/test/resources/keys/password.txt");
  private static final Hash DIGEST =
      new Hash("0xf8d4bf9b251247c97c18bc87b6c93e19d1f3bccfa8a5f2fa60fecead58d121f3");

  /** Protocol 2.8, G2: RFC 6979 signature of the raw digest by the same key. */
  private static final String GOLDEN =
      "0x8d6128ae6419f40c380dcd43a05a606de047d2ac4c87dc8e6f80ad594138aba0"
          + "558230ccaeebb70758bb5f60ca9ae9dd77e9ba62d1d02b90e22ebf8422df3eae1c";

  @Test
  void opensAKeystoreWithItsPasswordFile() {
    KeystoreKey key = Keystores.load(KEYSTORE, PASSWORD);

    assertThat(key.address()).isEqualTo(TestKeys.VALIDATOR_1.address());
    assertThat(Hex.encode(key.sign(DIGEST))).isEqualTo(GOLDEN);
  }

  @Test
  void signsTheGoldenVectorsOfTheProtocol() {
    assertThat(Hex.encode(TestKeys.VALIDATOR_1.sign(DIGEST))).isEqualTo(GOLDEN);
    assertThat(Hex.encode(TestKeys.VALIDATOR_2.sign(DIGEST)))
        .isEqualTo(
            "0x951e91b3fe457eda3ce96f20f7f403b7fb1bc9508f07124f6627333a8bc2dc72"
                + "2fac109266592e02ec22bb3e90a5eff6baf5e79dcc69e27f1258368af79df27f1c");
  }

  @Test
  void nativeAndJavaSigningGiveTheSameBytes() {
    ECKeyPair pair = ECKeyPair.create(BigInteger.valueOf(7));
    Signing fastest = Signing.fastest(pair);
    Signing java = new Signing.Java(pair);

    assertThat(fastest).isInstanceOf(Signing.Native.class);
    for (int i = 1; i < 50; i++) {
      Hash digest = Hash.of(BigInteger.valueOf(i).shiftLeft(200));
      assertThat(fastest.sign(digest.bytes())).isEqualTo(java.sign(digest.bytes()));
      assertThat(Signatures.recover(digest, fastest.sign(digest.bytes())))
          .isEqualTo(new KeystoreKey(pair).address());
    }
  }

  @Test
  void saysWhichKeystoreAWrongPasswordDoesNotOpen(@TempDir Path folder) throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong.txt"), "guess\n");

    assertThatThrownBy(() -> Keystores.load(KEYSTORE, wrong))
        .isInstanceOf(KeystoreUnreadable.class)
        .hasMessageContaining("validator-1.json")
        .hasMessageContaining("wrong.txt")
        .hasMessageNotContaining("guess");
  }

  @Test
  void saysWhichFileIsMissing(@TempDir Path folder) {
    assertThatThrownBy(() -> Keystores.load(folder.resolve("none.json"), PASSWORD))
        .isInstanceOf(KeystoreUnreadable.class)
        .hasMessageContaining("none.json");
    assertThatThrownBy(() -> Keystores.load(KEYSTORE, folder.resolve("none.txt")))
        .isInstanceOf(KeystoreUnreadable.class)
        .hasMessageContaining("none.txt");
  }

  @Test
  void showsItsAddressAndNothingElse() {
    assertThat(TestKeys.VALIDATOR_1).hasToString(TestKeys.VALIDATOR_1.address().hex());
  }
}
