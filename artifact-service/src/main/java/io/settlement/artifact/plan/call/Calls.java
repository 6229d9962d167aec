// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.call;

import io.settlement.artifact.chain.ChainNodes;
import io.settlement.artifact.plan.act.Act;
import io.settlement.artifact.plan.act.DepositAct;
import io.settlement.artifact.plan.act.PayoutAct;
import io.settlement.artifact.plan.act.PoolAct;
import io.settlement.artifact.plan.act.PositionAct;
import io.settlement.artifact.plan.act.TransferAct;
import io.settlement.artifact.plan.call.CallView.Ask;
import io.settlement.artifact.plan.track.Awaited;
import io.settlement.artifact.plan.track.Step;
import io.settlement.chain.contract.ArtifactCalls;
import io.settlement.chain.contract.Erc20Abi;
import io.settlement.chain.contract.HandlerAbi;
import io.settlement.events.ArtifactEvent.StepKind;
import io.settlement.events.ArtifactEvent.StepState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hex;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The transactions of a step, in the order in which they are signed. */
@Component
public class Calls {
  private static final String NOTHING = "0";

  private final ChainNodes nodes;

  Calls(ChainNodes nodes) {
    this.nodes = nodes;
  }

  /** None while there is nothing to sign. */
  public List<CallView> of(Step step, EvmAddress owner) {
    BigInteger amount = step.amount();
    if (step.state() == StepState.UNDER_WAY && step.act() instanceof PoolAct pool) {
      return claims(pool, step.waits());
    }
    if (step.state() != StepState.READY || amount == null) {
      return List.of();
    }
    TokenAmount of = new TokenAmount(amount);
    return switch (step.act()) {
      case PositionAct act -> position(act, of);
      case PoolAct act -> pool(act, amount);
      case TransferAct act -> transfer(act, owner, of);
      case PayoutAct act -> payout(act, owner, of);
      case DepositAct act -> List.of();
    };
  }

  /** Where a deposit's address is to be had; empty when the step is no deposit that is awaited. */
  public Optional<Ask> payTo(Step step, EvmAddress owner) {
    if (step.state() != StepState.READY || !(step.act() instanceof DepositAct deposit)) {
      return Optional.empty();
    }
    return Optional.of(
        new Ask(
            "relayer-service",
            "POST",
            "/v1/vaults/" + deposit.vault() + "/addresses",
            Map.of("handler", deposit.handler().toString(), "recipient", owner.hex())));
  }

  private List<CallView> position(PositionAct act, TokenAmount amount) {
    byte[] data =
        switch (act.kind()) {
          case STAKE -> ArtifactCalls.stake(amount);
          case UNSTAKE -> ArtifactCalls.unstake(amount);
          case WRAP -> ArtifactCalls.wrap(amount);
          case UNWRAP -> ArtifactCalls.unwrap(amount);
          case DEPOSIT, TRANSFER, POOL, UNPOOL, CONVERT, WITHDRAW ->
              throw new IllegalStateException(act.kind() + " is no position");
        };
    CallView call = plain(act, act.contract(), data, act.kind() + " " + amount);
    return act.goesIn()
        ? List.of(approve(act, act.token(), act.contract(), amount), call)
        : List.of(call);
  }

  private List<CallView> pool(PoolAct act, BigInteger shares) {
    if (act.kind() == StepKind.UNPOOL) {
      byte[] data = ArtifactCalls.redeemShares(shares);
      return List.of(plain(act, act.contract(), data, "redeems " + shares + " shares"));
    }
    List<BigInteger> cost = act.cost(shares);
    List<CallView> calls = new ArrayList<>();
    for (int leg = 0; leg < cost.size(); leg++) {
      EvmAddress token = act.legs().get(leg).token();
      calls.add(approve(act, token, act.contract(), new TokenAmount(cost.get(leg))));
    }
    byte[] data = ArtifactCalls.buyShares(cost);
    calls.add(plain(act, act.contract(), data, "buys " + shares + " shares"));
    return calls;
  }

  private List<CallView> claims(PoolAct act, List<Awaited> waits) {
    List<BigInteger> tickets =
        waits.stream().map(Awaited::ticket).flatMap(Optional::stream).toList();
    if (tickets.isEmpty()) {
      return List.of();
    }
    byte[] data = ArtifactCalls.claimTickets(tickets);
    return List.of(plain(act, act.contract(), data, "claims tickets " + tickets));
  }

  private List<CallView> transfer(TransferAct act, EvmAddress owner, TokenAmount amount) {
    EvmAddress handler = act.from().evmAddress();
    byte[] data = HandlerAbi.send(act.to().chain(), act.to(), act.toToken(), owner, amount);
    return List.of(
        approve(act, act.fromToken(), handler, amount),
        quoted(
            act,
            act.from(),
            data,
            quote(act.route(), owner, amount, owner),
            "sends %s to %s".formatted(amount, act.to().chain())));
  }

  private List<CallView> payout(PayoutAct act, EvmAddress owner, TokenAmount amount) {
    EvmAddress handler = act.handler().evmAddress();
    byte[] data = ArtifactCalls.withdrawRequest(act.btcAddress(), amount);
    return List.of(
        approve(act, act.token(), handler, amount),
        quoted(
            act,
            act.handler(),
            data,
            quote(act.route(), owner, amount, null),
            "has %s satoshi paid to %s".formatted(amount, act.btcAddress())));
  }

  private static Ask quote(
      RouteId route, EvmAddress owner, TokenAmount amount, @Nullable EvmAddress receiver) {
    Map<String, String> body = new HashMap<>();
    body.put("fromChain", route.from().chain().value());
    body.put("fromHandler", route.from().address());
    body.put("toChain", route.to().chain().value());
    body.put("toHandler", route.to().address());
    body.put("amount", amount.toString());
    body.put("sender", owner.hex());
    if (receiver != null) {
      body.put("receiver", receiver.hex());
    }
    return new Ask("gas-service", "POST", "/v1/quotes", body);
  }

  private CallView approve(Act act, EvmAddress token, EvmAddress spender, TokenAmount amount) {
    byte[] data = Erc20Abi.approve(spender, amount);
    return plain(act, token, data, "lets %s take %s".formatted(spender, amount));
  }

  private CallView plain(Act act, EvmAddress to, byte[] data, String does) {
    ChainName chain = act.chain();
    return new CallView(chain, id(chain), to, Hex.encode(data), NOTHING, null, null, does);
  }

  private CallView quoted(Act act, HandlerId to, byte[] data, Ask quote, String does) {
    ChainName chain = act.chain();
    return new CallView(
        chain, id(chain), to.evmAddress(), Hex.encode(data), null, "quote", quote, does);
  }

  private long id(ChainName chain) {
    return nodes
        .of(chain)
        .orElseThrow(() -> new IllegalStateException("a step was ready without nodes of " + chain))
        .settings()
        .chainId();
  }
}
