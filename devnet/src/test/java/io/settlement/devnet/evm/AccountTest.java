// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.evm;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.contract.Signatures;
import io.settlement.events.value.Hash;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountTest {
  @TempDir Path temp;

  @Test
  void derivesTheAccountsAnvilStartsWith() {
    assertThat(Account.ofAnvil(0).address().hex())
        .isEqualTo("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");
    assertThat(Account.ofAnvil(1).address().hex())
        .isEqualTo("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
  }

  @Test
  void signsSoThatItsAddressIsRecovered() {
    Hash digest = new Hash("0x" + "1f".repeat(32));
    for (int i = 0; i < 8; i++) {
      Account account = Account.random();
      assertThat(Signatures.recover(digest, account.sign(digest))).isEqualTo(account.address());
    }
  }

  @Test
  void comesBackFromItsKeystore() throws Exception {
    Account account = Account.random();
    Account.Keystore keystore = account.store(temp, "key");
    String password = Files.readString(keystore.passwordFile());
    assertThat(Account.fromKeystore(keystore.file(), password).address())
        .isEqualTo(account.address());
    assertThat(Files.readString(keystore.file())).doesNotContain(account.privateKeyHex());
  }
}
