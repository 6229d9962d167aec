// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainMsgStatus, CrossChainTxStatus} from "../../src/SettlementTypes.sol";
import {ArtifactTransfer} from "../../src/artifacts/ArtifactTransfer.sol";
import {BtcArtifactStaking} from "../../src/artifacts/BtcArtifactStaking.sol";
import {IBtcArtifactStaking} from "../../src/artifacts/IBtcArtifactStaking.sol";
import {BtcSettlementHandler} from "../../src/btc/BtcSettlementHandler.sol";
import {IBtcSettlementHandler} from "../../src/btc/IBtcSettlementHandler.sol";
import {vm} from "../../support/Vm.sol";
import {ArtifactWorld} from "./support/ArtifactWorld.sol";
import {MoodyArtifact} from "./support/HostileArtifacts.sol";

/// @notice Points are amount x seconds, and a withdrawal takes from nobody but the one who asks.
contract BtcArtifactStakingTest is ArtifactWorld {
    BtcArtifactStaking private staking;

    function setUp() public override {
        super.setUp();
        vm.warp(1_800_000_000);
        staking = new BtcArtifactStaking(address(artifact), address(btc));
        _allow(address(staking));
        _deposit(1, 0, user, 100 * UNIT);
        _deposit(2, 0, other, 100 * UNIT);
        vm.deal(user, 1 ether);
        _approve(user);
        _approve(other);
    }

    function test_theAbiIsTheProtocols() public view {
        vm.assertEq(bytes32(staking.stake.selector), bytes32(bytes4(0xa694fc3a)), "stake");
        vm.assertEq(bytes32(staking.unstake.selector), bytes32(bytes4(0x2e17de78)), "unstake");
        vm.assertEq(bytes32(staking.getPoints.selector), bytes32(bytes4(0xee204abb)), "getPoints");
        vm.assertEq(bytes32(staking.requestWithdrawal.selector), bytes32(bytes4(0x071f8a98)), "requestWithdrawal");
    }

    // ------------------------------------------------------------------ points

    function test_pointsAreAmountTimesSeconds() public {
        vm.expectEmit(address(staking));
        emit IBtcArtifactStaking.Staked(user, 10, block.timestamp);
        _stake(user, 10);
        vm.warp(block.timestamp + 100);
        vm.assertEq(staking.getPoints(user), 1_000, "live");
        _stake(user, 5);
        vm.warp(block.timestamp + 10);
        vm.assertEq(staking.getPoints(user), 1_150, "both amounts, each for its time");
        vm.expectEmit(address(staking));
        emit IBtcArtifactStaking.PointsUpdated(user, 1_150);
        _unstake(user, 15);
        vm.warp(block.timestamp + 1_000);
        vm.assertEq(staking.getPoints(user), 1_150, "nothing staked earns nothing");
        (uint256 amount, uint256 since, uint256 points) = staking.stakes(user);
        vm.assertEq(amount, 0, "amount");
        vm.assertEq(since, 0, "since");
        vm.assertEq(points, 1_150, "kept");
    }

    /// @notice Against a reference that pays every second by itself.
    function testFuzz_pointsAreExactUnderAnySequence(uint256[16] calldata steps) public {
        uint256 staked;
        uint256 expected;
        for (uint256 i; i < steps.length; ++i) {
            uint256 amount = _between(steps[i] >> 16, 1, UNIT);
            uint256 kind = steps[i] % 4;
            if (kind == 0) {
                _stake(user, amount);
                staked += amount;
            } else if (kind == 1 && staked != 0) {
                amount = _between(amount, 1, staked);
                _unstake(user, amount);
                staked -= amount;
            } else if (kind == 2 && staked >= MINIMUM) {
                amount = _between(amount, MINIMUM, staked);
                _request(user, amount);
                staked -= amount;
            }
            uint256 seconds_ = (steps[i] >> 128) % 50;
            for (uint256 s; s < seconds_; ++s) {
                expected += staked;
            }
            vm.warp(block.timestamp + seconds_);
            vm.assertEq(staking.getPoints(user), expected, "points");
        }
        (uint256 recorded,,) = staking.stakes(user);
        vm.assertEq(recorded, staked, "stake");
        vm.assertEq(staking.total_staked(), staked, "total");
    }

    // ------------------------------------------------------------------ withdrawing to Bitcoin

    function test_aRequestReducesTheStakeAndIsTheUsers() public {
        _stake(user, 3 * UNIT);
        vm.expectEmit(address(staking));
        emit IBtcArtifactStaking.WithdrawRequested(user, BTC_ADDRESS, UNIT);
        vm.prank(user);
        uint256 txid = staking.requestWithdrawal{value: 0.2 ether}(BTC_ADDRESS, UNIT);
        (uint256 left,,) = staking.stakes(user);
        vm.assertEq(left, 2 * UNIT, "stake");
        vm.assertEq(artifact.balanceOf(address(staking)), 2 * UNIT, "held");
        vm.assertEq(artifact.allowance(address(staking), address(btc)), 0, "no allowance is left");
        (address from,,, uint56 amount) = btc.withdrawals(txid);
        vm.assertEq(from, user, "beneficiary");
        vm.assertEq(amount, UNIT, "amount");
        vm.assertEq(settlement.sent(txid).value, 0.2 ether, "prepaid gas");
        vm.assertEq(settlement.sent(txid).from_address, user, "the gas that is left over is the user's");
    }

    function test_theSameStakeIsNotWithdrawnTwice() public {
        _stake(user, UNIT);
        _stake(other, 5 * UNIT);
        _request(user, UNIT);
        vm.startPrank(user);
        vm.expectRevert(_insufficient(user, 0, UNIT));
        staking.requestWithdrawal(BTC_ADDRESS, UNIT);
        vm.expectRevert(_insufficient(user, 0, UNIT));
        staking.unstake(UNIT);
        vm.stopPrank();
        _unstake(other, 5 * UNIT);
        vm.assertEq(artifact.balanceOf(other), 100 * UNIT, "the other one lost nothing");
    }

    function test_aFailedWithdrawalIsReturnedToTheUserOnce() public {
        _stake(user, UNIT);
        _stake(other, UNIT);
        uint256 txid = _request(user, UNIT);
        settlement.bring_home(btc, txid, CrossChainMsgStatus.Failed);
        vm.assertEq(artifact.balanceOf(user), 100 * UNIT, "returned");
        vm.assertEq(artifact.balanceOf(address(staking)), UNIT, "the other stake is untouched");
        vm.expectRevert(
            abi.encodeWithSelector(
                IBtcSettlementHandler.InvalidWithdrawalStatus.selector, txid, CrossChainTxStatus.Failed
            )
        );
        settlement.bring_home(btc, txid, CrossChainMsgStatus.Failed);
    }

    function test_aPaidWithdrawalIsBurned() public {
        _stake(user, UNIT);
        settlement.bring_home(btc, _request(user, UNIT), CrossChainMsgStatus.Success);
        vm.assertEq(artifact.totalSupply(), 199 * UNIT, "supply");
    }

    function test_aRefusedRequestChangesNothing() public {
        _stake(user, UNIT);
        vm.startPrank(user);
        vm.expectRevert();
        staking.requestWithdrawal("short", UNIT);
        vm.expectRevert();
        staking.requestWithdrawal(BTC_ADDRESS, MINIMUM - 1);
        (uint256 amount,,) = staking.stakes(user);
        vm.assertEq(amount, UNIT, "stake");
    }

    // ------------------------------------------------------------------ refusals

    function test_amountsMustFit() public {
        _stake(user, 10);
        vm.startPrank(user);
        vm.expectRevert(IBtcArtifactStaking.ZeroAmount.selector);
        staking.stake(0);
        vm.expectRevert(IBtcArtifactStaking.ZeroAmount.selector);
        staking.unstake(0);
        vm.expectRevert(IBtcArtifactStaking.ZeroAmount.selector);
        staking.requestWithdrawal(BTC_ADDRESS, 0);
        vm.expectRevert(_insufficient(user, 10, 11));
        staking.unstake(11);
    }

    function test_itIsBuiltForOneArtifact() public {
        address stranger = address(new MoodyArtifact(8));
        vm.expectRevert(
            abi.encodeWithSelector(IBtcArtifactStaking.ArtifactMismatch.selector, stranger, address(artifact))
        );
        new BtcArtifactStaking(stranger, address(btc));
        vm.expectRevert(abi.encodeWithSelector(IBtcArtifactStaking.NotAContract.selector, user));
        new BtcArtifactStaking(user, address(btc));
        vm.expectRevert(abi.encodeWithSelector(IBtcArtifactStaking.NotAContract.selector, user));
        new BtcArtifactStaking(address(artifact), user);
    }

    // ------------------------------------------------------------------ hostile artifacts

    function test_anArtifactThatTakesAFeeIsNotStaked() public {
        (BtcArtifactStaking place, MoodyArtifact moody) = _moody();
        moody.become(MoodyArtifact.Mood.TakesAFee);
        vm.startPrank(user);
        vm.expectRevert(
            abi.encodeWithSelector(ArtifactTransfer.UnexpectedAmountReceived.selector, UNIT, UNIT - UNIT / 100)
        );
        place.stake(UNIT);
    }

    function test_aWithdrawalContractThatTakesMoreIsRefused() public {
        (BtcArtifactStaking place, MoodyArtifact moody) = _moody();
        moody.mint_to(address(place), 1);
        vm.startPrank(user);
        place.stake(UNIT);
        moody.become(MoodyArtifact.Mood.TakesTooMuch);
        vm.expectRevert(abi.encodeWithSelector(IBtcArtifactStaking.UnexpectedAmountTaken.selector, UNIT, UNIT + 1));
        place.requestWithdrawal(BTC_ADDRESS, UNIT);
    }

    function test_noTransferReenters() public {
        (BtcArtifactStaking place, MoodyArtifact moody) = _moody();
        bytes[3] memory calls = [
            abi.encodeCall(place.unstake, (1)),
            abi.encodeCall(place.stake, (1)),
            abi.encodeCall(place.requestWithdrawal, (BTC_ADDRESS, MINIMUM))
        ];
        vm.startPrank(user);
        place.stake(UNIT);
        for (uint256 i; i < calls.length; ++i) {
            moody.reenter(address(place), calls[i]);
            place.unstake(1);
            vm.assertFalse(moody.reentered(), "refused");
            vm.assertEq(
                bytes32(moody.answer()), bytes32(bytes4(keccak256("ReentrancyGuardReentrantCall()"))), "by the guard"
            );
        }
    }

    // ------------------------------------------------------------------ words

    function _moody() private returns (BtcArtifactStaking place, MoodyArtifact moody) {
        moody = new MoodyArtifact(8);
        BtcSettlementHandler handler = _new_btc(address(settlement), address(moody));
        place = new BtcArtifactStaking(address(moody), address(handler));
        moody.mint_to(user, 10 * UNIT);
        vm.prank(user);
        moody.approve(address(place), 10 * UNIT);
    }

    function _approve(address account) private {
        vm.prank(account);
        artifact.approve(address(staking), type(uint256).max);
    }

    function _stake(address account, uint256 amount) private {
        vm.prank(account);
        staking.stake(amount);
    }

    function _unstake(address account, uint256 amount) private {
        vm.prank(account);
        staking.unstake(amount);
    }

    function _request(address account, uint256 amount) private returns (uint256) {
        vm.prank(account);
        return staking.requestWithdrawal(BTC_ADDRESS, amount);
    }

    function _insufficient(address account, uint256 staked, uint256 asked) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IBtcArtifactStaking.InsufficientStake.selector, account, staked, asked);
    }
}
