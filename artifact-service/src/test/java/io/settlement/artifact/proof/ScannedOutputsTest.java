// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acinq.bitcoin.DeterministicWallet;
import io.settlement.artifact.proof.VaultOutputs.Held;
import io.settlement.artifact.proof.VaultOutputs.Holding;
import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.chain.bitcoin.BitcoinRegtest;
import io.settlement.events.value.Hash;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a real node finds under each kind of descriptor. */
class ScannedOutputsTest {
  private static final int FAR = 1_500;

  private static BitcoinRegtest node;
  private static BitcoinReader reader;

  @BeforeAll
  static void start() {
    node = BitcoinRegtest.start();
    reader = node.reader();
  }

  @AfterAll
  static void stop() {
    reader.close();
    node.close();
  }

  @Test
  void everyOutputOfEitherPrimitiveIsHeldAndTheVaultsOwnIsChange() {
    String plain = "wsh(sortedmulti(2," + keys(1) + "))";
    String locked = "wsh(and_v(v:older(10),multi(2," + keys(1) + ")))";
    List<String> both = List.of(plain, locked);
    Map<String, Hash> near = new TreeMap<>();
    for (String descriptor : both) {
      near.put(descriptor, node.pay(address(descriptor, 0, 3), 600_000));
      node.pay(address(descriptor, 0, FAR), 70_000);
      node.pay(address(descriptor, 1, 999), 5_000);
    }
    Hash block = node.mine(1);

    for (String descriptor : both) {
      for (String told : List.of(descriptor, checked(descriptor))) {
        Holding holding = ScannedOutputs.scan(reader, told, 1_000).orElseThrow();
        assertThat(holding.block()).isEqualTo(block);
        assertThat(holding.height()).isEqualTo(node.height());
        assertThat(amounts(holding, false)).containsExactly(600_000L);
        assertThat(amounts(holding, true)).containsExactly(5_000L);
        assertThat(holding.outputs().getFirst().txid()).isEqualTo(near.get(descriptor));
      }
      Holding all = ScannedOutputs.scan(reader, descriptor, FAR).orElseThrow();
      assertThat(amounts(all, false)).containsExactlyInAnyOrder(600_000L, 70_000L);
    }
  }

  @Test
  void whatWaitsForABlockOrWasReorganisedAwayIsNotHeld() {
    String locked = "wsh(and_v(v:older(144),multi(2," + keys(4) + ")))";
    node.pay(address(locked, 0, 0), 90_000);
    assertThat(ScannedOutputs.scan(reader, locked, 1_000).orElseThrow().outputs()).isEmpty();
    node.mine(1);
    assertThat(ScannedOutputs.scan(reader, locked, 1_000).orElseThrow().outputs()).hasSize(1);
    node.replaceWithEmptyBlocks(1);
    assertThat(ScannedOutputs.scan(reader, locked, 1_000).orElseThrow().outputs()).isEmpty();
  }

  private static List<Long> amounts(Holding holding, boolean change) {
    return holding.outputs().stream()
        .filter(held -> held.change() == change)
        .map(Held::amount)
        .map(BigInteger::longValueExact)
        .toList();
  }

  private static String address(String descriptor, int branch, int index) {
    String one = checked(descriptor.replace("/0/*", "/" + branch + "/*"));
    return node.rpc("deriveaddresses", one, List.of(index, index)).get(0).asString();
  }

  private static String checked(String descriptor) {
    return descriptor + "#" + node.rpc("getdescriptorinfo", descriptor).path("checksum").asString();
  }

  private static String keys(int first) {
    return IntStream.range(first, first + 3)
        .mapToObj(
            n -> {
              byte[] seed = new byte[32];
              Arrays.fill(seed, (byte) n);
              return DeterministicWallet.encode(
                      DeterministicWallet.publicKey(DeterministicWallet.generate(seed)),
                      DeterministicWallet.tpub)
                  + "/0/*";
            })
        .collect(Collectors.joining(","));
  }
}
