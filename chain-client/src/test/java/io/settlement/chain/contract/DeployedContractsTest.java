// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import static io.settlement.chain.contract.DeployedContracts.ALPHA;
import static io.settlement.chain.contract.DeployedContracts.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.settlement.chain.Anvil;
import io.settlement.chain.Call;
import io.settlement.chain.ChainLog;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.SettlementAbi.HandleResult;
import io.settlement.chain.contract.SettlementCalls.SignedCallback;
import io.settlement.chain.contract.SettlementCalls.SignedMessage;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.Gas;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TokenTransfer;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Sign;

/** What the contracts emit and accept is what this package reads and writes. */
class DeployedContractsTest {
  private static final EvmAddress BOB = new EvmAddress("0x" + "b0".repeat(20));
  private static final Wei PREPAID = Wei.of(1_000_000_000_000_000L);
  private static final TokenAmount AMOUNT = TokenAmount.of(12_345_678);

  @SuppressWarnings("NullAway.Init")
  private static DeployedContracts world;

  @SuppressWarnings("NullAway.Init")
  private static EvmReader alpha;

  @SuppressWarnings("NullAway.Init")
  private static EvmReader beta;

  @BeforeAll
  static void start() throws Exception {
    world = DeployedContracts.start();
    alpha = world.node(ALPHA).reader();
    beta = world.node(BETA).reader();
  }

  @AfterAll
  static void stop() {
    alpha.close();
    beta.close();
    world.close();
  }

  @Test
  void knowsWhoMaySign() {
    List<byte[]> answers =
        beta.calls(
            Stream.of(
                    VerifierAbi.validators(),
                    VerifierAbi.required(),
                    VerifierAbi.epoch(),
                    VerifierAbi.scheduled(),
                    VerifierAbi.previous())
                .map(data -> Call.view(world.contract(BETA, "verifier"), data))
                .toList(),
            FinalityTag.LATEST);
    assertThat(VerifierAbi.validators(answers.get(0)))
        .containsExactlyInAnyOrderElementsOf(
            DeployedContracts.VALIDATORS.stream()
                .map(signer -> new EvmAddress(signer.getAddress()))
                .toList());
    assertThat(VerifierAbi.required(answers.get(1))).isEqualTo(2);
    assertThat(VerifierAbi.epoch(answers.get(2))).isEqualTo(1);
    assertThat(VerifierAbi.otherSet(answers.get(3)).exists()).isFalse();
    assertThat(VerifierAbi.otherSet(answers.get(4)).exists()).isFalse();
  }

  @Test
  void twoTransfersTravelThereAndBackAndTheirGasIsRefunded() {
    List<CrossChainMessage> messages = List.of(send("mintBurn"), send("lockUnlock"));
    messages.forEach(this::isKnownToItsSource);

    Receipt received = deliver(messages);
    List<HandleResult> results =
        logs(received, SettlementAbi.HANDLE_RESULT).map(SettlementAbi::handleResult).toList();
    assertThat(results)
        .containsExactlyElementsOf(
            messages.stream()
                .map(
                    message ->
                        new HandleResult(
                            message.txid(),
                            Outcome.SUCCESS,
                            message.to(),
                            message.from(),
                            PayloadType.ERC20))
                .toList());
    sharesAddUp(BETA, received, messages);
    messages.forEach(message -> assertThat(receivedStatus(message)).isEqualTo(2));

    Receipt settled = callBack(results);
    assertThat(logs(settled, SettlementAbi.RESULT).map(SettlementAbi::result))
        .extracting(SettlementAbi.Result::outcome)
        .containsExactly(Outcome.SUCCESS, Outcome.SUCCESS);
    assertThat(logs(settled, SettlementAbi.RESULT).map(SettlementAbi::result))
        .extracting(SettlementAbi.Result::sender)
        .containsOnly(Anvil.ALICE);
    sharesAddUp(ALPHA, settled, messages);

    refund(messages);
  }

