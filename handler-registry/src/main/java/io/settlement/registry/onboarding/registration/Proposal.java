// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding.registration;

import io.settlement.chain.contract.TypedStatement;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import java.util.List;
import java.util.stream.Stream;

/** What is to stand in the book, in all that is signed of it. */
sealed interface Proposal {

  /** What it is about. */
  enum Kind {
    /** Between two handlers. */
    ROUTE(RouteProposal.class),
    /** Who signs for a chain. */
    VALIDATORS(ValidatorsProposal.class),
    /** What a token is called. */
    TOKEN(TokenProposal.class);

    private final Class<? extends Proposal> form;

    Kind(Class<? extends Proposal> form) {
      this.form = form;
    }

    Class<? extends Proposal> form() {
      return form;
    }
  }

  Kind kind();

  /** What it is called in the book. */
  String subject();

  /** Contracts that must be spoken for, as {@code Chain:0x…}. */
  List<HandlerId> contracts();

  /** The beginning of what is signed. */
  TypedStatement.Draft statement();

  /**
   * Messages may go from one handler to the other.
   *
   * @param bothWays and back
   * @param fromChainId EIP-155 chain id of the source
   * @param toChainId and of the destination
   */
  record RouteProposal(
      HandlerId from, HandlerId to, boolean bothWays, long fromChainId, long toChainId)
      implements Proposal {

    @Override
    public Kind kind() {
      return Kind.ROUTE;
    }

    @Override
    public String subject() {
      return new RouteId(from, to).toString();
    }

    @Override
    public List<HandlerId> contracts() {
      return List.of(from, to);
    }

    @Override
    public TypedStatement.Draft statement() {
      return TypedStatement.of("RegisterRoute")
          .text("from", from)
          .number("fromChainId", fromChainId)
          .text("to", to)
          .number("toChainId", toChainId)
          .text("ways", bothWays ? "both" : "one");
    }

    List<RouteId> routes() {
      return Stream.of(new RouteId(from, to), new RouteId(to, from))
          .limit(bothWays ? 2 : 1)
          .toList();
    }
  }

  /**
   * What a token is called, and who moves it.
   *
   * @param chainId EIP-155 chain id
   * @param byTokensOwner whether the token's owner signs; the handler's does otherwise
   */
  record TokenProposal(
      HandlerId handler,
      long chainId,
      EvmAddress token,
      String symbol,
      int decimals,
      boolean byTokensOwner)
      implements Proposal {

    @Override
    public Kind kind() {
      return Kind.TOKEN;
    }

    @Override
    public String subject() {
      return contract().toString();
    }

    ChainName chain() {
      return handler.chain();
    }

    HandlerId contract() {
      return HandlerId.of(chain(), token);
    }

    @Override
    public List<HandlerId> contracts() {
      return List.of(byTokensOwner ? contract() : handler);
    }

    @Override
    public TypedStatement.Draft statement() {
      return TypedStatement.of("RegisterToken")
          .text("handler", handler)
          .number("chainId", chainId)
          .address("token", token)
          .text("symbol", symbol)
          .number("decimals", decimals);
    }
  }

  /**
   * Who signs for a chain.
   *
   * @param chainId EIP-155 chain id
   * @param verifier the contract that says so
   * @param required how many signatures make a quorum certificate
   * @param validators ascending
   */
  record ValidatorsProposal(
      ChainName chain, long chainId, EvmAddress verifier, int required, List<EvmAddress> validators)
      implements Proposal {
    /** Keeps its own copy. */
    public ValidatorsProposal {
      validators = List.copyOf(validators);
    }

    @Override
    public Kind kind() {
      return Kind.VALIDATORS;
    }

    @Override
    public String subject() {
      return chain.value();
    }

    @Override
    public List<HandlerId> contracts() {
      return List.of(HandlerId.of(chain, verifier));
    }

    @Override
    public TypedStatement.Draft statement() {
      return TypedStatement.of("RegisterValidators")
          .text("chain", chain)
          .number("chainId", chainId)
          .address("verifier", verifier)
          .number("required", required)
          .addresses("validators", validators);
    }
  }
}
