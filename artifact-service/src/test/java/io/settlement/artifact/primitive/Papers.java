// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.primitive;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Specifications to test with. */
public final class Papers {
  private static final String TEXT =
      """
      {
        "version": 1,
        "primitive": "%s",
        "name": "A vault of three keys",
        "securityMeasurements": {
          "encryption": ["keys at rest: AES-256"],
          "multisig": {"required": 2, "signers": 3},
          "audits": [
            {"auditor": "Somebody", "date": "2026-10-01", "report": "https://audits.example/1"}],
          "incidentResponse": "minting is paused, then everybody is told"
        },
        "operationalStatus": {
          "uptimePercent": 99.99, "averageLatencyMs": 200,
          "failover": "two sites", "backup": "daily"
        },
        "financialScale": {
          "assetsUnderManagementSat": "100000000", "dailyVolumeSat": "1000000",
          "liquiditySources": ["deposits"], "scalingPlans": "a second vault"
        },
        "interchangeability": {
          "networks": ["Alpha"], "tokenStandards": ["ERC-20"],
          "apiDocumentation": "https://docs.example/api", "compatibilityTests": "weekly"
        },
        "regulatoryCompliance": {
          "knowYourCustomer": "of depositors", "licences": [], "audits": [], "privacy": "as the law has it"
        },
        "supportedAssets": {"assets": ["BTC"], "conversion": "one to one", "exclusions": ["Monero"]},
        "custodySolutions": {
          "hotPercent": 10, "coldPercent": 90, "insurance": "none",
          "custodians": ["the cosigners"], "accessControl": "by role"
        },
        "stakingAndYield": {
          "networks": [], "yields": "points", "lockUpSeconds": 0, "unstakingPenalty": "none"
        },
        "governanceAndUpgradability": {
          "model": "multisig behind a timelock", "control": "owners", "upgrades": "by the timelock"
        },
        "userExperience": {"interfaces": ["REST"], "support": "by mail"}
      }
      """;

  private Papers() {}

  /** A specification without faults. */
  public static byte[] of(String primitive) {
    return TEXT.formatted(primitive).getBytes(UTF_8);
  }

  /** The same with something replaced. */
  static byte[] of(String primitive, String text, String by) {
    return TEXT.formatted(primitive).replace(text, by).getBytes(UTF_8);
  }
}