  @Test
  void aMemberDeliveredBeforeIsSkippedAndTheRestArrives() {
    CrossChainMessage first = send("mintBurn");
    deliver(List.of(first));
    CrossChainMessage second = send("mintBurn");
    Receipt receipt = deliver(List.of(first, second));
    SettlementAbi.Skipped skipped =
        SettlementAbi.skipped(logs(receipt, SettlementAbi.SKIPPED).findFirst().orElseThrow());
    assertThat(skipped.txid()).isEqualTo(first.txid());
    assertThat(skipped.leg()).isEqualTo(1);
    assertThat(skipped.reason())
        .isEqualTo(Hex.encode(Abi.selector("InvalidTransactionStatus(uint256,uint8)")));
    assertThat(logs(receipt, SettlementAbi.HANDLE_RESULT).map(SettlementAbi::handleResult))
        .extracting(HandleResult::txid)
        .containsExactly(second.txid());
    sharesAddUp(BETA, receipt, List.of(first, second));
  }

  @Test
  void manyMessagesTravelThereAndBackOnOneSignatureEach() {
    List<CrossChainMessage> messages =
        List.of(send("mintBurn"), send("lockUnlock"), send("mintBurn"));
    EvmAddress beta = world.contract(BETA, "settlement");
    MerkleTree there =
        MerkleTree.of(
            messages.stream().map(one -> Digests.receive(one, world.chainId(BETA), beta)).toList());
    byte[] signed = quorum(Digests.bundle(there.root()));

    Receipt alone =
        transact(
            BETA,
            beta,
            SettlementCalls.receive(
                new SignedMessage(messages.get(1), Certificate.ofLeaf(there.proof(1), signed))),
            Wei.ZERO);
    Receipt together =
        transact(
            BETA,
            beta,
            SettlementCalls.receiveBundle(
                List.of(messages.get(0), messages.get(2)), there.multiProof(0, 2), signed),
            Wei.ZERO);
    List<HandleResult> results =
        Stream.of(alone, together)
            .flatMap(receipt -> logs(receipt, SettlementAbi.HANDLE_RESULT))
            .map(SettlementAbi::handleResult)
            .toList();
    assertThat(results).extracting(HandleResult::outcome).containsOnly(Outcome.SUCCESS);
    assertThat(results).hasSize(3);
    sharesAddUp(BETA, together, List.of(messages.get(0), messages.get(2)));

    MerkleTree home = MerkleTree.of(results.stream().map(DeployedContractsTest::digest).toList());
    Receipt settled =
        transact(
            ALPHA,
            world.contract(ALPHA, "settlement"),
            SettlementCalls.callbackBundle(
                results.stream().map(one -> callback(one, Certificate.ELSEWHERE)).toList(),
                home.multiProof(0, 1, 2),
                quorum(Digests.bundle(home.root()))),
            Wei.ZERO);
    assertThat(logs(settled, SettlementAbi.RESULT).map(SettlementAbi::result))
        .extracting(SettlementAbi.Result::outcome)
        .containsOnly(Outcome.SUCCESS)
        .hasSize(3);
  }

  @Test
  void whatWasNotReceivedInTimeIsExpiredAndComesHomeAsFailed() {
    CrossChainMessage message = send("mintBurn");
    EvmAddress settlement = world.contract(BETA, "settlement");
    Hash digest = Digests.expire(message, world.chainId(BETA), settlement);
    SignedMessage expiry = new SignedMessage(message, Certificate.ofSignatures(quorum(digest)));
    byte[] digestCall = single(EXPIRE_DIGEST, SettlementCalls.expireBatch(List.of(expiry)));
    assertThat(Hash.of(view(beta, settlement, digestCall))).isEqualTo(digest);

    Receipt early =
        transact(BETA, settlement, SettlementCalls.expireBatch(List.of(expiry)), Wei.ZERO);
    assertThat(reasons(early)).containsExactly(selector("DeadlineNotReached(uint256,uint64)"));

    Anvil node = world.node(BETA);
    String before = node.rpc("evm_snapshot").asString();
    try {
      node.rpc("evm_increaseTime", Duration.ofDays(8).toSeconds());
      assertThat(reasons(deliver(List.of(message))))
          .containsExactly(selector("DeadlinePassed(uint256,uint64)"));
      Receipt expired =
          transact(BETA, settlement, SettlementCalls.expireBatch(List.of(expiry)), Wei.ZERO);
      assertThat(logs(expired, SettlementAbi.EXPIRED)).hasSize(1);
      HandleResult result =
          SettlementAbi.handleResult(
              logs(expired, SettlementAbi.HANDLE_RESULT).findFirst().orElseThrow());
      assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
      sharesAddUp(BETA, expired, List.of(message));
      assertThat(receivedStatus(message)).isEqualTo(3);
      assertThat(logs(callBack(List.of(result)), SettlementAbi.RESULT).map(SettlementAbi::result))
          .extracting(SettlementAbi.Result::outcome)
          .containsExactly(Outcome.FAILED);
    } finally {
      node.rpc("evm_revert", before);
    }
  }

