// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.world;

import io.settlement.chain.Call;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.PriceEvent.PricesSigned;
import io.settlement.events.PriceEvent.SignedPrice;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Wei;
import io.settlement.kit.test.Anvil;
import io.settlement.relayer.chain.ErrorSelector;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prices of Alpha for the contract on Beta. */
public final class TestPrices {
  private TestPrices() {}

  /** The contract believes the first validator's key from now on. */
  public static void allowSigner(TwoChains chains) {
    Anvil node = chains.deployed().node("Beta");
    EvmAddress multisig = chains.deployed().chain("Beta").multisig();
    node.rpc("anvil_setBalance", multisig.hex(), "0xde0b6b3a7640000");
    node.rpc("anvil_impersonateAccount", multisig.hex());
    String call =
        ErrorSelector.of("set_price_signer(address,bool)")
            + word(TestKeys.VALIDATOR_1.address().toBigInteger())
            + word(BigInteger.ONE);
    chains.transact("Beta", multisig, contract(chains), Hex.decode(call), 0);
  }

  /** What the contract itself says is to be signed, signed. */
  public static PricesSigned signed(TwoChains chains, long round) {
    String name = Hex.encode("Alpha".getBytes(StandardCharsets.UTF_8)).substring(2);
    String question =
        ErrorSelector.of("publish_digest((string,uint96,uint96,uint64,uint128)[],uint64)")
            + Stream.of(0x40L, round, 1L, 0x20L, 0xa0L, 7L, 1L, 3L, 1_000_000L, 5L)
                .map(value -> word(BigInteger.valueOf(value)))
                .collect(Collectors.joining())
            + name
            + "0".repeat(64 - name.length());
    byte[] digest =
        chains.beta().call(Call.view(contract(chains), Hex.decode(question)), FinalityTag.LATEST);
    SignedPrice price =
        new SignedPrice(
            new ChainName("Alpha"), Wei.of(7), Wei.of(1), Wei.of(3), BigInteger.valueOf(1_000_000));
    return new PricesSigned(
        new ChainName("Beta"),
        contract(chains),
        List.of(price),
        round,
        Hex.encode(TestKeys.VALIDATOR_1.sign(Hash.of(digest))),
        Instant.EPOCH);
  }

  /** Where they are published. */
  public static EvmAddress contract(TwoChains chains) {
    return chains.deployed().chain("Beta").gasPriceService();
  }

  private static String word(BigInteger value) {
    return "%064x".formatted(value);
  }
}
