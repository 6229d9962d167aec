// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.chain.ChainLog;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.Wei;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Uint256;

class OtherAbisTest {

  @Test
  void sendingTokensIsTheProtocolsCall() {
    byte[] calldata =
        HandlerAbi.send(
            Golden.ARBITRUM,
            Golden.TO,
            Golden.repeated("44"),
            Golden.RECEIVER,
            TokenAmount.of(100));
    @SuppressWarnings("rawtypes")
    List<Type> arguments =
        List.of(
            new Utf8String("Arbitrum"),
            new Uint256(Golden.TO.toBigInteger()),
            new Uint256(Golden.repeated("44").toBigInteger()),
            new Uint256(Golden.RECEIVER.toBigInteger()),
            new Uint256(100));
    assertThat(Hex.encode(calldata))
        .startsWith("0xcc1a660b")
        .isEqualTo(
            FunctionEncoder.encode(
                new Function("cross_chain_erc20_settlement", arguments, List.of())));
  }

  @Test
  void sendsOnlyToAHandlerOfThatChain() {
    assertThatThrownBy(
            () ->
                HandlerAbi.send(
                    Golden.SCROLL, Golden.TO, Golden.USER, Golden.USER, TokenAmount.of(1)))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void tokensAreAskedByTheirKnownSelectors() {
    assertThat(Hex.encode(Erc20Abi.approve(Golden.USER, TokenAmount.of(1))))
        .startsWith("0x095ea7b3");
    assertThat(Hex.encode(Erc20Abi.balanceOfCall(Golden.USER))).startsWith("0x70a08231");
    assertThat(Hex.encode(Erc20Abi.transfer(Golden.USER, TokenAmount.of(1))))
        .startsWith("0xa9059cbb");
    assertThat(Erc20Abi.balance(Abi.encode(Abi.uint(7)))).isEqualTo(TokenAmount.of(7));
    assertThatThrownBy(() -> Erc20Abi.balance(new byte[0])).isInstanceOf(InvalidValue.class);
  }

  @Test
  void readsPaymentsAndRefunds() {
    ChainLog paid =
        Golden.log(
            Golden.repeated("66"),
            Abi.encode(Abi.uint(5)),
            GasServiceAbi.PREPAID,
            Golden.topic(Golden.TXID),
            Golden.topic(Golden.RECEIVER),
            Golden.topic(Golden.USER));
    assertThat(GasServiceAbi.prepaid(paid))
        .isEqualTo(new GasServiceAbi.Prepaid(Golden.TXID, Golden.RECEIVER, Golden.USER, Wei.of(5)));
    ChainLog refunded =
        Golden.log(
            Golden.repeated("66"),
            Abi.encode(Abi.uint(3), Abi.uint(1)),
            GasServiceAbi.REFUNDED,
            Golden.topic(Golden.TXID),
            Golden.topic(Golden.USER));
    assertThat(GasServiceAbi.refunded(refunded))
        .isEqualTo(new GasServiceAbi.Refunded(Golden.TXID, Golden.USER, Wei.of(3), true));
    ChainLog skipped =
        Golden.log(
            Golden.repeated("66"),
            Arrays.copyOf(Hex.decode("0xdeadbeef"), 32),
            GasServiceAbi.REFUND_SKIPPED,
            Golden.topic(Golden.TXID));
    assertThat(GasServiceAbi.refundSkipped(skipped))
        .isEqualTo(new GasServiceAbi.RefundSkipped(Golden.TXID, "0xdeadbeef"));
  }

  @Test
  void readsTheAccountOfAMessage() {
    byte[] answer = Abi.encode(Abi.uint(9), Abi.uint(1));
    assertThat(GasServiceAbi.account(answer)).isEqualTo(new GasServiceAbi.Account(Wei.of(9), true));
    byte[] notABool = Abi.encode(Abi.uint(9), Abi.uint(2));
    assertThatThrownBy(() -> GasServiceAbi.account(notABool)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void readsAHonouredQuote() {
    ChainLog honoured =
        Golden.log(
            Golden.repeated("66"),
            Abi.encode(Abi.uint(5), Abi.uint(Golden.RECEIVE_LEGACY.toBigInteger())),
            GasServiceAbi.QUOTE_HONOURED,
            Golden.MESSAGE_ID,
            Golden.topic(Golden.TXID));
    assertThat(GasServiceAbi.quoteHonoured(honoured))
        .isEqualTo(
            new GasServiceAbi.QuoteHonoured(
                Golden.MESSAGE_ID, Golden.TXID, Wei.of(5), Golden.RECEIVE_LEGACY));
  }

  @Test
  void refundsAreAStaticTupleEach() {
    GasServiceAbi.Refund refund = new GasServiceAbi.Refund(Golden.TXID, Golden.USER, Wei.of(7));
    byte[] calldata = GasServiceAbi.refundBatch(List.of(refund, refund));
    assertThat(calldata).hasSize(4 + 2 * 32 + 2 * 3 * 32);
  }

  @Test
  void readsWhoMaySign() {
    byte[] answer =
        Abi.encode(Abi.array(List.of(Abi.address(Golden.SIGNER_1), Abi.address(Golden.SIGNER_2))));
    assertThat(VerifierAbi.validators(answer)).containsExactly(Golden.SIGNER_1, Golden.SIGNER_2);
    assertThat(VerifierAbi.required(Abi.encode(Abi.uint(2)))).isEqualTo(2);
    assertThat(Hex.encode(VerifierAbi.required())).hasSize(10);
    VerifierAbi.OtherSet next =
        VerifierAbi.otherSet(
            Abi.encode(
                Abi.array(List.of(Abi.address(Golden.SIGNER_1))), Abi.uint(1), Abi.uint(60)));
    assertThat(next)
        .isEqualTo(
            new VerifierAbi.OtherSet(List.of(Golden.SIGNER_1), 1, Instant.ofEpochSecond(60)));
    assertThat(next.exists()).isTrue();
    byte[] none = Abi.encode(Abi.array(List.of()), Abi.uint(0), Abi.uint(0));
    assertThat(VerifierAbi.otherSet(none).exists()).isFalse();
    byte[] endless = Abi.encode(Abi.uint(32), Abi.uint(1_000_000_000));
    assertThatThrownBy(() -> VerifierAbi.validators(endless)).isInstanceOf(InvalidValue.class);
  }
}
