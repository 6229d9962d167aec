// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import static io.settlement.relayer.attest.Rule.orRefuse;

import io.settlement.chain.Call;
import io.settlement.chain.ChainException;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.ContractDialect;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.TxId;
import io.settlement.relayer.finality.FinalityPolicy;
import io.settlement.relayer.nodes.Nodes;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must hold before a validator lets a destination expire a message: the source still waits for
 * it, and on the destination's final clock its deadline has passed without it. Routes do not
 * matter: closing one must not trap what was sent before (protocol H-09).
 */
final class ExpireRules {
  private static final Logger log = LoggerFactory.getLogger(ExpireRules.class);

  private final Nodes nodes;
  private final List<Rule<SentCase>> rules;

  ExpireRules(Nodes nodes, RouteBook routes, FinalityPolicy policy) {
    this.nodes = nodes;
    this.rules =
        Stream.concat(
                new SourceRules(nodes, routes, policy).all().stream(),
                Stream.of(orRefuse(Refusal.PROFILE_UNSUPPORTED, this::destinationCanExpire)))
            .toList();
  }

  /** The digest when every rule holds; patience while the destination's node does not say so. */
  Verdict judge(SentCase one) {
    return Rule.firstBroken(rules, one)
        .orElseGet(() -> askTheDestination(one.claimedTxid(), one.message()));
  }

  private boolean destinationCanExpire(SentCase one) {
    return nodes
            .settings(one.message().to().chain())
            .filter(chain -> ContractDialect.of(chain).expires())
            .isPresent()
        || one.no("its destination cannot record an expiry");
  }

  /** What the destination says of a message that its source certainly sent. */
  Verdict askTheDestination(TxId txid, CrossChainMessage message) {
    EvmReader destination =
        nodes.reader(message.to().chain()).orElseThrow().forPurpose("attest").agreed();
    try {
      return onDestination(message, destination);
    } catch (ChainException later) {
      log.atInfo()
          .addKeyValue("txid", txid)
          .addKeyValue("chain", destination.settings().name())
          .log("an expiry waits for the destination's node: {}", later.getMessage());
      return new Verdict.Patience();
    }
  }

  /** The clock first: what is final then and not received is received never. */
  private static Verdict onDestination(CrossChainMessage message, EvmReader destination) {
    ChainSettings chain = destination.settings();
    Instant clock = destination.head(chain.finality()).time();
    if (!clock.isAfter(message.terms().deadline())) {
      return new Verdict.Patience();
    }
    ContractDialect dialect = ContractDialect.of(chain);
    Call question = Call.view(chain.settlement(), dialect.receivedCall(message));
    if (dialect.received(destination.call(question, chain.finality()))) {
      log.atWarn()
          .addKeyValue("txid", message.txid())
          .addKeyValue("kind", "EXPIRE")
          .addKeyValue("chain", chain.name())
          .log("not signed: the destination has received it");
      return new Verdict.Refuse(Refusal.RECEIVED);
    }
    return Verdict.Sign.of(dialect.expireForm(message), chain);
  }
}
