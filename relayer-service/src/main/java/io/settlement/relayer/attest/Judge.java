// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.chain.ChainSettings;

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
    if (claim instanceof Claim.Sent sent && finding instanceof Finding.Sent found) {
      return receive.judge(new SentCase(sent, sent.fact().message(), chain, found));
    }
    if (claim instanceof Claim.Overdue overdue && finding instanceof Finding.Sent found) {
      return expire.judge(new SentCase(overdue, overdue.fact().message(), chain, found));
    }
    if (claim instanceof Claim.Handled handled && finding instanceof Finding.Handled found) {
      return callback.judge(new CallbackRules.Case(handled.fact(), chain, found));
    }
    return new Verdict.Refuse(Refusal.CONTENT_DIFFERS);
  }
}
