// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import io.settlement.events.ArtifactEvent.ArtifactBooked;
import io.settlement.events.ArtifactEvent.Entry;
import io.settlement.events.ArtifactEvent.ImbalanceCleared;
import io.settlement.events.ArtifactEvent.ImbalanceRaised;
import io.settlement.events.ArtifactEvent.Movement;
import io.settlement.events.ArtifactEvent.ReserveReported;
import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.BundleSigned;
import io.settlement.events.AttestationEvent.BundleSigned.Member;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.DeliveryEvent.DeliveryQueued;
import io.settlement.events.GasBooksEvent.GasMismatchCleared;
import io.settlement.events.GasBooksEvent.GasMismatchRaised;
import io.settlement.events.GasBooksEvent.ReceiptsBuilt;
import io.settlement.events.GasEvent.GasAccountClosed;
import io.settlement.events.GasEvent.GasCovered;
import io.settlement.events.GasEvent.GasShort;
import io.settlement.events.GasEvent.RefundClaimable;
import io.settlement.events.GasEvent.RefundDue;
import io.settlement.events.MessageEvent.AttestationRejected;
import io.settlement.events.MessageEvent.AttestationWanted;
import io.settlement.events.MessageEvent.FactWithdrawn;
import io.settlement.events.MessageEvent.GasPrepaid;
import io.settlement.events.MessageEvent.MessageAdmitted;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageExpired;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageHeld;
import io.settlement.events.MessageEvent.MessageObserved;
import io.settlement.events.MessageEvent.MessageOrphaned;
import io.settlement.events.MessageEvent.MessageParked;
import io.settlement.events.MessageEvent.MessageRefused;
import io.settlement.events.MessageEvent.MessageReleased;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.MessageEvent.MessageWouldBeHeld;
import io.settlement.events.MessageEvent.PaymentSeen;
import io.settlement.events.MessageEvent.QuotePaid;
import io.settlement.events.MessageEvent.RefundPaid;
import io.settlement.events.MessageEvent.TransactionSent;
import io.settlement.events.PriceEvent.PriceSampled;
import io.settlement.events.PriceEvent.PricesSigned;
import io.settlement.events.PsbtEvent.PayoutConfirmed;
import io.settlement.events.PsbtEvent.PsbtProposed;
import io.settlement.events.PsbtEvent.PsbtRefused;
import io.settlement.events.PsbtEvent.PsbtSigned;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.ServiceLevelEvent.Breach;
import io.settlement.events.ServiceLevelEvent.Level;
import io.settlement.events.ServiceLevelEvent.ProviderStanding;
import io.settlement.events.TransactionEvent.AccountOpened;
import io.settlement.events.TransactionEvent.ReceiptsPublished;
import io.settlement.events.TransactionEvent.TransactionPaid;
import io.settlement.events.TransactionEvent.VaultClaimed;
import io.settlement.events.TransactionEvent.VaultCollected;
import io.settlement.events.VaultEvent.AddressAssigned;
import io.settlement.events.VaultEvent.PayoutFees;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.FinalityTier;
import io.settlement.events.value.Gas;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LaneId;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.ProviderId;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.Terms;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TokenTransfer;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The facts that the golden files spell, built by hand: one message's life, and the world's. */
final class Samples {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final ChainName ALPHA = new ChainName("Alpha");
  private static final ChainName BETA = new ChainName("Beta");
  private static final TxId TXID =
      new TxId("0xd68856c60d5822127a97afa0a2a64b55efeaf538a7e37c4f5289728118777cd8");
  private static final EvmAddress USER = address("f39fd6e51aad88f6f4ce6ab8827279cfffb92266");
  private static final EvmAddress RECEIVER = address("70997970c51812dc3a010c7d01b50e0d17dc79c8");
  private static final EvmAddress SUBMITTER = address("15d34aaf54267db7d7c367839aaf71a00a2c6a65");
  private static final EvmAddress VALIDATOR = address("3c44cdddb6a900fa2b585dd299e03d12fa4293bc");
  private static final EvmAddress OTHER = address("90f79bf6eb2c4f870365e785982e1f101e93b906");
  private static final HandlerId FROM = HandlerId.of(ALPHA, address("11".repeat(20)));
  private static final HandlerId TO = HandlerId.of(BETA, address("22".repeat(20)));
  private static final EvmAddress FROM_TOKEN = address("33".repeat(20));
  private static final EvmAddress TO_TOKEN = address("44".repeat(20));
  private static final String ARTIFACT = "TEST-BTC";
  private static final BigInteger AMOUNT = BigInteger.valueOf(100_000_000);

