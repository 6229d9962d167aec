// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainMsgStatus, InboundCallback, InboundMessage, PayloadType} from "../src/SettlementTypes.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {Suite} from "./support/Suite.sol";
import {Vm, vm} from "../support/Vm.sol";

/// @notice A guardian stops, a manager lets go on, and what waited meanwhile is not harmed.
contract PausesTest is Suite {
    function test_pausedSendingSendsNothing() public {
        vm.prank(guardian);
        alpha.settlement.pause_sending();
        vm.assertTrue(alpha.settlement.sending_paused(), "paused");
        vm.prank(user);
        alpha.token.approve(address(alpha.mint_burn), UNIT);
        (uint256 handler, uint256 token) = (_id(address(beta.mint_burn)), _id(address(beta.token)));
        vm.expectRevert(ISettlement.SendingIsPaused.selector);
        vm.prank(user);
        alpha.mint_burn.cross_chain_erc20_settlement("Beta", handler, token, _id(receiver), UNIT);
        vm.expectRevert(ISettlement.SendingIsPaused.selector);
        alpha.settlement.send_cross_chain_msg_with_terms("Beta", user, 1, PayloadType.Raw, "", 100_000, 1 days);
        vm.prank(owner);
        alpha.settlement.unpause_sending();
        _send_mint_burn(UNIT, 0);
    }

    function test_pausedReceivingReceivesNothing() public {
        InboundMessage memory message = _send_mint_burn(UNIT, 0);
        InboundMessage memory outbound = _send(beta, beta.mint_burn, alpha, alpha.mint_burn, UNIT, 0);
        InboundCallback memory callback = _result(alpha, beta, outbound, CrossChainMsgStatus.Success);
        vm.prank(guardian);
        beta.settlement.pause_receiving();
        vm.assertTrue(beta.settlement.receiving_paused(), "paused");
        _on(beta);
        bytes4 refusal = ISettlement.ReceivingIsPaused.selector;
        vm.expectRevert(refusal);
        _receive_call(beta, message);
        vm.expectRevert(refusal);
        beta.settlement.receive_cross_chain_msgs(_one(message));
        vm.expectRevert(refusal);
        beta.settlement.receive_cross_chain_bundle(_one(message), new bytes32[](0), new bool[](0), "");
        vm.expectRevert(refusal);
        beta.settlement.expire_cross_chain_msgs(_one(message));
        vm.expectRevert(refusal);
        _callback_call(beta, callback);
        vm.expectRevert(refusal);
        beta.settlement.receive_cross_chain_callbacks(new InboundCallback[](0));
        vm.expectRevert(refusal);
        beta.settlement
            .receive_cross_chain_callback_bundle(new InboundCallback[](0), new bytes32[](0), new bool[](0), "");
        vm.prank(owner);
        beta.settlement.unpause_receiving();
        _deliver(beta, message);
        _expect(_received(beta, message), CrossChainMsgStatus.Success, "after the pause");
        _bring_home(beta, callback);
    }

    function test_pausedRouteStopsBothWaysAndNoOther() public {
        InboundMessage memory message = _send_mint_burn(UNIT, 0);
        InboundMessage memory other = _send_lock_unlock(UNIT);
        InboundMessage memory outbound = _send(beta, beta.mint_burn, alpha, alpha.mint_burn, UNIT, 0);
        InboundCallback memory callback = _result(alpha, beta, outbound, CrossChainMsgStatus.Success);
        uint256 remote = _id(address(alpha.mint_burn));
        _pause_route(remote);
        vm.assertTrue(beta.settlement.route_paused(address(beta.mint_burn), "Alpha", remote), "paused");

        _on(beta);
        bytes memory refusal =
            abi.encodeWithSelector(ISettlement.RouteIsPaused.selector, address(beta.mint_burn), "Alpha", remote);
        vm.expectRevert(refusal);
        _receive_call(beta, message);
        vm.expectRevert(refusal);
        _callback_call(beta, callback);
        vm.recordLogs();
        _deliver_all(beta, _one(message));
        _skipped(vm.getRecordedLogs(), message.txid);
        uint256 token = _id(address(alpha.token));
        vm.startPrank(user);
        beta.token.approve(address(beta.mint_burn), UNIT);
        vm.expectRevert(refusal);
        beta.mint_burn.cross_chain_erc20_settlement("Alpha", remote, token, _id(receiver), UNIT);
        vm.stopPrank();
        _expect(_received(beta, message), CrossChainMsgStatus.Unknow, "never failed by a pause");
        _deliver(beta, other);
        _expect(_received(beta, other), CrossChainMsgStatus.Success, "another route");

        vm.prank(owner);
        beta.settlement.unpause_route(address(beta.mint_burn), "Alpha", remote);
        _deliver(beta, message);
        _bring_home(beta, callback);
        _expect(_received(beta, message), CrossChainMsgStatus.Success, "after the pause");
        _expect(_created(beta, outbound), CrossChainMsgStatus.Success, "settled after the pause");
    }

    function test_pausedRouteDoesNotExpireItsMessages() public {
        InboundMessage memory message = _send_mint_burn(UNIT, 0);
        _pause_route(_id(address(alpha.mint_burn)));
        vm.warp(uint256(message.deadline) + 1);
        _attest_expiry(beta, message);
        vm.recordLogs();
        _expire_all(beta, _one(message));
        _skipped(vm.getRecordedLogs(), message.txid);
    }

    function test_routeThatIsPausedTwiceIsPausedOnce() public {
        uint256 remote = _id(address(alpha.mint_burn));
        _pause_route(remote);
        _pause_route(remote);
        vm.startPrank(owner);
        beta.settlement.unpause_route(address(beta.mint_burn), "Alpha", remote);
        beta.settlement.unpause_route(address(beta.mint_burn), "Alpha", remote);
        vm.stopPrank();
        InboundMessage memory message = _send_mint_burn(UNIT, 0);
        _deliver(beta, message);
        _expect(_received(beta, message), CrossChainMsgStatus.Success, "open again");
    }

    function test_guardiansOnlyPauseAndManagersOnlyUnpause() public {
        ISettlement settlement = alpha.settlement;
        bytes memory no_manager = _refusal(guardian, _governed(alpha).MANAGER_ROLE());
        bytes memory no_guardian = _refusal(owner, _governed(alpha).GUARDIAN_ROLE());
        vm.startPrank(guardian);
        vm.expectRevert(no_manager);
        settlement.unpause_sending();
        vm.expectRevert(no_manager);
        settlement.unpause_receiving();
        vm.expectRevert(no_manager);
        settlement.unpause_route(address(1), "Beta", 1);
        vm.expectRevert(no_manager);
        settlement.register_handler(address(this));
        vm.expectRevert(no_manager);
        settlement.remove_handler(address(this));
        vm.expectRevert(no_manager);
        settlement.set_defaults(100_000, 1 days);
        vm.stopPrank();
        vm.startPrank(owner);
        vm.expectRevert(no_guardian);
        settlement.pause_sending();
        vm.expectRevert(no_guardian);
        settlement.pause_receiving();
        vm.expectRevert(no_guardian);
        settlement.pause_route(address(1), "Beta", 1);
        vm.stopPrank();
    }

    // ------------------------------------------------------------------ steps

    function _pause_route(uint256 remote) private {
        vm.prank(guardian);
        beta.settlement.pause_route(address(beta.mint_burn), "Alpha", remote);
    }

    function _refusal(address account, bytes32 role) private pure returns (bytes memory) {
        return abi.encodeWithSignature("AccessControlUnauthorizedAccount(address,bytes32)", account, role);
    }

    function _skipped(Vm.Log[] memory logs, uint256 txid) private pure {
        Vm.Log memory log = _log(logs, ISettlement.CrossChainMsgSkipped.selector, txid);
        (, bytes4 actual,) = abi.decode(log.data, (uint8, bytes4, uint256));
        vm.assertEq(bytes32(actual), bytes32(ISettlement.RouteIsPaused.selector), "reason");
    }
}
