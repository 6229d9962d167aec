// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.artifact.book.Account;
import io.settlement.artifact.position.BasketLegs;
import io.settlement.artifact.primitive.Deployment;
import io.settlement.artifact.reserve.PastBalances;
import io.settlement.artifact.reserve.Reserves.Balance;
import io.settlement.chain.BlockRef;
import io.settlement.chain.Call;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.ArtifactAbi;
import io.settlement.chain.contract.ArtifactAbi.LegTerms;
import io.settlement.events.value.EvmAddress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Compares what is booked of an artifact on a chain with what its contracts say at the same final
 * block: supply, stakes, wrapped, and each leg of each basket.
 */
@Component
class ContractProof {
  private final PastBalances past;
  private final BasketLegs legs;
  private final SupplyTrace trace;

  ContractProof(PastBalances past, BasketLegs legs, SupplyTrace trace) {
    this.past = past;
    this.legs = legs;
    this.trace = trace;
  }

  private record Question(String what, Call call, BigInteger books) {}

  ChainSupply prove(Deployment at, BlockRef block, EvmReader reader, List<Finding> findings) {
    List<Balance> balances = past.atBlock(at.artifact(), at.chain(), block.number());
    List<byte[]> state =
        reader.callsAt(
            List.of(
                Call.view(at.token(), ArtifactAbi.totalSupplyCall()),
                Call.view(at.token(), ArtifactAbi.mintingPausedCall())),
            block.number());
    BigInteger supply = ArtifactAbi.number(state.getFirst());
    BigInteger booked =
        sum(balances, Account.ISSUANCE.word()).add(sum(balances, Account.BACKED.word())).negate();
    if (supply.equals(booked)) {
      trace.agreed(at, block.number());
    } else {
      findings.add(
          new Finding(
              "supply on " + at.chain(),
              "supply of %s on %s at block %d is %s, booked %s%s"
                  .formatted(
                      at.token(),
                      at.chain(),
                      block.number(),
                      supply,
                      booked,
                      trace.name(at, block.number(), reader))));
    }
    compare(at, block, reader, questions(at, balances, reader), findings);
    return new ChainSupply(
        at.chain(),
        at.token(),
        block.number(),
        block.hash(),
        supply,
        booked,
        ArtifactAbi.yes(state.get(1)));
  }

  private List<Question> questions(Deployment at, List<Balance> balances, EvmReader reader) {
    List<Question> questions = new ArrayList<>();
    EvmAddress staking = at.staking();
    if (staking != null) {
      questions.add(
          new Question(
              "staked in " + staking,
              Call.view(staking, ArtifactAbi.totalStakedCall()),
              sum(balances, Account.STAKED.at(staking))));
    }
    for (EvmAddress wrapper : at.wrappers()) {
      questions.add(
          new Question(
              "wrapped in " + wrapper,
              Call.view(wrapper, ArtifactAbi.totalSupplyCall()),
              sum(balances, Account.WRAPPED.at(wrapper))));
    }
    for (EvmAddress basket : at.baskets()) {
      List<LegTerms> terms = legs.of(reader, basket);
      for (int leg = 0; leg < terms.size(); leg++) {
        if (terms.get(leg).artifact().equals(at.token())) {
          questions.add(
              new Question(
                  "leg %d of basket %s".formatted(leg, basket),
                  Call.view(basket, ArtifactAbi.legStateCall(leg)),
                  sum(balances, Account.BASKET.at(basket, leg))));
        }
      }
    }
    return questions;
  }

  private static void compare(
      Deployment at,
      BlockRef block,
      EvmReader reader,
      List<Question> questions,
      List<Finding> findings) {
    if (questions.isEmpty()) {
      return;
    }
    List<byte[]> answers =
        reader.callsAt(questions.stream().map(Question::call).toList(), block.number());
    Map<Question, BigInteger> found = new LinkedHashMap<>();
    for (int i = 0; i < answers.size(); i++) {
      found.put(questions.get(i), ArtifactAbi.number(answers.get(i)));
    }
    found.forEach(
        (question, amount) -> {
          if (!amount.equals(question.books())) {
            findings.add(
                new Finding(
                    question.what(),
                    "%s on %s at block %d is %s, booked %s"
                        .formatted(
                            question.what(),
                            at.chain(),
                            block.number(),
                            amount,
                            question.books())));
          }
        });
  }

  private static BigInteger sum(List<Balance> balances, String account) {
    return balances.stream()
        .filter(balance -> balance.account().equals(account))
        .map(Balance::amount)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
