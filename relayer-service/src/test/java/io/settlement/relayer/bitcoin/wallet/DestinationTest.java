// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.relayer.bitcoin.wallet.Destination.Unpayable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses are those of BIP-173, BIP-350 and the first blocks. */
class DestinationTest {

  @ParameterizedTest
  @CsvSource({
    "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa,P2PKH,0x76a91462e907b15cbf27d5425399ebf6f0fb50ebb88f1888ac",
    "3P14159f73E4gFr7JterCCQh9QjiTjiZrG,P2SH,0xa914e9c3dd0c07aac76179ebc76a6c78d4d67c6c160a87",
    "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4,P2WPKH,0x0014751e76e8199196d454941c45d1b3a323f1433bd6",
    "bc1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3qccfmv3,P2WSH,0x00201863143c14c5166804bd19203356da136c985678cd4d27a1b8c6329604903262",
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0,P2TR,0x512079be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798",
  })
  void everyTypeIsRead(String address, Destination.Type type, String script) throws Unpayable {
    Destination destination = Destination.parse(BitcoinNetwork.MAIN, address);

    assertThat(destination.type()).isEqualTo(type);
    assertThat("0x" + destination.output().toHex()).isEqualTo(script);
    assertThat(destination.weight()).isEqualTo(4L * (9 + destination.output().size()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx",
        "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn",
        "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080"
      })
  void anAddressOfAnotherNetworkIsTold(String address) {
    assertThat(fault(BitcoinNetwork.MAIN, address)).isEqualTo(Destination.Fault.WRONG_NETWORK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello, world, are you there",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
        "bc1qw508d6qejxtdg4y5R3zarvary0c5xw7kv8f3t4",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb"
      })
  void whatIsNoAddressIsTold(String address) {
    assertThat(fault(BitcoinNetwork.MAIN, address)).isEqualTo(Destination.Fault.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BC1SW50QGDZ25J", "bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs"})
  void aWitnessOfTheFutureIsNotPaid(String address) {
    assertThat(fault(BitcoinNetwork.MAIN, address))
        .isIn(Destination.Fault.MALFORMED, Destination.Fault.UNSUPPORTED_TYPE);
  }

  private static Destination.Fault fault(BitcoinNetwork network, String address) {
    return catchThrowableOfType(Unpayable.class, () -> Destination.parse(network, address)).fault();
  }
}
