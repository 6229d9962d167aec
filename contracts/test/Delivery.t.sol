// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainMsgStatus, InboundCallback, InboundMessage, PayloadType} from "../src/SettlementTypes.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {HostileHandler} from "./support/HostileHandler.sol";
import {Suite} from "./support/Suite.sol";
import {Vm, vm} from "../support/Vm.sol";

/// @notice Messages one by one and in batches, and what a message is said to have cost.
contract DeliveryTest is Suite {
    uint256 private constant AMOUNT = UNIT;
    uint8 private constant RECEIVE = 1;
    uint8 private constant CALLBACK = 2;

    function test_mintBurnTransferGoesThereAndSettlesHome() public {
        uint256 supply = alpha.token.totalSupply() + beta.token.totalSupply();
        InboundMessage memory message = _send_mint_burn(AMOUNT, 1 ether);
        _expect(_created(alpha, message), CrossChainMsgStatus.Pending, "sent");
        _deliver(beta, message);
        _expect(_received(beta, message), CrossChainMsgStatus.Success, "received");
        _bring_home(alpha, _result(beta, alpha, message, CrossChainMsgStatus.Success));
        _expect(_created(alpha, message), CrossChainMsgStatus.Success, "settled");
        vm.assertEq(beta.token.balanceOf(receiver), AMOUNT, "arrived");
        vm.assertEq(alpha.token.totalSupply() + beta.token.totalSupply(), supply, "supply");
        (uint256 prepaid,) = alpha.gas.account(message.txid, user);
        vm.assertEq(prepaid, 1 ether, "prepaid");
    }

    function test_lockUnlockTransferMovesLiquidity() public {
        InboundMessage memory message = _send_lock_unlock(AMOUNT);
        vm.assertEq(alpha.lock_unlock.escrowed(), AMOUNT, "in escrow");
        _deliver(beta, message);
        _bring_home(alpha, _result(beta, alpha, message, CrossChainMsgStatus.Success));
        vm.assertEq(beta.coin.balanceOf(receiver), AMOUNT, "arrived");
        vm.assertEq(beta.lock_unlock.liquidity(), 100 * UNIT - AMOUNT, "liquidity there");
        vm.assertEq(alpha.lock_unlock.liquidity(), 100 * UNIT + AMOUNT, "liquidity here");
        vm.assertEq(alpha.lock_unlock.escrowed(), 0, "escrow");
    }

    function test_logsOfASendStandInTheProtocolsOrder() public {
        vm.startPrank(user);
        alpha.token.approve(address(alpha.mint_burn), AMOUNT);
        vm.recordLogs();
        alpha.mint_burn
            .cross_chain_erc20_settlement(
                "Beta", _id(address(beta.mint_burn)), _id(address(beta.token)), _id(receiver), AMOUNT
            );
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(logs.length, 4, "logs");
        vm.assertEq(logs[0].topics[0], keccak256("Transfer(address,address,uint256)"), "transfer");
        vm.assertEq(logs[1].topics[0], ISettlement.CrossChainMsg.selector, "message");
        vm.assertEq(logs[2].topics[0], ISettlement.CrossChainMsgTerms.selector, "its terms");
        vm.assertEq(
            logs[3].topics[0],
            keccak256("CrossChainLocked(uint256,address,uint256,string,string,address,uint256,uint256,uint8)"),
            "lock"
        );
    }

    function test_createdRecordHoldsSenderStatusNonceAndPrepayment() public {
        _send_mint_burn(AMOUNT, 0);
        InboundMessage memory message = _send_mint_burn(AMOUNT, 1 gwei);
        (address sender, uint8 status, uint32 nonce, uint56 prepaid) = alpha.settlement.create_cross_txs(message.txid);
        vm.assertEq(sender, user, "sender");
        vm.assertEq(uint256(status), uint256(CrossChainMsgStatus.Pending), "status");
        vm.assertEq(uint256(nonce), 2, "nonce");
        vm.assertEq(uint256(prepaid), 1 gwei, "prepaid");
        vm.assertEq(alpha.settlement.next_nonce(address(alpha.mint_burn), user), 3, "the next one");
    }

    // ------------------------------------------------------------------ batches

    function test_batchDeliversAllAndMetersEach() public {
        InboundMessage[] memory messages = _some(20);
        _on(beta);
        vm.recordLogs();
        uint256 start = gasleft();
        beta.settlement.receive_cross_chain_msgs(messages);
        uint256 used = start - gasleft();
        Vm.Log[] memory logs = vm.getRecordedLogs();
        _metered(logs, messages, used);
        vm.assertEq(beta.token.balanceOf(receiver), 20 * AMOUNT, "all arrived");
    }

    function test_gasLogFollowsItsResult() public {
        InboundMessage[] memory messages = _some(3);
        vm.recordLogs();
        _deliver_all(beta, messages);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != ISettlement.CrossChainHandleResult.selector) continue;
            vm.assertEq(logs[i + 1].topics[0], ISettlement.CrossChainMsgGas.selector, "next log");
            vm.assertEq(logs[i + 1].topics[1], logs[i].topics[1], "same message");
        }
    }

    function test_badMembersAreSkippedAndNeighboursDelivered() public {
        InboundMessage[] memory messages = _some(7);
        messages[0].signatures = "";
        messages[1].payload_type = 200;
        messages[2].txid = messages[3].txid;
        messages[4] = messages[3];
        messages[5].from_chain = "Beta";
        vm.recordLogs();
        _deliver_all(beta, messages);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(_count(logs, ISettlement.CrossChainHandleResult.selector), 2, "delivered");
        vm.assertEq(_count(logs, ISettlement.CrossChainMsgSkipped.selector), 5, "skipped");
        _skipped(logs, messages[0].txid, RECEIVE, ISettlement.InvalidSignatures.selector);
        _skipped(logs, messages[1].txid, RECEIVE, ISettlement.PayloadTypeMismatch.selector);
        _skipped(logs, messages[5].txid, RECEIVE, ISettlement.SameChain.selector);
        _expect(_received(beta, messages[3]), CrossChainMsgStatus.Success, "the original of the copy");
        _expect(_received(beta, messages[6]), CrossChainMsgStatus.Success, "the last one");
        _expect(_received(beta, messages[0]), CrossChainMsgStatus.Unknow, "a skipped one changes nothing");
    }

    function test_batchOfResultsSettlesAllButTheBad() public {
        InboundMessage[] memory messages = _some(4);
        InboundCallback[] memory callbacks = new InboundCallback[](4);
        for (uint256 i; i < 4; ++i) {
            callbacks[i] = _result(beta, alpha, messages[i], CrossChainMsgStatus.Success);
        }
        callbacks[1].status = 77;
        callbacks[2].from_chain = "Gamma";
        callbacks[0].signatures = callbacks[3].signatures;
        vm.recordLogs();
        _bring_home_all(alpha, callbacks);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(_count(logs, ISettlement.CrossChainResult.selector), 1, "settled");
        _skipped(logs, messages[0].txid, CALLBACK, ISettlement.InvalidSignatures.selector);
        _skipped(logs, messages[1].txid, CALLBACK, ISettlement.InvalidCallbackStatus.selector);
        _skipped(logs, messages[2].txid, CALLBACK, ISettlement.RecordMismatch.selector);
        _expect(_created(alpha, messages[2]), CrossChainMsgStatus.Pending, "can be sent again");
        _expect(_created(alpha, messages[3]), CrossChainMsgStatus.Success, "neighbour");
    }

    function test_singleCallsMeterToo() public {
        InboundMessage memory message = _some(1)[0];
        _on(beta);
        vm.recordLogs();
        uint256 start = gasleft();
        _receive_call(beta, message);
        _near(_gas_of(vm.getRecordedLogs(), message.txid), start - gasleft(), 30_000);
        InboundCallback memory callback = _result(beta, alpha, message, CrossChainMsgStatus.Success);
        _on(alpha);
        vm.recordLogs();
        start = gasleft();
        _callback_call(alpha, callback);
        _near(_gas_of(vm.getRecordedLogs(), message.txid), start - gasleft(), 30_000);
    }

    // ------------------------------------------------------------------ gas

    function test_tooLittleGasForTheHandlerRevertsTheWhole() public {
        InboundMessage memory message = _some(1)[0];
        _on(beta);
        (bool delivered, bytes memory reason) = address(beta.settlement).call{gas: 550_000}(_calldata(message));
        vm.assertFalse(delivered, "not delivered");
        vm.assertEq(bytes32(bytes4(reason)), bytes32(ISettlement.InsufficientHandlerGas.selector), "reason");
        _expect(_received(beta, message), CrossChainMsgStatus.Unknow, "nothing recorded");
    }

    function test_batchThatCouldOnlySkipIsRefused() public {
        InboundMessage[] memory messages = _some(3);
        _on(beta);
        bytes memory data = abi.encodeCall(ISettlement.receive_cross_chain_msgs, (messages));
        (bool taken, bytes memory reason) = address(beta.settlement).call{gas: 850_000}(data);
        vm.assertFalse(taken, "refused");
        vm.assertEq(bytes32(bytes4(reason)), bytes32(ISettlement.InsufficientHandlerGas.selector), "reason");
        (taken,) = address(beta.settlement).call{gas: 1_000_000}(data);
        vm.assertTrue(taken, "taken");
        vm.assertEq(beta.token.balanceOf(receiver), 3 * AMOUNT, "all delivered");
    }

    /// @dev The handler uses all but a little of its gas and would fail with any less.
    function test_noGasLimitWhateverMakesAHungryMessageFail() public {
        Hungry hungry = new Hungry();
        vm.prank(owner);
        beta.settlement.register_handler(address(hungry));
        InboundMessage[] memory messages = _some(2);
        messages[0].to_handler = address(hungry);
        _attest(beta, messages[0]);
        bytes[2] memory calls =
            [_calldata(messages[0]), abi.encodeCall(ISettlement.receive_cross_chain_msgs, (messages))];
        uint256 delivered;
        for (uint256 limit = 540_000; limit < 1_200_000; limit += 3_000) {
            for (uint256 i; i < calls.length; ++i) {
                uint256 before = vm.snapshotState();
                (bool taken,) = address(beta.settlement).call{gas: limit}(calls[i]);
                CrossChainMsgStatus status = _received(beta, messages[0]);
                vm.assertTrue(status != CrossChainMsgStatus.Failed, "never failed");
                if (!taken) _expect(status, CrossChainMsgStatus.Unknow, "a reverted call changes nothing");
                if (status == CrossChainMsgStatus.Success) ++delivered;
                vm.revertToState(before);
            }
        }
        vm.assertGt(delivered, 100, "delivered when the gas suffices");
    }

    function test_memberThatNeedsMoreGasThanIsLeftIsSkipped() public {
        InboundMessage[] memory messages = _some(3);
        messages[1].handler_gas = 5_000_000;
        _attest(beta, messages[1]);
        _on(beta);
        vm.recordLogs();
        beta.settlement.receive_cross_chain_msgs{gas: 2_000_000}(messages);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        _skipped(logs, messages[1].txid, RECEIVE, ISettlement.InsufficientHandlerGas.selector);
        _expect(_received(beta, messages[1]), CrossChainMsgStatus.Unknow, "can be sent again");
        _expect(_received(beta, messages[2]), CrossChainMsgStatus.Success, "its neighbour");
    }

    function test_callbackWithTooLittleGasRevertsAndStaysPending() public {
        InboundMessage memory message = _some(1)[0];
        InboundCallback memory c = _result(beta, alpha, message, CrossChainMsgStatus.Success);
        bytes memory data = abi.encodeCall(
            ISettlement.receive_cross_chain_callback,
            (c.txid, c.from_chain, c.from_handler, c.to_handler, CrossChainMsgStatus(c.status), 0, c.signatures)
        );
        (bool taken, bytes memory reason) = address(alpha.settlement).call{gas: 550_000}(data);
        vm.assertFalse(taken, "refused");
        vm.assertEq(bytes32(bytes4(reason)), bytes32(ISettlement.InsufficientHandlerGas.selector), "reason");
        _expect(_created(alpha, message), CrossChainMsgStatus.Pending, "can be sent again");
    }

    function testFuzz_poorRelayerCannotMakeAMessageFail(uint256 gas_limit) public {
        InboundMessage memory message = _some(1)[0];
        _on(beta);
        (bool delivered,) = address(beta.settlement).call{gas: 30_000 + gas_limit % 1_000_000}(_calldata(message));
        _expect(
            _received(beta, message),
            delivered ? CrossChainMsgStatus.Success : CrossChainMsgStatus.Unknow,
            "delivered or untouched"
        );
    }

    function testFuzz_poorBatchDeliversAFewAndLeavesTheRest(uint256 gas_limit) public {
        InboundMessage[] memory messages = _some(5);
        _on(beta);
        bytes memory data = abi.encodeCall(ISettlement.receive_cross_chain_msgs, (messages));
        (bool taken,) = address(beta.settlement).call{gas: 30_000 + gas_limit % 2_000_000}(data);
        for (uint256 i; i < messages.length; ++i) {
            CrossChainMsgStatus status = _received(beta, messages[i]);
            vm.assertTrue(status != CrossChainMsgStatus.Failed, "never failed");
            if (!taken) _expect(status, CrossChainMsgStatus.Unknow, "a reverted batch changes nothing");
        }
    }

    function testFuzz_poorCallbackNeverTurnsARefundIntoAClaim(uint256 gas_limit) public {
        InboundMessage memory message = _some(1)[0];
        InboundCallback[] memory callbacks = new InboundCallback[](1);
        callbacks[0] = _result(beta, alpha, message, CrossChainMsgStatus.Failed);
        _on(alpha);
        bytes memory data = abi.encodeCall(ISettlement.receive_cross_chain_callbacks, (callbacks));
        (bool taken,) = address(alpha.settlement).call{gas: 30_000 + gas_limit % 1_000_000}(data);
        taken;
        vm.assertEq(alpha.mint_burn.claimable(user), 0, "nothing to claim");
    }

    // ------------------------------------------------------------------ bounds

    function test_weiOfAHandlerPrepayItsMessage() public {
        HostileHandler handler = new HostileHandler(alpha.settlement);
        vm.prank(owner);
        alpha.settlement.register_handler(address(handler));
        uint256 txid = handler.send{value: 1 gwei}("Beta", user, 1);
        (,,, uint56 prepaid) = alpha.settlement.create_cross_txs(txid);
        vm.assertEq(uint256(prepaid), 1 gwei, "recorded for the sender");
    }

    function test_payloadsAreBounded() public {
        vm.prank(owner);
        alpha.settlement.register_handler(address(this));
        bytes memory long = new bytes(8193);
        long[0] = 0x01;
        vm.expectRevert(abi.encodeWithSelector(ISettlement.InvalidPayload.selector, 8193));
        alpha.settlement.send_cross_chain_msg("Beta", user, 1, PayloadType.Raw, long);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.InvalidPayload.selector, 2));
        alpha.settlement.send_cross_chain_msg("Beta", user, 1, PayloadType.Raw, hex"0101");
    }

    // ------------------------------------------------------------------ steps

    function _some(uint256 count) private returns (InboundMessage[] memory messages) {
        messages = new InboundMessage[](count);
        for (uint256 i; i < count; ++i) {
            messages[i] = _send_mint_burn(AMOUNT, 0);
        }
    }

    function _calldata(InboundMessage memory m) private pure returns (bytes memory) {
        return abi.encodeCall(
            ISettlement.receive_cross_chain_msg,
            (
                m.txid,
                m.from_chain,
                m.from_address,
                m.from_handler,
                m.to_handler,
                PayloadType(m.payload_type),
                m.payload,
                m.sign_type,
                _terms_and_certificate(m)
            )
        );
    }

    /// @dev The metered shares must not exceed what the call used, and explain nearly all of it.
    function _metered(Vm.Log[] memory logs, InboundMessage[] memory messages, uint256 used) private pure {
        uint256 sum;
        for (uint256 i; i < messages.length; ++i) {
            sum += _gas_of(logs, messages[i].txid);
        }
        vm.assertLe(sum, used, "no more than was used");
        vm.assertGe(sum * 100, used * 93, "most of it");
    }

    function _near(uint256 metered, uint256 used, uint256 distance) private pure {
        vm.assertLe(metered, used, "no more than was used");
        vm.assertGe(metered + distance, used, "most of it");
    }

    function _gas_of(Vm.Log[] memory logs, uint256 txid) private pure returns (uint256 gas_used) {
        Vm.Log memory log = _log(logs, ISettlement.CrossChainMsgGas.selector, txid);
        (, gas_used) = abi.decode(log.data, (uint8, uint256));
    }

    function _skipped(Vm.Log[] memory logs, uint256 txid, uint8 leg, bytes4 reason) private pure {
        Vm.Log memory log = _log(logs, ISettlement.CrossChainMsgSkipped.selector, txid);
        (uint8 actual_leg, bytes4 actual_reason, uint256 gas_used) = abi.decode(log.data, (uint8, bytes4, uint256));
        vm.assertEq(uint256(actual_leg), uint256(leg), "leg");
        vm.assertEq(bytes32(actual_reason), bytes32(reason), "reason");
        vm.assertGt(gas_used, 0, "gas");
    }
}

/// @notice Succeeds only when it is given all of its gas.
contract Hungry {
    function receive_cross_chain_msg(
        uint256,
        string calldata,
        uint256,
        uint256,
        PayloadType,
        bytes calldata,
        uint8,
        bytes calldata
    ) external view returns (bool) {
        uint256 given = gasleft();
        while (gasleft() > 10_000) {}
        return given > 495_000;
    }
}
