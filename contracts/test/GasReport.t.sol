// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {SettlementSignatureVerifier} from "../src/SettlementSignatureVerifier.sol";
import {CrossChainMsgStatus, InboundCallback, InboundMessage, PayloadType} from "../src/SettlementTypes.sol";
import {IGasService} from "../src/interfaces/IGasService.sol";
import {ERC20Payload} from "../src/libraries/ERC20Payload.sol";
import {MessageV1} from "../src/libraries/MessageV1.sol";
import {MerkleTree} from "./support/MerkleTree.sol";
import {ReceiptTree} from "./support/ReceiptTree.sol";
import {Suite} from "./support/Suite.sol";
import {vm} from "../support/Vm.sol";

/// @notice Gas of whole transactions (intrinsic gas and calldata included), behind the proxies that
/// production uses, with 3 of 5 validators. The figures lie in `snapshots/`; a build that changes one says so.
/// @dev Members of a batch have senders and receivers of their own, and receivers hold nothing before. One
/// message went before, as always but for the first of 128 of a word.
/// forge-config: default.isolate = true
contract GasReportTest is Suite {
    uint256 private constant QUORUM = 3;
    uint256 private constant AMOUNT = 3 * UNIT;
    uint256 private constant PREPAID = 0.01 ether;

    uint256[] private _keys;

    /// @dev Five validators of which three must sign.
    function _chain_verifier() internal override returns (SettlementSignatureVerifier) {
        if (_keys.length == 0) _make_keys(5);
        address[] memory validators = new address[](_keys.length);
        for (uint256 i; i < validators.length; ++i) {
            validators[i] = vm.addr(_keys[i]);
        }
        return new SettlementSignatureVerifier(owner, _list(owner), validators, uint16(QUORUM), MIN_DELAY, OVERLAP);
    }

    // ------------------------------------------------------------------ receiving

    function test_receiveAlone() public {
        _deliver_first();
        InboundMessage memory message = _inbound(2, "");
        _deliver(beta, message);
        _write("receive alone");
    }

    function test_receiveAloneWithSignTypeOne() public {
        _deliver_first();
        InboundMessage[] memory messages = _inbounds(20);
        _bundle_each(messages);
        _deliver(beta, messages[7]);
        _write("receive alone, sign type 1 of 20");
    }

    function test_receiveFirstOfAWord() public {
        InboundMessage memory message = _inbound(1, "");
        _deliver(beta, message);
        _write("receive alone, first of a word");
    }

    function test_receive20() public {
        _batch(20, "receive 20, sign type 0");
    }

    function test_receive100() public {
        _batch(100, "receive 100, sign type 0");
    }

    function test_receiveBundleOf20() public {
        _bundle(20, "receive 20, sign type 1");
    }

    function test_receiveBundleOf100() public {
        _bundle(100, "receive 100, sign type 1");
    }

    // ------------------------------------------------------------------ sending

    function test_sendFirstOfAUser() public {
        _send_as(_sender(900), 0);
        _send_as(_sender(1), 0);
        _write("send, first of a user");
    }

    function test_sendFirstOfAUserPrepaid() public {
        _send_as(_sender(900), PREPAID);
        _send_as(_sender(1), PREPAID);
        _write("send, first of a user, prepaid");
    }

    function test_sendAgain() public {
        _send_as(_sender(1), 0);
        _send_as(_sender(1), 0);
        _write("send");
    }

    function test_sendAgainPrepaid() public {
        _send_as(_sender(1), PREPAID);
        _send_as(_sender(1), PREPAID);
        _write("send, prepaid");
    }

    // ------------------------------------------------------------------ callbacks

    function test_callbackAlone() public {
        InboundCallback[] memory callbacks = _results(3);
        _bring_home(alpha, callbacks[1]);
        _write("callback alone");
    }

    function test_callback20() public {
        _callbacks(20, "callback 20, sign type 0");
    }

    function test_callback100() public {
        _callbacks(100, "callback 100, sign type 0");
    }

    function test_callbackBundleOf20() public {
        _callback_bundle(20, "callback 20, sign type 1");
    }

    function test_callbackBundleOf100() public {
        _callback_bundle(100, "callback 100, sign type 1");
    }

    // ------------------------------------------------------------------ refunds

    function test_refund50() public {
        InboundCallback[] memory callbacks = _results(51);
        _bring_home_all(alpha, callbacks);
        IGasService.Refund[] memory refunds = new IGasService.Refund[](50);
        for (uint256 i; i < refunds.length; ++i) {
            refunds[i] = IGasService.Refund(callbacks[i].txid, _sender(i + 1), PREPAID / 3);
        }
        vm.prank(refunder);
        alpha.gas.refund(_first_of(callbacks[50].txid));
        vm.prank(refunder);
        alpha.gas.refund(refunds);
        _write("refund 50");
    }

    function test_refundClaimedByReceipt() public {
        InboundCallback[] memory callbacks = _results(50);
        _bring_home_all(alpha, callbacks);
        IGasService.ReceiptClaim[] memory receipts = new IGasService.ReceiptClaim[](50);
        for (uint256 i; i < receipts.length; ++i) {
            receipts[i].txid = callbacks[i].txid;
            receipts[i].payer = _sender(i + 1);
            receipts[i].prepaid = PREPAID;
            receipts[i].spent = PREPAID - PREPAID / 3;
            receipts[i].refund = PREPAID / 3;
        }
        bytes32 root = ReceiptTree.seal(receipts);
        vm.prank(refunder);
        alpha.gas.publish_receipts(root, 50, "ipfs://receipts");
        _claim(receipts[0]);
        _claim(receipts[7]);
        _write("refund claimed by receipt of 50");
    }

    // ------------------------------------------------------------------ steps

    function _write(string memory name) private {
        vm.snapshotGasLastCall("gas", name);
    }

    function _deliver_first() private {
        _deliver(beta, _inbound(1, ""));
    }

    function _batch(uint256 count, string memory name) private {
        _deliver_first();
        _deliver_all(beta, _inbounds(count));
        _write(name);
        vm.assertEq(beta.token.balanceOf(_receiver(count + 1)), AMOUNT + count + 1, "the last one arrived");
    }

    function _bundle(uint256 count, string memory name) private {
        _deliver_first();
        InboundMessage[] memory messages = _inbounds(count);
        bytes32[] memory leaves = _leaves(messages);
        for (uint256 i; i < count; ++i) {
            messages[i].signatures = "";
        }
        (bytes32[] memory proof, bool[] memory flags) = MerkleTree.multiproof(leaves, _all(count));
        bytes memory signatures = _quorum(_bundle_digest(leaves));
        vm.prank(relayer);
        beta.settlement.receive_cross_chain_bundle(messages, proof, flags, signatures);
        _write(name);
        vm.assertEq(beta.token.balanceOf(_receiver(count + 1)), AMOUNT + count + 1, "the last one arrived");
    }

    function _callbacks(uint256 count, string memory name) private {
        InboundCallback[] memory callbacks = _results(count + 1);
        _bring_home(alpha, callbacks[count]);
        _bring_home_all(alpha, _without_last(callbacks));
        _write(name);
        _settled(callbacks);
    }

    function _callback_bundle(uint256 count, string memory name) private {
        InboundCallback[] memory callbacks = _results(count + 1);
        _bring_home(alpha, callbacks[count]);
        InboundCallback[] memory members = _without_last(callbacks);
        bytes32[] memory leaves = new bytes32[](count);
        for (uint256 i; i < count; ++i) {
            leaves[i] = alpha.settlement.callback_digest(members[i]);
            members[i].signatures = "";
        }
        (bytes32[] memory proof, bool[] memory flags) = MerkleTree.multiproof(leaves, _all(count));
        bytes memory signatures = _quorum(_bundle_digest(leaves));
        vm.prank(relayer);
        alpha.settlement.receive_cross_chain_callback_bundle(members, proof, flags, signatures);
        _write(name);
        _settled(callbacks);
    }

    function _settled(InboundCallback[] memory callbacks) private view {
        for (uint256 i; i < callbacks.length; ++i) {
            (, uint8 status,,) = alpha.settlement.create_cross_txs(callbacks[i].txid);
            vm.assertEq(uint256(status), uint256(CrossChainMsgStatus.Success), "settled");
        }
    }

    /// @dev A message as it would arrive, from a sender and to a receiver of its own.
    function _inbound(uint64 sequence, bytes memory certificate) private returns (InboundMessage memory message) {
        bytes memory transfer = ERC20Payload.encode(
            ERC20Payload.Transfer(
                _id(_sender(sequence)),
                _id(_receiver(sequence)),
                _id(address(alpha.token)),
                _id(address(beta.token)),
                AMOUNT + sequence
            )
        );
        message = InboundMessage(
            uint256(keccak256(abi.encode("txid", sequence))),
            "Alpha",
            _id(_sender(sequence)),
            _id(address(alpha.mint_burn)),
            address(beta.mint_burn),
            uint8(PayloadType.ERC20),
            MessageV1.encode(uint256(keccak256(abi.encode("id", sequence))), PayloadType.ERC20, transfer),
            sequence,
            500_000,
            uint64(block.timestamp + 7 days),
            0,
            certificate
        );
        message.signatures = _quorum(_receive_digest(beta, message));
    }

    /// @dev From sequence 2 on.
    function _inbounds(uint256 count) private returns (InboundMessage[] memory messages) {
        messages = new InboundMessage[](count);
        for (uint256 i; i < count; ++i) {
            messages[i] = _inbound(uint64(i + 2), "");
        }
    }

    function _leaves(InboundMessage[] memory messages) private returns (bytes32[] memory leaves) {
        leaves = new bytes32[](messages.length);
        for (uint256 i; i < messages.length; ++i) {
            leaves[i] = _receive_digest(beta, messages[i]);
        }
    }

    function _bundle_each(InboundMessage[] memory messages) private {
        bytes32[] memory leaves = _leaves(messages);
        bytes memory signatures = _quorum(_bundle_digest(leaves));
        for (uint256 i; i < messages.length; ++i) {
            messages[i].sign_type = 1;
            messages[i].signatures = _certificate(leaves, i, signatures);
        }
    }

    /// @dev As a user who has a balance and an allowance for more.
    function _send_as(address sender, uint256 prepaid) private {
        _on(alpha);
        if (alpha.token.balanceOf(sender) == 0) {
            vm.prank(owner);
            alpha.token.mint_to(sender, 100 * UNIT);
            vm.prank(sender);
            alpha.token.approve(address(alpha.mint_burn), 100 * UNIT);
            vm.deal(sender, 10 ether);
        }
        vm.prank(sender);
        alpha.mint_burn.cross_chain_erc20_settlement{value: prepaid}(
            "Beta", _id(address(beta.mint_burn)), _id(address(beta.token)), _id(_receiver(1)), AMOUNT
        );
    }

    /// @dev Of messages that really left, each of a sender of its own and prepaid.
    function _results(uint256 count) private returns (InboundCallback[] memory callbacks) {
        callbacks = new InboundCallback[](count);
        for (uint256 i; i < count; ++i) {
            vm.recordLogs();
            _send_as(_sender(i + 1), PREPAID);
            callbacks[i] = _result(beta, alpha, _sent(), CrossChainMsgStatus.Success);
            callbacks[i].signatures = _quorum(_callback_digest(alpha, callbacks[i]));
        }
    }

    function _without_last(InboundCallback[] memory callbacks) private pure returns (InboundCallback[] memory some) {
        some = new InboundCallback[](callbacks.length - 1);
        for (uint256 i; i < some.length; ++i) {
            some[i] = callbacks[i];
        }
    }

    function _claim(IGasService.ReceiptClaim memory receipt) private {
        IGasService.ReceiptClaim[] memory claims = new IGasService.ReceiptClaim[](1);
        claims[0] = receipt;
        vm.prank(receipt.payer);
        alpha.gas.claim_receipts(claims);
    }

    function _first_of(uint256 txid) private pure returns (IGasService.Refund[] memory refunds) {
        refunds = new IGasService.Refund[](1);
        refunds[0] = IGasService.Refund(txid, _sender(51), PREPAID / 3);
    }

    function _quorum(bytes32 digest) private view returns (bytes memory signatures) {
        for (uint256 i; i < QUORUM; ++i) {
            signatures = bytes.concat(signatures, _signature(_keys[i + 1], digest));
        }
    }

    function _make_keys(uint256 count) private {
        for (uint256 i; i < count; ++i) {
            _keys.push(uint256(keccak256(abi.encode("validator", i))));
        }
        for (uint256 i; i < count; ++i) {
            for (uint256 j = i + 1; j < count; ++j) {
                if (vm.addr(_keys[j]) < vm.addr(_keys[i])) (_keys[i], _keys[j]) = (_keys[j], _keys[i]);
            }
        }
    }

    function _all(uint256 count) private pure returns (uint256[] memory members) {
        members = new uint256[](count);
        for (uint256 i; i < count; ++i) {
            members[i] = i;
        }
    }

    function _sender(uint256 i) private pure returns (address) {
        return vm.addr(uint256(keccak256(abi.encode("sender", i))));
    }

    function _receiver(uint256 i) private pure returns (address) {
        return vm.addr(uint256(keccak256(abi.encode("receiver", i))));
    }
}