  private Samples() {}

  static List<SuiteEvent> all() {
    return Stream.of(
            life(),
            trouble(),
            attestations(),
            payouts(),
            gas(),
            registry(),
            artifacts(),
            moneyOnChain(),
            otherFacts())
        .flatMap(List::stream)
        .toList();
  }

  private static List<SuiteEvent> life() {
    CrossChainMessage message = message();
    return List.of(
        new MessageObserved(TXID, message, ref(ALPHA, 100, "a1"), AT),
        new MessageFinal(TXID, message, ref(ALPHA, 100, "a1"), AT.plusSeconds(12)),
        new GasPrepaid(TXID, USER, USER, ether("10"), ref(ALPHA, 100, "a1"), AT.plusSeconds(12)),
        new MessageAdmitted(TXID, BETA, AT.plusSeconds(14)),
        new TransactionSent(TXID, "DELIVER", BETA, hash("b2"), SUBMITTER, AT.plusSeconds(15)),
        new MessageDelivered(
            TXID, Outcome.SUCCESS, ref(BETA, 200, "b2"), cost(BETA, "b2"), AT.plusSeconds(27)),
        new MessageSettled(
            TXID, Outcome.SUCCESS, ref(ALPHA, 110, "a3"), cost(ALPHA, "a3"), AT.plusSeconds(41)),
        new RefundPaid(
            TXID, USER, ether("8"), ref(ALPHA, 115, "a4"), cost(ALPHA, "a4"), AT.plusSeconds(55)));
  }

  private static List<SuiteEvent> trouble() {
    return List.of(
        new PaymentSeen(TXID, ether("10"), ref(ALPHA, 100, "a1"), AT.plusSeconds(3)),
        new MessageOrphaned(TXID, ref(ALPHA, 100, "a1"), AT),
        new MessageRefused(TXID, "ROUTE_CLOSED", "the route is suspended", AT),
        new MessageExpired(
            TXID, message(), ref(ALPHA, 100, "a1"), AT.plus(Duration.ofDays(7)).plusSeconds(1)),
        new MessageHeld(TXID, "PAUSED", "deliveries to Beta are paused", AT),
        new MessageReleased(TXID, "PAUSED", "the stop has ended", AT.plusSeconds(60)),
        new MessageWouldBeHeld(TXID, "LIMIT", "1000000 in 24 h on this route", AT),
        new MessageParked(TXID, "DELIVER", "REVERTED", "5 deliveries changed nothing", AT),
        new AttestationWanted(TXID, Kind.RECEIVE, ref(ALPHA, 100, "a1"), AT.plusSeconds(15)),
        new AttestationRejected(TXID, Kind.RECEIVE, OTHER, "NOT_A_VALIDATOR", AT),
        new QuotePaid(TXID, hash("0d"), ether("10"), hash("fe"), ref(ALPHA, 100, "a1"), AT),
        new FactWithdrawn(TXID, "GasPrepaid", ref(ALPHA, 100, "a1"), AT));
  }

  private static List<SuiteEvent> moneyOnChain() {
    EvmAddress vault = address("55".repeat(20));
    Gas gas = new Gas(200_000);
    Wei price = Wei.of(1_000_000_000);
    Wei dataFee = Wei.of(3);
    return List.of(
        new AccountOpened(
            BETA, SUBMITTER, TransactionEvent.Role.SUBMITTER, ether("500"), 7, 150, hash("96"), AT),
        new TransactionPaid(
            BETA,
            SUBMITTER,
            hash("b2"),
            7,
            TransactionEvent.Purpose.DELIVER,
            true,
            gas,
            price,
            dataFee,
            gas.at(price).plus(dataFee),
            Wei.ZERO,
            TO.evmAddress(),
            List.of(TXID),
            200,
            hash("c8"),
            AT.plusSeconds(20),
            AT.plusSeconds(27)),
        new VaultCollected(ALPHA, vault, OTHER, ether("1"), ref(ALPHA, 120, "a5"), AT),
        new VaultClaimed(ALPHA, vault, USER, RECEIVER, ether("8"), ref(ALPHA, 121, "a6"), AT),
        new ReceiptsPublished(ALPHA, vault, hash("ee"), 50, ref(ALPHA, 122, "a7"), AT),
        new ReceiptsBuilt(ALPHA, vault, hash("ee"), 50, "https://gas.example/receipts/1", AT),
        new GasMismatchRaised(
            ALPHA,
            vault,
            123,
            BigInteger.valueOf(7),
            BigInteger.valueOf(6),
            "nothing in the books explains 1 wei",
            AT),
        new GasMismatchCleared(ALPHA, vault, 124, AT.plusSeconds(60)));
  }

