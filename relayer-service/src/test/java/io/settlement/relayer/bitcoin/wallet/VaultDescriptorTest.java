// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acinq.bitcoin.Descriptor;
import io.settlement.chain.bitcoin.BitcoinNetwork;
import org.junit.jupiter.api.Test;

class VaultDescriptorTest {
  // BIP-67 (sorted keys) does not derive; these two keys are BIP-32's test vectors 1 and 2.
  private static final String FIRST =
      "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8";
  private static final String SECOND =
      "xpub661MyMwAqRbcFW31YEwpkMuc5THy2PSt5bDMsktWQcFF8syAmRUapSCGu8ED9W6oDMSgv6Zz8idoc4a6mr8BDzTJY47LJhkJ8UB7WEGuduB";
  private static final String TEXT =
      "wsh(sortedmulti(2," + FIRST + "/0/*,[d34db33f/48'/0h/2]" + SECOND + "/0/*))";

  @Test
  void theIdIsTheHashOfTheTextWithoutItsChecksum() throws Exception {
    VaultDescriptor bare = VaultDescriptor.parse(TEXT);
    VaultDescriptor checked = VaultDescriptor.parse(TEXT + "#" + Descriptor.checksum(TEXT));
    byte[] sha =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(TEXT.getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(bare).isEqualTo(checked);
    assertThat(checked.id()).isEqualTo(new java.math.BigInteger(1, sha));
    assertThat(bare.forNode(1)).contains("/1/*").doesNotContain("/0/*");
  }

  @Test
  void whatIsNoVaultIsRefused() {
    for (String wrong :
        new String[] {
          "wpkh(" + FIRST + "/0/*)",
          TEXT + "#aaaaaaaa",
          TEXT.replace("multi(2", "multi(3"),
          TEXT.replace("multi(2", "multi(0"),
          TEXT.replace(SECOND, FIRST),
          TEXT.replace("/0/*)", "/7/*)"),
          TEXT.replace("Guduff", "x").replace("GuduB", "GuduC"),
        }) {
      if (!wrong.equals(TEXT)) {
        assertThatThrownBy(() -> VaultDescriptor.parse(wrong))
            .as(wrong)
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void aTimeLockSaysHowLongCoinsAndWithdrawalsRestAndAllowsReplacements() {
    String text =
        "wsh(and_v(v:older(1008),multi(2,"
            + FIRST
            + "/0/*,[d34db33f/48'/0h/2]"
            + SECOND
            + "/0/*)))";
    VaultDescriptor locked = VaultDescriptor.parse(text + "#" + Descriptor.checksum(text));

    assertThat(locked.text()).isEqualTo(text);
    assertThat(locked.sequence()).isEqualTo(1008).isLessThan(0xfffffffeL);
    assertThat(locked.rest()).isEqualTo(1008);
    assertThat(locked.unbonding()).isEqualTo(1008);
    assertThat(locked.changeRests()).isTrue();
    assertThat(locked.forNode(1)).contains("older(1008)", "/1/*").doesNotContain("/0/*");
    assertThat(VaultDescriptor.parse(TEXT).changeRests()).isFalse();
    for (String wrong :
        new String[] {
          text.replace("1008", "0"),
          text.replace("1008", "65536"),
          text.replace("1008", "4194305"),
          text.replace("1008", "01008"),
          text.replace("multi(2", "multi(3"),
          text.replace("multi(2", "sortedmulti(2"),
          text.replace("v:older(1008)", "v:after(1008)"),
          text.replace(")))", "))"),
        }) {
      assertThatThrownBy(() -> VaultDescriptor.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void itKnowsItsNetworkAndItsKeys() {
    TestVault vault = TestVault.of(2, 3);

    assertThat(vault.descriptor().isOf(BitcoinNetwork.REGTEST)).isTrue();
    assertThat(vault.descriptor().isOf(BitcoinNetwork.MAIN)).isFalse();
    assertThat(VaultDescriptor.parse(TEXT).isOf(BitcoinNetwork.MAIN)).isTrue();
    assertThat(vault.keys()).allMatch(key -> key.belongsTo(vault.descriptor()));
    assertThat(vault.keys()).allMatch(key -> key.fingerprint().matches("[0-9a-f]{8}"));
    assertThat(VaultKey.ofSeed(TestVault.seed(9)).belongsTo(vault.descriptor())).isFalse();
  }
}
