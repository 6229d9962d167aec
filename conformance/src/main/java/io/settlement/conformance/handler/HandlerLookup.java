// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.handler;

import io.settlement.conformance.Node;
import io.settlement.conformance.Unanswered;
import io.settlement.conformance.Unanswered.Cause;
import io.settlement.conformance.handler.HandlerCase.Asset;
import io.settlement.conformance.handler.HandlerCase.Peer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.web3j.utils.Numeric;

/** What a handler says of itself, for those who have no book to look it up in. */
public final class HandlerLookup {
  private static final int LOCK_MINT = 1;
  private static final int LOCK_UNLOCK = 3;

  private final Stage chain;
  private final String handler;

  private HandlerLookup(Node node, String handler) {
    this.chain = new Stage(node);
    this.handler = handler;
  }

  /**
   * The handler with everything it says: settlement contract, chain, token, mode, its peer's token.
   *
   * @param wanted what is said of it; what the handler says itself is not looked at
   * @throws Unanswered when it does not name a settlement contract
   * @throws IllegalArgumentException when it moves no token and there is no sample
   */
  public static HandlerCase look(Node node, Wanted wanted) {
    HandlerLookup lookup = new HandlerLookup(node, wanted.handler());
    String settlement =
        Abi.addressOf(
            lookup.chain.demand("settlement()", wanted.handler(), Abi.call("settlement()")), 0);
    Peer peer = wanted.peer();
    return new HandlerCase(
        lookup.chainName(settlement),
        settlement,
        wanted.handler(),
        new Peer(peer.chain(), peer.handler(), peer.token().or(() -> lookup.peerToken(peer))),
        lookup.asset(),
        wanted.sample(),
        wanted.send(),
        wanted.gas());
  }

  /**
   * What people say of it.
   *
   * @param peer its token is the handler's word where it is empty
   */
  public record Wanted(
      String handler,
      Peer peer,
      Optional<HandlerCase.Sample> sample,
      Optional<String> send,
      Optional<Long> gas) {}

  private String chainName(String settlement) {
    String said =
        chain.demand("contract_chain_name()", settlement, Abi.call("contract_chain_name()"));
    byte[] bytes = Numeric.hexStringToByteArray(said);
    int length = Abi.wordOf(said, 1).intValueExact();
    if (length < 1 || 2 * Abi.WORD + length > bytes.length) {
      throw new Unanswered(Cause.GARBAGE, settlement + " names no chain");
    }
    return new String(bytes, 2 * Abi.WORD, length, StandardCharsets.UTF_8);
  }

  private Optional<Asset> asset() {
    String token = chain.view(handler, Abi.call("token()"));
    String mode = chain.view(handler, Abi.call("mode()"));
    if (token == null || mode == null || Abi.wordOf(token, 0).signum() == 0) {
      return Optional.empty();
    }
    int wire = Abi.wordOf(mode, 0).min(BigInteger.TEN).intValueExact();
    return Optional.of(
        new Asset(Abi.addressOf(token, 0), wire == LOCK_MINT || wire == LOCK_UNLOCK));
  }

  private Optional<String> peerToken(Peer peer) {
    return Optional.ofNullable(
            chain.view(
                handler,
                Abi.call(
                    "remote_token_of(string,uint256)",
                    Abi.text(peer.chain()),
                    Abi.word(peer.handler()))))
        .map(said -> Abi.wordOf(said, 0))
        .filter(token -> token.signum() != 0)
        .map(Numeric::toHexStringWithPrefix);
  }
}