  /** The psbts are not whole: readers of facts do not open them. */
  private static List<SuiteEvent> payouts() {
    HandlerId btcVault =
        HandlerId.of(new ChainName("Bitcoin"), new BigInteger("55".repeat(32), 16));
    String batch = "5555555555555555-7";
    return List.of(
        new PsbtProposed(batch, 0, btcVault, "cHNidP8BAA==", 2_500, 1_375, List.of(TXID), 12, AT),
        new PsbtSigned(batch, 0, btcVault, "1d4e2a90", "cHNidP8BAQ==", AT.plusSeconds(1)),
        new PsbtRefused(
            batch, 0, btcVault, "77aa02f3", TXID, "NOT_ESCROWED", "the record has ended", AT),
        new PayoutConfirmed(
            batch,
            btcVault,
            new Hash("0x" + "66".repeat(32)),
            1_375,
            0,
            List.of(new PayoutConfirmed.Paid(TXID, 0, 100_000, 98_625)),
            840_000,
            new Hash("0x" + "77".repeat(32)),
            AT.plusSeconds(2)));
  }

  private static List<SuiteEvent> attestations() {
    // Hardhat's second key over the vector's receive digest (protocol 2.8), alone and in a tree.
    return List.of(
        new AttestationSigned(
            TXID,
            Kind.RECEIVE,
            new Hash("0xf8d4bf9b251247c97c18bc87b6c93e19d1f3bccfa8a5f2fa60fecead58d121f3"),
            VALIDATOR,
            "0x951e91b3fe457eda3ce96f20f7f403b7fb1bc9508f07124f6627333a8bc2dc722"
                + "fac109266592e02ec22bb3e90a5eff6baf5e79dcc69e27f1258368af79df27f1c",
            AT.plusSeconds(13)),
        new BundleSigned(
            new Hash("0xb9497dad7da99f7c389dd11309a9385bfefcc3c8f1c225bb6d89cf2df926ec2e"),
            Kind.RECEIVE,
            BETA,
            List.of(
                new Member(
                    TXID,
                    new Hash("0xf8d4bf9b251247c97c18bc87b6c93e19d1f3bccfa8a5f2fa60fecead58d121f3")),
                new Member(new TxId("0x" + "0d".repeat(32)), hash("d1"))),
            VALIDATOR,
            "0xb8c1753aa1efe192480d0199f8cd8983d0cb31208da33aee16cae98ccb5c8c53"
                + "2a0cfb849dae6000044775abcfa8c054b42fea203170390c0b200a5c250b08d81c",
            AT.plusSeconds(13)));
  }

  private static List<SuiteEvent> gas() {
    return List.of(
        new GasCovered(
            TXID,
            ether("9"),
            ether("10"),
            "q-1",
            null,
            Wei.of(5_000_000_000L),
            Wei.of(2_500_000_000L),
            new Gas(90_000),
            new Gas(40_000),
            AT.plusSeconds(13)),
        new GasShort(TXID, ether("12"), ether("10"), ether("2"), AT.plusSeconds(13)),
        new RefundDue(TXID, ALPHA, USER, ether("8"), ether("1"), AT.plusSeconds(42)),
        new GasAccountClosed(
            TXID,
            ether("10"),
            Wei.of(400_000_000_000_000L),
            Wei.of(1_600_000_000_000_000L),
            ether("8"),
            AT.plusSeconds(56)),
        new RefundClaimable(TXID, ALPHA, OTHER, Wei.of(1_000), "OTHER_PAYER", AT.plusSeconds(42)));
  }

