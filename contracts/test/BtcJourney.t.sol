// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainMsgStatus, InboundCallback, InboundMessage, PayloadType} from "../src/SettlementTypes.sol";
import {BtcArtifactStaking} from "../src/artifacts/BtcArtifactStaking.sol";
import {Primitive, TransferPolicy} from "../src/artifacts/ISettlementArtifact.sol";
import {SettlementArtifact} from "../src/artifacts/SettlementArtifact.sol";
import {BtcPayload} from "../src/btc/BtcPayload.sol";
import {BtcSettlementHandler} from "../src/btc/BtcSettlementHandler.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {MessageV1} from "../src/libraries/MessageV1.sol";
import {SettlementHashes} from "../src/libraries/SettlementHashes.sol";
import {vm} from "../support/Vm.sol";
import {Suite} from "./support/Suite.sol";

/// @notice From Bitcoin and back through the settlement contract itself, with signatures of its validators.
contract BtcJourneyTest is Suite {
    uint256 private constant VAULT = uint256(keccak256("vault"));
    uint64 private constant LIFETIME = 3 days;
    string private constant BTC_ADDRESS = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq";

    SettlementArtifact private artifact;
    BtcSettlementHandler private btc;
    BtcArtifactStaking private staking;
    uint64 private _sequence;

    function setUp() public override {
        super.setUp();
        address handler = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 2);
        artifact = _new_artifact(handler);
        address code = address(new BtcSettlementHandler(address(alpha.settlement), address(artifact)));
        btc = BtcSettlementHandler(
            _proxy(
                code, abi.encodeCall(BtcSettlementHandler.initialize, (owner, _list(owner), VAULT, 10_000, LIFETIME))
            )
        );
        vm.assertEq(address(btc), handler, "the artifact's operator from the start");
        staking = new BtcArtifactStaking(address(artifact), address(btc));
        vm.startPrank(owner);
        artifact.set_counterparty(address(staking), true);
        alpha.settlement.register_handler(address(btc));
        vm.stopPrank();
    }

    // ------------------------------------------------------------------ from Bitcoin

    function test_anAttestedDepositIsMinted() public {
        InboundMessage memory message = _deposit_message(7, 1, receiver, UNIT);
        _deliver(alpha, message);
        _expect(_received(alpha, message), CrossChainMsgStatus.Success, "status");
        vm.assertEq(artifact.balanceOf(receiver), UNIT, "minted");
    }

    function test_anOutputIsMintedOnceUnderAnySequence() public {
        _deliver(alpha, _deposit_message(7, 1, receiver, UNIT));
        InboundMessage memory again = _deposit_message(7, 1, receiver, UNIT);
        _deliver(alpha, again);
        _expect(_received(alpha, again), CrossChainMsgStatus.Success, "it stands behind artifacts");
        vm.assertEq(artifact.totalSupply(), UNIT, "once");
    }

    function test_aDepositThatFailedForGasIsCreditedByANewMessage() public {
        InboundMessage memory poor = _deposit_message(7, 1, receiver, UNIT);
        poor.handler_gas = 50_000;
        _attest(alpha, poor);
        _deliver(alpha, poor);
        _expect(_received(alpha, poor), CrossChainMsgStatus.Failed, "too little gas attested");
        vm.assertEq(artifact.totalSupply(), 0, "no trace");
        _deliver(alpha, _deposit_message(7, 1, receiver, UNIT));
        vm.assertEq(artifact.balanceOf(receiver), UNIT, "minted");
    }

    /// @notice The very first one: every word it touches is new. Later ones use less.
    function test_aDepositNeeds150000GasAtMost() public {
        InboundMessage memory message = _deposit_message(7, 1, receiver, UNIT);
        message.handler_gas = 150_000;
        _attest(alpha, message);
        _deliver(alpha, message);
        _expect(_received(alpha, message), CrossChainMsgStatus.Success, "enough");
    }

    /// @notice A held one is longer on the way: its vault is kept, and a refused mint was tried.
    function test_aHeldDepositNeeds150000GasAtMost() public {
        vm.prank(guardian);
        artifact.pause_minting();
        InboundMessage memory message = _deposit_message(7, 1, receiver, UNIT);
        message.handler_gas = 150_000;
        _attest(alpha, message);
        _deliver(alpha, message);
        _expect(_received(alpha, message), CrossChainMsgStatus.Success, "enough");
    }

    function test_aDepositOfAnUnregisteredHandlerIsCreditedLater() public {
        vm.prank(owner);
        alpha.settlement.remove_handler(address(btc));
        InboundMessage memory early = _deposit_message(7, 1, receiver, UNIT);
        _deliver(alpha, early);
        _expect(_received(alpha, early), CrossChainMsgStatus.Failed, "no handler");
        vm.prank(owner);
        alpha.settlement.register_handler(address(btc));
        _deliver(alpha, _deposit_message(7, 1, receiver, UNIT));
        vm.assertEq(artifact.balanceOf(receiver), UNIT, "minted");
    }

    function test_aHeldDepositIsASuccessThatAnyoneFinishes() public {
        vm.prank(guardian);
        artifact.pause_minting();
        InboundMessage memory message = _deposit_message(7, 1, receiver, UNIT);
        _deliver(alpha, message);
        _expect(_received(alpha, message), CrossChainMsgStatus.Success, "accounted for");
        vm.prank(owner);
        artifact.unpause_minting();
        vm.prank(relayer);
        btc.credit_deposit(BtcPayload.outpoint(7, bytes32(uint256(1))));
        vm.assertEq(artifact.balanceOf(receiver), UNIT, "minted");
    }

    function test_oneValidatorMintsNothing() public {
        InboundMessage memory message = _deposit_message(7, 1, receiver, UNIT);
        message.signatures = _sign(_receive_digest(alpha, message), 1);
        bytes32 digest = _receive_digest(alpha, message);
        vm.prank(relayer);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.InvalidSignatures.selector, message.txid, digest));
        this.receive_call(message);
        vm.assertEq(artifact.totalSupply(), 0, "nothing minted");
    }

    // ------------------------------------------------------------------ to Bitcoin

    function test_aWithdrawalIsPaidAndBurned() public {
        InboundMessage memory message = _withdraw(UNIT, 0.01 ether);
        (address from,, uint32 nonce, uint56 prepaid) = alpha.settlement.create_cross_txs(message.txid);
        vm.assertEq(from, user, "refunds of gas are the user's");
        vm.assertEq(nonce, 1, "nonce");
        vm.assertEq(prepaid, 0.01 ether, "prepaid");
        vm.assertEq(message.deadline, block.timestamp + LIFETIME, "the vault's time");

        InboundCallback memory result = _vault_result(message.txid, CrossChainMsgStatus.Success);
        _bring_home(alpha, result);
        _expect(_created(alpha, message), CrossChainMsgStatus.Success, "status");
        vm.assertEq(artifact.totalSupply(), 0, "burned");
    }

    function test_aFailedWithdrawalComesBackOnce() public {
        InboundMessage memory message = _withdraw(UNIT, 0);
        InboundCallback memory result = _vault_result(message.txid, CrossChainMsgStatus.Failed);
        _bring_home(alpha, result);
        vm.assertEq(artifact.balanceOf(user), UNIT, "returned");
        vm.prank(relayer);
        vm.expectRevert(
            abi.encodeWithSelector(
                ISettlement.InvalidTransactionStatus.selector, message.txid, CrossChainMsgStatus.Failed
            )
        );
        this.callback_call(result);
        vm.assertEq(artifact.balanceOf(user), UNIT, "once");
    }

    function test_anotherVaultCannotAnswer() public {
        InboundMessage memory message = _withdraw(UNIT, 0);
        InboundCallback memory result = _vault_result(message.txid, CrossChainMsgStatus.Success);
        result.from_handler = VAULT + 1;
        result.signatures = _sign(_callback_digest(alpha, result), 2);
        vm.prank(relayer);
        vm.expectRevert();
        this.callback_call(result);
        _expect(_created(alpha, message), CrossChainMsgStatus.Pending, "untouched");
        vm.assertEq(btc.escrowed(), UNIT, "still in escrow");
    }

    function test_aStakeIsWithdrawnForItsUser() public {
        _deliver(alpha, _deposit_message(7, 1, user, UNIT));
        vm.startPrank(user);
        artifact.approve(address(staking), UNIT);
        staking.stake(UNIT);
        uint256 txid = staking.requestWithdrawal{value: 0.01 ether}(BTC_ADDRESS, UNIT);
        vm.stopPrank();
        (address from,,, uint56 prepaid) = alpha.settlement.create_cross_txs(txid);
        vm.assertEq(from, user, "the gas that is left over is the user's");
        vm.assertEq(prepaid, 0.01 ether, "prepaid");
        _bring_home(alpha, _vault_result(txid, CrossChainMsgStatus.Failed));
        vm.assertEq(artifact.balanceOf(user), UNIT, "the refund too");
        vm.assertEq(staking.total_staked(), 0, "and nothing is left behind");
    }

    // ------------------------------------------------------------------ words

    function receive_call(InboundMessage memory message) external {
        _receive_call(alpha, message);
    }

    function callback_call(InboundCallback memory callback) external {
        _callback_call(alpha, callback);
    }

    function _new_artifact(address handler) private returns (SettlementArtifact) {
        SettlementArtifact.Setup memory setup;
        setup.owner = owner;
        setup.operators = _list(handler);
        setup.managers = _list(owner);
        setup.guardians = _list(guardian);
        setup.name = "Native BTC, Cobo";
        setup.symbol = "nBTC-cobo";
        setup.decimals = 8;
        setup.policy = TransferPolicy.Restricted;
        setup.primitive = Primitive("cobo", "ipfs://specification", keccak256("specification"));
        return new SettlementArtifact(setup);
    }

    /// @dev What the validators say of an output that paid the vault.
    function _deposit_message(uint256 btc_txid, uint256 index, address to, uint256 amount)
        private
        returns (InboundMessage memory message)
    {
        bytes memory payload =
            BtcPayload.encode(BtcPayload.Transfer(btc_txid, bytes32(index), BTC_ADDRESS, uint160(to), amount));
        message.sequence = ++_sequence;
        message.txid =
            SettlementHashes.txid("Bitcoin", "Alpha", address(0), address(0), uint160(address(btc)), _sequence);
        message.from_chain = "Bitcoin";
        message.from_handler = VAULT;
        message.to_handler = address(btc);
        message.payload_type = uint8(PayloadType.BTCDeposit);
        message.payload = MessageV1.encode(message.txid, PayloadType.BTCDeposit, payload);
        message.handler_gas = 500_000;
        message.deadline = uint64(block.timestamp + 30 days);
        _attest(alpha, message);
    }

    function _withdraw(uint256 amount, uint256 prepaid) private returns (InboundMessage memory) {
        _deliver(alpha, _deposit_message(7, 1, user, amount));
        vm.startPrank(user);
        artifact.approve(address(btc), amount);
        vm.recordLogs();
        btc.withdraw_request{value: prepaid}(BTC_ADDRESS, amount);
        vm.stopPrank();
        return _sent();
    }

    /// @dev What the validators say of the vault's payment.
    function _vault_result(uint256 txid, CrossChainMsgStatus status) private returns (InboundCallback memory result) {
        result = InboundCallback(txid, "Bitcoin", VAULT, address(btc), uint8(status), 0, "");
        result.signatures = _sign(_callback_digest(alpha, result), 2);
    }
}
