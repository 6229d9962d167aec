// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ArtifactBasket} from "../../src/artifacts/ArtifactBasket.sol";
import {ArtifactTransfer} from "../../src/artifacts/ArtifactTransfer.sol";
import {IArtifactBasket} from "../../src/artifacts/IArtifactBasket.sol";
import {vm} from "../../support/Vm.sol";
import {ArtifactWorld} from "./support/ArtifactWorld.sol";
import {MoodyArtifact} from "./support/HostileArtifacts.sol";

/// @notice A share costs and pays what the ratios say; who leaves takes nothing from those who stay.
contract ArtifactBasketTest is ArtifactWorld {
    uint32 private constant UNBONDING = 7 days;

    address private reporter = _account("reporter");
    address private custodian = _account("custodian");
    MoodyArtifact private cobo;
    MoodyArtifact private babylon;
    ArtifactBasket private basket;

    /// @dev The hybrid of the documentation: 0.4 of one at once, 0.6 of the other after unbonding.
    function setUp() public override {
        vm.warp(1_800_000_000);
        cobo = new MoodyArtifact(8);
        babylon = new MoodyArtifact(8);
        basket = _new_basket(_legs(4, 6));
        _rich(user);
        _rich(other);
    }

    // ------------------------------------------------------------------ in and out

    function test_theAbiIsTheProtocols() public view {
        vm.assertEq(bytes32(basket.deposit.selector), bytes32(bytes4(0x598b8e71)), "deposit");
        vm.assertEq(bytes32(basket.withdraw.selector), bytes32(bytes4(0x2e1a7d4d)), "withdraw");
        vm.assertEq(uint256(basket.decimals()), 8, "satoshi");
        vm.assertEq(basket.leg_count(), 2, "legs");
        vm.assertEq(basket.leg_terms(1).artifact, address(babylon), "second leg");
        vm.assertEq(basket.ratio_sum(), 10, "sum");
    }

    function test_aShareCostsItsRatios() public {
        vm.expectEmit(address(basket));
        emit IArtifactBasket.ArtifactsDeposited(user, 10 * UNIT, _two(4 * UNIT, 6 * UNIT));
        vm.prank(user);
        uint256 shares = basket.deposit(_two(4 * UNIT, 6 * UNIT));
        vm.assertEq(shares, 10 * UNIT, "shares");
        vm.assertEq(basket.balanceOf(user), 10 * UNIT, "held");
        vm.assertEq(basket.leg_state(0).reserve, 4 * UNIT, "first reserve");
        vm.assertEq(basket.leg_state(1).shares, 10 * UNIT, "shares of the second leg");
    }

    function test_anUnbalancedDepositIsRefused() public {
        vm.startPrank(user);
        vm.expectRevert(abi.encodeWithSelector(IArtifactBasket.UnbalancedDeposit.selector, 1, 6, 7));
        basket.deposit(_two(4, 7));
        vm.expectRevert(abi.encodeWithSelector(IArtifactBasket.UnbalancedDeposit.selector, 0, 4, 5));
        basket.deposit(_two(5, 6));
        vm.expectRevert(IArtifactBasket.ZeroAmount.selector);
        basket.deposit(_two(10, 0));
        vm.expectRevert(abi.encodeWithSelector(IArtifactBasket.AmountCountMismatch.selector, 2, 1));
        basket.deposit(new uint256[](1));
    }

    function testFuzz_aQuoteIsAPrice(uint64 shares_, uint16 left, uint16 right) public {
        uint256 shares = _between(shares_, 1, 1_000_000 * UNIT);
        basket = _new_basket(_legs(1 + uint32(left), 1 + uint32(right)));
        _rich(user);
        uint256[] memory price = basket.quote_deposit(shares);
        vm.startPrank(user);
        uint256 bought = basket.deposit(price);
        vm.assertGe(bought, shares, "at least what was asked for");
        vm.assertEq(abi.encode(basket.quote_deposit(bought)), abi.encode(price), "and that is its price");
    }

    function testFuzz_goingInAndOutEarnsNothing(uint64 first, uint64 second, uint16 left, uint16 right) public {
        basket = _new_basket(_legs(1 + uint32(left), 1 + uint32(right)));
        _rich(user);
        _rich(other);
        _buy(other, _between(first, 1, 1_000 * UNIT));
        uint256[2] memory before = [cobo.balanceOf(user), babylon.balanceOf(user)];
        uint256 bought = _buy(user, _between(second, 1, 1_000 * UNIT));
        _leave(user, bought);
        vm.assertLe(cobo.balanceOf(user), before[0], "first leg");
        vm.assertLe(babylon.balanceOf(user), before[1], "second leg");
        vm.assertGe(cobo.balanceOf(user) + 1, before[0], "at most a satoshi is left behind");
        vm.assertGe(babylon.balanceOf(user) + 1, before[1], "in either leg");
    }

    function test_redeemingPaysAtOnceAndByTicket() public {
        _buy(user, 10 * UNIT);
        vm.expectEmit(address(basket));
        emit IArtifactBasket.TicketOpened(1, user, 1, 5 * UNIT, block.timestamp + UNBONDING);
        vm.expectEmit(address(basket));
        emit IArtifactBasket.ArtifactsWithdrawn(user, 5 * UNIT, _two(2 * UNIT, 0));
        vm.startPrank(user);
        uint256 before = cobo.balanceOf(user);
        uint256[] memory paid = basket.withdraw(5 * UNIT);
        vm.assertEq(paid[0], 2 * UNIT, "at once");
        vm.assertEq(cobo.balanceOf(user), before + 2 * UNIT, "paid");
        vm.assertEq(basket.totalSupply(), 5 * UNIT, "supply");
        vm.assertEq(basket.leg_state(1).shares, 10 * UNIT, "the second leg still owes them");

        vm.expectRevert(abi.encodeWithSelector(IArtifactBasket.TicketLocked.selector, 1, block.timestamp + UNBONDING));
        basket.claim_tickets(_ids(1));
        vm.warp(block.timestamp + UNBONDING);
        before = babylon.balanceOf(user);
        vm.expectEmit(address(basket));
        emit IArtifactBasket.TicketClaimed(1, user, 1, 3 * UNIT);
        basket.claim_tickets(_ids(1));
        vm.assertEq(babylon.balanceOf(user), before + 3 * UNIT, "paid later");
        vm.expectRevert(abi.encodeWithSelector(IArtifactBasket.NotTicketOwner.selector, 1, address(0), user));
        basket.claim_tickets(_ids(1));
    }

    function test_aTicketIsItsOwners() public {
        _buy(user, UNIT);
        vm.prank(user);
        basket.withdraw(UNIT);
        vm.warp(block.timestamp + UNBONDING);
        vm.prank(other);
        vm.expectRevert(abi.encodeWithSelector(IArtifactBasket.NotTicketOwner.selector, 1, user, other));
        basket.claim_tickets(_ids(1));
    }

    function test_nobodyRedeemsMoreThanHeHolds() public {
        _buy(user, UNIT);
        _buy(other, UNIT);
        vm.startPrank(user);
        vm.expectRevert(
            abi.encodeWithSignature("ERC20InsufficientBalance(address,uint256,uint256)", user, UNIT, UNIT + 1)
        );
        basket.withdraw(UNIT + 1);
        vm.expectRevert(IArtifactBasket.ZeroAmount.selector);
        basket.withdraw(0);
    }

    /// @notice The attack on the first depositor: gifts change no price here.
    function testFuzz_aGiftChangesNoPrice(uint64 gift, uint64 shares_) public {
        _buy(other, 1);
        cobo.mint_to(address(basket), gift);
        babylon.mint_to(address(basket), gift);
        uint256 shares = _between(shares_, 1, 1_000 * UNIT);
        uint256 bought = _buy(user, shares);
        vm.assertGe(bought, shares, "bought what was paid for");
        uint256[] memory worth = basket.quote_withdraw(bought);
        vm.assertEq(worth[0], bought * 4 / 10, "and it is worth that");
        vm.assertEq(worth[1], bought * 6 / 10, "in both legs");
    }

    // ------------------------------------------------------------------ a leg that does not move

    function test_aStuckLegDoesNotHoldUpTheOthers() public {
        LegSpec memory spec = LegSpec(4, 6, 0);
        basket = _new_basket(_legs_of(spec));
        _rich(user);
        _buy(user, 10 * UNIT);
        babylon.become(MoodyArtifact.Mood.Stuck);
        vm.startPrank(user);
        uint256[] memory paid = basket.withdraw(10 * UNIT);
        vm.assertEq(paid[0], 4 * UNIT, "paid");
        vm.assertEq(paid[1], 0, "a ticket instead");
        vm.expectRevert();
        basket.claim_tickets(_ids(1));
        babylon.become(MoodyArtifact.Mood.Plain);
        uint256 before = babylon.balanceOf(user);
        basket.claim_tickets(_ids(1));
        vm.assertEq(babylon.balanceOf(user), before + 6 * UNIT, "paid as soon as it moves");
        vm.assertEq(basket.leg_state(1).shares, 0, "nothing is owed");
    }

    // ------------------------------------------------------------------ losses

    function test_aLossIsBorneByAllWhoAreStillToBePaid() public {
        _buy(user, 10 * UNIT);
        _buy(other, 10 * UNIT);
        vm.prank(user);
        basket.withdraw(10 * UNIT);
        vm.expectEmit(address(basket));
        emit IArtifactBasket.LossReported(1, 3 * UNIT, 9 * UNIT);
        vm.prank(reporter);
        basket.report_loss(1, 3 * UNIT);
        vm.assertTrue(basket.is_impaired(1), "short");
        vm.assertFalse(basket.is_impaired(0), "the other leg is not");
        vm.assertEq(babylon.balanceOf(custodian), 3 * UNIT, "to the custodian");

        vm.warp(block.timestamp + UNBONDING);
        uint256 before = babylon.balanceOf(user);
        vm.prank(user);
        basket.claim_tickets(_ids(1));
        vm.assertEq(babylon.balanceOf(user) - before, 4.5 * 10 ** 8, "the ticket bears its half");
        uint256[] memory worth = basket.quote_withdraw(10 * UNIT);
        vm.assertEq(worth[0], 4 * UNIT, "the other leg pays in full");
        vm.assertEq(worth[1], 4.5 * 10 ** 8, "who stays bears the other half");
    }

    function test_noSharesAreSoldWhileALegIsShort() public {
        _buy(user, 10 * UNIT);
        vm.prank(reporter);
        basket.report_loss(1, 1);
        uint256[] memory price = basket.quote_deposit(UNIT);
        vm.prank(other);
        vm.expectRevert(abi.encodeWithSelector(IArtifactBasket.LegImpaired.selector, 1, 6 * UNIT - 1, 6 * UNIT));
        basket.deposit(price);
        vm.startPrank(other);
        vm.expectEmit(address(basket));
        emit IArtifactBasket.LegRestored(1, other, 1, 6 * UNIT);
        basket.restore(1, 1);
        basket.deposit(price);
        vm.assertEq(basket.balanceOf(other), UNIT, "sold again");
    }

    function test_aTotalLossTakesOneLegOnly() public {
        _buy(user, 10 * UNIT);
        vm.prank(reporter);
        basket.report_loss(1, 6 * UNIT);
        uint256 before = cobo.balanceOf(user);
        _leave(user, 10 * UNIT);
        vm.assertEq(cobo.balanceOf(user), before + 4 * UNIT, "the other leg");
        vm.assertEq(basket.leg_state(1).shares, 0, "nothing is owed");
        _buy(other, UNIT);
        vm.assertEq(basket.leg_state(1).reserve, 6 * UNIT / 10, "who comes later starts anew");
    }

    function test_aLossIsReportedByItsRoleWithinTheReserve() public {
        _buy(user, 10 * UNIT);
        vm.prank(user);
        vm.expectRevert(_missing_role(user, "LOSS_REPORTER_ROLE"));
        basket.report_loss(0, 1);
        vm.startPrank(reporter);
        vm.expectRevert(IArtifactBasket.ZeroAmount.selector);
        basket.report_loss(0, 0);
        vm.expectRevert(abi.encodeWithSelector(IArtifactBasket.LossExceedsReserve.selector, 0, 4 * UNIT + 1, 4 * UNIT));
        basket.report_loss(0, 4 * UNIT + 1);
    }

    function test_aRestorationFillsTheGapAndNoMore() public {
        _buy(user, 10 * UNIT);
        vm.startPrank(other);
        vm.expectRevert(abi.encodeWithSelector(IArtifactBasket.RestoreExceedsLoss.selector, 0, 1, 0));
        basket.restore(0, 1);
        vm.expectRevert(IArtifactBasket.ZeroAmount.selector);
        basket.restore(0, 0);
        vm.stopPrank();
        vm.prank(reporter);
        basket.report_loss(0, 10);
        vm.startPrank(other);
        vm.expectRevert(abi.encodeWithSelector(IArtifactBasket.RestoreExceedsLoss.selector, 0, 11, 10));
        basket.restore(0, 11);
        basket.restore(0, 4);
        vm.assertTrue(basket.is_impaired(0), "in part");
        basket.restore(0, 6);
        vm.assertFalse(basket.is_impaired(0), "whole");
    }

    /// @notice However often and in whatever parts a short leg is redeemed, nobody gets more than his part.
    function testFuzz_aShortLegIsSharedPerShare(uint64 shares_, uint64 loss_, uint64 first_) public {
        uint256 bought = _buy(user, _between(shares_, 2, 1_000 * UNIT));
        uint256 reserve = basket.leg_state(0).reserve;
        uint256 loss = _between(loss_, 1, reserve);
        vm.prank(reporter);
        basket.report_loss(0, loss);
        bool short = basket.is_impaired(0);
        uint256 first = _between(first_, 1, bought - 1);
        vm.prank(user);
        uint256 paid = basket.withdraw(first)[0];
        uint256 left = reserve - loss;
        vm.assertEq(paid, short ? left * first / bought : first * 4 / 10, "his part, or what was promised");
        vm.assertLe(paid, first * 4 / 10, "never more than promised");
        if (short) vm.assertGe((left - paid) * bought, left * (bought - first), "who stays keeps his");
        else vm.assertFalse(basket.is_impaired(0), "a loss that rounding covers hurts nobody");
    }

    // ------------------------------------------------------------------ hostile legs

    function test_anArtifactThatTakesAFeeIsNotTaken() public {
        cobo.become(MoodyArtifact.Mood.TakesAFee);
        vm.prank(user);
        vm.expectRevert(
            abi.encodeWithSelector(
                ArtifactTransfer.UnexpectedAmountReceived.selector, 4 * UNIT, 4 * UNIT - 4 * UNIT / 100
            )
        );
        basket.deposit(_two(4 * UNIT, 6 * UNIT));
    }

    function test_noTransferReenters() public {
        _buy(user, 10 * UNIT);
        bytes[4] memory calls = [
            abi.encodeCall(basket.withdraw, (1)),
            abi.encodeCall(basket.deposit, (_two(4, 6))),
            abi.encodeCall(basket.claim_tickets, (_ids(1))),
            abi.encodeCall(basket.restore, (1, 1))
        ];
        for (uint256 i; i < calls.length; ++i) {
            cobo.reenter(address(basket), calls[i]);
            vm.prank(user);
            basket.withdraw(UNIT);
            vm.assertFalse(cobo.reentered(), "refused");
            vm.assertEq(
                bytes32(cobo.answer()), bytes32(bytes4(keccak256("ReentrancyGuardReentrantCall()"))), "by the guard"
            );
        }
    }

    // ------------------------------------------------------------------ construction

    function test_legsMustFit() public {
        IArtifactBasket.LegTerms[] memory legs = new IArtifactBasket.LegTerms[](0);
        vm.expectRevert(abi.encodeWithSelector(IArtifactBasket.InvalidLegCount.selector, 0));
        _new_basket(legs);
        vm.expectRevert(abi.encodeWithSelector(IArtifactBasket.InvalidLegCount.selector, 9));
        _new_basket(new IArtifactBasket.LegTerms[](9));

        legs = _legs(0, 6);
        _refused_leg(0, legs);
        legs = _legs(4, 6);
        legs[0].artifact = user;
        _refused_leg(0, legs);
        legs = _legs(4, 6);
        legs[1].unbonding = 90 days + 1;
        _refused_leg(1, legs);
        legs = _legs(4, 6);
        legs[0].loss_receiver = address(0);
        _refused_leg(0, legs);
        legs = _legs(4, 6);
        legs[1].artifact = legs[0].artifact;
        _refused_leg(1, legs);
        legs = _legs(4, 6);
        legs[1].loss_receiver = vm.computeCreateAddress(address(this), vm.getNonce(address(this)));
        _refused_leg(1, legs);

        legs = _legs(4, 6);
        legs[1].artifact = address(new MoodyArtifact(18));
        vm.expectRevert(abi.encodeWithSelector(IArtifactBasket.DecimalsMismatch.selector, 1, 8, 18));
        _new_basket(legs);
        legs = _legs(4, 6);
        vm.expectRevert(IArtifactBasket.ZeroAccount.selector);
        new ArtifactBasket(owner, _one(address(0)), "Hybrid", "HYB", legs);
    }

    // ------------------------------------------------------------------ words

    struct LegSpec {
        uint32 first;
        uint32 second;
        uint32 unbonding;
    }

    function _legs(uint32 first, uint32 second) private view returns (IArtifactBasket.LegTerms[] memory) {
        return _legs_of(LegSpec(first, second, UNBONDING));
    }

    function _legs_of(LegSpec memory spec) private view returns (IArtifactBasket.LegTerms[] memory legs) {
        legs = new IArtifactBasket.LegTerms[](2);
        legs[0] = IArtifactBasket.LegTerms(address(cobo), spec.first, 0, custodian);
        legs[1] = IArtifactBasket.LegTerms(address(babylon), spec.second, spec.unbonding, custodian);
    }

    function _new_basket(IArtifactBasket.LegTerms[] memory legs) private returns (ArtifactBasket) {
        return new ArtifactBasket(owner, _one(reporter), "Hybrid", "HYB", legs);
    }

    function _refused_leg(uint256 leg, IArtifactBasket.LegTerms[] memory legs) private {
        vm.expectRevert(abi.encodeWithSelector(IArtifactBasket.InvalidLeg.selector, leg, legs[leg].artifact));
        _new_basket(legs);
    }

    function _rich(address account) private {
        cobo.mint_to(account, 2_000_000 * UNIT);
        babylon.mint_to(account, 2_000_000 * UNIT);
        vm.startPrank(account);
        cobo.approve(address(basket), type(uint256).max);
        babylon.approve(address(basket), type(uint256).max);
        vm.stopPrank();
    }

    function _buy(address account, uint256 shares) private returns (uint256) {
        uint256[] memory price = basket.quote_deposit(shares);
        vm.prank(account);
        return basket.deposit(price);
    }

    function _leave(address account, uint256 shares) private {
        vm.prank(account);
        basket.withdraw(shares);
        vm.warp(block.timestamp + UNBONDING);
        uint256[] memory ids = _ids(basket.ticket_count());
        vm.prank(account);
        basket.claim_tickets(ids);
    }

    function _two(uint256 first, uint256 second) private pure returns (uint256[] memory amounts) {
        amounts = new uint256[](2);
        amounts[0] = first;
        amounts[1] = second;
    }

    function _ids(uint256 id) private pure returns (uint256[] memory ids) {
        ids = new uint256[](1);
        ids[0] = id;
    }
}
