// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static io.settlement.conformance.Requirement.evm;

import io.settlement.conformance.Check;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Subject;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** How large contracts may be. */
final class SizeChecks {
  /** EIP-170. */
  static final int LIMIT = 24_576;

  private SizeChecks() {}

  static List<Check> all() {
    return List.of(
        EvmChecks.rule(
            evm(
                "SIZE-01",
                "Contract size",
                "Contracts may have the 24,576 bytes of EIP-170.",
                "A contract of that size is made within a call; whether one byte more is refused"
                    + " is reported."),
            SizeChecks::limit),
        EvmChecks.rule(
            evm(
                "SIZE-02",
                "The suite's own contracts",
                "The suite's contracts fit the chain.",
                "A contract as large as the suite's largest is made within a call."),
            SizeChecks::own));
  }

  private static Outcome limit(Subject subject, Probe probe) throws InterruptedException {
    return new Seen()
        .equal("bytes of a contract made with 24,576", LIMIT, made(probe, LIMIT))
        .figure("one-byte-more", made(probe, LIMIT + 1) == 0 ? "refused" : "taken")
        .outcome();
  }

  private static Outcome own(Subject subject, Probe probe) throws InterruptedException {
    Seen seen = new Seen();
    for (Map.Entry<String, Integer> contract : OwnContracts.SIZES.entrySet()) {
      seen.figure(contract.getKey() + "-bytes", contract.getValue());
    }
    int largest = OwnContracts.largest();
    return seen.equal("bytes of a contract made with " + largest, largest, made(probe, largest))
        .outcome();
  }

  private static int made(Probe probe, int bytes) throws InterruptedException {
    byte[] size = probe.run(Code.sizeOfAContractOf(bytes));
    return new BigInteger(1, size).intValue();
  }
}
