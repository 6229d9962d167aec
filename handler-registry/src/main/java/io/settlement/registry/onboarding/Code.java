// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import java.util.function.Supplier;

/** Whether contracts run released code. */
record Code(ReleasedBuilds builds) {
  private static final Hash IMPLEMENTATION =
      new Hash("0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc");
  private static final String PROXY = "ERC1967Proxy";

  /** A contract that stands for itself. */
  void checkPlain(Findings findings, String id, String contract, Peek chain, EvmAddress at) {
    findings.yes(id, "%s runs a released %s".formatted(at, contract), is(contract, chain, at));
  }

  /** A contract behind an ERC-1967 proxy: both are released code. */
  void checkProxied(Findings findings, String id, String contract, Peek chain, EvmAddress at) {
    findings.yes(id, "%s runs a released %s".formatted(at, PROXY), is(PROXY, chain, at));
    findings.yes(
        id,
        "the implementation of %s runs a released %s".formatted(at, contract),
        () -> is(contract, chain, implementation(chain, at)).get());
  }

  static EvmAddress implementation(Peek chain, EvmAddress proxy) {
    return EvmAddress.of(chain.storage(proxy, IMPLEMENTATION).toBigInteger());
  }

  private Supplier<Boolean> is(String contract, Peek chain, EvmAddress at) {
    return () -> builds.release(contract, chain.code(at)).isPresent();
  }

  /** Code as it is, immutables and all. */
  static String fingerprint(byte[] code) {
    return Hex.encode(ReleasedBuilds.sha256(code));
  }
}
