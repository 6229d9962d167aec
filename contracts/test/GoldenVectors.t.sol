// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {InboundCallback, InboundMessage, PayloadType} from "../src/SettlementTypes.sol";
import {ERC20Payload} from "../src/libraries/ERC20Payload.sol";
import {MessageV1} from "../src/libraries/MessageV1.sol";
import {SettlementHashes} from "../src/libraries/SettlementHashes.sol";
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

    function test_commitmentMatches() public view {
        bytes11 commitment = SettlementHashes.commitment(
            _string(".G2.toChain"), _address(".G2.fromHandler"), _id(_address(".G2.toHandler"))
        );
        vm.assertEq(abi.encodePacked(commitment), vm.parseJsonBytes(_json, ".G2.commitment"), "commitment");
    }

    function test_receiveDigestAndSignaturesMatch() public {
        InboundMessage memory message = InboundMessage(
            _uint(".receive.txid"),
            _string(".receive.fromChain"),
            _id(_address(".receive.fromAddress")),
            _id(_address(".receive.fromHandler")),
            _address(".receive.toHandler"),
            uint8(_uint(".receive.payloadType")),
            vm.parseJsonBytes(_json, ".receive.payload"),
            0,
            ""
        );
        vm.assertEq(keccak256(message.payload), vm.parseJsonBytes32(_json, ".receive.payloadHash"), "payload hash");
        bytes32 digest = SettlementHashes.receive_digest(
            message, _string(".receive.toChain"), _uint(".receive.chainId"), _address(".receive.settlement")
        );
        _signed(".receive", digest);
    }

    function test_callbackDigestsAndSignaturesMatch() public {
        _callback(".callbackSuccess");
        _callback(".callbackFailed");
    }

    function _callback(string memory path) private {
        InboundCallback memory callback = InboundCallback(
            _uint(string.concat(path, ".txid")),
            _string(string.concat(path, ".fromChain")),
            _id(_address(string.concat(path, ".fromHandler"))),
            _address(string.concat(path, ".toHandler")),
            uint8(_uint(string.concat(path, ".status"))),
            0,
            ""
        );
        bytes32 digest = SettlementHashes.callback_digest(
            callback,
            _string(string.concat(path, ".toChain")),
            _uint(string.concat(path, ".chainId")),
            _address(string.concat(path, ".settlement"))
        );
        _signed(path, digest);
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

    function _string(string memory key) private view returns (string memory) {
        return vm.parseJsonString(_json, key);
    }

    function _address(string memory key) private view returns (address) {
        return vm.parseJsonAddress(_json, key);
    }
}