  @Test
  void aQuoteIsHashedAsTheVaultHashesIt() {
    GasQuote quote =
        new GasQuote(
            Golden.MESSAGE_ID,
            Golden.TXID,
            Anvil.ALICE,
            PREPAID,
            Golden.RECEIVE_LEGACY,
            Golden.MESSAGE_ID,
            Golden.TERMS.deadline());
    EvmAddress vault = world.contract(ALPHA, "gasService");
    byte[] call =
        Abi.call(
            Abi.selector("quote_digest((bytes32,uint256,address,uint256,bytes32,bytes32,uint64))"),
            quote.struct());
    assertThat(Hash.of(view(alpha, vault, call)))
        .isEqualTo(quote.digest(world.chainId(ALPHA), vault));
  }

  @Test
  void aPayerIsPaidByReceiptWhenNobodyOrderedTheRefund() {
    CrossChainMessage message = send("mintBurn");
    callBack(
        logs(deliver(List.of(message)), SettlementAbi.HANDLE_RESULT)
            .map(SettlementAbi::handleResult)
            .toList());
    Wei rest = Wei.of(555);
    GasReceipts.Receipt receipt =
        new GasReceipts.Receipt(message.txid(), Anvil.ALICE, PREPAID, PREPAID.minus(rest), rest);
    GasReceipts receipts =
        GasReceipts.of(
            List.of(
                receipt, new GasReceipts.Receipt(Golden.TXID, BOB, PREPAID, Wei.ZERO, PREPAID)));
    EvmAddress vault = world.contract(ALPHA, "gasService");

    Receipt published =
        transact(
            ALPHA, vault, GasServiceAbi.publishReceipts(receipts, "ipfs://receipts"), Wei.ZERO);
    assertThat(logs(published, GasServiceAbi.RECEIPTS_PUBLISHED)).hasSize(1);
    Receipt claimed =
        transact(
            ALPHA, vault, GasServiceAbi.claimReceipts(List.of(receipts.claim(receipt))), Wei.ZERO);

    assertThat(logs(claimed, GasServiceAbi.REFUNDED).map(GasServiceAbi::refunded))
        .containsExactly(new GasServiceAbi.Refunded(message.txid(), Anvil.ALICE, rest, true));
    assertThat(account(message.txid())).isEqualTo(new GasServiceAbi.Account(Wei.ZERO, true));
  }

  private static List<String> reasons(Receipt receipt) {
    return logs(receipt, SettlementAbi.SKIPPED)
        .map(SettlementAbi::skipped)
        .map(SettlementAbi.Skipped::reason)
        .toList();
  }

  private static String selector(String error) {
    return Hex.encode(Abi.selector(error));
  }

  @Test
  void moneyCanBeAddedToAMessagesAccount() {
    CrossChainMessage message = send("mintBurn");
    transact(
        ALPHA, world.contract(ALPHA, "gasService"), GasServiceAbi.topUp(message.txid()), PREPAID);
    assertThat(account(message.txid()))
        .isEqualTo(new GasServiceAbi.Account(PREPAID.times(2), false));
  }

