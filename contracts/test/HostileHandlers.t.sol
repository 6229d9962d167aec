// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainMsgStatus, InboundCallback, InboundMessage, PayloadType} from "../src/SettlementTypes.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {MessageV1} from "../src/libraries/MessageV1.sol";
import {HostileHandler} from "./support/HostileHandler.sol";
import {Suite} from "./support/Suite.sol";
import {Vm, vm} from "../support/Vm.sol";

/// @notice Whatever a handler does, its message ends, the call does not revert, neighbours are served.
contract HostileHandlersTest is Suite {
    HostileHandler private handler;

    function setUp() public override {
        super.setUp();
        handler = new HostileHandler(beta.settlement);
        vm.prank(owner);
        beta.settlement.register_handler(address(handler));
    }

    function test_handlerThatAcceptsSucceeds() public {
        _ends(HostileHandler.Temper.Accepts, CrossChainMsgStatus.Success);
    }

    function test_handlerThatRefusesFails() public {
        _ends(HostileHandler.Temper.Refuses, CrossChainMsgStatus.Failed);
    }

    function test_handlerThatRevertsFails() public {
        _ends(HostileHandler.Temper.Reverts, CrossChainMsgStatus.Failed);
    }

    function test_handlerThatBurnsAllGasFails() public {
        _ends(HostileHandler.Temper.BurnsAllGas, CrossChainMsgStatus.Failed);
    }

    function test_handlerThatReturnsABombFails() public {
        _ends(HostileHandler.Temper.ReturnsABomb, CrossChainMsgStatus.Failed);
    }

    function test_handlerThatRevertsWithABombFails() public {
        _ends(HostileHandler.Temper.RevertsWithABomb, CrossChainMsgStatus.Failed);
    }

    function test_handlerThatReturnsNothingFails() public {
        _ends(HostileHandler.Temper.ReturnsNothing, CrossChainMsgStatus.Failed);
    }

    function test_handlerThatReturnsSomethingElseThanTrueFails() public {
        _ends(HostileHandler.Temper.ReturnsTwo, CrossChainMsgStatus.Failed);
    }

    function test_handlerThatReentersFailsAndTheOtherMessageIsUntouched() public {
        InboundMessage memory other = _send_mint_burn(UNIT, 0);
        handler.prepare(other);
        _ends(HostileHandler.Temper.Reenters, CrossChainMsgStatus.Failed);
        _expect(_received(beta, other), CrossChainMsgStatus.Unknow, "the other message");
    }

    function test_handlerThatIsNotRegisteredOrHasNoCodeFails() public {
        InboundMessage memory message = _message(1);
        message.to_handler = receiver;
        _attest(beta, message);
        _deliver(beta, message);
        _expect(_received(beta, message), CrossChainMsgStatus.Failed, "no code");
        vm.prank(owner);
        beta.settlement.remove_handler(address(handler));
        message = _message(2);
        _deliver(beta, message);
        _expect(_received(beta, message), CrossChainMsgStatus.Failed, "removed");
        vm.assertEq(handler.calls(), 0, "not called");
    }

    function test_registeringNeedsCode() public {
        vm.prank(owner);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.NotAContract.selector, receiver));
        beta.settlement.register_handler(receiver);
    }

    function test_noTemperHurtsNeighboursInABatch() public {
        for (uint8 temper = 1; temper <= uint8(type(HostileHandler.Temper).max); ++temper) {
            handler.become(HostileHandler.Temper(temper));
            InboundMessage[] memory messages = new InboundMessage[](3);
            messages[0] = _send_mint_burn(UNIT, 0);
            messages[1] = _message(100 + temper);
            messages[2] = _send_mint_burn(UNIT, 0);
            uint256 before = beta.token.balanceOf(receiver);
            _on(beta);
            // A budget as a relayer computes it: every member may use its handler gas.
            beta.settlement.receive_cross_chain_msgs{gas: 100_000 + 3 * 680_000}(messages);
            _expect(_received(beta, messages[1]), CrossChainMsgStatus.Failed, "the hostile one");
            vm.assertEq(beta.token.balanceOf(receiver), before + 2 * UNIT, "its neighbours");
        }
    }

    // ------------------------------------------------------------------ callbacks

    function test_callbackOfARevertingHandlerStaysPendingAndCanBeSentAgain() public {
        HostileHandler.Temper[4] memory tempers = [
            HostileHandler.Temper.Reverts,
            HostileHandler.Temper.BurnsAllGas,
            HostileHandler.Temper.RevertsWithABomb,
            HostileHandler.Temper.Reenters
        ];
        handler.prepare(_send_mint_burn(UNIT, 0));
        InboundCallback memory callback = _outbound_result();
        for (uint256 i; i < tempers.length; ++i) {
            handler.become(tempers[i]);
            vm.expectRevert(
                abi.encodeWithSelector(ISettlement.CallbackRefused.selector, callback.txid, address(handler))
            );
            _callback_call(beta, callback);
            _status(callback.txid, CrossChainMsgStatus.Pending);
        }
        handler.become(HostileHandler.Temper.Accepts);
        _callback_call(beta, callback);
        _status(callback.txid, CrossChainMsgStatus.Success);
    }

    function test_callbackThatIsRefusedWithFalseIsRecordedAsFailed() public {
        InboundCallback memory callback = _outbound_result();
        handler.become(HostileHandler.Temper.Refuses);
        _callback_call(beta, callback);
        _status(callback.txid, CrossChainMsgStatus.Failed);
    }

    function test_revertingCallbackIsSkippedInABatchAndNeighboursSettle() public {
        InboundCallback[] memory callbacks = new InboundCallback[](2);
        callbacks[0] = _outbound_result();
        InboundMessage memory sent = _send(beta, beta.mint_burn, alpha, alpha.mint_burn, UNIT, 0);
        callbacks[1] = _result(alpha, beta, sent, CrossChainMsgStatus.Success);
        handler.become(HostileHandler.Temper.BurnsAllGas);
        vm.recordLogs();
        _bring_home_all(beta, callbacks);
        Vm.Log memory log = _log(vm.getRecordedLogs(), ISettlement.CrossChainMsgSkipped.selector, callbacks[0].txid);
        (, bytes4 reason,) = abi.decode(log.data, (uint8, bytes4, uint256));
        vm.assertEq(bytes32(reason), bytes32(ISettlement.CallbackRefused.selector), "reason");
        _status(callbacks[0].txid, CrossChainMsgStatus.Pending);
        _status(callbacks[1].txid, CrossChainMsgStatus.Success);
    }

    // ------------------------------------------------------------------ steps

    function _ends(HostileHandler.Temper temper, CrossChainMsgStatus end) private {
        handler.become(temper);
        InboundMessage memory message = _message(uint256(temper) + 1);
        _on(beta);
        // Just above the floor, where a greedy handler hurts most.
        uint256 gas_limit = 680_000;
        vm.recordLogs();
        this.deliver_with(gas_limit, message);
        _expect(_received(beta, message), end, "record");
        Vm.Log memory log = _log(vm.getRecordedLogs(), ISettlement.CrossChainHandleResult.selector, message.txid);
        (uint8 status,,,,,) = abi.decode(log.data, (uint8, string, string, address, uint256, uint8));
        vm.assertEq(uint256(status), uint256(end), "event");
    }

    function deliver_with(uint256 gas_limit, InboundMessage memory m) external {
        beta.settlement.receive_cross_chain_msg{gas: gas_limit}(
            m.txid,
            m.from_chain,
            m.from_address,
            m.from_handler,
            m.to_handler,
            PayloadType(m.payload_type),
            m.payload,
            m.sign_type,
            _terms_and_certificate(m)
        );
    }

    function _message(uint256 txid) private returns (InboundMessage memory message) {
        bytes memory payload = MessageV1.encode(txid, PayloadType.Raw, "hello");
        message = InboundMessage(
            txid,
            "Alpha",
            _id(user),
            _id(address(alpha.mint_burn)),
            address(handler),
            0,
            payload,
            // Far from those of messages that were really sent.
            uint64(1000 + txid),
            500_000,
            uint64(block.timestamp + 1 days),
            0,
            ""
        );
        _attest(beta, message);
    }

    /// @dev The handler sends from Beta; its result comes home from Alpha.
    function _outbound_result() private returns (InboundCallback memory callback) {
        _on(beta);
        uint256 txid = handler.send("Alpha", user, 7);
        callback = InboundCallback(txid, "Alpha", 7, address(handler), uint8(CrossChainMsgStatus.Success), 0, "");
        callback.signatures = _sign(_callback_digest(beta, callback), 2);
    }

    function _status(uint256 txid, CrossChainMsgStatus expected) private view {
        (, uint8 status,,) = beta.settlement.create_cross_txs(txid);
        vm.assertEq(uint256(status), uint256(expected), "created record");
    }
}
