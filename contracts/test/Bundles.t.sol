// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainMsgStatus, InboundCallback, InboundMessage} from "../src/SettlementTypes.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {MerkleTree} from "./support/MerkleTree.sol";
import {Suite} from "./support/Suite.sol";
import {Vm, vm} from "../support/Vm.sol";

/// @notice Messages of a block to one destination, signed once.
contract BundlesTest is Suite {
    uint256 private constant AMOUNT = UNIT;

    function test_memberOfABundleIsDeliveredAlone() public {
        InboundMessage[] memory messages = _some(5);
        bytes32[] memory leaves = _leaves(messages);
        bytes memory signatures = _sign_bundle(leaves);
        messages[3].sign_type = 1;
        messages[3].signatures = _certificate(leaves, 3, signatures);
        _deliver(beta, messages[3]);
        _expect(_received(beta, messages[3]), CrossChainMsgStatus.Success, "alone");
        for (uint256 i; i < 5; ++i) {
            messages[i].sign_type = 1;
            messages[i].signatures = _certificate(leaves, i, signatures);
        }
        _deliver_all(beta, messages);
        vm.assertEq(beta.token.balanceOf(receiver), 5 * AMOUNT, "the others in a batch, that one not again");
    }

    function test_wholeBundleIsDeliveredWithOneCertificate() public {
        InboundMessage[] memory messages = _some(7);
        bytes32[] memory leaves = _leaves(messages);
        vm.recordLogs();
        _deliver_bundle(messages, leaves, _first(7));
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(_count(logs, ISettlement.CrossChainMsgGas.selector), 7, "metered each");
        vm.assertEq(beta.token.balanceOf(receiver), 7 * AMOUNT, "all arrived");
    }

    function testFuzz_anySubsetOfABundleIsDelivered(uint256 picks) public {
        InboundMessage[] memory messages = _some(6);
        bytes32[] memory leaves = _leaves(messages);
        picks = 1 + picks % 63;
        uint256[] memory members = new uint256[](6);
        uint256 found;
        for (uint256 i; i < 6; ++i) {
            if (picks >> i & 1 == 1) members[found++] = i;
        }
        assembly {
            mstore(members, found)
        }
        _deliver_bundle(_pick(messages, members), leaves, members);
        for (uint256 i; i < 6; ++i) {
            bool picked = picks >> i & 1 == 1;
            _expect(
                _received(beta, messages[i]),
                picked ? CrossChainMsgStatus.Success : CrossChainMsgStatus.Unknow,
                "member"
            );
        }
    }

    function test_bundleWithAForeignMemberOrInAnotherOrderRevertsAsAWhole() public {
        InboundMessage[] memory messages = _some(4);
        bytes32[] memory leaves = _leaves(messages);
        (bytes32[] memory proof, bool[] memory flags) = MerkleTree.multiproof(leaves, _first(4));
        bytes memory signatures = _sign_bundle(leaves);

        InboundMessage[] memory foreign = _pick(messages, _first(4));
        foreign[2] = _send_mint_burn(AMOUNT, 0);
        _refused(foreign, proof, flags, signatures);
        InboundMessage[] memory turned = _pick(messages, _first(4));
        (turned[1], turned[2]) = (turned[2], turned[1]);
        _refused(turned, proof, flags, signatures);
        _refused(messages, proof, flags, _sign(_bundle_digest(leaves), 1));
        _refused(messages, proof, flags, _sign(MerkleTree.root(leaves), 2));
        flags[0] = false;
        vm.expectRevert();
        beta.settlement.receive_cross_chain_bundle(messages, proof, flags, signatures);
        vm.assertEq(beta.token.balanceOf(receiver), 0, "nothing arrived");
    }

    function test_emptyBundleIsRefused() public {
        _on(beta);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.InvalidBundle.selector, 0));
        beta.settlement.receive_cross_chain_bundle(new InboundMessage[](0), new bytes32[](1), new bool[](0), "");
    }

    function test_badMembersOfABundleAreSkippedAndNeighboursDelivered() public {
        InboundMessage[] memory messages = _some(4);
        _deliver(beta, messages[0]);
        messages[1].payload_type = 77;
        messages[2].deadline = uint64(block.timestamp - 1);
        bytes32[] memory leaves = _leaves(messages);
        vm.recordLogs();
        _deliver_bundle(messages, leaves, _first(4));
        Vm.Log[] memory logs = vm.getRecordedLogs();
        _skipped(logs, messages[0].txid, ISettlement.InvalidTransactionStatus.selector);
        _skipped(logs, messages[1].txid, ISettlement.PayloadTypeMismatch.selector);
        _skipped(logs, messages[2].txid, ISettlement.DeadlinePassed.selector);
        _expect(_received(beta, messages[3]), CrossChainMsgStatus.Success, "the good one");
    }

    function testFuzz_poorBundleNeverFailsAMember(uint256 gas_limit) public {
        InboundMessage[] memory messages = _some(4);
        bytes32[] memory leaves = _leaves(messages);
        (bytes32[] memory proof, bool[] memory flags) = MerkleTree.multiproof(leaves, _first(4));
        bytes memory data =
            abi.encodeCall(ISettlement.receive_cross_chain_bundle, (messages, proof, flags, _sign_bundle(leaves)));
        (bool taken,) = address(beta.settlement).call{gas: 30_000 + gas_limit % 2_000_000}(data);
        for (uint256 i; i < messages.length; ++i) {
            CrossChainMsgStatus status = _received(beta, messages[i]);
            vm.assertTrue(status != CrossChainMsgStatus.Failed, "never failed");
            if (!taken) _expect(status, CrossChainMsgStatus.Unknow, "a reverted bundle changes nothing");
        }
    }

    // ------------------------------------------------------------------ results

    function test_bundleOfResultsComesHomeWithOneCertificate() public {
        InboundCallback[] memory callbacks = _results(5);
        vm.recordLogs();
        _bring_bundle_home(callbacks);
        vm.assertEq(_count(vm.getRecordedLogs(), ISettlement.CrossChainResult.selector), 5, "settled");
        vm.recordLogs();
        _bring_bundle_home(callbacks);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < 5; ++i) {
            _skipped(logs, callbacks[i].txid, ISettlement.InvalidTransactionStatus.selector);
        }
    }

    function test_resultOfABundleComesHomeAlone() public {
        InboundCallback[] memory callbacks = _results(3);
        bytes32[] memory leaves = _callback_leaves(callbacks);
        callbacks[1].sign_type = 1;
        callbacks[1].signatures = _certificate(leaves, 1, _sign_bundle(leaves));
        _bring_home(alpha, callbacks[1]);
        (, uint8 status,,) = alpha.settlement.create_cross_txs(callbacks[1].txid);
        vm.assertEq(uint256(status), uint256(CrossChainMsgStatus.Success), "settled");
    }

    function test_bundleOfResultsWithAForeignOneReverts() public {
        InboundCallback[] memory callbacks = _results(3);
        bytes32[] memory leaves = _callback_leaves(callbacks);
        (bytes32[] memory proof, bool[] memory flags) = MerkleTree.multiproof(leaves, _first(3));
        bytes memory signatures = _sign_bundle(leaves);
        callbacks[2].status = uint8(CrossChainMsgStatus.Failed);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.InvalidBundle.selector, 3));
        alpha.settlement.receive_cross_chain_callback_bundle(callbacks, proof, flags, signatures);
    }

    // ------------------------------------------------------------------ steps

    function _some(uint256 count) private returns (InboundMessage[] memory messages) {
        messages = new InboundMessage[](count);
        for (uint256 i; i < count; ++i) {
            messages[i] = _send_mint_burn(AMOUNT, 0);
        }
        _on(beta);
    }

    function _results(uint256 count) private returns (InboundCallback[] memory callbacks) {
        InboundMessage[] memory messages = _some(count);
        callbacks = new InboundCallback[](count);
        for (uint256 i; i < count; ++i) {
            callbacks[i] = _result(beta, alpha, messages[i], CrossChainMsgStatus.Success);
        }
    }

    function _leaves(InboundMessage[] memory messages) private returns (bytes32[] memory leaves) {
        leaves = new bytes32[](messages.length);
        for (uint256 i; i < messages.length; ++i) {
            leaves[i] = _receive_digest(beta, messages[i]);
        }
    }

    function _callback_leaves(InboundCallback[] memory callbacks) private returns (bytes32[] memory leaves) {
        leaves = new bytes32[](callbacks.length);
        for (uint256 i; i < callbacks.length; ++i) {
            leaves[i] = _callback_digest(alpha, callbacks[i]);
        }
    }

    function _deliver_bundle(InboundMessage[] memory some, bytes32[] memory leaves, uint256[] memory members) private {
        (bytes32[] memory proof, bool[] memory flags) = MerkleTree.multiproof(leaves, members);
        _on(beta);
        vm.prank(relayer);
        beta.settlement.receive_cross_chain_bundle(some, proof, flags, _sign_bundle(leaves));
    }

    function _bring_bundle_home(InboundCallback[] memory callbacks) private {
        bytes32[] memory leaves = _callback_leaves(callbacks);
        (bytes32[] memory proof, bool[] memory flags) = MerkleTree.multiproof(leaves, _first(callbacks.length));
        _on(alpha);
        vm.prank(relayer);
        alpha.settlement.receive_cross_chain_callback_bundle(callbacks, proof, flags, _sign_bundle(leaves));
    }

    function _refused(
        InboundMessage[] memory messages,
        bytes32[] memory proof,
        bool[] memory flags,
        bytes memory signatures
    ) private {
        _on(beta);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.InvalidBundle.selector, messages.length));
        beta.settlement.receive_cross_chain_bundle(messages, proof, flags, signatures);
    }

    function _skipped(Vm.Log[] memory logs, uint256 txid, bytes4 reason) private pure {
        Vm.Log memory log = _log(logs, ISettlement.CrossChainMsgSkipped.selector, txid);
        (, bytes4 actual,) = abi.decode(log.data, (uint8, bytes4, uint256));
        vm.assertEq(bytes32(actual), bytes32(reason), "reason");
    }

    function _pick(InboundMessage[] memory messages, uint256[] memory members)
        private
        pure
        returns (InboundMessage[] memory some)
    {
        some = new InboundMessage[](members.length);
        for (uint256 i; i < members.length; ++i) {
            some[i] = messages[members[i]];
        }
    }

    function _first(uint256 count) private pure returns (uint256[] memory members) {
        members = new uint256[](count);
        for (uint256 i; i < count; ++i) {
            members[i] = i;
        }
    }
}
