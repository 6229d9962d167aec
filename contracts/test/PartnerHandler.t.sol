// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainMsgStatus, InboundMessage, PayloadType} from "../src/SettlementTypes.sol";
import {PartnerHandler} from "../src/examples/PartnerHandler.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {MessageV1} from "../src/libraries/MessageV1.sol";
import {Terms} from "../src/libraries/Terms.sol";
import {vm} from "../support/Vm.sol";
import {ArtifactWorld} from "./artifacts/support/ArtifactWorld.sol";
import {SettlementStandIn} from "./artifacts/support/SettlementStandIn.sol";
import {Suite} from "./support/Suite.sol";

/// @notice The example does what an integrator's handler must do.
contract PartnerHandlerTest is ArtifactWorld {
    uint256 private constant PARTNER = uint256(uint160(0xbeef));

    PartnerHandler private handler;

    function setUp() public override {
        settlement = new SettlementStandIn("Alpha");
        handler = new PartnerHandler(owner, ISettlement(address(settlement)));
        vm.prank(owner);
        handler.set_partner("Beta", PARTNER);
        vm.deal(user, 1 ether);
    }

    function test_aGreetingLeavesForThePartner() public {
        uint256 txid = _greet(0.5 ether);
        SettlementStandIn.Sent memory sent = settlement.sent(txid);
        vm.assertEq(sent.to_chain, "Beta", "chain");
        vm.assertEq(sent.to_handler, PARTNER, "partner");
        vm.assertEq(sent.from_address, user, "user");
        vm.assertEq(sent.value, 0.5 ether, "prepaid gas");
        vm.assertTrue(sent.payload_type == PayloadType.Raw, "type");
        vm.assertEq(this.content(sent.payload), bytes("hello"), "greeting");
        vm.assertTrue(handler.outcome(txid) == CrossChainMsgStatus.Pending, "pending");
    }

    function test_everyGreetingHasItsOwnId() public {
        vm.assertTrue(_greet(0) != _greet(0), "two ids");
    }

    function test_aGreetingNeedsAPartnerAndWords() public {
        vm.startPrank(user);
        vm.expectRevert(abi.encodeWithSelector(PartnerHandler.PartnerUnknown.selector, "Gamma"));
        handler.cross_chain_msg_settlement("Gamma", "hello");
        vm.expectRevert(abi.encodeWithSelector(PartnerHandler.InvalidGreeting.selector, 0));
        handler.cross_chain_msg_settlement("Beta", "");
        vm.expectRevert(abi.encodeWithSelector(PartnerHandler.InvalidGreeting.selector, 257));
        handler.cross_chain_msg_settlement("Beta", string(new bytes(257)));
    }

    function test_thePartnersGreetingIsTaken() public {
        vm.expectEmit(address(handler));
        emit PartnerHandler.GreetingReceived(1, "Beta", "hi");
        vm.assertTrue(_arrive("Beta", PARTNER, PayloadType.Raw, _message("hi")), "success");
        vm.assertEq(handler.last_greeting("Beta"), "hi", "greeting");
    }

    function test_whatIsNotThePartnersFails() public {
        vm.assertFalse(_arrive("Beta", PARTNER + 1, PayloadType.Raw, _message("hi")), "another handler");
        vm.assertFalse(_arrive("Gamma", PARTNER, PayloadType.Raw, _message("hi")), "another chain");
        vm.assertFalse(_arrive("Gamma", 0, PayloadType.Raw, _message("hi")), "nobody");
        vm.assertFalse(_arrive("Beta", PARTNER, PayloadType.ERC20, _message("hi")), "another type");
        vm.assertFalse(_arrive("Beta", PARTNER, PayloadType.Raw, "hi"), "no message");
        vm.assertEq(handler.last_greeting("Beta"), "", "nothing taken");
    }

    function test_onlyTheSettlementContractCalls() public {
        vm.startPrank(user);
        vm.expectRevert(abi.encodeWithSelector(PartnerHandler.OnlySettlement.selector, user));
        handler.receive_cross_chain_msg(1, "Beta", 0, PARTNER, PayloadType.Raw, "", 0, "");
        vm.expectRevert(abi.encodeWithSelector(PartnerHandler.OnlySettlement.selector, user));
        handler.receive_cross_chain_callback(1, "Beta", PARTNER, CrossChainMsgStatus.Success, 0, "");
    }

    function test_aSequenceIsTakenOncePerChain() public {
        vm.prank(owner);
        handler.set_partner("Gamma", PARTNER);
        bytes memory terms = Terms.pack(7, 500_000, 0);
        bytes memory message = _message("hi");
        vm.startPrank(address(settlement));
        handler.receive_cross_chain_msg(1, "Beta", 0, PARTNER, PayloadType.Raw, message, 0, terms);
        vm.expectRevert(abi.encodeWithSelector(PartnerHandler.AlreadyProcessed.selector, 2, uint64(7)));
        handler.receive_cross_chain_msg(2, "Beta", 0, PARTNER, PayloadType.Raw, message, 0, terms);
        vm.assertTrue(
            handler.receive_cross_chain_msg(3, "Gamma", 0, PARTNER, PayloadType.Raw, message, 0, terms),
            "another chain counts for itself"
        );
    }

    function test_theOutcomeIsRecordedOnce() public {
        uint256 good = _greet(0);
        uint256 bad = _greet(0);
        settlement.bring_home(handler, good, CrossChainMsgStatus.Success);
        settlement.bring_home(handler, bad, CrossChainMsgStatus.Failed);
        vm.assertTrue(handler.outcome(good) == CrossChainMsgStatus.Success, "arrived");
        vm.assertTrue(handler.outcome(bad) == CrossChainMsgStatus.Failed, "did not");
        vm.expectRevert(abi.encodeWithSelector(PartnerHandler.NotPending.selector, good, CrossChainMsgStatus.Success));
        settlement.bring_home(handler, good, CrossChainMsgStatus.Failed);
    }

    function test_theOwnerNamesPartners() public {
        vm.prank(user);
        vm.expectRevert(abi.encodeWithSignature("OwnableUnauthorizedAccount(address)", user));
        handler.set_partner("Beta", 1);
    }

    function content(bytes calldata message) external pure returns (bytes memory) {
        return MessageV1.payload(message);
    }

    function _greet(uint256 prepaid) private returns (uint256) {
        vm.prank(user);
        return handler.cross_chain_msg_settlement{value: prepaid}("Beta", "hello");
    }

    function _message(string memory greeting) private pure returns (bytes memory) {
        return MessageV1.encode(1, PayloadType.Raw, bytes(greeting));
    }

    function _arrive(string memory chain, uint256 partner, PayloadType payload_type, bytes memory message)
        private
        returns (bool)
    {
        return settlement.deliver(handler, chain, partner, payload_type, message);
    }
}