  private static List<SuiteEvent> registry() {
    return List.of(
        new ChainState(
            ALPHA,
            Family.EVM,
            Profile.V2,
            31337,
            address("a0".repeat(20)),
            address("a1".repeat(20)),
            address("a2".repeat(20)),
            Status.ACTIVE,
            AT),
        new HandlerState(
            FROM, FROM_TOKEN, 8, SettlementMode.MINT_BURN, ARTIFACT, Status.ACTIVE, AT),
        new RouteState(
            new RouteId(FROM, TO),
            Status.ACTIVE,
            List.of(
                new FinalityTier(TokenAmount.of(1_000_000), 2),
                new FinalityTier(TokenAmount.of(100_000_000), 12)),
            AT),
        new ValidatorSetState(BETA, 1, 2, List.of(RECEIVER, VALIDATOR, OTHER), AT),
        new RegistryEvent.OnboardingState(
            "0b5bd2f0-5a3c-4f7e-9b1e-6f0d5c1a2b3c",
            ALPHA,
            31337,
            RegistryEvent.OnboardingStage.TESTNET,
            List.of("CONFORMANCE_PASSED", "SETTLEMENT_DEPLOYED"),
            AT),
        new RegistryEvent.DriftState(
            "Alpha", List.of(new RegistryEvent.Drift("verifier.required", "2", "1")), AT),
        new RegistryEvent.NodesState(
            ALPHA,
            List.of(new RegistryEvent.NodeAddress("https://alpha.example.org/", null)),
            0,
            AT),
        new RegistryEvent.LimitState(
            new RouteId(FROM, TO),
            FROM_TOKEN,
            TokenAmount.of(10_000_000_000L),
            86_400,
            0,
            3,
            "admitted",
            AT),
        new RegistryEvent.TokenState(ALPHA, FROM_TOKEN, "tBTC", 8, FROM, AT),
        new RegistryEvent.ConformanceState(
            "0b5bd2f0-5a3c-4f7e-9b1e-6f0d5c1a2b3c",
            ALPHA,
            3,
            RegistryEvent.Fitness.NOT_FIT,
            61,
            1,
            2,
            3,
            List.of("RPC-03"),
            "9f".repeat(32),
            AT));
  }

  private static List<SuiteEvent> artifacts() {
    return List.of(
        new ArtifactBooked(
            ARTIFACT,
            TXID,
            Movement.ESCROW,
            List.of(
                new Entry(ALPHA, "holders", AMOUNT.negate()), new Entry(ALPHA, "escrow", AMOUNT)),
            AT),
        new ReserveReported(ARTIFACT, new TokenAmount(AMOUNT), new TokenAmount(AMOUNT), AT),
        new ImbalanceRaised(ARTIFACT, BigInteger.ONE.negate(), "one unit is missing on Beta", AT),
        new ImbalanceCleared(ARTIFACT, AT.plusSeconds(60)),
        new ArtifactEvent.PositionBooked(
            ARTIFACT,
            "Alpha/" + TXID + "/3",
            Movement.STAKE,
            List.of(
                new Entry(ALPHA, "holders", AMOUNT.negate()),
                new Entry(ALPHA, "staked:0x" + "57".repeat(20), AMOUNT)),
            AT),
        new ArtifactEvent.PrimitiveChanged(
            ARTIFACT,
            "btc-vault",
            ArtifactEvent.PrimitiveStage.REFUSED,
            new Hash("0x" + "5c".repeat(32)),
            List.of("no audit is named"),
            AT),
        new ArtifactEvent.StatementSigned(
            ARTIFACT,
            7,
            new Hash("0x" + "5d".repeat(32)),
            new EvmAddress("0x" + "5e".repeat(20)),
            "0x" + "5f".repeat(65),
            new TokenAmount(AMOUNT),
            new TokenAmount(AMOUNT),
            true,
            AT),
        new ArtifactEvent.MintingPauseWanted(
            ARTIFACT,
            ALPHA,
            new EvmAddress("0x" + "60".repeat(20)),
            1,
            "one unit is missing on Beta",
            AT),
        new ArtifactEvent.PlanChanged(
            ARTIFACT,
            new UUID(0x0192_0000_0000_7000L, 0x8000_0000_0000_0001L),
            "acme",
            new EvmAddress("0x" + "61".repeat(20)),
            ArtifactEvent.PlanState.COMPENSATING,
            List.of(
                new ArtifactEvent.StepChange(
                    1, ArtifactEvent.StepKind.STAKE, ArtifactEvent.StepState.DONE, null),
                new ArtifactEvent.StepChange(
                    2,
                    ArtifactEvent.StepKind.TRANSFER,
                    ArtifactEvent.StepState.FAILED,
                    "the message failed")),
            "step 2 failed: the message failed",
            AT),
        new PauseEvent.MintingPauseReported(
            ARTIFACT,
            ALPHA,
            new EvmAddress("0x" + "60".repeat(20)),
            1,
            PauseEvent.Progress.SENT,
            new EvmAddress("0x" + "61".repeat(20)),
            hash("62"),
            AT),
        new LiquidityEvent.LiquidityChanged(
            ARTIFACT, new RouteId(FROM, TO), TokenAmount.of(2_500_000), null, AT));
  }

