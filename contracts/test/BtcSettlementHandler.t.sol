// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainMsgStatus, CrossChainTxStatus, PayloadType} from "../src/SettlementTypes.sol";
import {ArtifactTransfer} from "../src/artifacts/ArtifactTransfer.sol";
import {TransferPolicy} from "../src/artifacts/ISettlementArtifact.sol";
import {BtcPayload} from "../src/btc/BtcPayload.sol";
import {BtcSettlementHandler} from "../src/btc/BtcSettlementHandler.sol";
import {IBtcSettlementHandler} from "../src/btc/IBtcSettlementHandler.sol";
import {MessageV1} from "../src/libraries/MessageV1.sol";
import {SettlementHashes} from "../src/libraries/SettlementHashes.sol";
import {vm} from "../support/Vm.sol";
import {ArtifactWorld} from "./artifacts/support/ArtifactWorld.sol";
import {MoodyArtifact} from "./artifacts/support/HostileArtifacts.sol";
import {SettlementStandIn} from "./artifacts/support/SettlementStandIn.sol";

/// @notice BTC in custody becomes artifacts once, artifacts become BTC once or come back.
contract BtcSettlementHandlerTest is ArtifactWorld {
    function setUp() public override {
        super.setUp();
        vm.deal(user, 10 ether);
    }

    // ------------------------------------------------------------------ deposits

    function test_aDepositIsMintedToItsReceiver() public {
        vm.expectEmit(address(btc));
        emit IBtcSettlementHandler.DepositCredited(_outpoint(7, 1), user, UNIT);
        vm.assertTrue(_deposit(7, 1, user, UNIT), "success");
        vm.assertEq(artifact.balanceOf(user), UNIT, "minted");
        (uint64 credited,,,) = btc.totals();
        vm.assertEq(credited, UNIT, "booked");
        (address receiver, uint64 amount, IBtcSettlementHandler.DepositStatus status) = btc.deposits(_outpoint(7, 1));
        vm.assertEq(receiver, user, "receiver");
        vm.assertEq(amount, UNIT, "amount");
        vm.assertTrue(status == IBtcSettlementHandler.DepositStatus.Credited, "credited");
    }

    function test_anOutputIsCreditedOnceWhateverMessageSpeaksOfIt() public {
        _deposit(7, 1, user, UNIT);
        vm.expectEmit(address(btc));
        emit IBtcSettlementHandler.DepositRepeated(2, _outpoint(7, 1));
        vm.assertTrue(_deposit(7, 1, user, UNIT), "the output stands behind artifacts already");
        vm.assertTrue(_deposit(7, 1, other, 2 * UNIT), "and the first message counts");
        vm.assertEq(artifact.totalSupply(), UNIT, "supply");
        vm.assertTrue(_deposit(7, 2, user, UNIT), "another output of the same transaction is another deposit");
        vm.assertEq(artifact.totalSupply(), 2 * UNIT, "supply of two");
    }

    function test_onlyTheSettlementContractBringsDeposits() public {
        vm.prank(user);
        vm.expectRevert(abi.encodeWithSelector(IBtcSettlementHandler.OnlySettlement.selector, user));
        btc.receive_cross_chain_msg(1, "Bitcoin", 0, VAULT, PayloadType.BTCDeposit, "", 0, "");
    }

    function test_aDepositComesFromBitcoinOnly() public {
        bytes memory message = MessageV1.encode(1, PayloadType.BTCDeposit, _btc(7, 1, uint160(user), UNIT));
        vm.assertFalse(settlement.deliver(btc, "Beta", VAULT, PayloadType.BTCDeposit, message), "another chain");
        vm.assertEq(artifact.totalSupply(), 0, "nothing minted");
    }

    function test_whatCanNeverBecomeRightFailsAndLeavesNoTrace() public {
        vm.assertFalse(_deposit_from(VAULT, _btc(7, 1, 0, UNIT)), "no receiver");
        vm.assertFalse(_deposit_from(VAULT, _btc(7, 1, uint256(1) << 160, UNIT)), "receiver of another chain");
        vm.assertFalse(_deposit_from(VAULT, _btc(7, 1, uint160(address(btc)), UNIT)), "the handler itself");
        vm.assertFalse(_deposit(7, 1, user, 0), "no amount");
        vm.assertFalse(_deposit(7, 1, user, btc.MAX_AMOUNT() + 1), "more than there is");
        vm.assertFalse(_deposit(0, 1, user, UNIT), "no transaction");
        vm.assertFalse(_deposit(7, uint256(1) << 32, user, UNIT), "no output number");
        vm.assertFalse(_deposit_from(VAULT, ""), "no payload");
        vm.assertEq(artifact.totalSupply(), 0, "nothing minted");
        vm.assertTrue(_deposit(7, 1, user, UNIT), "a corrected message about the same output");
    }

    function test_onlyAMessageThatSaysDepositIsOne() public {
        bytes memory payload = _btc(7, 1, uint160(user), UNIT);
        bytes memory deposit = MessageV1.encode(1, PayloadType.BTCDeposit, payload);
        bytes memory withdrawal = MessageV1.encode(1, PayloadType.BTCWithdraw, payload);
        vm.assertFalse(settlement.deliver(btc, "Bitcoin", VAULT, PayloadType.BTCWithdraw, deposit), "type beside it");
        vm.assertFalse(settlement.deliver(btc, "Bitcoin", VAULT, PayloadType.BTCDeposit, withdrawal), "type inside");
        vm.assertFalse(settlement.deliver(btc, "Bitcoin", VAULT, PayloadType.BTCDeposit, ""), "no message");
        vm.assertEq(artifact.totalSupply(), 0, "nothing minted");
    }

    // ------------------------------------------------------------------ held deposits

    function test_aDepositIsHeldWhileMintingIsPaused() public {
        vm.prank(guardian);
        artifact.pause_minting();
        vm.expectEmit(address(btc));
        emit IBtcSettlementHandler.DepositHeld(
            1, _outpoint(7, 1), user, UNIT, IBtcSettlementHandler.HoldReason.MintRefused
        );
        vm.assertTrue(_deposit(7, 1, user, UNIT), "the BTC is accounted for");
        vm.assertTrue(_deposit(7, 1, user, UNIT), "still");
        vm.assertEq(artifact.totalSupply(), 0, "not minted yet");
        vm.expectRevert();
        btc.credit_deposit(_outpoint(7, 1));

        vm.prank(manager);
        artifact.unpause_minting();
        vm.prank(other);
        btc.credit_deposit(_outpoint(7, 1));
        vm.assertEq(artifact.balanceOf(user), UNIT, "minted to the receiver, whoever asked");
        vm.expectRevert(_not_held(_outpoint(7, 1), IBtcSettlementHandler.DepositStatus.Credited));
        btc.credit_deposit(_outpoint(7, 1));
    }

    function test_aDepositIntoAnUnknownVaultIsHeldUntilTheVaultIsKnown() public {
        vm.expectEmit(address(btc));
        emit IBtcSettlementHandler.DepositHeld(
            1, _outpoint(7, 1), user, UNIT, IBtcSettlementHandler.HoldReason.VaultUnknown
        );
        vm.assertTrue(_deposit_from(OTHER_VAULT, _btc(7, 1, uint160(user), UNIT)), "accounted for");
        vm.expectRevert(abi.encodeWithSelector(IBtcSettlementHandler.VaultUnknown.selector, OTHER_VAULT));
        btc.credit_deposit(_outpoint(7, 1));
        vm.prank(manager);
        btc.add_vault(OTHER_VAULT);
        btc.credit_deposit(_outpoint(7, 1));
        vm.assertEq(artifact.balanceOf(user), UNIT, "minted");
    }

    function test_managersGiveAHeldDepositUpForEver() public {
        _deposit_from(OTHER_VAULT, _btc(7, 1, uint160(user), UNIT));
        vm.prank(user);
        vm.expectRevert(_missing_role(user, "MANAGER_ROLE"));
        btc.reject_deposit(_outpoint(7, 1));
        vm.expectEmit(address(btc));
        emit IBtcSettlementHandler.DepositRejected(_outpoint(7, 1), user, UNIT);
        vm.startPrank(manager);
        btc.reject_deposit(_outpoint(7, 1));
        btc.add_vault(OTHER_VAULT);
        vm.expectRevert(_not_held(_outpoint(7, 1), IBtcSettlementHandler.DepositStatus.Rejected));
        btc.reject_deposit(_outpoint(7, 1));
        vm.stopPrank();
        vm.expectRevert(_not_held(_outpoint(7, 1), IBtcSettlementHandler.DepositStatus.Rejected));
        btc.credit_deposit(_outpoint(7, 1));
        vm.assertFalse(_deposit_from(OTHER_VAULT, _btc(7, 1, uint160(user), UNIT)), "its BTC goes back");
        vm.assertEq(artifact.totalSupply(), 0, "nothing minted");
    }

    function test_anUnknownOutputIsNotHeld() public {
        vm.expectRevert(_not_held(_outpoint(1, 1), IBtcSettlementHandler.DepositStatus.Unknown));
        btc.credit_deposit(_outpoint(1, 1));
    }

    // ------------------------------------------------------------------ withdrawals

    function test_aWithdrawalLeavesForItsVaultAndIsEscrowed() public {
        _deposit(7, 1, user, UNIT);
        uint256 txid = _withdraw(user, UNIT, 0.1 ether);
        SettlementStandIn.Sent memory sent = settlement.sent(txid);
        vm.assertEq(sent.to_chain, "Bitcoin", "chain");
        vm.assertEq(sent.to_handler, VAULT, "vault");
        vm.assertEq(sent.from_address, user, "user");
        vm.assertEq(sent.lifetime, LIFETIME, "lifetime");
        vm.assertEq(sent.value, 0.1 ether, "prepaid gas");
        vm.assertTrue(sent.payload_type == PayloadType.BTCWithdraw, "type");
        BtcPayload.Transfer memory payload = this.decoded(sent.payload);
        vm.assertEq(payload.btc_txid, 0, "not paid yet");
        vm.assertEq(payload.index, bytes32(uint256(1)), "nonce");
        vm.assertEq(payload.btc_address, BTC_ADDRESS, "address");
        vm.assertEq(payload.account, uint160(user), "account");
        vm.assertEq(payload.amount, UNIT, "satoshi");

        vm.assertEq(btc.escrowed(), UNIT, "escrowed");
        vm.assertEq(artifact.balanceOf(address(btc)), UNIT, "held");
        (address from, CrossChainTxStatus status, uint32 nonce, uint56 amount) = btc.withdrawals(txid);
        vm.assertEq(from, user, "from");
        vm.assertTrue(status == CrossChainTxStatus.Pending, "pending");
        vm.assertEq(nonce, 1, "record's nonce");
        vm.assertEq(amount, UNIT, "record's amount");
    }

    function test_theSameWithdrawalTwiceIsTwoWithdrawals() public {
        _deposit(7, 1, user, 2 * UNIT);
        uint256 first = _withdraw(user, UNIT, 0);
        uint256 second = _withdraw(user, UNIT, 0);
        vm.assertTrue(first != second, "two ids");
        _settle(first, CrossChainMsgStatus.Success);
        _settle(second, CrossChainMsgStatus.Failed);
        vm.assertEq(artifact.balanceOf(user), UNIT, "one came back");
        vm.assertEq(artifact.totalSupply(), UNIT, "one was burned");
    }

    function test_theEventIsTheProtocols() public {
        vm.assertEq(
            IBtcSettlementHandler.WithdrawLocked.selector,
            0x4a7240600b85ae88b2cb719a334e013042aab9a64865a1d086b40cce93399792,
            "topic"
        );
        vm.assertEq(bytes32(btc.withdraw_request.selector), bytes32(bytes4(0x0025526e)), "selector");
        _deposit(7, 1, user, UNIT);
        uint256 txid = SettlementHashes.txid("Alpha", "Bitcoin", user, address(btc), VAULT, 1);
        vm.startPrank(user);
        artifact.approve(address(btc), UNIT);
        vm.expectEmit(address(btc));
        emit IBtcSettlementHandler.WithdrawLocked(bytes32(txid), user, BTC_ADDRESS, UNIT);
        btc.withdraw_request(BTC_ADDRESS, UNIT);
    }

    function test_aPaidWithdrawalIsBurned() public {
        _deposit(7, 1, user, UNIT);
        uint256 txid = _withdraw(user, UNIT, 0);
        vm.expectEmit(address(btc));
        emit IBtcSettlementHandler.WithdrawSettled(bytes32(txid), CrossChainTxStatus.Settled, UNIT);
        vm.assertTrue(_settle(txid, CrossChainMsgStatus.Success), "taken in");
        vm.assertEq(artifact.totalSupply(), 0, "burned");
        (uint64 credited, uint64 redeemed, uint64 escrow, uint64 unclaimed) = btc.totals();
        vm.assertEq(credited, UNIT, "credited");
        vm.assertEq(redeemed, UNIT, "redeemed");
        vm.assertEq(escrow + unclaimed, 0, "nothing left");
    }

    function test_aFailedWithdrawalComesBackExactlyOnce() public {
        _deposit(7, 1, user, UNIT);
        uint256 txid = _withdraw(user, UNIT, 0);
        _settle(txid, CrossChainMsgStatus.Failed);
        vm.assertEq(artifact.balanceOf(user), UNIT, "returned");
        vm.expectRevert(_wrong_status(txid, CrossChainTxStatus.Failed));
        settlement.bring_home(btc, txid, CrossChainMsgStatus.Failed);
        vm.expectRevert(_wrong_status(txid, CrossChainTxStatus.Failed));
        settlement.bring_home(btc, txid, CrossChainMsgStatus.Success);
        vm.expectRevert(_wrong_status(99, CrossChainTxStatus.Unknow));
        settlement.bring_home(btc, 99, CrossChainMsgStatus.Success);
    }

    function test_onlyTheSettlementContractBringsResults() public {
        vm.prank(user);
        vm.expectRevert(abi.encodeWithSelector(IBtcSettlementHandler.OnlySettlement.selector, user));
        btc.receive_cross_chain_callback(1, "Bitcoin", VAULT, CrossChainMsgStatus.Success, 0, "");
    }

    function test_aWithdrawalForSomebodyElseIsTheirs() public {
        _deposit(7, 1, user, UNIT);
        vm.startPrank(user);
        artifact.approve(address(btc), UNIT);
        uint256 txid = btc.withdraw_request_for(other, BTC_ADDRESS, UNIT);
        vm.stopPrank();
        vm.assertEq(settlement.sent(txid).from_address, other, "sender of the message");
        _settle(txid, CrossChainMsgStatus.Failed);
        vm.assertEq(artifact.balanceOf(other), UNIT, "the refund is the beneficiary's");
    }

    function test_anImbalanceDoesNotStopRedemption() public {
        _deposit(7, 1, user, UNIT);
        vm.prank(guardian);
        artifact.pause_minting();
        vm.prank(owner);
        artifact.set_transfer_policy(TransferPolicy.Frozen);
        _settle(_withdraw(user, UNIT / 2, 0), CrossChainMsgStatus.Success);
        _settle(_withdraw(user, UNIT / 2, 0), CrossChainMsgStatus.Failed);
        vm.assertEq(artifact.balanceOf(user), UNIT / 2, "one redeemed, one returned");
    }

    function test_aResultComesHomeWhenTheVaultIsGone() public {
        _deposit(7, 1, user, UNIT);
        uint256 txid = _withdraw(user, UNIT, 0);
        vm.startPrank(manager);
        btc.add_vault(OTHER_VAULT);
        btc.set_withdrawal_vault(OTHER_VAULT);
        btc.remove_vault(VAULT);
        vm.stopPrank();
        vm.assertTrue(_settle(txid, CrossChainMsgStatus.Failed), "taken in");
        vm.assertEq(artifact.balanceOf(user), UNIT, "returned");
    }

    function test_aCallbackThatCannotBurnCanBeSentAgain() public {
        _deposit(7, 1, user, UNIT);
        uint256 txid = _withdraw(user, UNIT, 0);
        vm.prank(owner);
        artifact.remove_operator(address(btc));
        vm.expectRevert(_missing_role(address(btc), "OPERATOR_ROLE"));
        settlement.bring_home(btc, txid, CrossChainMsgStatus.Success);
        vm.prank(owner);
        artifact.add_operator(address(btc));
        vm.assertTrue(_settle(txid, CrossChainMsgStatus.Success), "taken in");
    }

    function test_amountsOutOfRangeAreRefused() public {
        uint256 max = btc.MAX_AMOUNT();
        vm.startPrank(user);
        vm.expectRevert(_out_of_range(MINIMUM - 1));
        btc.withdraw_request(BTC_ADDRESS, MINIMUM - 1);
        vm.expectRevert(_out_of_range(max + 1));
        btc.withdraw_request(BTC_ADDRESS, max + 1);
    }

    function testFuzz_anAddressHas14To90Bytes(uint8 length) public {
        _deposit(7, 1, user, UNIT);
        vm.startPrank(user);
        artifact.approve(address(btc), UNIT);
        bool valid = length >= 14 && length <= 90;
        if (!valid) {
            vm.expectRevert(
                abi.encodeWithSelector(
                    IBtcSettlementHandler.InvalidBtcAddressLength.selector, uint256(length), uint256(14), uint256(90)
                )
            );
        }
        btc.withdraw_request(string(new bytes(length)), UNIT);
        vm.assertEq(btc.escrowed(), valid ? UNIT : 0, "escrowed");
    }

    function test_nobodyAndTheHandlerAreNoBeneficiaries() public {
        vm.startPrank(user);
        vm.expectRevert(abi.encodeWithSelector(IBtcSettlementHandler.InvalidBeneficiary.selector, address(0)));
        btc.withdraw_request_for(address(0), BTC_ADDRESS, UNIT);
        vm.expectRevert(abi.encodeWithSelector(IBtcSettlementHandler.InvalidBeneficiary.selector, address(btc)));
        btc.withdraw_request_for(address(btc), BTC_ADDRESS, UNIT);
    }

    function test_aRecordIsNeverOverwritten() public {
        _deposit(7, 1, user, UNIT);
        settlement.repeat_itself();
        _withdraw(user, UNIT / 2, 0);
        vm.startPrank(user);
        artifact.approve(address(btc), UNIT / 2);
        vm.expectRevert(abi.encodeWithSelector(IBtcSettlementHandler.DuplicateTxid.selector, uint256(1)));
        btc.withdraw_request(BTC_ADDRESS, UNIT / 2);
    }

    // ------------------------------------------------------------------ hostile artifacts

    function test_aRefundThatCannotBePushedWaitsToBeClaimed() public {
        (BtcSettlementHandler handler, MoodyArtifact moody) = _moody();
        uint256 txid = _withdraw_moody(handler, moody);
        moody.become(MoodyArtifact.Mood.Stuck);
        vm.expectEmit(address(handler));
        emit IBtcSettlementHandler.RefundClaimable(txid, user, UNIT);
        settlement.bring_home(handler, txid, CrossChainMsgStatus.Failed);
        vm.assertEq(handler.claimable(user), UNIT, "claimable");
        (,, uint64 escrow, uint64 unclaimed) = handler.totals();
        vm.assertEq(escrow, 0, "no escrow");
        vm.assertEq(unclaimed, UNIT, "unclaimed");

        moody.become(MoodyArtifact.Mood.Plain);
        vm.expectEmit(address(handler));
        emit IBtcSettlementHandler.Claimed(user, other, UNIT);
        vm.startPrank(user);
        handler.claim(other);
        vm.assertEq(moody.balanceOf(other), UNIT, "paid where the user said");
        vm.expectRevert(abi.encodeWithSelector(IBtcSettlementHandler.NothingToClaim.selector, user));
        handler.claim(other);
    }

    function test_anArtifactThatTakesAFeeIsNotCarried() public {
        (BtcSettlementHandler handler, MoodyArtifact moody) = _moody();
        moody.mint_to(user, UNIT);
        moody.become(MoodyArtifact.Mood.TakesAFee);
        vm.startPrank(user);
        moody.approve(address(handler), UNIT);
        vm.expectRevert(
            abi.encodeWithSelector(ArtifactTransfer.UnexpectedAmountReceived.selector, UNIT, UNIT - UNIT / 100)
        );
        handler.withdraw_request(BTC_ADDRESS, UNIT);
    }

    function test_noRefundReenters() public {
        (BtcSettlementHandler handler, MoodyArtifact moody) = _moody();
        uint256 txid = _withdraw_moody(handler, moody);
        moody.reenter(
            address(settlement), abi.encodeCall(settlement.bring_home, (handler, txid, CrossChainMsgStatus.Failed))
        );
        settlement.bring_home(handler, txid, CrossChainMsgStatus.Failed);
        vm.assertFalse(moody.reentered(), "refused");
        vm.assertEq(moody.balanceOf(user), UNIT, "returned once");
    }

    // ------------------------------------------------------------------ administration

    function test_managersDecideAboutVaults() public {
        vm.assertTrue(btc.is_valid_handler("Bitcoin", VAULT), "known");
        vm.assertFalse(btc.is_valid_handler("Beta", VAULT), "of Bitcoin only");
        vm.startPrank(manager);
        vm.expectRevert(abi.encodeWithSelector(IBtcSettlementHandler.InvalidVault.selector, uint256(0)));
        btc.add_vault(0);
        vm.expectRevert(abi.encodeWithSelector(IBtcSettlementHandler.VaultAlreadyKnown.selector, VAULT));
        btc.add_vault(VAULT);
        vm.expectRevert(abi.encodeWithSelector(IBtcSettlementHandler.VaultInUse.selector, VAULT));
        btc.remove_vault(VAULT);
        vm.expectRevert(abi.encodeWithSelector(IBtcSettlementHandler.VaultUnknown.selector, OTHER_VAULT));
        btc.remove_vault(OTHER_VAULT);
        vm.expectRevert(abi.encodeWithSelector(IBtcSettlementHandler.VaultUnknown.selector, OTHER_VAULT));
        btc.set_withdrawal_vault(OTHER_VAULT);
        vm.stopPrank();
        vm.startPrank(user);
        vm.expectRevert(_missing_role(user, "MANAGER_ROLE"));
        btc.add_vault(OTHER_VAULT);
        vm.expectRevert(_missing_role(user, "MANAGER_ROLE"));
        btc.remove_vault(VAULT);
        vm.expectRevert(_missing_role(user, "MANAGER_ROLE"));
        btc.set_withdrawal_vault(VAULT);
        vm.expectRevert(_missing_role(user, "MANAGER_ROLE"));
        btc.set_withdrawal_terms(1, LIFETIME);
    }

    function testFuzz_withdrawalTermsAreBounded(uint64 minimum, uint64 lifetime) public {
        minimum = uint64(_between(minimum, 0, 1) * _between(minimum, 0, 2 * btc.MAX_AMOUNT()));
        lifetime = uint64(_between(lifetime, 0, 60 days));
        bool valid = minimum != 0 && minimum <= btc.MAX_AMOUNT() && lifetime >= 10 minutes && lifetime <= 30 days;
        if (!valid) {
            vm.expectRevert(
                abi.encodeWithSelector(IBtcSettlementHandler.InvalidWithdrawalTerms.selector, minimum, lifetime)
            );
        }
        vm.prank(manager);
        btc.set_withdrawal_terms(minimum, lifetime);
        vm.assertEq(btc.minimum_withdrawal(), valid ? minimum : MINIMUM, "minimum");
        vm.assertEq(btc.withdrawal_lifetime(), valid ? lifetime : LIFETIME, "lifetime");
    }

    function test_aHandlerIsBuiltForSatoshiAndNotForBitcoinItself() public {
        vm.expectRevert(abi.encodeWithSelector(IBtcSettlementHandler.NotAContract.selector, user));
        new BtcSettlementHandler(user, address(artifact));
        vm.expectRevert(abi.encodeWithSelector(IBtcSettlementHandler.NotAContract.selector, user));
        new BtcSettlementHandler(address(settlement), user);
        address wide = address(new MoodyArtifact(18));
        vm.expectRevert(abi.encodeWithSelector(IBtcSettlementHandler.UnexpectedDecimals.selector, wide, uint256(18)));
        new BtcSettlementHandler(address(settlement), wide);
        address bitcoin = address(new SettlementStandIn("Bitcoin"));
        vm.expectRevert(abi.encodeWithSelector(IBtcSettlementHandler.SameChain.selector, "Bitcoin"));
        new BtcSettlementHandler(bitcoin, address(artifact));
    }

    function test_anUpgradeKeepsSettlementAndArtifact() public {
        address same = address(new BtcSettlementHandler(address(settlement), address(artifact)));
        address[2] memory strangers = [
            address(new BtcSettlementHandler(address(new SettlementStandIn("Alpha")), address(artifact))),
            address(new BtcSettlementHandler(address(settlement), address(_new_artifact(TransferPolicy.Open))))
        ];
        vm.startPrank(owner);
        for (uint256 i; i < strangers.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IBtcSettlementHandler.UpgradeMismatch.selector, strangers[i]));
            btc.upgradeToAndCall(strangers[i], "");
        }
        btc.upgradeToAndCall(same, "");
        vm.stopPrank();
        vm.assertTrue(_deposit(7, 1, user, UNIT), "goes on");
        vm.prank(manager);
        vm.expectRevert(_missing_role(manager, ""));
        btc.upgradeToAndCall(same, "");
    }

    function test_nobodyInitializesTwice() public {
        vm.expectRevert(bytes4(keccak256("InvalidInitialization()")));
        btc.initialize(user, _one(user), VAULT, MINIMUM, LIFETIME);
        BtcSettlementHandler code = new BtcSettlementHandler(address(settlement), address(artifact));
        vm.expectRevert(bytes4(keccak256("InvalidInitialization()")));
        code.initialize(user, _one(user), VAULT, MINIMUM, LIFETIME);
    }

    // ------------------------------------------------------------------ the payload

    function testFuzz_aPayloadComesBackAsItWent(
        uint256 btc_txid,
        uint256 index,
        string memory btc_address,
        uint256 account,
        uint256 amount
    ) public view {
        if (bytes(btc_address).length > 90) return;
        bytes memory payload =
            BtcPayload.encode(BtcPayload.Transfer(btc_txid, bytes32(index), btc_address, account, amount));
        (bool valid, BtcPayload.Transfer memory decoded_) = this.try_decode(payload);
        vm.assertTrue(valid, "valid");
        vm.assertEq(
            abi.encode(decoded_),
            abi.encode(BtcPayload.Transfer(btc_txid, bytes32(index), btc_address, account, amount)),
            "same"
        );
    }

    /// @notice One changed byte: either another well-formed transfer, or none.
    function testFuzz_onlyTheOneEncodingIsTaken(uint256 at_, uint8 change) public view {
        bytes memory payload = _btc(7, 1, uint160(user), UNIT);
        at_ = at_ % payload.length;
        payload[at_] = bytes1(uint8(payload[at_]) ^ change);
        (bool valid, BtcPayload.Transfer memory decoded_) = this.try_decode(payload);
        if (valid) vm.assertEq(BtcPayload.encode(decoded_), payload, "canonical");
        bool structural = (at_ >= 64 && at_ < 96) || (at_ >= 160 && at_ < 191) || at_ >= 192 + 42;
        if (change != 0 && structural) vm.assertFalse(valid, "structure");
    }

    function testFuzz_garbageNeverReverts(bytes calldata garbage) public view {
        (bool valid, BtcPayload.Transfer memory decoded_) = this.try_decode(garbage);
        if (valid) vm.assertEq(BtcPayload.encode(decoded_), garbage, "canonical");
    }

    function test_aLongerAddressOrATailIsRefused() public view {
        bytes memory long = abi.encode(uint256(7), bytes32(0), string(new bytes(91)), uint256(1), uint256(1));
        (bool valid,) = this.try_decode(long);
        vm.assertFalse(valid, "91 bytes");
        (valid,) = this.try_decode(bytes.concat(_btc(7, 1, 1, 1), bytes32(0)));
        vm.assertFalse(valid, "trailing word");
    }

    // ------------------------------------------------------------------ words

    function decoded(bytes calldata message) external pure returns (BtcPayload.Transfer memory transfer) {
        (, transfer) = BtcPayload.try_decode(MessageV1.payload(message));
    }

    function try_decode(bytes calldata payload) external pure returns (bool, BtcPayload.Transfer memory) {
        return BtcPayload.try_decode(payload);
    }

    function _withdraw(address from, uint256 amount, uint256 prepaid) private returns (uint256 txid) {
        vm.startPrank(from);
        artifact.approve(address(btc), amount);
        txid = btc.withdraw_request{value: prepaid}(BTC_ADDRESS, amount);
        vm.stopPrank();
    }

    function _settle(uint256 txid, CrossChainMsgStatus status) private returns (bool) {
        return settlement.bring_home(btc, txid, status);
    }

    function _moody() private returns (BtcSettlementHandler handler, MoodyArtifact moody) {
        moody = new MoodyArtifact(8);
        handler = _new_btc(address(settlement), address(moody));
    }

    function _withdraw_moody(BtcSettlementHandler handler, MoodyArtifact moody) private returns (uint256 txid) {
        moody.mint_to(user, UNIT);
        vm.startPrank(user);
        moody.approve(address(handler), UNIT);
        txid = handler.withdraw_request(BTC_ADDRESS, UNIT);
        vm.stopPrank();
    }

    function _out_of_range(uint256 amount) private view returns (bytes memory) {
        return abi.encodeWithSelector(
            IBtcSettlementHandler.AmountOutOfRange.selector, amount, uint256(MINIMUM), btc.MAX_AMOUNT()
        );
    }

    function _wrong_status(uint256 txid, CrossChainTxStatus status) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IBtcSettlementHandler.InvalidWithdrawalStatus.selector, txid, status);
    }

    function _not_held(bytes32 outpoint, IBtcSettlementHandler.DepositStatus status)
        private
        pure
        returns (bytes memory)
    {
        return abi.encodeWithSelector(IBtcSettlementHandler.DepositNotHeld.selector, outpoint, status);
    }
}
