// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acinq.secp256k1.Secp256k1;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Sign;

class SignaturesTest {
  private static final BigInteger ORDER = Sign.CURVE_PARAMS.getN();
  private static final Recovery NATIVE = new Recovery.Native(Secp256k1.get());
  private static final Recovery JAVA = new Recovery.Java();

  @Test
  void recoversTheSignersOfTheGoldenMessage() {
    assertThat(Signatures.recover(Golden.RECEIVE_LEGACY, Golden.SIGNATURE_1))
        .isEqualTo(Golden.SIGNER_1);
    assertThat(Signatures.recover(Golden.RECEIVE_LEGACY, Golden.SIGNATURE_2))
        .isEqualTo(Golden.SIGNER_2);
  }

  @Test
  void usesTheNativeLibraryOnThisMachine() {
    assertThat(Recovery.fastest()).isInstanceOf(Recovery.Native.class);
  }

  @Test
  void javaAndTheNativeLibraryAgree() {
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      Credentials signer = Credentials.create(new BigInteger(255, random).toString(16));
      byte[] digest = new byte[32];
      random.nextBytes(digest);
      byte[] signature = sign(signer, digest);
      EvmAddress expected = new EvmAddress(signer.getAddress());
      assertThat(Signatures.recover(NATIVE, Hash.of(digest), signature)).isEqualTo(expected);
      assertThat(Signatures.recover(JAVA, Hash.of(digest), signature)).isEqualTo(expected);
    }
  }

  @Test
  void refusesTheMalleableTwinOfASignature() {
    byte[] twin = Golden.SIGNATURE_1.clone();
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(twin, 32, 64));
    System.arraycopy(Abi.word(ORDER.subtract(s)), 0, twin, 32, 32);
    twin[64] = 27;
    assertRefused(twin);
  }

  @Test
  void refusesAnotherLengthAnotherParityAndImpossibleNumbers() {
    assertRefused(Arrays.copyOf(Golden.SIGNATURE_1, 64));
    assertRefused(Arrays.copyOf(Golden.SIGNATURE_1, 66));
    assertRefused(withV(0));
    assertRefused(withV(1));
    assertRefused(withV(29));
    assertRefused(withV(255));
    byte[] zero = new byte[65];
    zero[64] = 27;
    assertRefused(zero);
    byte[] beyondTheOrder = Golden.SIGNATURE_1.clone();
    Arrays.fill(beyondTheOrder, 0, 32, (byte) 0xff);
    assertRefused(beyondTheOrder);
  }

  @Test
  void bundlesAscendingBySigner() {
    byte[] bundle =
        Signatures.bundle(
            Map.of(Golden.SIGNER_1, Golden.SIGNATURE_1, Golden.SIGNER_2, Golden.SIGNATURE_2));
    assertThat(Arrays.copyOf(bundle, 65)).isEqualTo(Golden.SIGNATURE_2);
    assertThat(Arrays.copyOfRange(bundle, 65, 130)).isEqualTo(Golden.SIGNATURE_1);
    assertThat(bundle).hasSize(130);
  }

  @Test
  void bundlesOnlyWholeSignatures() {
    assertThatThrownBy(() -> Signatures.bundle(Map.of(Golden.SIGNER_1, new byte[64])))
        .isInstanceOf(InvalidValue.class);
  }

  private static void assertRefused(byte[] signature) {
    for (Recovery recovery : new Recovery[] {NATIVE, JAVA}) {
      assertThatThrownBy(() -> Signatures.recover(recovery, Golden.RECEIVE_LEGACY, signature))
          .isInstanceOf(InvalidValue.class);
    }
  }

  private static byte[] withV(int v) {
    byte[] signature = Golden.SIGNATURE_1.clone();
    signature[64] = (byte) v;
    return signature;
  }

  private static byte[] sign(Credentials signer, byte[] digest) {
    Sign.SignatureData data = Sign.signMessage(digest, signer.getEcKeyPair(), false);
    byte[] signature = new byte[65];
    System.arraycopy(data.getR(), 0, signature, 0, 32);
    System.arraycopy(data.getS(), 0, signature, 32, 32);
    signature[64] = data.getV()[0];
    return signature;
  }
}
