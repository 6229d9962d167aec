// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

import io.settlement.events.value.ChainName;
import java.time.Duration;
import java.util.List;

/**
 * How a service reads Bitcoin. {@code settlement.bitcoin}; what is left out gets the default named
 * here.
 *
 * @param chain canonical name; its bytes are hashed into txids and digests; Bitcoin
 * @param network which network; every node must be on it; MAIN
 * @param providers the nodes; none: this process has nothing to do with Bitcoin
 * @param quorum how many of them must say the same about what moves money; more than half
 * @param timeout longest wait for one answer; 30 s, a full block is large
 * @param pollInterval pause between two looks at the head; 5 s
 * @param fallbackFee satoshi per virtual byte where a node cannot estimate; 5
 * @param leastFee satoshi per virtual byte that is never gone below; 1
 */
public record BitcoinSettings(
    ChainName chain,
    BitcoinNetwork network,
    List<BitcoinProviderSettings> providers,
    int quorum,
    Duration timeout,
    Duration pollInterval,
    long fallbackFee,
    long leastFee) {
  /** What Bitcoin is called where nobody calls it otherwise. */
  public static final ChainName BITCOIN = new ChainName("Bitcoin");

  /** Fills in defaults, refuses what cannot work. Binding passes null for what is left out. */
  public BitcoinSettings {
    chain = chain == null ? BITCOIN : chain;
    network = network == null ? BitcoinNetwork.MAIN : network;
    providers = providers == null ? List.of() : List.copyOf(providers);
    quorum = quorum == 0 ? providers.size() / 2 + 1 : quorum;
    timeout = timeout == null ? Duration.ofSeconds(30) : timeout;
    pollInterval = pollInterval == null ? Duration.ofSeconds(5) : pollInterval;
    fallbackFee = fallbackFee == 0 ? 5 : fallbackFee;
    leastFee = leastFee == 0 ? 1 : leastFee;
    require(quorum > 0, "quorum must be positive");
    require(
        providers.isEmpty() || quorum <= providers.size(), "quorum is more than there are nodes");
    require(timeout.isPositive(), "timeout must be positive");
    require(pollInterval.isPositive(), "poll-interval must be positive");
    require(leastFee > 0, "least-fee must be positive");
    require(fallbackFee >= leastFee, "fallback-fee must not be below least-fee");
    require(
        providers.stream().map(BitcoinProviderSettings::name).distinct().count()
            == providers.size(),
        "two providers have the same name");
  }

  /** The usual settings for these nodes. */
  @SuppressWarnings("NullAway") // the constructor turns null into the default
  public static BitcoinSettings of(
      BitcoinNetwork network, List<BitcoinProviderSettings> providers) {
    return new BitcoinSettings(null, network, providers, 0, null, null, 0, 0);
  }

  /** The same with another pause between two looks at the head. */
  public BitcoinSettings polledEvery(Duration pause) {
    return new BitcoinSettings(
        chain, network, providers, quorum, timeout, pause, fallbackFee, leastFee);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("settlement.bitcoin: " + otherwise);
    }
  }
}
