// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IGasService} from "../src/interfaces/IGasService.sol";
import {vm} from "../support/Vm.sol";
import {ReceiptTree} from "./support/ReceiptTree.sol";
import {Receiver, Vault} from "./support/Vault.sol";

/// @notice A payer closes its own account with a published receipt: once, and never beside an order.
contract GasServiceReceiptsTest is Vault {
    string private constant URI = "ipfs://receipts";

    function test_anyoneBringsAReceiptAndThePayerIsPaid() public {
        IGasService.ReceiptClaim[] memory receipts = _published(4);
        uint256 before = user.balance;
        vm.prank(stranger);
        vault.claim_receipts(_only(receipts[2]));
        vm.assertEq(user.balance, before + 700, "paid");
        vm.assertEq(vault.collectable(), 300, "what it cost");
        vm.assertEq(_held(receipts[2].txid, user), 0, "closed");
        vm.assertEq(vault.liabilities(), 3000, "the others are open");
    }

    function test_aReceiptAndAnOrderExcludeEachOther() public {
        IGasService.ReceiptClaim[] memory receipts = _published(3);
        uint256 before = user.balance;
        _order(receipts[0].txid, user, 700);
        vm.recordLogs();
        vault.claim_receipts(_only(receipts[0]));
        _skipped(vm.getRecordedLogs(), receipts[0].txid, IGasService.NothingPrepaid.selector);
        vault.claim_receipts(_only(receipts[1]));
        vault.claim_receipts(_only(receipts[1]));
        vm.recordLogs();
        _order(receipts[1].txid, user, 700);
        _skipped(vm.getRecordedLogs(), receipts[1].txid, IGasService.NothingPrepaid.selector);
        vm.assertEq(user.balance, before + 1400, "each once");
        vm.assertEq(vault.liabilities(), 1000, "the third is open");
    }

    function test_aBatchPaysEachOfItsReceiptsOnce() public {
        IGasService.ReceiptClaim[] memory receipts = _published(7);
        receipts[6] = receipts[5];
        uint256 before = user.balance;
        vault.claim_receipts(receipts);
        vm.assertEq(user.balance, before + 6 * 700, "six of seven");
        vm.assertEq(vault.collectable(), 6 * 300, "collectable");
    }

    /// @dev Even when the payer of a message of another chain pays the same sum again.
    function test_aReceiptOfAnotherChainsMessageCannotBeUsedTwice() public {
        _prepay(friend, 1, friend, 1000);
        IGasService.ReceiptClaim[] memory receipts = _only(_receipt(1, friend, 1000, 300));
        _publish(receipts);
        vault.claim_receipts(receipts);
        vm.prank(friend);
        vm.expectRevert(abi.encodeWithSelector(IGasService.AccountClosed.selector, 1, friend));
        vault.prepay{value: 1000}(1, friend);
        vm.recordLogs();
        vault.claim_receipts(receipts);
        _skipped(vm.getRecordedLogs(), 1, IGasService.AccountClosed.selector);
    }

    function test_whatCameInAfterTheReceiptGoesBackWhole() public {
        _prepay(friend, 1, friend, 1000);
        IGasService.ReceiptClaim[] memory receipts = _only(_receipt(1, friend, 1000, 300));
        _publish(receipts);
        _prepay(user, 1, friend, 5);
        uint256 before = friend.balance;
        vault.claim_receipts(receipts);
        vm.assertEq(friend.balance, before + 705, "charged what the receipt says");
        vm.assertEq(vault.collectable(), 300, "and no more");
    }

    function test_aReceiptOverMoreThanTheAccountHoldsIsRefused() public {
        _prepay(user, TXID, user, 999);
        _end(TXID);
        IGasService.ReceiptClaim[] memory receipts = _only(_receipt(TXID, user, 1000, 300));
        _publish(receipts);
        vm.expectRevert(abi.encodeWithSelector(IGasService.ReceiptExceedsPrepaid.selector, TXID, 1000, 999));
        vault.claim_receipts(receipts);
    }

    function test_noReceiptCountsWhileItsMessageIsUnderWay() public {
        _prepay(user, TXID, user, 1000);
        IGasService.ReceiptClaim[] memory receipts = _only(_receipt(TXID, user, 1000, 300));
        _publish(receipts);
        vm.recordLogs();
        vault.claim_receipts(receipts);
        _skipped(vm.getRecordedLogs(), TXID, IGasService.MessagePending.selector);
        vm.assertEq(_held(TXID, user), 1000, "untouched");
    }

    function test_aMessageThatCostMoreThanWasPrepaidGivesNothingBack() public {
        _prepay(user, TXID, user, 1000);
        _end(TXID);
        IGasService.ReceiptClaim[] memory receipts = _only(_receipt(TXID, user, 1000, 1200));
        _publish(receipts);
        vault.claim_receipts(receipts);
        vm.assertEq(vault.collectable(), 1000, "all of it");
    }

    function test_aReceiptThatGivesBackMoreThanItHadIsRefused() public {
        _prepay(user, TXID, user, 1000);
        _end(TXID);
        IGasService.ReceiptClaim[] memory receipts = _only(_receipt(TXID, user, 1000, 300));
        receipts[0].refund = 1001;
        _publish(receipts);
        bytes32 root = receipts[0].root;
        vm.expectRevert(abi.encodeWithSelector(IGasService.InvalidReceipt.selector, root, TXID));
        vault.claim_receipts(receipts);
    }

    function test_everyFieldOfAReceiptIsProven() public {
        IGasService.ReceiptClaim[] memory receipts = _published(5);
        for (uint256 field; field < 6; ++field) {
            IGasService.ReceiptClaim memory changed = abi.decode(abi.encode(receipts[1]), (IGasService.ReceiptClaim));
            if (field == 0) changed.txid = receipts[2].txid;
            if (field == 1) changed.payer = stranger;
            if (field == 2) changed.prepaid += 1;
            if (field == 3) changed.spent -= 1;
            if (field == 4) changed.refund += 1;
            if (field == 5) changed.proof = receipts[2].proof;
            vm.expectRevert(abi.encodeWithSelector(IGasService.InvalidReceipt.selector, changed.root, changed.txid));
            vault.claim_receipts(_only(changed));
        }
    }

    function test_onlyPublishedTreesCountAndARevokedOneNoMore() public {
        IGasService.ReceiptClaim[] memory receipts = _published(2);
        bytes32 root = receipts[0].root;
        vm.assertEq(uint256(vault.receipts(root)), 2, "leaves");
        vm.expectEmit(address(vault));
        emit IGasService.ReceiptsRevoked(root);
        vm.prank(manager);
        vault.revoke_receipts(root);
        vm.expectRevert(abi.encodeWithSelector(IGasService.ReceiptsUnknown.selector, root));
        vault.claim_receipts(receipts);
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(IGasService.ReceiptsUnknown.selector, root));
        vault.revoke_receipts(root);
    }

    function test_aTreeIsPublishedOnceAndNotEmpty() public {
        IGasService.ReceiptClaim[] memory receipts = _published(2);
        bytes32 root = receipts[0].root;
        vm.startPrank(refunder);
        vm.expectRevert(abi.encodeWithSelector(IGasService.ReceiptsAlreadyPublished.selector, root));
        vault.publish_receipts(root, 2, URI);
        vm.expectRevert(IGasService.EmptyReceipts.selector);
        vault.publish_receipts(bytes32(0), 2, URI);
        vm.expectRevert(IGasService.EmptyReceipts.selector);
        vault.publish_receipts(keccak256("root"), 0, URI);
        vm.expectEmit(address(vault));
        emit IGasService.ReceiptsPublished(keccak256("root"), 9, URI);
        vault.publish_receipts(keccak256("root"), 9, URI);
        vm.stopPrank();
    }

    function test_aHostilePayerInABatchOfReceiptsHurtsNobody() public {
        for (uint8 temper = 1; temper <= uint8(type(Receiver.Temper).max); ++temper) {
            Receiver account = new Receiver(vault);
            IGasService.ReceiptClaim[] memory receipts = new IGasService.ReceiptClaim[](3);
            uint256 txid = uint256(temper) * 10_000;
            receipts[0] = _ended(txid, user);
            receipts[1] = _ended(txid + 1, address(account));
            receipts[2] = _ended(txid + 2, friend);
            _publish(receipts);
            account.become(Receiver.Temper(temper));
            account.prepare(abi.encodeCall(IGasService.claim_receipts, (_only(receipts[2]))));
            uint256 before = user.balance + friend.balance;
            vault.claim_receipts(receipts);
            vm.assertEq(user.balance + friend.balance, before + 1400, "its neighbours are paid");
            vm.assertEq(vault.claimable(address(account)), 700, "it claims");
            vm.assertEq(account.entered(), 0, "and was not let in");
        }
    }

    function testFuzz_anyReceiptOfAnyTreePaysExactlyWhatItSays(uint8 count, uint8 pick, uint256 prepaid, uint256 spent)
        public
    {
        uint256 leaves = 1 + uint256(count) % 20;
        uint256 chosen = uint256(pick) % leaves;
        prepaid = 1 + prepaid % 2 ether;
        spent = spent % 3 ether;
        IGasService.ReceiptClaim[] memory receipts = new IGasService.ReceiptClaim[](leaves);
        for (uint256 i; i < leaves; ++i) {
            receipts[i] = _ended(500 + i, user);
        }
        records.send(9, friend);
        _prepay(user, 9, friend, prepaid);
        _end(9);
        receipts[chosen] = _receipt(9, friend, prepaid, spent);
        _publish(receipts);
        uint256 before = friend.balance;
        vault.claim_receipts(_only(receipts[chosen]));
        vm.assertEq(friend.balance - before, spent < prepaid ? prepaid - spent : 0, "paid");
        vm.assertEq(vault.collectable(), spent < prepaid ? spent : prepaid, "kept");
    }

    // ------------------------------------------------------------------ steps

    function _published(uint256 count) private returns (IGasService.ReceiptClaim[] memory receipts) {
        receipts = new IGasService.ReceiptClaim[](count);
        for (uint256 i; i < count; ++i) {
            receipts[i] = _ended(100 + i, user);
        }
        _publish(receipts);
    }

    function _publish(IGasService.ReceiptClaim[] memory receipts) private {
        bytes32 root = ReceiptTree.seal(receipts);
        vm.prank(refunder);
        vault.publish_receipts(root, uint64(receipts.length), URI);
    }

    /// @return the receipt of a message that has ended and cost 300 of its 1000
    function _ended(uint256 txid, address sender) private returns (IGasService.ReceiptClaim memory) {
        records.send(txid, sender);
        _prepay(friend, txid, sender, 1000);
        _end(txid);
        return _receipt(txid, sender, 1000, 300);
    }

    function _only(IGasService.ReceiptClaim memory receipt)
        private
        pure
        returns (IGasService.ReceiptClaim[] memory list)
    {
        list = new IGasService.ReceiptClaim[](1);
        list[0] = receipt;
    }
}
