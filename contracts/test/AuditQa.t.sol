// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ERC20SettlementHandler} from "../src/ERC20SettlementHandler.sol";
import {Governed} from "../src/Governed.sol";
import {CrossChainMsgStatus, InboundMessage, PayloadType, SettlementMode} from "../src/SettlementTypes.sol";
import {IERC20SettlementHandler} from "../src/interfaces/IERC20SettlementHandler.sol";
import {IGasService} from "../src/interfaces/IGasService.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {ISettlementSignatureVerifier} from "../src/interfaces/ISettlementSignatureVerifier.sol";
import {MessageV1} from "../src/libraries/MessageV1.sol";
import {SettlementHashes} from "../src/libraries/SettlementHashes.sol";
import {HostileHandler} from "./support/HostileHandler.sol";
import {Suite} from "./support/Suite.sol";
import {SilentToken} from "./support/Tokens.sol";
import {vm} from "../support/Vm.sol";

/// @notice One named test for each Low and QA item of the audit that applies to these contracts. QA-6 is in
/// Pauses, QA-8 in GoldenVectors, QA-12 in HostileHandlers; QA-14, 19 and 20 are about Starknet, QA-21 about
/// an import.
contract AuditQaTest is Suite {
    uint256 private constant AMOUNT = 10 * UNIT;

    function test_QA01_deliveryThatWasFrontRunIsRecognisable() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        vm.prank(receiver);
        _receive_call(beta, message);
        vm.expectRevert(
            abi.encodeWithSelector(
                ISettlement.InvalidTransactionStatus.selector, message.txid, CrossChainMsgStatus.Success
            )
        );
        _receive_call(beta, message);
        _expect(_received(beta, message), CrossChainMsgStatus.Success, "the record says so");
    }

    function test_QA02_strangersEmitNoMessages() public {
        HostileHandler stranger = new HostileHandler(alpha.settlement);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.HandlerNotRegistered.selector, address(stranger)));
        stranger.send("Beta", user, 1);
        vm.startPrank(owner);
        alpha.settlement.register_handler(address(stranger));
        vm.expectRevert(abi.encodeWithSelector(ISettlement.HandlerAlreadyRegistered.selector, address(stranger)));
        alpha.settlement.register_handler(address(stranger));
        alpha.settlement.remove_handler(address(stranger));
        vm.expectRevert(abi.encodeWithSelector(ISettlement.HandlerNotRegistered.selector, address(stranger)));
        alpha.settlement.remove_handler(address(stranger));
        vm.stopPrank();
        vm.assertFalse(alpha.settlement.is_registered_handler(address(stranger)), "gone");
    }

    function test_QA03_thresholdIsNeverZeroNorAboveTheCount() public {
        vm.startPrank(owner);
        for (uint16 required; required < 6; ++required) {
            if (required > 0 && required < 4) continue;
            vm.expectRevert(
                abi.encodeWithSelector(ISettlementSignatureVerifier.ThresholdOutOfRange.selector, required, 3)
            );
            alpha.verifier.schedule_validators(_validators(), required, uint48(block.timestamp) + MIN_DELAY);
        }
    }

    function test_QA04_badSignatureMakesNoCallRevertInsideABatch() public {
        InboundMessage[] memory messages = new InboundMessage[](2);
        messages[0] = _send_mint_burn(AMOUNT, 0);
        messages[1] = _send_mint_burn(AMOUNT, 0);
        messages[0].signatures = new bytes(130);
        _deliver_all(beta, messages);
        _expect(_received(beta, messages[1]), CrossChainMsgStatus.Success, "the neighbour");
    }

    function test_QA05_messageIdKeepsAll256Bits() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        uint256 id = SettlementHashes.message_id(1, address(alpha.mint_burn), user, 1);
        vm.assertEq(this.id_of(message.payload), id, "id");
    }

    function test_QA07_initializersAreClosed() public {
        address code = _settlement_code("Alpha", address(alpha.verifier), address(alpha.gas));
        (bool taken,) = code.call(_settlement_start());
        vm.assertFalse(taken, "settlement code");
        (taken,) = address(alpha.settlement).call(_settlement_start());
        vm.assertFalse(taken, "settlement proxy");
        ERC20SettlementHandler handler = _handler_code(alpha, address(alpha.token), SettlementMode.MintBurn);
        vm.expectRevert(bytes4(keccak256("InvalidInitialization()")));
        handler.initialize(owner, _list(owner));
        vm.expectRevert(bytes4(keccak256("InvalidInitialization()")));
        alpha.mint_burn.initialize(owner, _list(owner));
    }

    function test_QA09_addressesAreNeverCutOff() public {
        vm.expectRevert(abi.encodeWithSelector(IERC20SettlementHandler.InvalidReceiver.selector, 1 << 160));
        alpha.mint_burn.cross_chain_erc20_settlement("Beta", 1, 1, 1 << 160, AMOUNT);
    }

    function test_QA10_txidThatExistsIsRefused() public {
        vm.prank(owner);
        alpha.settlement.register_handler(address(this));
        bytes memory payload = MessageV1.encode(1, PayloadType.Raw, "");
        uint256 txid = alpha.settlement.send_cross_chain_msg("Beta", user, 1, PayloadType.Raw, payload);
        // The nonce goes back to where it was, as it would for a colliding pair of names.
        _forget_nonce();
        vm.expectRevert(abi.encodeWithSelector(ISettlement.DuplicateTxid.selector, txid));
        alpha.settlement.send_cross_chain_msg("Beta", user, 1, PayloadType.Raw, payload);
    }

    function test_QA10_handlerRefusesATxidItKnows() public {
        uint256 expected = alpha.mint_burn.next_txid(user, "Beta", _id(address(beta.mint_burn)));
        InboundMessage memory first = _send_mint_burn(AMOUNT, 0);
        vm.assertEq(first.txid, expected, "the id is known before");
        (uint256 handler, uint256 token) = (_id(address(beta.mint_burn)), _id(address(beta.token)));
        vm.mockCall(
            address(alpha.settlement),
            abi.encodePacked(ISettlement.send_cross_chain_msg.selector),
            abi.encode(first.txid)
        );
        vm.startPrank(user);
        alpha.token.approve(address(alpha.mint_burn), AMOUNT);
        vm.expectRevert(abi.encodeWithSelector(IERC20SettlementHandler.DuplicateTxid.selector, first.txid));
        alpha.mint_burn.cross_chain_erc20_settlement("Beta", handler, token, _id(receiver), AMOUNT);
    }

    function test_QA11_undeliveredMessageEndsByExpiry() public {
        uint256 before = alpha.token.balanceOf(user);
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        vm.warp(uint256(message.deadline) + 1);
        _attest_expiry(beta, message);
        _expire_all(beta, _one(message));
        _bring_home(alpha, _result(beta, alpha, message, CrossChainMsgStatus.Failed));
        vm.assertEq(alpha.token.balanceOf(user), before, "refunded");
    }

    function test_QA13_tokensThatReturnNothingAndLargeAmountsAreCarried() public {
        SilentToken token = new SilentToken();
        ERC20SettlementHandler from = _new_handler(alpha, SettlementMode.LockUnlock, address(token));
        ERC20SettlementHandler to = _new_handler(beta, SettlementMode.LockUnlock, address(beta.coin));
        _connect(alpha, from, beta, to);
        uint256[3] memory amounts = [uint256(type(uint88).max) - 1, type(uint88).max, type(uint128).max];
        for (uint256 i; i < amounts.length; ++i) {
            token.mint(user, amounts[i]);
            InboundMessage memory message = _send_silent(token, from, to, amounts[i]);
            (,, uint256 amount) = from.create_cross_txs(message.txid);
            vm.assertEq(amount, amounts[i], "recorded");
            _bring_home(alpha, _result(beta, alpha, message, CrossChainMsgStatus.Failed));
            vm.assertEq(token.balanceOf(user), amounts[i], "refunded");
            vm.prank(user);
            token.transfer(receiver, amounts[i]);
        }
    }

    function test_QA15_ownerCannotGiveUpWithoutADelayAndNamesEveryRole() public {
        Governed settlement = _governed(alpha);
        vm.startPrank(owner);
        vm.expectRevert();
        settlement.renounceRole(bytes32(0), owner);
        vm.expectRevert(Governed.ZeroAccount.selector);
        settlement.add_manager(address(0));
        vm.expectRevert(Governed.ZeroAccount.selector);
        settlement.add_guardian(address(0));
        settlement.add_guardian(relayer);
        vm.assertTrue(settlement.is_guardian(relayer), "named");
        settlement.remove_guardian(relayer);
        vm.assertFalse(settlement.is_guardian(relayer), "dismissed");
        vm.stopPrank();
    }

    function test_QA15_upgradesToSomethingElseAreRefused() public {
        Governed settlement = _governed(alpha);
        address other = _settlement_code("Other", address(alpha.verifier), address(alpha.gas));
        address same = _settlement_code("Alpha", address(beta.verifier), address(alpha.gas));
        vm.startPrank(owner);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.UpgradeMismatch.selector, "Alpha", "Other"));
        settlement.upgradeToAndCall(other, "");
        settlement.upgradeToAndCall(same, "");
        vm.assertEq(address(alpha.settlement.signature_verifier()), address(beta.verifier), "the verifier is replaced");
        _handler_refuses(_handler_code(beta, address(alpha.token), SettlementMode.MintBurn));
        _handler_refuses(_handler_code(alpha, address(alpha.wrapped), SettlementMode.MintBurn));
        _handler_refuses(_handler_code(alpha, address(alpha.token), SettlementMode.LockMint));
    }

    function test_QA16_payloadsAndNamesAreBounded() public {
        vm.prank(owner);
        alpha.settlement.register_handler(address(this));
        bytes memory payload = MessageV1.encode(1, PayloadType.Raw, "");
        string memory long = "a chain's name of 32 characters.";
        vm.expectRevert(abi.encodeWithSelector(ISettlement.InvalidChainName.selector, long));
        alpha.settlement.send_cross_chain_msg(long, user, 1, PayloadType.Raw, payload);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.InvalidChainName.selector, ""));
        alpha.settlement.send_cross_chain_msg("", user, 1, PayloadType.Raw, payload);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.InvalidHandler.selector, 0));
        alpha.settlement.send_cross_chain_msg("Beta", user, 0, PayloadType.Raw, payload);
        vm.expectRevert(ISettlement.ZeroAddress.selector);
        alpha.settlement.send_cross_chain_msg("Beta", address(0), 1, PayloadType.Raw, payload);
        payload = MessageV1.encode(1, PayloadType.Raw, new bytes(8192));
        vm.expectRevert(abi.encodeWithSelector(ISettlement.InvalidPayload.selector, payload.length));
        alpha.settlement.send_cross_chain_msg("Beta", user, 1, PayloadType.Raw, payload);
    }

    function test_QA16_namesAndPartsOfASettlementContractAreChecked() public {
        string memory long = "a chain's name of 32 characters.";
        address verifier = address(alpha.verifier);
        _refused_code("", verifier, user, abi.encodeWithSelector(ISettlement.InvalidChainName.selector, ""));
        _refused_code(long, verifier, user, abi.encodeWithSelector(ISettlement.InvalidChainName.selector, long));
        _refused_code("Alpha", user, user, abi.encodeWithSelector(ISettlement.NotAContract.selector, user));
        _refused_code("Alpha", verifier, address(0), abi.encodeWithSelector(ISettlement.ZeroAddress.selector));
        vm.expectRevert(IERC20SettlementHandler.ZeroAddress.selector);
        new ERC20SettlementHandler(address(0), address(alpha.token), SettlementMode.MintBurn);
        vm.expectRevert(IERC20SettlementHandler.ZeroAddress.selector);
        new ERC20SettlementHandler(address(alpha.settlement), address(0), SettlementMode.MintBurn);
    }

    function test_QA17_tokenThatIsNotTheHandlersFails() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        message.to_handler = address(beta.lock_unlock);
        _attest(beta, message);
        _deliver(beta, message);
        _expect(_received(beta, message), CrossChainMsgStatus.Failed, "another handler");
    }

    function test_QA18_routesAreLogged() public {
        vm.startPrank(owner);
        vm.expectEmit(address(alpha.mint_burn));
        emit IERC20SettlementHandler.HandlerAdded("Gamma", 7);
        alpha.mint_burn.add_handler("Gamma", 7);
        vm.expectRevert(abi.encodeWithSelector(IERC20SettlementHandler.RouteExists.selector, "Gamma", 7));
        alpha.mint_burn.add_handler("Gamma", 7);
        vm.assertEq(alpha.mint_burn.remote_token_of("Gamma", 7), 0, "no token yet");
        vm.expectRevert(abi.encodeWithSelector(IERC20SettlementHandler.InvalidRemoteToken.selector, 1));
        alpha.mint_burn.set_remote_token("Gamma", 7, 1);
        vm.expectEmit(address(alpha.mint_burn));
        emit IERC20SettlementHandler.RemoteTokenSet("Gamma", 7, 9);
        alpha.mint_burn.set_remote_token("Gamma", 7, 9);
        vm.assertEq(alpha.mint_burn.remote_token_of("Gamma", 7), 9, "token");
        vm.expectEmit(address(alpha.mint_burn));
        emit IERC20SettlementHandler.HandlerRemoved("Gamma", 7);
        alpha.mint_burn.remove_handler("Gamma", 7);
        vm.expectRevert(abi.encodeWithSelector(IERC20SettlementHandler.InvalidHandler.selector, 0));
        alpha.mint_burn.add_handler("Gamma", 0);
        vm.stopPrank();
        vm.assertFalse(alpha.mint_burn.is_valid_handler("Gamma", 7), "closed");
    }

    // ------------------------------------------------------------------ money that comes along

    function test_quotedSendPaysItsQuoteAndNoOther() public {
        IGasService.GasQuote memory quote = IGasService.GasQuote(
            keccak256("quote"),
            alpha.mint_burn.next_txid(user, "Beta", _id(address(beta.mint_burn))),
            user,
            1 gwei,
            keccak256("legs"),
            keccak256("payload"),
            uint64(block.timestamp + 1 minutes)
        );
        uint256 signer = uint256(keccak256("owner"));
        bytes memory signature = _signature(signer, alpha.gas.quote_digest(quote));
        vm.startPrank(user);
        alpha.token.approve(address(alpha.mint_burn), AMOUNT);
        uint256 txid = _quoted(quote, signature);
        vm.stopPrank();
        (,,, uint56 prepaid) = alpha.settlement.create_cross_txs(txid);
        vm.assertEq(uint256(prepaid), 1 gwei, "prepaid");
        vm.startPrank(user);
        alpha.token.approve(address(alpha.mint_burn), AMOUNT);
        uint256 next = alpha.mint_burn.next_txid(user, "Beta", _id(address(beta.mint_burn)));
        vm.expectRevert(
            abi.encodeWithSelector(IERC20SettlementHandler.QuoteMismatch.selector, quote.id, quote.txid, next)
        );
        this.quoted(quote, signature);
        vm.stopPrank();
    }

    function test_onlyTheGasServiceTouchesPrepayments() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 1 gwei);
        bytes memory refusal = abi.encodeWithSelector(ISettlement.OnlyGasService.selector, address(this));
        vm.expectRevert(refusal);
        alpha.settlement.record_prepayment(message.txid, user, 1);
        vm.expectRevert(refusal);
        alpha.settlement.release_prepayment(message.txid);
        vm.startPrank(address(alpha.gas));
        vm.assertFalse(alpha.settlement.record_prepayment(1, user, 1), "unknown");
        vm.assertFalse(alpha.settlement.record_prepayment(message.txid, relayer, 1), "another payer");
        vm.assertFalse(
            alpha.settlement.record_prepayment(message.txid, user, type(uint56).max - 1 gwei + 1), "more than fits"
        );
        vm.assertTrue(
            alpha.settlement.record_prepayment(message.txid, user, type(uint56).max - 1 gwei), "all that fits"
        );
        vm.assertEq(alpha.settlement.release_prepayment(message.txid), type(uint56).max, "released");
        vm.assertEq(alpha.settlement.release_prepayment(message.txid), 0, "once");
    }

    // ------------------------------------------------------------------ steps

    function id_of(bytes calldata message) external pure returns (uint256) {
        return MessageV1.id(message);
    }

    function quoted(IGasService.GasQuote calldata quote, bytes calldata signature) external {
        vm.stopPrank();
        vm.startPrank(user);
        _quoted(quote, signature);
    }

    function _quoted(IGasService.GasQuote memory quote, bytes memory signature) private returns (uint256) {
        return alpha.mint_burn.cross_chain_erc20_settlement_quoted{value: quote.amount}(
            "Beta", _id(address(beta.mint_burn)), _id(address(beta.token)), _id(receiver), AMOUNT, quote, signature
        );
    }

    function _send_silent(SilentToken token, ERC20SettlementHandler from, ERC20SettlementHandler to, uint256 amount)
        private
        returns (InboundMessage memory)
    {
        vm.startPrank(user);
        token.approve(address(from), amount);
        vm.recordLogs();
        from.cross_chain_erc20_settlement("Beta", _id(address(to)), _id(address(beta.coin)), _id(receiver), amount);
        vm.stopPrank();
        return _sent();
    }

    function _handler_code(Chain storage chain, address token, SettlementMode mode)
        private
        returns (ERC20SettlementHandler)
    {
        return new ERC20SettlementHandler(address(chain.settlement), token, mode);
    }

    /// @dev As the owner.
    function _handler_refuses(ERC20SettlementHandler next) private {
        vm.expectRevert(abi.encodeWithSelector(IERC20SettlementHandler.UpgradeMismatch.selector, address(next)));
        alpha.mint_burn.upgradeToAndCall(address(next), "");
    }

    function _refused_code(string memory name, address verifier, address gas, bytes memory reason) private {
        bytes memory code = bytes.concat(vm.getCode("Settlement.sol:Settlement"), abi.encode(name, verifier, gas));
        bytes memory answer;
        address created;
        assembly {
            created := create(0, add(code, 32), mload(code))
            answer := mload(0x40)
            mstore(answer, returndatasize())
            returndatacopy(add(answer, 32), 0, returndatasize())
            mstore(0x40, add(answer, and(add(returndatasize(), 63), not(31))))
        }
        vm.assertEq(created, address(0), "was deployed");
        vm.assertEq(answer, reason, "reason");
    }

    function _forget_nonce() private {
        vm.record();
        alpha.settlement.view_nonce(address(this), user);
        (bytes32[] memory reads,) = vm.accesses(address(alpha.settlement));
        vm.store(address(alpha.settlement), reads[reads.length - 1], bytes32(0));
    }
}