  /** Approves and sends; the message as its log tells it. */
  private static CrossChainMessage send(String kind) {
    HandlerId from = world.handler(ALPHA, kind);
    HandlerId to = world.handler(BETA, kind);
    EvmAddress toToken = world.token(BETA, kind);
    transact(
        ALPHA, world.token(ALPHA, kind), Erc20Abi.approve(from.evmAddress(), AMOUNT), Wei.ZERO);
    long nonce = nonce(from) + 1;
    Receipt receipt =
        transact(
            ALPHA, from.evmAddress(), HandlerAbi.send(BETA, to, toToken, BOB, AMOUNT), PREPAID);
    CrossChainMessage message =
        SentMessages.in(receipt.logs())
            .of(logs(receipt, SettlementAbi.MESSAGE).findFirst().orElseThrow());
    assertThat(message.from()).isEqualTo(from);
    assertThat(message.to()).isEqualTo(to);
    assertThat(message.sender()).isEqualTo(Anvil.ALICE);
    assertThat(message.transfer())
        .isEqualTo(new TokenTransfer(world.token(ALPHA, kind), toToken, BOB, AMOUNT));
    assertThat(message.nonce()).isEqualTo(nonce);
    assertThat(message.terms().handlerGas()).isEqualTo(new Gas(500_000));
    assertThat(message.txid()).isEqualTo(TxIds.derive(new RouteId(from, to), Anvil.ALICE, nonce));
    assertThat(logs(receipt, GasServiceAbi.PREPAID).map(GasServiceAbi::prepaid))
        .extracting(GasServiceAbi.Prepaid::txid, GasServiceAbi.Prepaid::amount)
        .containsExactly(tuple(message.txid(), PREPAID));
    return message;
  }

  private static long nonce(HandlerId handler) {
    byte[] data =
        Abi.call(
            Abi.selector("view_nonce(address,address)"),
            Abi.address(handler.evmAddress()),
            Abi.address(Anvil.ALICE));
    return new BigInteger(1, view(alpha, world.contract(ALPHA, "settlement"), data)).longValue();
  }

  private void isKnownToItsSource(CrossChainMessage message) {
    byte[] answer =
        view(
            alpha,
            world.contract(ALPHA, "settlement"),
            SettlementAbi.createdRecordCall(message.txid()));
    assertThat(SettlementAbi.createdRecord(answer).pendingFor(message)).isTrue();
    assertThat(account(message.txid())).isEqualTo(new GasServiceAbi.Account(PREPAID, false));
  }

  private static Receipt deliver(List<CrossChainMessage> messages) {
    EvmAddress settlement = world.contract(BETA, "settlement");
    List<SignedMessage> signed = new ArrayList<>();
    for (CrossChainMessage message : messages) {
      Hash digest = Digests.receive(message, world.chainId(BETA), settlement);
      SignedMessage member = new SignedMessage(message, Certificate.ofSignatures(quorum(digest)));
      signed.add(member);
      byte[] digestCall = single(RECEIVE_DIGEST, SettlementCalls.receiveBatch(List.of(member)));
      assertThat(Hash.of(view(beta, settlement, digestCall))).isEqualTo(digest);
    }
    return transact(BETA, settlement, SettlementCalls.receiveBatch(signed), Wei.ZERO);
  }

  private static Receipt callBack(List<HandleResult> results) {
    EvmAddress settlement = world.contract(ALPHA, "settlement");
    List<SignedCallback> signed = new ArrayList<>();
    for (HandleResult result : results) {
      Hash digest = digest(result);
      SignedCallback member = callback(result, Certificate.ofSignatures(quorum(digest)));
      signed.add(member);
      byte[] digestCall = single(CALLBACK_DIGEST, SettlementCalls.callbackBatch(List.of(member)));
      assertThat(Hash.of(view(alpha, settlement, digestCall))).isEqualTo(digest);
    }
    return transact(ALPHA, settlement, SettlementCalls.callbackBatch(signed), Wei.ZERO);
  }

  private static Hash digest(HandleResult result) {
    return Digests.callback(
        result.txid(),
        result.targetHandler(),
        result.sourceHandler(),
        result.outcome(),
        world.chainId(ALPHA),
        world.contract(ALPHA, "settlement"));
  }

  private static SignedCallback callback(HandleResult result, Certificate certificate) {
    return new SignedCallback(
        result.txid(),
        result.targetHandler(),
        result.sourceHandler(),
        result.outcome(),
        certificate);
  }

