// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {SettlementSignatureVerifier} from "../src/SettlementSignatureVerifier.sol";
import {PayloadType} from "../src/SettlementTypes.sol";
import {ERC20Payload} from "../src/libraries/ERC20Payload.sol";
import {MessageV1} from "../src/libraries/MessageV1.sol";
import {SettlementHashes} from "../src/libraries/SettlementHashes.sol";
import {Terms} from "../src/libraries/Terms.sol";
import {MerkleTree} from "./support/MerkleTree.sol";
import {Suite} from "./support/Suite.sol";
import {vm} from "../support/Vm.sol";

/// @notice The vectors of `golden/vectors.json`, which the Java code reads too.
contract GoldenVectorsTest is Suite {
    string private _json;

    function setUp() public override {
        _json = vm.readFile("test/golden/vectors.json");
    }

    function test_messagesEncodeAndDecodeAsTheProtocolHasThem() public view {
        _message("G1", _uint(".G1.id"));
        _message("G2", _uint(".G2.messageId"));
    }

    function test_idsAreDerivedAsTheProtocolHasThem() public view {
        uint256 txid = SettlementHashes.txid(
            _string(".G2.fromChain"),
            _string(".G2.toChain"),
            _address(".G2.sender"),
            _address(".G2.fromHandler"),
            _id(_address(".G2.toHandler")),
            _uint(".G2.nonce")
        );
        vm.assertEq(txid, _uint(".G2.txid"), "txid");
        uint256 id = SettlementHashes.message_id(
            uint64(_uint(".G2.counter")), _address(".G2.fromHandler"), _address(".G2.sender"), _uint(".G2.nonce")
        );
        vm.assertEq(id, _uint(".G2.messageId"), "message id");
    }

    function test_receiveDigestAndSignaturesMatch() public {
        SettlementHashes.Receive memory content = _receive_content(".receive", ".receive");
        bytes memory payload = vm.parseJsonBytes(_json, ".receive.payload");
        vm.assertEq(keccak256(payload), content.payload_hash, "payload hash");
        bytes memory terms = Terms.pack(content.sequence, content.handler_gas, content.deadline);
        vm.assertEq(terms, vm.parseJsonBytes(_json, ".receive.terms"), "terms");
        _signed(".receive", SettlementHashes.digest(content, _domain(".receive")));
    }

    function test_expireDigestAndSignaturesMatch() public {
        SettlementHashes.Expire memory content = SettlementHashes.Expire(
            _uint(".expire.txid"),
            _hash(".expire.fromChain"),
            _hash(".expire.toChain"),
            _id(_address(".expire.fromHandler")),
            _id(_address(".expire.toHandler")),
            uint64(_uint(".expire.sequence")),
            uint64(_uint(".expire.deadline"))
        );
        _signed(".expire", SettlementHashes.digest(content, _domain(".expire")));
    }

    function test_bundleOfFiveAndItsProofsMatch() public {
        SettlementSignatureVerifier verifier = _new_verifier(2);
        bytes32[] memory leaves = new bytes32[](5);
        for (uint256 i; i < leaves.length; ++i) {
            string memory member = string.concat(".merkle.members[", vm.toString(i), "]");
            leaves[i] = SettlementHashes.digest(_receive_content(".merkle", member), _domain(".merkle"));
            vm.assertEq(leaves[i], _bytes32(string.concat(member, ".digest")), "leaf");
            bytes memory certificate = vm.parseJsonBytes(_json, string.concat(member, ".certificate"));
            vm.assertTrue(verifier.verify(leaves[i], certificate, 1), "the certificate verifies");
        }
        vm.assertEq(MerkleTree.root(leaves), _bytes32(".merkle.root"), "root");
        vm.assertEq(SettlementHashes.bundle_domain(), _bytes32(".merkle.domainSeparator"), "domain");
        vm.assertEq(_bundle_digest(leaves), _bytes32(".merkle.digest"), "digest");
        bytes memory signatures = vm.parseJsonBytes(_json, ".merkle.bundle");
        vm.assertEq(_sign(_bundle_digest(leaves), 2), signatures, "signatures");
        _multiproof(verifier, leaves, ".merkle.multiproof", signatures);
        _multiproof(verifier, leaves, ".merkle.wholeBundle", signatures);
    }

    function test_callbackDigestsAndSignaturesMatch() public {
        _callback(".callbackSuccess");
        _callback(".callbackFailed");
    }

    function _callback(string memory path) private {
        SettlementHashes.Callback memory content = SettlementHashes.Callback(
            _uint(string.concat(path, ".txid")),
            _hash(string.concat(path, ".fromChain")),
            _hash(string.concat(path, ".toChain")),
            _id(_address(string.concat(path, ".fromHandler"))),
            _id(_address(string.concat(path, ".toHandler"))),
            uint8(_uint(string.concat(path, ".status")))
        );
        _signed(path, SettlementHashes.digest(content, _domain(path)));
    }

    /// @param member where what differs between messages stands
    function _receive_content(string memory path, string memory member)
        private
        view
        returns (SettlementHashes.Receive memory content)
    {
        content.txid = _uint(string.concat(member, ".txid"));
        content.from_chain = _hash(string.concat(path, ".fromChain"));
        content.to_chain = _hash(string.concat(path, ".toChain"));
        content.from_address = _id(_address(string.concat(path, ".fromAddress")));
        content.from_handler = _id(_address(string.concat(path, ".fromHandler")));
        content.to_handler = _id(_address(string.concat(path, ".toHandler")));
        content.payload_type = uint8(_uint(string.concat(path, ".payloadType")));
        content.payload_hash = _bytes32(string.concat(member, ".payloadHash"));
        content.sequence = uint64(_uint(string.concat(member, ".sequence")));
        content.handler_gas = uint64(_uint(string.concat(member, ".handlerGas")));
        content.deadline = uint64(_uint(string.concat(member, ".deadline")));
    }

    function _multiproof(
        SettlementSignatureVerifier verifier,
        bytes32[] memory leaves,
        string memory path,
        bytes memory signatures
    ) private view {
        uint256[] memory members = vm.parseJsonUintArray(_json, string.concat(path, ".members"));
        bytes32[] memory expected = vm.parseJsonBytes32Array(_json, string.concat(path, ".proof"));
        (bytes32[] memory proof, bool[] memory flags) = MerkleTree.multiproof(leaves, members);
        vm.assertEq(abi.encode(proof), abi.encode(expected), "proof");
        bool[] memory expected_flags = vm.parseJsonBoolArray(_json, string.concat(path, ".flags"));
        vm.assertEq(abi.encode(flags), abi.encode(expected_flags), "flags");
        bytes32[] memory some = new bytes32[](members.length);
        for (uint256 i; i < members.length; ++i) {
            some[i] = leaves[members[i]];
        }
        vm.assertTrue(verifier.verify_bundle(some, proof, flags, signatures), "the bundle verifies");
    }

    function _domain(string memory path) private view returns (bytes32 domain) {
        domain = SettlementHashes.domain(
            _uint(string.concat(path, ".chainId")), _address(string.concat(path, ".settlement"))
        );
    }

    function _signed(string memory path, bytes32 digest) private {
        vm.assertEq(digest, vm.parseJsonBytes32(_json, string.concat(path, ".digest")), "digest");
        bytes memory bundle = vm.parseJsonBytes(_json, string.concat(path, ".bundle"));
        vm.assertEq(_sign(digest, 2), bundle, "signatures");
        vm.assertTrue(_new_verifier(2).verify(digest, bundle, 0), "the bundle verifies");
    }

    function _message(string memory name, uint256 id) private view {
        string memory path = string.concat(".", name);
        string memory receiver_key = keccak256(bytes(name)) == keccak256("G1") ? ".to" : ".receiver";
        string memory sender_key = keccak256(bytes(name)) == keccak256("G1") ? ".from" : ".sender";
        ERC20Payload.Transfer memory transfer = ERC20Payload.Transfer(
            _id(_address(string.concat(path, sender_key))),
            _id(_address(string.concat(path, receiver_key))),
            _id(_address(string.concat(path, ".fromToken"))),
            _id(_address(string.concat(path, ".toToken"))),
            _uint(string.concat(path, ".amount"))
        );
        bytes memory expected = vm.parseJsonBytes(_json, string.concat(path, ".message"));
        vm.assertEq(MessageV1.encode(id, PayloadType.ERC20, ERC20Payload.encode(transfer)), expected, "message bytes");
        this.decodes(expected, id, transfer);
    }

    function decodes(bytes calldata message, uint256 id, ERC20Payload.Transfer memory expected) external pure {
        vm.assertTrue(MessageV1.is_valid(message), "is a message");
        vm.assertEq(MessageV1.id(message), id, "id");
        vm.assertEq(uint256(MessageV1.payload_type(message)), uint256(PayloadType.ERC20), "type");
        (bool valid, ERC20Payload.Transfer memory transfer) = ERC20Payload.try_decode(MessageV1.payload(message));
        vm.assertTrue(valid, "is a transfer");
        vm.assertEq(abi.encode(transfer), abi.encode(expected), "transfer");
    }

    function _uint(string memory key) private view returns (uint256) {
        return vm.parseJsonUint(_json, key);
    }

    function _bytes32(string memory key) private view returns (bytes32) {
        return vm.parseJsonBytes32(_json, key);
    }

    function _hash(string memory key) private view returns (bytes32) {
        return keccak256(bytes(_string(key)));
    }

    function _string(string memory key) private view returns (string memory) {
        return vm.parseJsonString(_json, key);
    }

    function _address(string memory key) private view returns (address) {
        return vm.parseJsonAddress(_json, key);
    }
}
