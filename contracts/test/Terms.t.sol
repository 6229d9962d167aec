// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainMsgStatus, InboundMessage, PayloadType} from "../src/SettlementTypes.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {MessageV1} from "../src/libraries/MessageV1.sol";
import {Terms} from "../src/libraries/Terms.sol";
import {Suite} from "./support/Suite.sol";
import {Vm, vm} from "../support/Vm.sol";

/// @notice Sequence, handler gas and deadline: attested beside the message, kept to the letter.
contract TermsTest is Suite {
    uint256 private constant AMOUNT = UNIT;

    // ------------------------------------------------------------------ sending

    function test_defaultTermsAreTheSettings() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        vm.assertEq(uint256(message.handler_gas), 500_000, "gas");
        vm.assertEq(uint256(message.deadline), block.timestamp + 7 days, "deadline");
        vm.prank(owner);
        alpha.settlement.set_defaults(200_000, 1 hours);
        message = _send_mint_burn(AMOUNT, 0);
        vm.assertEq(uint256(message.handler_gas), 200_000, "changed gas");
        vm.assertEq(uint256(message.deadline), block.timestamp + 1 hours, "changed deadline");
        vm.assertEq(uint256(alpha.settlement.default_handler_gas()), 200_000, "view of the gas");
        vm.assertEq(uint256(alpha.settlement.default_lifetime()), 1 hours, "view of the lifetime");
    }

    function test_senderMayNameTheTerms() public {
        _register_this();
        InboundMessage memory message = _send_with_terms(50_000, 10 minutes);
        vm.assertEq(uint256(message.handler_gas), 50_000, "gas");
        vm.assertEq(uint256(message.deadline), block.timestamp + 10 minutes, "deadline");
        _send_with_terms(5_000_000, 30 days);
    }

    function test_termsHaveBounds() public {
        _register_this();
        uint64[2] memory gas = [uint64(49_999), 5_000_001];
        for (uint256 i; i < gas.length; ++i) {
            bytes memory refusal =
                abi.encodeWithSelector(ISettlement.HandlerGasOutOfRange.selector, gas[i], 50_000, 5_000_000);
            vm.expectRevert(refusal);
            this.send_with_terms(gas[i], 1 days);
            vm.expectRevert(refusal);
            vm.prank(owner);
            alpha.settlement.set_defaults(gas[i], 1 days);
        }
        uint32[2] memory lifetimes = [uint32(10 minutes - 1), 30 days + 1];
        for (uint256 i; i < lifetimes.length; ++i) {
            bytes memory refusal =
                abi.encodeWithSelector(ISettlement.LifetimeOutOfRange.selector, lifetimes[i], 10 minutes, 30 days);
            vm.expectRevert(refusal);
            this.send_with_terms(100_000, lifetimes[i]);
            vm.expectRevert(refusal);
            vm.prank(owner);
            alpha.settlement.set_defaults(100_000, lifetimes[i]);
        }
    }

    function test_sequencesCountMessagesToOneChain() public {
        _register_this();
        for (uint64 i = 1; i <= 3; ++i) {
            vm.assertEq(uint256(_send_to("Beta").sequence), i, "to one");
        }
        vm.assertEq(uint256(_send_to("Gamma").sequence), 1, "to another");
        vm.assertEq(uint256(_send_mint_burn(AMOUNT, 0).sequence), 4, "of another handler");
        vm.assertEq(uint256(alpha.settlement.view_sequence("Beta")), 4, "view");
    }

    // ------------------------------------------------------------------ receiving

    function test_termsAreSigned() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        ++message.sequence;
        _not_accepted(message);
        --message.sequence;
        --message.handler_gas;
        _not_accepted(message);
        ++message.handler_gas;
        ++message.deadline;
        _not_accepted(message);
        --message.deadline;
        _deliver(beta, message);
        vm.assertEq(beta.token.balanceOf(receiver), AMOUNT, "as it was signed");
    }

    function test_singleDeliveryWithoutTermsIsRefused() public {
        InboundMessage memory m = _send_mint_burn(AMOUNT, 0);
        _on(beta);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.InvalidTerms.selector, 23));
        beta.settlement
            .receive_cross_chain_msg(
                m.txid,
                m.from_chain,
                m.from_address,
                m.from_handler,
                m.to_handler,
                PayloadType.ERC20,
                "",
                0,
                new bytes(23)
            );
    }

    function test_handlerIsGivenExactlyTheAttestedGasAndTheTerms() public {
        Witness witness = new Witness();
        vm.prank(owner);
        beta.settlement.register_handler(address(witness));
        _register_this();
        InboundMessage memory message = _send_with_terms(123_456, 1 days);
        message.to_handler = address(witness);
        _attest(beta, message);
        _deliver(beta, message);
        vm.assertLe(witness.gas_given(), 123_456, "no more");
        vm.assertGe(witness.gas_given() + 3_000, 123_456, "and no less");
        vm.assertEq(
            witness.terms(), Terms.pack(message.sequence, message.handler_gas, message.deadline), "nothing but terms"
        );
    }

    function testFuzz_sameSequenceIsReceivedOnceWhateverTheOrder(uint256 seed) public {
        uint64[8] memory sequences = [uint64(1), 2, 127, 128, 129, 255, 256, type(uint64).max];
        for (uint256 i; i < 24; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint64 sequence = sequences[seed % 8];
            bool known = beta.settlement.received_status("Alpha", sequence) != CrossChainMsgStatus.Unknow;
            InboundMessage memory message = _crafted(sequence);
            vm.recordLogs();
            _deliver_all(beta, _one(message));
            uint256 results = _count(vm.getRecordedLogs(), ISettlement.CrossChainHandleResult.selector);
            vm.assertEq(results, known ? 0 : 1, "once");
            _expect(_received(beta, message), CrossChainMsgStatus.Failed, "no handler");
        }
    }

    function testFuzz_statusesOfNeighboursDoNotTouch(uint8 outcomes) public {
        InboundMessage[] memory messages = new InboundMessage[](8);
        for (uint256 i; i < 8; ++i) {
            messages[i] = _send_mint_burn(AMOUNT, 0);
            if (outcomes >> i & 1 == 0) continue;
            messages[i].payload = "";
            _attest(beta, messages[i]);
        }
        _deliver_all(beta, messages);
        for (uint256 i; i < 8; ++i) {
            bool fails = outcomes >> i & 1 == 1;
            _expect(
                _received(beta, messages[i]), fails ? CrossChainMsgStatus.Failed : CrossChainMsgStatus.Success, "status"
            );
            vm.assertTrue(beta.mint_burn.processed("Alpha", messages[i].sequence), "processed by the handler");
        }
        vm.assertFalse(beta.mint_burn.processed("Alpha", 9), "the next one");
        _expect(beta.settlement.received_status("Alpha", 9), CrossChainMsgStatus.Unknow, "the next status");
    }

    // ------------------------------------------------------------------ deadline and expiry

    function test_lateDeliveryIsRefused() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        vm.warp(uint256(message.deadline) + 1);
        _on(beta);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.DeadlinePassed.selector, message.txid, message.deadline));
        _receive_call(beta, message);
        vm.warp(message.deadline);
        _deliver(beta, message);
        _expect(_received(beta, message), CrossChainMsgStatus.Success, "the last second");
    }

    function test_expiredMessageIsRefundedAndNeverDelivered() public {
        uint256 before = alpha.token.balanceOf(user);
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        bytes memory delivery = message.signatures;
        vm.warp(uint256(message.deadline) + 1);
        _attest_expiry(beta, message);
        vm.recordLogs();
        _expire_all(beta, _one(message));
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(logs[0].topics[0], ISettlement.CrossChainMsgExpired.selector, "expired");
        (uint8 status,,,,, uint8 payload_type) =
            abi.decode(logs[1].data, (uint8, string, string, address, uint256, uint8));
        vm.assertEq(uint256(status), uint256(CrossChainMsgStatus.Failed), "result");
        vm.assertEq(uint256(payload_type), uint256(PayloadType.Raw), "no type is attested");
        vm.assertEq(logs[2].topics[0], ISettlement.CrossChainMsgGas.selector, "metered");

        message.signatures = delivery;
        vm.warp(message.deadline);
        vm.expectRevert(
            abi.encodeWithSelector(
                ISettlement.InvalidTransactionStatus.selector, message.txid, CrossChainMsgStatus.Failed
            )
        );
        _receive_call(beta, message);
        _bring_home(alpha, _result(beta, alpha, message, CrossChainMsgStatus.Failed));
        vm.assertEq(alpha.token.balanceOf(user), before, "refunded");
    }

    function test_expiryIsSkippedWhenItIsNotOne() public {
        InboundMessage[] memory messages = new InboundMessage[](4);
        for (uint256 i; i < 4; ++i) {
            messages[i] = _send_mint_burn(AMOUNT, 0);
        }
        _deliver(beta, messages[0]);
        vm.warp(uint256(messages[0].deadline) + 1);
        messages[3] = _send_mint_burn(AMOUNT, 0);
        _attest_expiry(beta, messages[0]);
        _attest_expiry(beta, messages[2]);
        _attest_expiry(beta, messages[3]);
        vm.recordLogs();
        _expire_all(beta, messages);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        _skipped(logs, messages[0].txid, ISettlement.InvalidTransactionStatus.selector);
        _skipped(logs, messages[1].txid, ISettlement.InvalidSignatures.selector);
        _skipped(logs, messages[3].txid, ISettlement.DeadlineNotReached.selector);
        _expect(_received(beta, messages[0]), CrossChainMsgStatus.Success, "delivered stays delivered");
        _expect(_received(beta, messages[1]), CrossChainMsgStatus.Unknow, "a delivery's signatures expire nothing");
        _expect(_received(beta, messages[2]), CrossChainMsgStatus.Failed, "expired");
    }

    function test_expiryOfTheOwnChainIsSkipped() public {
        InboundMessage memory message = _send_mint_burn(AMOUNT, 0);
        vm.warp(uint256(message.deadline) + 1);
        message.from_chain = "Beta";
        _attest_expiry(beta, message);
        vm.recordLogs();
        _expire_all(beta, _one(message));
        _skipped(vm.getRecordedLogs(), message.txid, ISettlement.SameChain.selector);
    }

    // ------------------------------------------------------------------ steps

    function send_with_terms(uint64 handler_gas, uint64 lifetime) external {
        _send_with_terms(handler_gas, lifetime);
    }

    function _register_this() private {
        vm.prank(owner);
        alpha.settlement.register_handler(address(this));
        _on(alpha);
    }

    function _send_with_terms(uint64 handler_gas, uint64 lifetime) private returns (InboundMessage memory) {
        bytes memory payload = MessageV1.encode(1, PayloadType.Raw, "hello");
        vm.recordLogs();
        alpha.settlement
            .send_cross_chain_msg_with_terms("Beta", user, 1, PayloadType.Raw, payload, handler_gas, lifetime);
        return _sent();
    }

    function _send_to(string memory chain) private returns (InboundMessage memory) {
        vm.recordLogs();
        alpha.settlement
            .send_cross_chain_msg(chain, user, 1, PayloadType.Raw, MessageV1.encode(1, PayloadType.Raw, "hello"));
        return _sent();
    }

    /// @dev To nobody, so that it fails at once.
    function _crafted(uint64 sequence) private returns (InboundMessage memory message) {
        message =
            InboundMessage(sequence, "Alpha", 1, 1, receiver, 0, "", sequence, 100_000, uint64(block.timestamp), 0, "");
        _attest(beta, message);
    }

    function _not_accepted(InboundMessage memory message) private {
        bytes32 digest = _receive_digest(beta, message);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.InvalidSignatures.selector, message.txid, digest));
        _receive_call(beta, message);
    }

    function _skipped(Vm.Log[] memory logs, uint256 txid, bytes4 reason) private pure {
        Vm.Log memory log = _log(logs, ISettlement.CrossChainMsgSkipped.selector, txid);
        (, bytes4 actual,) = abi.decode(log.data, (uint8, bytes4, uint256));
        vm.assertEq(bytes32(actual), bytes32(reason), "reason");
    }
}

/// @notice Remembers what it was given.
contract Witness {
    uint256 public gas_given;
    bytes public terms;

    function receive_cross_chain_msg(
        uint256,
        string calldata,
        uint256,
        uint256,
        PayloadType,
        bytes calldata,
        uint8,
        bytes calldata terms_
    ) external returns (bool) {
        gas_given = gasleft();
        terms = terms_;
        return true;
    }
}