  private static void refund(List<CrossChainMessage> messages) {
    Wei amount = Wei.of(777);
    byte[] calldata =
        GasServiceAbi.refundBatch(
            messages.stream()
                .map(message -> new GasServiceAbi.Refund(message.txid(), Anvil.ALICE, amount))
                .toList());
    EvmAddress vault = world.contract(ALPHA, "gasService");
    Receipt receipt = transact(ALPHA, vault, calldata, Wei.ZERO);
    assertThat(logs(receipt, GasServiceAbi.REFUNDED).map(GasServiceAbi::refunded))
        .containsExactlyElementsOf(
            messages.stream()
                .map(
                    message ->
                        new GasServiceAbi.Refunded(message.txid(), Anvil.ALICE, amount, true))
                .toList());
    sharesAddUp(ALPHA, receipt, messages);
    Receipt again = transact(ALPHA, vault, calldata, Wei.ZERO);
    assertThat(logs(again, GasServiceAbi.REFUND_SKIPPED).map(GasServiceAbi::refundSkipped))
        .extracting(GasServiceAbi.RefundSkipped::reason)
        .containsOnly(Hex.encode(Abi.selector("NothingPrepaid(uint256,address)")));
    assertThat(account(messages.getFirst().txid()))
        .isEqualTo(new GasServiceAbi.Account(Wei.ZERO, true));
  }

  private static void sharesAddUp(
      ChainName chain, Receipt receipt, List<CrossChainMessage> messages) {
    Map<TxId, ExecutionCost> shares = CostShares.of(chain, receipt);
    assertThat(shares)
        .containsOnlyKeys(messages.stream().map(CrossChainMessage::txid).toArray(TxId[]::new));
    assertThat(shares.values().stream().mapToLong(share -> share.gasUsed().units()).sum())
        .isEqualTo(receipt.gasUsed().units());
  }

  private static int receivedStatus(CrossChainMessage message) {
    return SettlementAbi.receivedStatus(
        view(beta, world.contract(BETA, "settlement"), SettlementAbi.receivedStatusCall(message)));
  }

  private static GasServiceAbi.Account account(TxId txid) {
    return GasServiceAbi.account(
        view(
            alpha,
            world.contract(ALPHA, "gasService"),
            GasServiceAbi.accountCall(txid, Anvil.ALICE)));
  }

  private static final byte[] RECEIVE_DIGEST =
      Abi.selector(
          "receive_digest((uint256,string,uint256,uint256,address,uint8,bytes,uint64,uint64,uint64,"
              + "uint8,bytes))");
  private static final byte[] EXPIRE_DIGEST =
      Abi.selector(
          "expire_digest((uint256,string,uint256,uint256,address,uint8,bytes,uint64,uint64,uint64,"
              + "uint8,bytes))");
  private static final byte[] CALLBACK_DIGEST =
      Abi.selector("callback_digest((uint256,string,uint256,address,uint8,uint8,bytes))");

  /** The only member of a batch as the only argument of another function. */
  private static byte[] single(byte[] selector, byte[] batch) {
    int head = 4 + 2 * 32; // selector, offset, count: what follows is the array's only offset
    byte[] call = new byte[4 + batch.length - head];
    System.arraycopy(selector, 0, call, 0, 4);
    System.arraycopy(batch, head, call, 4, batch.length - head);
    return call;
  }

  private static byte[] quorum(Hash digest) {
    Map<EvmAddress, byte[]> bySigner = new HashMap<>();
    for (Credentials signer : DeployedContracts.VALIDATORS.subList(0, 2)) {
      Sign.SignatureData data = Sign.signMessage(digest.bytes(), signer.getEcKeyPair(), false);
      byte[] signature = new byte[65];
      System.arraycopy(data.getR(), 0, signature, 0, 32);
      System.arraycopy(data.getS(), 0, signature, 32, 32);
      signature[64] = data.getV()[0];
      EvmAddress recovered = Signatures.recover(digest, signature);
      assertThat(recovered).isEqualTo(new EvmAddress(signer.getAddress()));
      bySigner.put(recovered, signature);
    }
    return Signatures.bundle(bySigner);
  }

  private static byte[] view(EvmReader reader, EvmAddress to, byte[] data) {
    return reader.call(Call.view(to, data), FinalityTag.LATEST);
  }

  private static Receipt transact(ChainName chain, EvmAddress to, byte[] data, Wei value) {
    Hash tx = world.node(chain).send(to, data, value);
    EvmReader reader = chain.equals(ALPHA) ? alpha : beta;
    Receipt receipt =
        await().until(() -> reader.receipts(List.of(tx)), mined -> mined.containsKey(tx)).get(tx);
    Objects.requireNonNull(receipt);
    assertThat(receipt.success()).isTrue();
    return receipt;
  }

  private static Stream<ChainLog> logs(Receipt receipt, Hash kind) {
    return receipt.logs().stream().filter(log -> log.topics().getFirst().equals(kind));
  }
}
