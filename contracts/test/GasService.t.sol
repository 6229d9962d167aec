// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {GasService} from "../src/GasService.sol";
import {CrossChainMsgStatus} from "../src/SettlementTypes.sol";
import {IGasService} from "../src/interfaces/IGasService.sol";
import {Vm, vm} from "../support/Vm.sol";
import {Receiver, Vault} from "./support/Vault.sol";

/// @notice Paying in by anyone, paying back once to the right one, collecting only what is left behind.
contract GasServiceTest is Vault {
    // ------------------------------------------------------------------ paying in

    function test_theSendersPrepaymentLivesInTheRecordOfItsMessage() public {
        vm.expectEmit(address(vault));
        emit IGasService.GasPrepaid(TXID, user, user, 1000);
        _prepay(user, TXID, user, 1000);
        _prepay(friend, TXID, user, 500);
        vm.assertEq(_recorded(TXID), 1500, "recorded");
        vm.assertEq(_held(TXID, user), 1500, "held");
        vm.assertEq(vault.liabilities(), 1500, "owed");
        vm.assertEq(vault.collectable(), 0, "nothing to collect");
    }

    function test_whatDoesNotFitTheRecordIsKeptBesideIt() public {
        _prepay(user, TXID, user, FITS);
        _prepay(user, TXID, user, 1);
        _prepay(user, TXID, user, 1 ether);
        vm.assertEq(_recorded(TXID), FITS, "recorded");
        vm.assertEq(_held(TXID, user), FITS + 1 + 1 ether, "held");
    }

    function test_everyPayerHasAnAccountOfItsOwn() public {
        _prepay(user, TXID, user, 10);
        _prepay(friend, TXID, friend, 20);
        vm.assertEq(_held(TXID, user), 10, "the sender's");
        vm.assertEq(_held(TXID, friend), 20, "the friend's");
        vm.assertEq(_recorded(TXID), 10, "only the sender's is in the record");
    }

    function test_messagesOfOtherChainsAndUnsentOnesAreTaken() public {
        _prepay(friend, 1, friend, 20);
        _prepay(user, 2, user, 30);
        records.send(2, user);
        _prepay(user, 2, user, 5);
        vm.assertEq(_held(1, friend), 20, "unknown here");
        vm.assertEq(_held(2, user), 35, "paid before and after it was sent");
    }

    function test_topUpGoesToTheSenderWhenItIsKnown() public {
        vm.startPrank(friend);
        vault.top_up{value: 7}(TXID);
        vault.top_up{value: 8}(1);
        vm.stopPrank();
        vm.assertEq(_held(TXID, user), 7, "known: the sender's");
        vm.assertEq(_held(1, friend), 8, "unknown: the caller's");
    }

    function test_payingNothingIsLoggedAndChangesNothing() public {
        vm.expectEmit(address(vault));
        emit IGasService.GasPrepaid(TXID, user, user, 0);
        _prepay(user, TXID, user, 0);
        vm.assertEq(_held(TXID, user), 0, "nothing held");
    }

    function test_nobodyPaysForAMessageThatHasEnded() public {
        for (uint8 status = 2; status <= 3; ++status) {
            records.end(TXID, CrossChainMsgStatus(status));
            vm.prank(user);
            vm.expectRevert(abi.encodeWithSelector(IGasService.MessageEnded.selector, TXID));
            vault.prepay{value: 1}(TXID, user);
            vm.prank(friend);
            vm.expectRevert(abi.encodeWithSelector(IGasService.MessageEnded.selector, TXID));
            vault.top_up{value: 1}(TXID);
        }
    }

    function test_moneyForNobodyIsRefused() public {
        vm.expectRevert(IGasService.ZeroAddress.selector);
        vm.prank(user);
        vault.prepay{value: 1}(TXID, address(0));
        (bool sent,) = address(vault).call{value: 1}("");
        vm.assertFalse(sent, "a plain transfer names no message");
    }

    function testFuzz_paymentsByAnyoneInAnyOrderAddUp(uint256[12] memory amounts, uint256 seed) public {
        uint256 of_user;
        uint256 of_friend;
        for (uint256 i; i < amounts.length; ++i) {
            uint256 amount = amounts[i] % 2 == 0 ? amounts[i] % 1 ether : amounts[i] % FITS;
            bool to_user = seed & 1 == 0;
            bool by_user = seed & 2 == 0;
            seed = uint256(keccak256(abi.encode(seed)));
            _prepay(by_user ? user : friend, TXID, to_user ? user : friend, amount);
            if (to_user) of_user += amount;
            else of_friend += amount;
        }
        vm.assertEq(_held(TXID, user), of_user, "the sender's");
        vm.assertEq(_held(TXID, friend), of_friend, "the friend's");
        vm.assertEq(vault.liabilities(), of_user + of_friend, "owed");
    }

    // ------------------------------------------------------------------ paying back

    function test_aRefundPaysThePayerAndLeavesTheRestToCollect() public {
        _prepay(user, TXID, user, 1 ether);
        _end(TXID);
        uint256 before = user.balance;
        vm.expectEmit(address(vault));
        emit IGasService.GasRefunded(TXID, user, 0.4 ether, true);
        _order(TXID, user, 0.4 ether);
        vm.assertEq(user.balance, before + 0.4 ether, "refunded");
        vm.assertEq(vault.liabilities(), 0, "nothing owed");
        vm.assertEq(vault.collectable(), 0.6 ether, "the rest");
    }

    function test_recordAndAccountBesideItAreClosedTogether() public {
        _prepay(user, TXID, user, FITS);
        _prepay(user, TXID, user, 1 ether);
        _end(TXID);
        uint256 before = user.balance;
        _order(TXID, user, FITS + 1 ether);
        vm.assertEq(user.balance, before + FITS + 1 ether, "everything went back");
        vm.assertEq(_recorded(TXID) + _held(TXID, user), 0, "nothing is left");
    }

    function test_accountsOfOneMessageCloseApart() public {
        _prepay(user, TXID, user, 100);
        _prepay(friend, TXID, friend, 200);
        _end(TXID);
        _order(TXID, friend, 150);
        vm.assertEq(_held(TXID, user), 100, "the sender's stays");
        _order(TXID, user, 100);
        vm.assertEq(vault.collectable(), 50, "what the friend's left");
        vm.assertEq(vault.liabilities(), 0, "both closed");
    }

    function test_noRefundWhileTheMessageIsUnderWay() public {
        _prepay(user, TXID, user, 100);
        vm.recordLogs();
        _order(TXID, user, 100);
        _skipped(vm.getRecordedLogs(), TXID, IGasService.MessagePending.selector);
        vm.assertEq(_held(TXID, user), 100, "untouched");
    }

    function test_wrongOrdersAreSkippedAndTheOthersPaid() public {
        _prepay(user, TXID, user, 100);
        records.send(78, user);
        _prepay(user, 78, user, 100);
        _prepay(friend, 1, friend, 100);
        _end(TXID);
        _end(78);
        _order(1, friend, 100);
        IGasService.Refund[] memory refunds = new IGasService.Refund[](5);
        refunds[0] = IGasService.Refund(1, friend, 100);
        refunds[1] = IGasService.Refund(2, friend, 0);
        refunds[2] = IGasService.Refund(78, user, 101);
        refunds[3] = IGasService.Refund(TXID, user, 100);
        refunds[4] = IGasService.Refund(TXID, user, 100);
        uint256 before = user.balance;
        vm.recordLogs();
        vm.prank(refunder);
        vault.refund(refunds);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(_count(logs, IGasService.GasRefunded.selector), 1, "paid");
        _skipped(logs, 1, IGasService.AccountClosed.selector);
        _skipped(logs, 2, IGasService.NothingPrepaid.selector);
        _skipped(logs, 78, IGasService.RefundExceedsPrepaid.selector);
        _skipped(logs, TXID, IGasService.NothingPrepaid.selector);
        vm.assertEq(user.balance, before + 100, "once");
    }

    function test_aClosedAccountOfAnotherChainsMessageTakesNoMore() public {
        _prepay(friend, 1, friend, 100);
        _order(1, friend, 60);
        (uint256 held, bool closed) = vault.account(1, friend);
        vm.assertEq(held, 0, "empty");
        vm.assertTrue(closed, "closed");
        vm.prank(friend);
        vm.expectRevert(abi.encodeWithSelector(IGasService.AccountClosed.selector, 1, friend));
        vault.prepay{value: 100}(1, friend);
    }

    /// @dev The mark of a too early order must not lock up what the message is paid with later.
    function test_anAccountClosedBeforeItsMessageWasSentOpensWithIt() public {
        _prepay(user, 5, user, 10);
        _order(5, user, 10);
        records.send(5, user);
        _prepay(user, 5, user, 100);
        _prepay(user, 5, user, 1 ether);
        (uint256 held, bool closed) = vault.account(5, user);
        vm.assertEq(held, 1 ether + 100, "taken");
        vm.assertFalse(closed, "open");
        _end(5);
        uint256 before = user.balance;
        _order(5, user, 1 ether);
        vm.assertEq(user.balance, before + 1 ether, "paid back");
    }

    function testFuzz_aRefundIsPaidWholeOrNotAtAll(uint256 prepaid, uint256 topped, uint256 amount) public {
        prepaid = prepaid % 10 ether;
        topped = topped % 10 ether;
        amount = amount % 21 ether;
        _prepay(user, TXID, user, prepaid);
        _prepay(friend, TXID, user, topped);
        _end(TXID);
        uint256 before = user.balance;
        _order(TXID, user, amount);
        _order(TXID, user, amount);
        bool fits = amount <= prepaid + topped && prepaid + topped > 0;
        vm.assertEq(user.balance - before, fits ? amount : 0, "paid whole or not at all, once");
        vm.assertEq(vault.liabilities() + vault.collectable(), address(vault).balance, "books");
    }

    // ------------------------------------------------------------------ hostile receivers

    function test_aReceiverThatDoesNotTakeItClaimsAndHurtsNobody() public {
        for (uint8 temper = 1; temper <= uint8(type(Receiver.Temper).max); ++temper) {
            Receiver account = new Receiver(vault);
            account.become(Receiver.Temper(temper));
            uint256 txid = 1000 + temper;
            IGasService.Refund[] memory refunds = new IGasService.Refund[](3);
            refunds[0] = _ended(txid, user);
            refunds[1] = _ended(txid + 100, address(account));
            refunds[2] = _ended(txid + 200, friend);
            uint256 before = user.balance + friend.balance;
            vm.prank(refunder);
            vault.refund{gas: 500_000}(refunds);
            vm.assertEq(user.balance + friend.balance, before + 1400, "its neighbours are paid");
            vm.assertEq(vault.claimable(address(account)), 700, "claimable");
            vm.assertEq(vault.liabilities(), 700, "still owed");
            account.become(Receiver.Temper.Takes);
            account.claim(stranger);
            vm.assertEq(stranger.balance, 700 * uint256(temper), "paid where it wanted");
            vm.assertEq(vault.liabilities(), 0, "nothing owed");
            vm.expectRevert(abi.encodeWithSelector(IGasService.NothingToClaim.selector, address(account)));
            account.claim(stranger);
        }
    }

    function test_aReceiverCannotClaimAgainFromInsideItsClaim() public {
        Receiver account = new Receiver(vault);
        account.become(Receiver.Temper.Refuses);
        IGasService.Refund[] memory refunds = new IGasService.Refund[](1);
        refunds[0] = _ended(9, address(account));
        vm.prank(refunder);
        vault.refund(refunds);
        account.become(Receiver.Temper.ReentersClaim);
        vm.expectRevert(abi.encodeWithSelector(IGasService.PaymentFailed.selector, address(account), 700));
        account.claim(address(account));
        vm.assertEq(vault.claimable(address(account)), 700, "still there");
    }

    function test_claimsGoSomewhere() public {
        vm.expectRevert(IGasService.ZeroAddress.selector);
        vault.claim(address(0));
    }

    function testFuzz_tooLittleGasForAPushRevertsInsteadOfMakingAClaim(uint256 gas_limit) public {
        IGasService.Refund[] memory refunds = new IGasService.Refund[](1);
        refunds[0] = _ended(9, user);
        vm.prank(refunder);
        (bool done,) =
            address(vault).call{gas: 20_000 + gas_limit % 200_000}(abi.encodeCall(IGasService.refund, (refunds)));
        vm.assertEq(_held(9, user) == 0, done, "closed or untouched");
        vm.assertEq(vault.claimable(user), 0, "nothing to claim");
    }

    // ------------------------------------------------------------------ collecting and roles

    function test_onlyWhatClosedAccountsLeftIsCollected() public {
        _prepay(user, TXID, user, 1 ether);
        _prepay(friend, 1, friend, 5 ether);
        _end(TXID);
        _order(TXID, user, 0.4 ether);
        vm.startPrank(collector);
        vm.expectRevert(
            abi.encodeWithSelector(IGasService.CollectExceedsCollectable.selector, 0.6 ether + 1, 0.6 ether)
        );
        vault.collect(collector, 0.6 ether + 1);
        vm.expectRevert(IGasService.ZeroAddress.selector);
        vault.collect(address(0), 1);
        vault.collect(collector, 0.6 ether);
        vm.stopPrank();
        vm.assertEq(collector.balance, 0.6 ether, "collected");
        vm.assertEq(vault.collectable(), 0, "nothing left");
        vm.assertEq(vault.liabilities(), 5 ether, "the friend's is untouched");
    }

    function test_aCollectorThatCannotBePaidLosesNothing() public {
        Receiver account = new Receiver(vault);
        account.become(Receiver.Temper.Refuses);
        _prepay(user, TXID, user, 100);
        _end(TXID);
        _order(TXID, user, 0);
        vm.prank(collector);
        vm.expectRevert(abi.encodeWithSelector(IGasService.PaymentFailed.selector, address(account), 100));
        vault.collect(address(account), 100);
        vm.assertEq(vault.collectable(), 100, "still there");
    }

    function test_eachRoleMayOnlyWhatIsItsOwn() public {
        address[4] memory others = [stranger, owner, manager, user];
        for (uint256 i; i < others.length; ++i) {
            vm.startPrank(others[i]);
            vm.expectRevert(_unauthorized(others[i], vault.REFUNDER_ROLE()));
            vault.refund(new IGasService.Refund[](0));
            vm.expectRevert(_unauthorized(others[i], vault.REFUNDER_ROLE()));
            vault.publish_receipts(bytes32(uint256(1)), 1, "");
            vm.expectRevert(_unauthorized(others[i], vault.COLLECTOR_ROLE()));
            vault.collect(user, 0);
            if (others[i] != manager) {
                vm.expectRevert(_unauthorized(others[i], vault.MANAGER_ROLE()));
                vault.set_quote_signer(stranger, true);
                vm.expectRevert(_unauthorized(others[i], vault.MANAGER_ROLE()));
                vault.revoke_receipts(bytes32(uint256(1)));
            }
            vm.stopPrank();
        }
    }

    function test_aVaultNeedsASettlementContractAndRealPeople() public {
        address[] memory none = new address[](0);
        vm.expectRevert(abi.encodeWithSelector(IGasService.NotAContract.selector, stranger));
        new GasService(owner, stranger, none, none, none, none);
        vm.expectRevert(IGasService.ZeroAddress.selector);
        new GasService(owner, address(records), _list(address(0)), none, none, none);
        vm.expectRevert(IGasService.ZeroAddress.selector);
        new GasService(owner, address(records), none, none, none, _list(address(0)));
    }

    // ------------------------------------------------------------------ steps

    /// @return an order over 700 of the 1000 that were prepaid for a message that has ended
    function _ended(uint256 txid, address sender) private returns (IGasService.Refund memory) {
        records.send(txid, sender);
        _prepay(friend, txid, sender, 1000);
        _end(txid);
        return IGasService.Refund(txid, sender, 700);
    }

    function _unauthorized(address account, bytes32 role) private pure returns (bytes memory) {
        return abi.encodeWithSignature("AccessControlUnauthorizedAccount(address,bytes32)", account, role);
    }
}
