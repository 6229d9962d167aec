// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ERC20SettlementHandler} from "../src/ERC20SettlementHandler.sol";
import {
    CrossChainMsgStatus,
    CrossChainTxStatus,
    InboundCallback,
    InboundMessage,
    PayloadType,
    SettlementMode
} from "../src/SettlementTypes.sol";
import {SettlementToken} from "../src/SettlementToken.sol";
import {IERC20SettlementHandler} from "../src/interfaces/IERC20SettlementHandler.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {SettlementHashes} from "../src/libraries/SettlementHashes.sol";
import {HostileHandler} from "./support/HostileHandler.sol";
import {Suite} from "./support/Suite.sol";
import {BlacklistToken} from "./support/Tokens.sol";
import {Vm, vm} from "../support/Vm.sol";

/// @notice One named test (or more) for every High finding of the audit.
contract AuditHighTest is Suite {
    uint256 private constant AMOUNT = 10 * UNIT;

    function test_H01_tokenAndNotHandlerStandsInEventAndPayload() public {
        vm.startPrank(user);
        alpha.token.approve(address(alpha.mint_burn), AMOUNT);
        vm.recordLogs();
        alpha.mint_burn
            .cross_chain_erc20_settlement(
                "Beta", _id(address(beta.mint_burn)), _id(address(beta.token)), _id(receiver), AMOUNT
            );
        Vm.Log[] memory logs = vm.getRecordedLogs();
        InboundMessage memory message = _message_in(logs);
        Vm.Log memory locked = _log(logs, IERC20SettlementHandler.CrossChainLocked.selector, message.txid);
        (,, address from_token, uint256 to_token,,) =
            abi.decode(locked.data, (string, string, address, uint256, uint256, uint8));
        vm.assertEq(from_token, address(alpha.token), "event");
        vm.assertEq(_word(message.payload, 99), _id(address(alpha.token)), "payload");
        vm.assertEq(to_token, _word(message.payload, 131), "remote token");
    }

    function test_H02_receivedMessageCannotBeReceivedAgain() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        _deliver(beta, message);
        vm.expectRevert(
            abi.encodeWithSelector(
                ISettlement.InvalidTransactionStatus.selector, message.txid, CrossChainMsgStatus.Success
            )
        );
        _receive_call(beta, message);
        vm.assertEq(beta.token.balanceOf(receiver), AMOUNT, "minted once");
    }

    function test_H02_failedMessageCannotBeReceivedAgain() public {
        InboundMessage memory message = _send_lock_unlock(101 * UNIT);
        _deliver(beta, message);
        _expect(_received(beta, message), CrossChainMsgStatus.Failed, "no liquidity");
        vm.expectRevert(
            abi.encodeWithSelector(
                ISettlement.InvalidTransactionStatus.selector, message.txid, CrossChainMsgStatus.Failed
            )
        );
        _receive_call(beta, message);
    }

    function test_H03_duplicateSignaturesDoNotCount() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        bytes32 digest = _receive_digest(beta, message);
        bytes memory one = _signature(KEYS[0], digest);
        message.signatures = bytes.concat(one, one);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.InvalidSignatures.selector, message.txid, digest));
        _receive_call(beta, message);
    }

    function test_H04_handlerThatRefusesIsRecordedAsFailed() public {
        InboundMessage memory message = _send_lock_unlock(101 * UNIT);
        vm.recordLogs();
        _deliver(beta, message);
        _expect(_received(beta, message), CrossChainMsgStatus.Failed, "record");
        Vm.Log memory log = _log(vm.getRecordedLogs(), ISettlement.CrossChainHandleResult.selector, message.txid);
        (uint8 status,,,,,) = abi.decode(log.data, (uint8, string, string, address, uint256, uint8));
        vm.assertEq(uint256(status), uint256(CrossChainMsgStatus.Failed), "event");
        vm.assertEq(beta.coin.balanceOf(receiver), 0, "nothing moved");
    }

    function test_H05_callbackStatusIsWhatIsStored() public {
        InboundMessage memory good = _send_mint_burn(AMOUNT, 0);
        InboundMessage memory bad = _send_mint_burn(AMOUNT, 0);
        _bring_home(alpha, _result(beta, alpha, good, CrossChainMsgStatus.Success));
        _bring_home(alpha, _result(beta, alpha, bad, CrossChainMsgStatus.Failed));
        _expect(_created(alpha, good), CrossChainMsgStatus.Success, "success");
        _expect(_created(alpha, bad), CrossChainMsgStatus.Failed, "failure");
    }

    function test_H05_callbackStatusMustBeAnEnd() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        for (uint8 status; status < 2; ++status) {
            InboundCallback memory callback = _result(beta, alpha, message, CrossChainMsgStatus(status));
            vm.expectRevert(abi.encodeWithSelector(ISettlement.InvalidCallbackStatus.selector, message.txid, status));
            _callback_call(alpha, callback);
        }
        _expect(_created(alpha, message), CrossChainMsgStatus.Pending, "still pending");
    }

    function test_H06_handlerHasNoRouteToItsOwnChain() public {
        uint256 itself = _id(address(alpha.mint_burn));
        vm.prank(owner);
        vm.expectRevert(abi.encodeWithSelector(IERC20SettlementHandler.SameChain.selector, "Alpha"));
        alpha.mint_burn.add_handler("Alpha", itself);
    }

    function test_H06_messageFromTheOwnChainIsNotReceived() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        message.from_chain = "Beta";
        _attest(beta, message);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.SameChain.selector, "Beta"));
        _receive_call(beta, message);
    }

    function test_H07_onlyRegisteredHandlersSend() public {
        HostileHandler stranger = new HostileHandler(alpha.settlement);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.HandlerNotRegistered.selector, address(stranger)));
        stranger.send("Beta", user, 1);
    }

    function test_H07_noncesOfHandlersAreApartAndIdsAgree() public {
        InboundMessage memory first = _send_mint_burn(AMOUNT, 0);
        InboundMessage memory second = _send_lock_unlock(AMOUNT);
        InboundMessage memory third = _send_mint_burn(AMOUNT, 0);
        vm.assertEq(alpha.settlement.view_nonce(address(alpha.mint_burn), user), 2, "nonce of one");
        vm.assertEq(alpha.settlement.view_nonce(address(alpha.lock_unlock), user), 1, "nonce of the other");
        vm.assertEq(
            third.txid,
            SettlementHashes.txid("Alpha", "Beta", user, address(alpha.mint_burn), _id(address(beta.mint_burn)), 2),
            "id"
        );
        _pending_in(alpha.mint_burn, first.txid);
        _pending_in(alpha.lock_unlock, second.txid);
        _pending_in(alpha.mint_burn, third.txid);
    }

    function test_H08_payloadTypeIsSigned() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        message.payload_type = uint8(PayloadType.ERC721);
        bytes32 digest = _receive_digest(beta, message);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.InvalidSignatures.selector, message.txid, digest));
        _receive_call(beta, message);
    }

    function test_H08_statedPayloadTypeMustBeTheCarriedOne() public {
        vm.prank(owner);
        alpha.settlement.register_handler(address(this));
        bytes memory message = abi.encodePacked(uint8(1), uint256(1), uint8(PayloadType.ERC20), "payload");
        vm.expectRevert(
            abi.encodeWithSelector(ISettlement.PayloadTypeMismatch.selector, PayloadType.Raw, PayloadType.ERC20)
        );
        alpha.settlement.send_cross_chain_msg("Beta", user, 1, PayloadType.Raw, message);
    }

    function test_H09_removedRouteAndHandlerStillRefund() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        uint256 before = alpha.token.balanceOf(user);
        vm.startPrank(owner);
        alpha.mint_burn.remove_handler("Beta", _id(address(beta.mint_burn)));
        alpha.settlement.remove_handler(address(alpha.mint_burn));
        beta.mint_burn.remove_handler("Alpha", _id(address(alpha.mint_burn)));
        vm.stopPrank();

        _deliver(beta, message);
        _expect(_received(beta, message), CrossChainMsgStatus.Failed, "route is closed");
        _bring_home(alpha, _result(beta, alpha, message, CrossChainMsgStatus.Failed));
        _expect(_created(alpha, message), CrossChainMsgStatus.Failed, "ended");
        vm.assertEq(alpha.token.balanceOf(user), before + AMOUNT, "refunded");
    }

    function test_H10_signaturesForOneChainAreWorthlessOnAnother() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        bytes memory for_beta = message.signatures;

        // The same settlement address, name and validators on a chain with another id.
        vm.chainId(999);
        _not_accepted(message, for_beta);
        // Another settlement contract on the same chain.
        _on(alpha);
        message.signatures = _sign(alpha.settlement.receive_digest(message), 2);
        _on(beta);
        _not_accepted(message, message.signatures);
    }

    function test_H10_callbackSignaturesAreBoundToTheSourceToo() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        InboundCallback memory callback = _result(beta, alpha, message, CrossChainMsgStatus.Success);
        callback.signatures = _sign(_callback_digest(beta, callback), 2);
        bytes32 digest = _callback_digest(alpha, callback);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.InvalidSignatures.selector, message.txid, digest));
        _callback_call(alpha, callback);
    }

    function test_H11_failureReturnsTheEscrowExactlyOnce() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        vm.assertEq(alpha.mint_burn.escrowed(), AMOUNT, "in escrow");
        uint256 before = alpha.token.balanceOf(user);
        InboundCallback memory callback = _result(beta, alpha, message, CrossChainMsgStatus.Failed);
        _bring_home(alpha, callback);
        vm.assertEq(alpha.token.balanceOf(user), before + AMOUNT, "returned");
        vm.assertEq(alpha.mint_burn.escrowed(), 0, "escrow is empty");

        vm.expectRevert(
            abi.encodeWithSelector(
                ISettlement.InvalidTransactionStatus.selector, message.txid, CrossChainMsgStatus.Failed
            )
        );
        _callback_call(alpha, callback);
    }

    function test_H11_refundThatCannotBePushedWaitsToBeClaimed() public {
        BlacklistToken token = new BlacklistToken();
        ERC20SettlementHandler from = _new_handler(alpha, SettlementMode.LockUnlock, address(token));
        ERC20SettlementHandler to = _new_handler(beta, SettlementMode.LockUnlock, address(beta.coin));
        _connect(alpha, from, beta, to);
        token.mint(user, AMOUNT);
        InboundMessage memory message = _send(alpha, from, beta, to, AMOUNT, 0);

        token.set_blocked(user, true);
        _bring_home(alpha, _result(beta, alpha, message, CrossChainMsgStatus.Failed));
        _expect(_created(alpha, message), CrossChainMsgStatus.Failed, "ended");
        vm.assertEq(from.claimable(user), AMOUNT, "claimable");
        vm.assertEq(from.escrowed(), 0, "no longer in escrow");

        token.set_blocked(user, false);
        vm.prank(user);
        from.claim();
        vm.assertEq(token.balanceOf(user), AMOUNT, "claimed");
        vm.expectRevert(abi.encodeWithSelector(IERC20SettlementHandler.NothingToClaim.selector, user));
        vm.prank(user);
        from.claim();
    }

    function test_H12_burnsOnSuccessOnly() public {
        InboundMessage memory good = _send_mint_burn(AMOUNT, 0);
        InboundMessage memory bad = _send_mint_burn(AMOUNT, 0);
        uint256 supply = alpha.token.totalSupply();
        _bring_home(alpha, _result(beta, alpha, bad, CrossChainMsgStatus.Failed));
        vm.assertEq(alpha.token.totalSupply(), supply, "nothing burned for a failure");
        _bring_home(alpha, _result(beta, alpha, good, CrossChainMsgStatus.Success));
        vm.assertEq(alpha.token.totalSupply(), supply - AMOUNT, "burned once");
        vm.assertEq(alpha.token.balanceOf(address(alpha.mint_burn)), 0, "nothing left over");
    }

    function test_H13_lockMintAndBurnUnlockAreMirrored() public {
        ERC20SettlementHandler home = alpha.lock_mint;
        ERC20SettlementHandler remote = beta.burn_unlock;
        SettlementToken wrapped = beta.wrapped;

        InboundMessage memory out = _send(alpha, home, beta, remote, AMOUNT, 0);
        _deliver(beta, out);
        _bring_home(alpha, _result(beta, alpha, out, CrossChainMsgStatus.Success));
        vm.assertEq(wrapped.balanceOf(receiver), AMOUNT, "minted remotely");
        vm.assertEq(home.liquidity(), AMOUNT, "kept as backing");

        vm.prank(receiver);
        wrapped.transfer(user, AMOUNT);
        InboundMessage memory back = _send(beta, remote, alpha, home, AMOUNT, 0);
        _deliver(alpha, back);
        _bring_home(beta, _result(alpha, beta, back, CrossChainMsgStatus.Success));
        vm.assertEq(alpha.coin.balanceOf(receiver), AMOUNT, "unlocked at home");
        vm.assertEq(home.liquidity(), 0, "backing is paid out");
        vm.assertEq(wrapped.totalSupply(), 0, "burned remotely");
    }

    function test_H14_wrongRouteInACallbackRevertsAndNeverFailsTheMessage() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        InboundCallback memory right = _result(beta, alpha, message, CrossChainMsgStatus.Success);
        _mismatch(right, "Gamma", right.from_handler, right.to_handler);
        _mismatch(right, "Beta", right.from_handler + 1, right.to_handler);
        _mismatch(right, "Beta", right.from_handler, address(alpha.lock_unlock));
        _expect(_created(alpha, message), CrossChainMsgStatus.Pending, "untouched");
        _bring_home(alpha, right);
        _expect(_created(alpha, message), CrossChainMsgStatus.Success, "the right one settles");
    }

    // ------------------------------------------------------------------ steps

    /// @dev Even with valid signatures.
    function _mismatch(InboundCallback memory right, string memory from_chain, uint256 from, address to) private {
        InboundCallback memory wrong = InboundCallback(right.txid, from_chain, from, to, right.status, 0, "");
        wrong.signatures = _sign(_callback_digest(alpha, wrong), 2);
        uint256 actual = SettlementHashes.txid("Alpha", from_chain, user, to, from, 1);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.RecordMismatch.selector, right.txid, actual));
        _callback_call(alpha, wrong);
    }

    function _not_accepted(InboundMessage memory message, bytes memory signatures) private {
        message.signatures = signatures;
        bytes32 digest = beta.settlement.receive_digest(message);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.InvalidSignatures.selector, message.txid, digest));
        _receive_call(beta, message);
    }

    function _pending_in(ERC20SettlementHandler handler, uint256 txid) private view {
        (address from, CrossChainTxStatus status, uint256 amount) = handler.create_cross_txs(txid);
        vm.assertEq(from, user, "sender");
        vm.assertEq(uint256(status), uint256(CrossChainTxStatus.Pending), "status");
        vm.assertEq(amount, AMOUNT, "amount");
    }

    function _word(bytes memory data, uint256 offset) private pure returns (uint256 word) {
        assembly {
            word := mload(add(add(data, 32), offset))
        }
    }
}
