// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {GasService} from "../src/GasService.sol";
import {InboundMessage} from "../src/SettlementTypes.sol";
import {IGasService} from "../src/interfaces/IGasService.sol";
import {Suite} from "./support/Suite.sol";
import {Vm, vm} from "../support/Vm.sol";

/// @notice Receives wei in ways that could hurt the vault.
contract Receiver {
    enum Temper {
        Takes,
        Refuses,
        BurnsGas,
        Reenters
    }

    Temper private _temper;
    GasService private immutable _vault;

    constructor(GasService vault) {
        _vault = vault;
    }

    function become(Temper temper) external {
        _temper = temper;
    }

    function claim(address to) external {
        _vault.claim(to);
    }

    receive() external payable {
        if (_temper == Temper.Refuses) revert("no");
        if (_temper == Temper.BurnsGas) while (true) _temper = Temper.BurnsGas;
        if (_temper == Temper.Reenters) _vault.claim(address(this));
    }
}

/// @notice The vault's promises: paid once, to the right one, and never more than came in.
contract GasServiceTest is Suite {
    GasService private vault;

    function setUp() public override {
        super.setUp();
        vault = alpha.gas;
    }

    function test_prepaymentOpensTheAccountAndTopUpAdds() public {
        uint256 txid = _prepaid(1 ether);
        vm.prank(relayer);
        vault.top_up{value: 0.5 ether}(txid);
        (uint256 prepaid, address refund_to, bool closed) = vault.account(txid);
        vm.assertEq(prepaid, 1.5 ether, "prepaid");
        vm.assertEq(refund_to, user, "refund receiver");
        vm.assertFalse(closed, "open");
        vm.assertEq(vault.liabilities(), 1.5 ether, "liabilities");
        vm.assertEq(vault.collectable(), 0, "nothing to collect");
    }

    function test_onlyTheSettlementContractOpensAccounts() public {
        vm.expectRevert(abi.encodeWithSelector(IGasService.OnlySettlement.selector, address(this)));
        vault.prepay(1, user);
    }

    function test_topUpNeedsAnOpenAccount() public {
        vm.expectRevert(abi.encodeWithSelector(IGasService.UnknownAccount.selector, 1));
        vault.top_up(1);
        uint256 txid = _prepaid(0);
        _refund(txid, user, 0);
        vm.expectRevert(abi.encodeWithSelector(IGasService.AccountClosed.selector, txid));
        vault.top_up(txid);
    }

    function test_refundPaysTheSenderAndLeavesTheRestToCollect() public {
        uint256 txid = _prepaid(1 ether);
        uint256 before = user.balance;
        _refund(txid, user, 0.4 ether);
        vm.assertEq(user.balance, before + 0.4 ether, "refunded");
        vm.assertEq(vault.liabilities(), 0, "nothing owed");
        vm.assertEq(vault.collectable(), 0.6 ether, "the rest");
        vm.prank(owner);
        vault.collect(relayer, 0.6 ether);
        vm.expectRevert(abi.encodeWithSelector(IGasService.CollectExceedsCollectable.selector, 1, 0));
        vm.prank(owner);
        vault.collect(relayer, 1);
    }

    function test_wrongOrdersAreSkippedAndTheOthersPaid() public {
        uint256 closed = _prepaid(1 ether);
        _refund(closed, user, 1 ether);
        IGasService.Refund[] memory refunds = new IGasService.Refund[](5);
        refunds[0] = IGasService.Refund(closed, user, 1 ether);
        refunds[1] = IGasService.Refund(12345, user, 1);
        refunds[2] = IGasService.Refund(_prepaid(1 ether), relayer, 1 ether);
        refunds[3] = IGasService.Refund(_prepaid(1 ether), user, 1 ether + 1);
        refunds[4] = IGasService.Refund(_prepaid(1 ether), user, 1 ether);
        uint256 before = user.balance;
        vm.recordLogs();
        vm.prank(refunder);
        vault.refund(refunds);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(_count(logs, IGasService.GasRefunded.selector), 1, "paid");
        _skipped(logs, closed, IGasService.AccountClosed.selector);
        _skipped(logs, 12345, IGasService.UnknownAccount.selector);
        _skipped(logs, refunds[2].txid, IGasService.WrongRefundReceiver.selector);
        _skipped(logs, refunds[3].txid, IGasService.RefundExceedsPrepaid.selector);
        vm.assertEq(user.balance, before + 1 ether, "once");
    }

    function test_onlyRefundersRefundAndOnlyCollectorsCollect() public {
        vm.expectRevert();
        vault.refund(new IGasService.Refund[](0));
        vm.expectRevert();
        vault.collect(relayer, 0);
    }

    function test_receiverThatCannotTakeItClaims() public {
        for (uint8 temper = 1; temper <= uint8(type(Receiver.Temper).max); ++temper) {
            Receiver account = new Receiver(vault);
            uint256 txid = _prepaid_for(address(account), 1 ether);
            uint256 after_it = _prepaid(1 ether);
            account.become(Receiver.Temper(temper));
            IGasService.Refund[] memory refunds = new IGasService.Refund[](2);
            refunds[0] = IGasService.Refund(txid, address(account), 0.7 ether);
            refunds[1] = IGasService.Refund(after_it, user, 1 ether);
            uint256 before = user.balance;
            vm.prank(refunder);
            vault.refund{gas: 400_000}(refunds);
            vm.assertEq(user.balance, before + 1 ether, "the next one is paid");
            vm.assertEq(vault.claimable(address(account)), 0.7 ether, "claimable");
            vm.assertEq(vault.liabilities(), 0.7 ether, "still owed");
            account.claim(receiver);
            vm.assertEq(vault.liabilities(), 0, "paid");
            vm.expectRevert(abi.encodeWithSelector(IGasService.NothingToClaim.selector, address(account)));
            account.claim(receiver);
        }
    }

    function testFuzz_tooLittleGasForAPushRevertsInsteadOfMakingAClaim(uint256 gas_limit) public {
        uint256 txid = _prepaid(1 ether);
        IGasService.Refund[] memory refunds = new IGasService.Refund[](1);
        refunds[0] = IGasService.Refund(txid, user, 1 ether);
        vm.prank(refunder);
        (bool done,) =
            address(vault).call{gas: 20_000 + gas_limit % 150_000}(abi.encodeCall(IGasService.refund, (refunds)));
        (,, bool closed) = vault.account(txid);
        vm.assertEq(closed, done, "closed or untouched");
        vm.assertEq(vault.claimable(user), 0, "nothing to claim");
    }

    function test_plainTransfersAreRefused() public {
        (bool sent,) = address(vault).call{value: 1}("");
        vm.assertFalse(sent, "refused");
    }

    function testFuzz_refundsNeverExceedWhatCameIn(uint88 prepaid, uint88 topped, uint256 amount) public {
        vm.deal(user, prepaid);
        vm.deal(relayer, topped);
        uint256 total = uint256(prepaid) + topped;
        vm.assume(total <= type(uint88).max);
        uint256 txid = _prepaid(prepaid);
        vm.prank(relayer);
        vault.top_up{value: topped}(txid);
        _refund(txid, user, amount);
        vm.assertEq(user.balance, amount <= total ? amount : 0, "paid whole or not at all");
        vm.assertEq(vault.liabilities() + vault.collectable(), address(vault).balance, "books");
    }

    // ------------------------------------------------------------------ steps

    function _prepaid(uint256 amount) private returns (uint256) {
        return _send_mint_burn(1, amount).txid;
    }

    /// @dev As if the account had sent a message.
    function _prepaid_for(address account, uint256 amount) private returns (uint256 txid) {
        txid = uint256(uint160(account));
        vm.deal(address(alpha.settlement), amount);
        vm.prank(address(alpha.settlement));
        vault.prepay{value: amount}(txid, account);
    }

    function _refund(uint256 txid, address to, uint256 amount) private {
        IGasService.Refund[] memory refunds = new IGasService.Refund[](1);
        refunds[0] = IGasService.Refund(txid, to, amount);
        vm.prank(refunder);
        vault.refund(refunds);
    }

    function _skipped(Vm.Log[] memory logs, uint256 txid, bytes4 reason) private pure {
        Vm.Log memory log = _log(logs, IGasService.RefundSkipped.selector, txid);
        vm.assertEq(bytes32(abi.decode(log.data, (bytes4))), bytes32(reason), "reason");
    }
}
