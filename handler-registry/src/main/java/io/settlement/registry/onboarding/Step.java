// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.RegistryEvent.OnboardingStage;
import java.util.Arrays;
import java.util.List;

/** What is checked on the way; the stage ends when all its steps are done. */
enum Step {
  /** The latest report on the chain passed. */
  CONFORMANCE_PASSED(OnboardingStage.CONFORMANCE),
  /**
   * The settlement contract and its companions are as released and as stated (INT-01 to INT-04).
   */
  SETTLEMENT_DEPLOYED(OnboardingStage.TESTNET),
  /** Each handler is as released, stated and paired (INT-05 to INT-07). */
  HANDLER_DEPLOYED(OnboardingStage.TESTNET),
  /** The book knows all of it and the relayer reads the chain. */
  LAYER_INTEGRATED(OnboardingStage.TESTNET),
  /** Transfers settle, fail with a refund, and are refused twice (INT-08). */
  MESSAGES_TESTED(OnboardingStage.TESTNET),
  /** The contracts of the main network are as released and as stated. */
  MAINNET_DEPLOYED(OnboardingStage.TESTNET);

  private final OnboardingStage stage;

  Step(OnboardingStage stage) {
    this.stage = stage;
  }

  OnboardingStage stage() {
    return stage;
  }

  static List<Step> of(OnboardingStage stage) {
    return Arrays.stream(values()).filter(step -> step.stage == stage).toList();
  }
}
