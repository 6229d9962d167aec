// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.Hex;
import org.junit.jupiter.api.Test;

class ContractErrorsTest {

  @Test
  void namesWhatTheContractsRevertWith() {
    String selector = Hex.encode(Abi.selector("DeadlinePassed(uint256,uint64)"));

    assertThat(ContractErrors.name(selector)).contains("DeadlinePassed");
    assertThat(ContractErrors.name("0x01020304")).isEmpty();
  }

  @Test
  void showsTheArgumentsOfAnError() {
    byte[] data =
        Abi.call(
            Abi.selector("InsufficientHandlerGas(uint256,uint256)"),
            Abi.uint(300_000),
            Abi.uint(21_000));

    assertThat(ContractErrors.text(data))
        .contains("InsufficientHandlerGas(required=300000, available=21000)");
  }

  @Test
  void anErrorWhoseArgumentsCannotBeReadKeepsItsName() {
    assertThat(ContractErrors.text(Abi.selector("DeadlinePassed(uint256,uint64)")))
        .contains("DeadlinePassed");
    assertThat(ContractErrors.text(new byte[] {1})).isEmpty();
  }
}
