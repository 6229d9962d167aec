// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ERC20SettlementHandler} from "../src/ERC20SettlementHandler.sol";
import {Governed} from "../src/Governed.sol";
import {CrossChainMsgStatus, InboundMessage, PayloadType} from "../src/SettlementTypes.sol";
import {SettlementToken} from "../src/SettlementToken.sol";
import {IERC20SettlementHandler} from "../src/interfaces/IERC20SettlementHandler.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {ISettlementSignatureVerifier} from "../src/interfaces/ISettlementSignatureVerifier.sol";
import {ERC20Payload} from "../src/libraries/ERC20Payload.sol";
import {MessageV1} from "../src/libraries/MessageV1.sol";
import {Terms} from "../src/libraries/Terms.sol";
import {Suite} from "./support/Suite.sol";
import {Vm, vm} from "../support/Vm.sol";

/// @notice One named test for every Medium finding of the audit.
contract AuditMediumTest is Suite {
    uint256 private constant AMOUNT = 10 * UNIT;

    /// @dev Sequence of the last crafted message.
    uint64 private _crafts;

    function test_M01_managersNameNoManagersAndNoOperators() public {
        Governed settlement = _governed(alpha);
        vm.prank(owner);
        settlement.add_manager(relayer);
        _only_owner(relayer);
        settlement.add_manager(user);
        _only_owner(relayer);
        alpha.token.add_operator(user);
        _only_owner(relayer);
        settlement.grantRole(keccak256("MANAGER_ROLE"), user);
        vm.prank(owner);
        settlement.remove_manager(relayer);
        vm.assertFalse(settlement.is_manager(relayer), "removed");
    }

    function test_M01_ownershipMovesInTwoStepsWithADelay() public {
        Governed settlement = _governed(alpha);
        vm.prank(owner);
        settlement.beginDefaultAdminTransfer(user);
        vm.prank(user);
        vm.expectRevert();
        settlement.acceptDefaultAdminTransfer();
        vm.warp(block.timestamp + 1 days + 1);
        vm.prank(user);
        settlement.acceptDefaultAdminTransfer();
        vm.assertEq(settlement.owner(), user, "new owner");
        _only_owner(owner);
        settlement.add_manager(owner);
    }

    function test_M02_onlyExactTransfersAreExecuted() public {
        bytes memory transfer = ERC20Payload.encode(_transfer());
        _fails(MessageV1.encode(1, PayloadType.ERC20, bytes.concat(transfer, hex"00")), "trailing byte");
        _fails(abi.encodePacked(uint8(2), uint256(1), uint8(5), transfer), "version");
        _fails(abi.encodePacked(uint8(1), uint256(1), uint8(0), transfer), "carried type");
        transfer[0] = 0x02;
        _fails(MessageV1.encode(1, PayloadType.ERC20, transfer), "approve");
        _fails("", "empty");
        transfer[0] = 0x01;
        _deliver(beta, _crafted(MessageV1.encode(1, PayloadType.ERC20, transfer)));
        vm.assertEq(beta.token.balanceOf(receiver), AMOUNT, "the exact one is executed");
    }

    function test_M03_callerIsTheSenderEverywhere() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        (address sender,,,) = alpha.settlement.create_cross_txs(message.txid);
        (address from,,) = alpha.mint_burn.create_cross_txs(message.txid);
        vm.assertEq(sender, user, "settlement record");
        vm.assertEq(from, user, "handler record");
        vm.assertEq(message.from_address, _id(user), "event");
    }

    function test_M04_tokensHaveEightDecimals() public view {
        vm.assertEq(uint256(alpha.token.decimals()), 8, "settlement token");
        vm.assertEq(uint256(alpha.coin.decimals()), 8, "test token");
    }

    function test_M05_resultNamesTheHandlerThatWasCalled() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        vm.recordLogs();
        _deliver(beta, message);
        Vm.Log memory log = _log(vm.getRecordedLogs(), ISettlement.CrossChainHandleResult.selector, message.txid);
        (, string memory from_chain, string memory to_chain, address from, uint256 to,) =
            abi.decode(log.data, (uint8, string, string, address, uint256, uint8));
        vm.assertEq(from_chain, "Beta", "from chain");
        vm.assertEq(to_chain, "Alpha", "to chain");
        vm.assertEq(from, address(beta.mint_burn), "target handler");
        vm.assertEq(to, _id(address(alpha.mint_burn)), "source handler");
    }

    function test_M06_whatCannotArriveIsNotSent() public {
        uint256 handler = _id(address(beta.mint_burn));
        uint256 token = _id(address(beta.token));
        vm.startPrank(user);
        vm.expectRevert(IERC20SettlementHandler.ZeroAmount.selector);
        alpha.mint_burn.cross_chain_erc20_settlement("Beta", handler, token, _id(receiver), 0);
        vm.expectRevert(abi.encodeWithSelector(IERC20SettlementHandler.InvalidReceiver.selector, 0));
        alpha.mint_burn.cross_chain_erc20_settlement("Beta", handler, token, 0, AMOUNT);
        vm.expectRevert(abi.encodeWithSelector(IERC20SettlementHandler.InvalidReceiver.selector, 1 << 160));
        alpha.mint_burn.cross_chain_erc20_settlement("Beta", handler, token, 1 << 160, AMOUNT);
        vm.expectRevert(abi.encodeWithSelector(IERC20SettlementHandler.RemoteTokenMismatch.selector, token + 1, token));
        alpha.mint_burn.cross_chain_erc20_settlement("Beta", handler, token + 1, _id(receiver), AMOUNT);
    }

    function test_M06_receiverOutsideTheAddressRangeFails() public {
        ERC20Payload.Transfer memory transfer = _transfer();
        transfer.to = (1 << 160) + _id(receiver);
        _fails(MessageV1.encode(1, PayloadType.ERC20, ERC20Payload.encode(transfer)), "truncated receiver");
        transfer = _transfer();
        transfer.to = _id(address(beta.mint_burn));
        _fails(MessageV1.encode(1, PayloadType.ERC20, ERC20Payload.encode(transfer)), "the handler itself");
        transfer = _transfer();
        transfer.to_token = _id(address(beta.coin));
        _fails(MessageV1.encode(1, PayloadType.ERC20, ERC20Payload.encode(transfer)), "another token");
        transfer = _transfer();
        transfer.from = _id(receiver);
        _fails(MessageV1.encode(1, PayloadType.ERC20, ERC20Payload.encode(transfer)), "another sender");
    }

    function test_M07_burnUnlockBurnsOnlyWhatWasDelivered() public {
        SettlementToken wrapped = alpha.wrapped;
        ERC20SettlementHandler remote = alpha.burn_unlock;
        ERC20SettlementHandler home = beta.lock_mint;
        vm.prank(owner);
        wrapped.mint_to(user, AMOUNT);

        InboundMessage memory message = _send(alpha, remote, beta, home, AMOUNT, 0);
        vm.assertEq(wrapped.totalSupply(), AMOUNT, "locked, not burned");
        _deliver(beta, message);
        _expect(_received(beta, message), CrossChainMsgStatus.Failed, "no backing at home");
        _bring_home(alpha, _result(beta, alpha, message, CrossChainMsgStatus.Failed));
        vm.assertEq(wrapped.balanceOf(user), AMOUNT, "returned");
    }

    function test_M08_handlerKeepsItsOwnReplayState() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        _deliver(beta, message);
        vm.assertTrue(beta.mint_burn.processed("Alpha", message.sequence), "remembered");
        // A settlement contract that has forgotten everything calls again.
        vm.prank(address(beta.settlement));
        vm.expectRevert(abi.encodeWithSelector(IERC20SettlementHandler.AlreadyProcessed.selector, message.txid));
        beta.mint_burn
            .receive_cross_chain_msg(
                message.txid,
                message.from_chain,
                message.from_address,
                message.from_handler,
                PayloadType.ERC20,
                message.payload,
                0,
                Terms.pack(message.sequence, message.handler_gas, message.deadline)
            );
        vm.assertEq(beta.token.balanceOf(receiver), AMOUNT, "minted once");
    }

    function test_M09_nothingIsSentToTheOwnChain() public {
        vm.prank(owner);
        alpha.settlement.register_handler(address(this));
        bytes memory message = MessageV1.encode(1, PayloadType.Raw, "");
        vm.expectRevert(abi.encodeWithSelector(ISettlement.SameChain.selector, "Alpha"));
        alpha.settlement.send_cross_chain_msg("Alpha", user, 1, PayloadType.Raw, message);
    }

    function test_M10_destinationMustBeARoute() public {
        uint256 unknown = _id(address(beta.lock_unlock));
        vm.startPrank(user);
        vm.expectRevert(abi.encodeWithSelector(IERC20SettlementHandler.RouteUnknown.selector, "Beta", unknown));
        alpha.mint_burn.cross_chain_erc20_settlement("Beta", unknown, 1, _id(receiver), AMOUNT);
        vm.stopPrank();

        vm.prank(owner);
        alpha.mint_burn.add_handler("Beta", unknown);
        vm.prank(user);
        vm.expectRevert(abi.encodeWithSelector(IERC20SettlementHandler.RemoteTokenUnknown.selector, "Beta", unknown));
        alpha.mint_burn.cross_chain_erc20_settlement("Beta", unknown, 1, _id(receiver), AMOUNT);
    }

    /// @dev The test contract calls for itself while somebody else started the transaction.
    function test_M11_contractThatCallsIsTheSenderNotTheOrigin() public {
        vm.prank(user);
        alpha.token.transfer(address(this), AMOUNT);
        alpha.token.approve(address(alpha.mint_burn), AMOUNT);
        vm.recordLogs();
        alpha.mint_burn
            .cross_chain_erc20_settlement(
                "Beta", _id(address(beta.mint_burn)), _id(address(beta.token)), _id(receiver), AMOUNT
            );
        vm.assertEq(_sent().from_address, _id(address(this)), "sender");
    }

    function test_M12_thresholdHasOneHome() public {
        address[] memory next = _validators();
        vm.startPrank(owner);
        vm.expectRevert(abi.encodeWithSelector(ISettlementSignatureVerifier.ThresholdOutOfRange.selector, 4, 3));
        alpha.verifier.schedule_validators(next, 4, uint48(block.timestamp) + MIN_DELAY);
        vm.expectRevert(abi.encodeWithSelector(ISettlementSignatureVerifier.ThresholdOutOfRange.selector, 0, 3));
        alpha.verifier.schedule_validators(next, 0, uint48(block.timestamp) + MIN_DELAY);
        alpha.verifier.schedule_validators(next, 3, uint48(block.timestamp) + MIN_DELAY);
        vm.stopPrank();
        vm.assertEq(alpha.settlement.view_required_validators_num(), 2, "not yet");
        vm.warp(block.timestamp + MIN_DELAY);
        alpha.verifier.activate_scheduled();
        vm.assertEq(alpha.settlement.view_required_validators_num(), 3, "settlement asks the verifier");
        vm.assertTrue(alpha.settlement.is_validator(next[0]), "and so for the set");
    }

    // ------------------------------------------------------------------ steps

    function _only_owner(address caller) private {
        vm.expectRevert(
            abi.encodeWithSignature("AccessControlUnauthorizedAccount(address,bytes32)", caller, bytes32(0))
        );
        vm.prank(caller);
    }

    function _transfer() private view returns (ERC20Payload.Transfer memory) {
        return
            ERC20Payload.Transfer(_id(user), _id(receiver), _id(address(alpha.token)), _id(address(beta.token)), AMOUNT);
    }

    /// @dev A message the validators did sign, with any payload.
    function _crafted(bytes memory payload) private returns (InboundMessage memory message) {
        message = InboundMessage(
            uint256(keccak256(payload)),
            "Alpha",
            _id(user),
            _id(address(alpha.mint_burn)),
            address(beta.mint_burn),
            uint8(PayloadType.ERC20),
            payload,
            ++_crafts,
            500_000,
            uint64(block.timestamp + 1 days),
            0,
            ""
        );
        _attest(beta, message);
    }

    function _fails(bytes memory payload, string memory what) private {
        InboundMessage memory message = _crafted(payload);
        _deliver(beta, message);
        _expect(_received(beta, message), CrossChainMsgStatus.Failed, what);
        vm.assertEq(beta.token.balanceOf(receiver), 0, what);
    }
}
