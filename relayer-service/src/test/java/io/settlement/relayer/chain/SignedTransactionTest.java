// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.keys.RemoteKey;
import io.settlement.chain.keys.RemoteSignerSettings;
import io.settlement.chain.keys.SigningServer;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedTransactionTest {
  private static final EvmAddress ADDRESS = TestKeys.VALIDATOR_1.address();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatARemoteSignerSignsIsTheTransactionOfTheSameKeyInAFile(boolean legacy) {
    Draft.What what =
        new Draft.What(ADDRESS, new byte[] {1, 2, 3}, new Gas(50_000), new Wei(BigInteger.TEN));
    Fees fees = new Fees(Wei.parse("2000000000"), Wei.parse("1000000000"));
    Draft draft = new Draft(31337, 7, what, fees, legacy);
    try (SigningServer server = new SigningServer(TestKeys.VALIDATOR_1_HEX)) {
      RemoteSignerSettings settings =
          new RemoteSignerSettings(server.url(), null, null, Duration.ofSeconds(2));
      RemoteKey key =
          RemoteKey.open(
              ADDRESS,
              settings,
              name -> {
                throw new AssertionError("no bundle is named");
              });
      SignedTransaction remote = SignedTransaction.sign(draft, key);
      SignedTransaction local = SignedTransaction.sign(draft, TestKeys.VALIDATOR_1);
      assertThat(remote.raw()).isEqualTo(local.raw());
      assertThat(remote.hash()).isEqualTo(local.hash());
    }
  }
}
