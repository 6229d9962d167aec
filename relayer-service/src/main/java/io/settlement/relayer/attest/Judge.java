// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.chain.ChainSettings;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.value.CrossChainMessage;

/** Weighs a claim against what the own node shows. */
final class Judge {
  private final ReceiveRules receive;
  private final ExpireRules expire;
  private final CallbackRules callback;

  Judge(ReceiveRules receive, ExpireRules expire, CallbackRules callback) {
    this.receive = receive;
    this.expire = expire;
    this.callback = callback;
  }

  /**
   * The verdict.
   *
   * @param chain the chain the claim is about
   */
  Verdict judge(Claim claim, Finding finding, ChainSettings chain) {
    if (finding instanceof Finding.Nothing) {
      return new Verdict.Doubt(Refusal.LOG_ABSENT);
    }
    if (finding instanceof Finding.WithoutTerms) {
      return new Verdict.Refuse(Refusal.TERMS_ABSENT);
    }
    if (finding instanceof Finding.Sent found) {
      return switch (claim) {
        case Claim.Sent it -> receive.judge(sentCase(claim, it.fact().message(), chain, found));
        case Claim.Overdue it -> expire.judge(sentCase(claim, it.fact().message(), chain, found));
        case Claim.Asked it -> asked(it, found, chain);
        default -> new Verdict.Refuse(Refusal.CONTENT_DIFFERS);
      };
    }
    if (finding instanceof Finding.Handled found) {
      return switch (claim) {
        case Claim.Handled it ->
            callback.judge(new CallbackRules.Case(claim, it.fact().outcome(), chain, found));
        case Claim.Asked it ->
            it.kind() == Kind.CALLBACK
                ? callback.judge(
                    new CallbackRules.Case(claim, found.result().outcome(), chain, found))
                : new Verdict.Refuse(Refusal.CONTENT_DIFFERS);
        default -> new Verdict.Refuse(Refusal.CONTENT_DIFFERS);
      };
    }
    return new Verdict.Refuse(Refusal.CONTENT_DIFFERS);
  }

  private Verdict asked(Claim.Asked claim, Finding.Sent found, ChainSettings chain) {
    SentCase sent = sentCase(claim, found.message(), chain, found);
    return switch (claim.kind()) {
      case RECEIVE -> receive.judge(sent);
      case EXPIRE -> expire.judge(sent);
      case CALLBACK -> new Verdict.Refuse(Refusal.CONTENT_DIFFERS);
    };
  }

  private static SentCase sentCase(
      Claim claim, CrossChainMessage claimed, ChainSettings chain, Finding.Sent found) {
    return new SentCase(claim, claimed, chain, found);
  }
}
