// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.Hex;
import io.settlement.events.value.TokenAmount;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Uint256;

class ArtifactCallsTest {
  private static final TokenAmount SEVEN = TokenAmount.of(7);
  private static final List<BigInteger> BOTH = List.of(BigInteger.ONE, BigInteger.TWO);

  @Test
  void callsAreWrittenAsAnotherEncoderWritesThem() {
    assertThat(ArtifactCalls.stake(SEVEN)).isEqualTo(other("stake", new Uint256(7)));
    assertThat(ArtifactCalls.unstake(SEVEN)).isEqualTo(other("unstake", new Uint256(7)));
    assertThat(ArtifactCalls.wrap(SEVEN)).isEqualTo(other("deposit", new Uint256(7)));
    assertThat(ArtifactCalls.unwrap(SEVEN)).isEqualTo(other("withdraw", new Uint256(7)));
    assertThat(ArtifactCalls.buyShares(BOTH)).isEqualTo(other("deposit", both()));
    assertThat(ArtifactCalls.redeemShares(BigInteger.TWO))
        .isEqualTo(other("withdraw", new Uint256(2)));
    assertThat(ArtifactCalls.claimTickets(BOTH)).isEqualTo(other("claim_tickets", both()));
    assertThat(ArtifactCalls.withdrawRequest("bc1qsomewhere", SEVEN))
        .isEqualTo(other("withdraw_request", new Utf8String("bc1qsomewhere"), new Uint256(7)));
  }

  private static DynamicArray<Uint256> both() {
    return new DynamicArray<>(Uint256.class, List.of(new Uint256(1), new Uint256(2)));
  }

  @SuppressWarnings("rawtypes")
  private static byte[] other(String function, Type... arguments) {
    return Hex.decode(
        FunctionEncoder.encode(new Function(function, List.of(arguments), List.of())));
  }
}
