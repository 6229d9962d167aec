// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.handler;

import io.settlement.conformance.Kind;
import io.settlement.conformance.Requirement;
import java.util.List;

/** What a handler has to do. */
public final class HandlerRequirements {
  static final Requirement DELIVERED =
      of(
          "HND-01",
          "An ordinary message takes effect, once",
          "A message of the allowed handler elsewhere is taken, and pays exactly its amount.",
          "handler interface",
          "The chain's settlement contract delivers one with ample gas; outcome and tokens.");
  static final Requirement REPLAY =
      of(
          "HND-02",
          "A message counts once",
          "What was taken is not taken again, whatever calls: the handler keeps its own record.",
          "audit H-02, M-08",
          "Delivered again; then called again as the settlement contract: neither takes effect.");
  static final Requirement WRONG_CHAIN =
      of(
          "HND-03",
          "Other chains' messages are refused",
          "Signatures for another chain do not count, and a chain that is not allowed pays nothing.",
          "audit H-10, M-10",
          "Signed for another chain id and another name; delivered from a chain nobody allowed.");
  static final Requirement WRONG_HANDLER =
      of(
          "HND-04",
          "Other handlers' messages are refused",
          "A message of a handler that is not allowed fails, and no token moves.",
          "audit H-14, M-10",
          "Delivered, well signed, from another handler of the allowed chain.");
  static final Requirement CALLER =
      of(
          "HND-05",
          "Only the settlement contract is heard",
          "Messages and results from anybody else revert.",
          "handler interface (onlySettlement)",
          "Called by a stranger, by the owner and by the handler itself.");
  static final Requirement REVERT =
      of(
          "HND-06",
          "What is no message fails alone",
          "A message that cannot be read fails; those beside it in the batch take effect.",
          "audit H-04, M-02",
          "One batch: ordinary, empty, of another version, ordinary.");
  static final Requirement CALLBACK =
      of(
          "HND-07",
          "A failure gives the escrow back, once",
          "The result of a failed message returns what its sender gave, exactly once.",
          "audit H-11, H-12",
          "The handler sends; the failure comes home twice, and once more as a call.");
  static final Requirement GAS =
      of(
          "HND-08",
          "An ordinary message needs no more gas than declared",
          "With the declared gas it has the whole effect.",
          "handler interface (handler_gas)",
          "Delivered with exactly that; the handler's own use is measured by the trace.");
  static final Requirement GAS_GRIEF =
      of(
          "HND-09",
          "Too little gas does nothing by halves",
          "With less gas a message fails without effect or has the whole effect; neighbours too.",
          "audit QA-1",
          "Delivered with an eighth to 31/32 of what it uses; within a batch; with too little in"
              + " the transaction, which has to revert as a whole.");
  static final Requirement ANSWERS =
      of(
          "HND-10",
          "Refusals are cheap, answers are short",
          "A refusal uses no more than the declared gas; answers have a word, reverts 1,024 bytes.",
          "returned data, EIP-150",
          "An ordinary message and three refused ones with ample gas: use and length by the trace.");
  static final Requirement SIGNATURES =
      of(
          "HND-11",
          "Only distinct validators count",
          "One validator's signature twice, one too few, or a stranger's never deliver.",
          "audit H-03",
          "Asked of the settlement contract that the handler obeys, with keys of this run.");
  static final Requirement FACTS =
      of(
          "HND-12",
          "Owner, settlement contract and whitelist",
          "It has an owner, obeys the chain's settlement contract, is registered there, and both"
              + " handlers allow each other.",
          "INT-05, INT-07",
          "owner(), settlement(), is_registered_handler, is_valid_handler here and on the peer.");

  private HandlerRequirements() {}

  private static Requirement of(
      String id, String title, String text, String source, String method) {
    return new Requirement(id, Kind.AUTOMATIC, title, text, source, method, true);
  }

  /** All of them, in their order. */
  public static List<Requirement> all() {
    return List.of(
        DELIVERED,
        REPLAY,
        WRONG_CHAIN,
        WRONG_HANDLER,
        CALLER,
        REVERT,
        CALLBACK,
        GAS,
        GAS_GRIEF,
        ANSWERS,
        SIGNATURES,
        FACTS);
  }
}