/// @notice The walk of the integrator's guide: a greeting leaves Alpha, is taken on Beta, and Alpha knows.
contract PartnerJourneyTest is Suite {
    PartnerHandler private here;
    PartnerHandler private there;

    function setUp() public override {
        super.setUp();
        here = _new_partner(alpha);
        there = _new_partner(beta);
        vm.startPrank(owner);
        here.set_partner("Beta", _id(address(there)));
        there.set_partner("Alpha", _id(address(here)));
        vm.stopPrank();
    }

    function test_aGreetingArrivesAndItsSenderKnows() public {
        InboundMessage memory message = _greet();
        _deliver(beta, message);
        vm.assertEq(there.last_greeting("Alpha"), "hello", "greeting");
        _expect(_received(beta, message), CrossChainMsgStatus.Success, "delivered");
        _bring_home(alpha, _result(beta, alpha, message, CrossChainMsgStatus.Success));
        vm.assertTrue(here.outcome(message.txid) == CrossChainMsgStatus.Success, "known at home");
    }

    function test_aGreetingNobodyExpectsFailsAndItsSenderKnows() public {
        vm.prank(owner);
        there.set_partner("Alpha", 0);
        InboundMessage memory message = _greet();
        _deliver(beta, message);
        _expect(_received(beta, message), CrossChainMsgStatus.Failed, "refused");
        _bring_home(alpha, _result(beta, alpha, message, CrossChainMsgStatus.Failed));
        vm.assertTrue(here.outcome(message.txid) == CrossChainMsgStatus.Failed, "known at home");
    }

    function _new_partner(Chain storage chain) private returns (PartnerHandler handler) {
        handler = new PartnerHandler(owner, chain.settlement);
        vm.prank(owner);
        chain.settlement.register_handler(address(handler));
    }

    function _greet() private returns (InboundMessage memory message) {
        _on(alpha);
        vm.recordLogs();
        vm.prank(user);
        here.cross_chain_msg_settlement{value: 0.01 ether}("Beta", "hello");
        message = _sent();
        _attest(beta, message);
    }
}