  private static List<SuiteEvent> otherFacts() {
    return List.of(
        new ProviderStanding(
            ProviderId.of(31337, URI.create("https://alpha.example.org/")),
            ALPHA,
            31337,
            "alpha.example.org",
            true,
            List.of(new Breach(Level.LAG, "at most 30 s behind", "95 s behind", AT)),
            AT),
        new PriceSampled(
            ALPHA, Wei.of(1_000_000_000), Wei.of(100_000_000), new BigDecimal("2000.00"), AT),
        new PricesSigned(
            ALPHA,
            address("66".repeat(20)),
            List.of(
                new PriceEvent.SignedPrice(
                    BETA,
                    Wei.of(1_000_000_000),
                    Wei.of(100_000_000),
                    Wei.of(16),
                    BigInteger.TEN.pow(17))),
            1_795_176_000L,
            "0x" + "5a".repeat(64) + "1b",
            AT),
        new DeliveryQueued(new LaneId(BETA, 0), TXID, "DELIVER", AT.plusSeconds(14)),
        new AddressAssigned(
            HandlerId.of(new ChainName("Bitcoin"), BigInteger.TWO.pow(255)),
            7,
            TO,
            USER,
            "bcrt1q3qt0n3z69sds3u6zxalds3fl67rez4u2wm4hes",
            AT),
        new PayoutFees(
            HandlerId.of(new ChainName("Bitcoin"), BigInteger.TWO.pow(255)),
            12_500,
            200_000,
            6,
            2_388,
            AT));
  }

  private static CrossChainMessage message() {
    String payload =
        "0x01"
            + "8808ed5d814f068e34f05ef51f0a4e83908f5dc80cea346b48dcdb5074bf627e"
            + "0501"
            + word(USER)
            + word(RECEIVER)
            + word(FROM_TOKEN)
            + word(TO_TOKEN)
            + "%064x".formatted(AMOUNT);
    return new CrossChainMessage(
        TXID,
        FROM,
        TO,
        USER,
        1,
        PayloadType.ERC20,
        payload,
        new TokenTransfer(FROM_TOKEN, TO_TOKEN, RECEIVER, new TokenAmount(AMOUNT)),
        new Terms(1, new Gas(500_000), AT.plus(Duration.ofDays(7))));
  }

  private static ExecutionCost cost(ChainName chain, String transaction) {
    Gas gas = new Gas(200_000);
    Wei price = Wei.of(1_000_000_000);
    return new ExecutionCost(chain, hash(transaction), SUBMITTER, gas, price, gas.at(price));
  }

  private static LogRef ref(ChainName chain, long block, String transaction) {
    return new LogRef(
        chain, block, hash("%02x".formatted(block)), AT.minusSeconds(1), hash(transaction), 3);
  }

  /** Thousandths of the native token. */
  private static Wei ether(String thousandths) {
    return Wei.parse(thousandths + "0".repeat(15));
  }

  private static String word(EvmAddress address) {
    return "0".repeat(24) + address.hex().substring(2);
  }

  private static Hash hash(String octet) {
    return new Hash("0x" + octet.repeat(32));
  }

  private static EvmAddress address(String digits) {
    return new EvmAddress("0x" + digits);
  }
}
