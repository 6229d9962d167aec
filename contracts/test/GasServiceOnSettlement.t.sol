// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainMsgStatus, InboundMessage} from "../src/SettlementTypes.sol";
import {IGasService} from "../src/interfaces/IGasService.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {vm} from "../support/Vm.sol";
import {ReceiptTree} from "./support/ReceiptTree.sol";
import {Suite} from "./support/Suite.sol";

/// @notice The vault beside the real settlement contract: what is paid with a transfer, and what comes back.
contract GasServiceOnSettlementTest is Suite {
    uint256 private constant SIGNER_KEY = uint256(keccak256("owner"));

    function test_whatIsPaidWithATransferIsInItsRecordAndComesBack() public {
        InboundMessage memory message = _send_mint_burn(5, 1000);
        (address sender,,, uint56 prepaid) = alpha.settlement.create_cross_txs(message.txid);
        vm.assertEq(sender, user, "sender");
        vm.assertEq(uint256(prepaid), 1000, "recorded");
        vm.assertEq(address(alpha.gas).balance, 1000, "the money is in the vault");
        _order(message.txid, 400);
        vm.assertEq(_held(message.txid), 1000, "not while it is under way");
        _end(message);
        uint256 before = user.balance;
        _order(message.txid, 400);
        _order(message.txid, 400);
        vm.assertEq(user.balance, before + 400, "once");
        vm.assertEq(alpha.gas.collectable(), 600, "what it cost");
        (,,, prepaid) = alpha.settlement.create_cross_txs(message.txid);
        vm.assertEq(uint256(prepaid), 0, "the record is empty");
        vm.assertEq(uint256(_created(alpha, message)), uint256(CrossChainMsgStatus.Success), "and keeps its status");
    }

    function test_aPaymentThatDoesNotFitTheRecordComesBackToo() public {
        InboundMessage memory message = _send_mint_burn(5, 2 ether);
        vm.prank(user);
        alpha.gas.top_up{value: 0.01 ether}(message.txid);
        (,,, uint56 prepaid) = alpha.settlement.create_cross_txs(message.txid);
        vm.assertEq(uint256(prepaid), 0.01 ether, "what fits");
        vm.assertEq(_held(message.txid), 2.01 ether, "all of it");
        _end(message);
        uint256 before = user.balance;
        _order(message.txid, 2 ether);
        vm.assertEq(user.balance, before + 2 ether, "refunded");
        vm.assertEq(alpha.gas.liabilities(), 0, "closed whole");
    }

    function test_anExpiredMessageEndsAndItsPrepaymentComesBack() public {
        InboundMessage memory message = _send_mint_burn(5, 1000);
        vm.warp(uint256(message.deadline) + 1);
        _attest_expiry(beta, message);
        _expire_all(beta, _one(message));
        _bring_home(alpha, _result(beta, alpha, message, CrossChainMsgStatus.Failed));
        uint256 before = user.balance;
        _order(message.txid, 900);
        vm.assertEq(user.balance, before + 900, "refunded");
    }

    function test_aQuotedTransferPaysInOneTransaction() public {
        (IGasService.GasQuote memory quote, bytes memory signature) = _quote(0.02 ether);
        vm.startPrank(user);
        alpha.token.approve(address(alpha.mint_burn), 5);
        vm.expectEmit(address(alpha.gas));
        emit IGasService.GasQuoteHonoured(quote.id, quote.txid, 0.02 ether, quote.payloadHash);
        uint256 txid = alpha.mint_burn.cross_chain_erc20_settlement_quoted{value: 0.02 ether}(
            "Beta", _id(address(beta.mint_burn)), _id(address(beta.token)), _id(receiver), 5, quote, signature
        );
        vm.stopPrank();
        vm.assertEq(txid, quote.txid, "the message that was quoted");
        vm.assertEq(_held(txid), 0.02 ether, "held");
    }

    /// @dev A quote names a message by its nonce, so the next message needs its own.
    function test_aQuoteDoesNotServeTheNextMessage() public {
        (IGasService.GasQuote memory quote, bytes memory signature) = _quote(0.02 ether);
        _send_mint_burn(5, 0);
        _on(alpha);
        vm.startPrank(user);
        alpha.token.approve(address(alpha.mint_burn), 5);
        vm.expectRevert();
        alpha.mint_burn.cross_chain_erc20_settlement_quoted{value: 0.02 ether}(
            "Beta", _id(address(beta.mint_burn)), _id(address(beta.token)), _id(receiver), 5, quote, signature
        );
        alpha.gas.prepay_quoted{value: 0.02 ether}(quote, signature);
        vm.stopPrank();
        vm.assertEq(_held(quote.txid), 0.02 ether, "it still serves the message it was made for");
    }

    function test_aMessageIsPaidForOnItsDestinationToo() public {
        InboundMessage memory message = _send_mint_burn(5, 0);
        _on(beta);
        vm.prank(relayer);
        beta.gas.top_up{value: 700}(message.txid);
        _deliver(beta, message);
        uint256 before = relayer.balance;
        IGasService.ReceiptClaim[] memory receipts = new IGasService.ReceiptClaim[](1);
        receipts[0] = IGasService.ReceiptClaim(0, message.txid, relayer, 700, 500, 200, new bytes32[](0));
        bytes32 root = ReceiptTree.seal(receipts);
        vm.prank(refunder);
        beta.gas.publish_receipts(root, 1, "");
        beta.gas.claim_receipts(receipts);
        vm.assertEq(relayer.balance, before + 200, "what was left");
    }

    function test_onlyTheGasServiceTouchesPrepayments() public {
        InboundMessage memory message = _send_mint_burn(5, 1000);
        vm.startPrank(relayer);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.OnlyGasService.selector, relayer));
        alpha.settlement.record_prepayment(message.txid, user, 1);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.OnlyGasService.selector, relayer));
        alpha.settlement.release_prepayment(message.txid);
        vm.stopPrank();
    }

    function test_nobodyElsesPaymentGoesIntoTheSendersRecord() public {
        InboundMessage memory message = _send_mint_burn(5, 1000);
        vm.prank(relayer);
        alpha.gas.prepay{value: 50}(message.txid, relayer);
        (,,, uint56 prepaid) = alpha.settlement.create_cross_txs(message.txid);
        vm.assertEq(uint256(prepaid), 1000, "the sender's alone");
        (uint256 held,) = alpha.gas.account(message.txid, relayer);
        vm.assertEq(held, 50, "an account of its own");
    }

    function testFuzz_everyWeiComesBackOrIsKept(uint96 first, uint96 second, uint96 spent, bool arrives) public {
        vm.deal(user, uint256(first) + second);
        InboundMessage memory message = _send_mint_burn(5, first);
        vm.prank(user);
        alpha.gas.top_up{value: second}(message.txid);
        uint256 total = uint256(first) + second;
        if (!arrives) message.payload = "not what was sent";
        if (!arrives) _attest(beta, message);
        _end(message);
        uint256 cost = total == 0 ? 0 : spent % (total + 1);
        _order(message.txid, total - cost);
        vm.assertEq(user.balance, total - cost, "came back");
        vm.assertEq(alpha.gas.collectable(), cost, "kept");
        vm.assertEq(alpha.gas.liabilities(), 0, "nothing else");
    }

    // ------------------------------------------------------------------ steps

    function _end(InboundMessage memory message) private {
        _deliver(beta, message);
        _bring_home(alpha, _result(beta, alpha, message, _received(beta, message)));
    }

    function _order(uint256 txid, uint256 amount) private {
        IGasService.Refund[] memory refunds = new IGasService.Refund[](1);
        refunds[0] = IGasService.Refund(txid, user, amount);
        vm.prank(refunder);
        alpha.gas.refund(refunds);
    }

    /// @return quote for the user's next transfer, known before it is sent
    function _quote(uint256 amount) private returns (IGasService.GasQuote memory quote, bytes memory signature) {
        _on(alpha);
        quote.id = keccak256("a quote");
        quote.txid = alpha.mint_burn.next_txid(user, "Beta", _id(address(beta.mint_burn)));
        quote.payer = user;
        quote.amount = amount;
        quote.payloadHash = keccak256("a transfer");
        quote.expiry = uint64(block.timestamp + 60);
        signature = _signature(SIGNER_KEY, alpha.gas.quote_digest(quote));
    }

    function _held(uint256 txid) private view returns (uint256 prepaid) {
        (prepaid,) = alpha.gas.account(txid, user);
    }
}
