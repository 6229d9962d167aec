// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {PayloadType} from "../src/SettlementTypes.sol";
import {ERC20Payload} from "../src/libraries/ERC20Payload.sol";
import {MessageV1} from "../src/libraries/MessageV1.sol";
import {Terms} from "../src/libraries/Terms.sol";
import {vm} from "../support/Vm.sol";

/// @notice What is encoded comes back, and nothing else decodes.
contract CodecTest {
    bool public constant IS_TEST = true;

    function testFuzz_messagesComeBack(uint256 id, uint8 type_, bytes calldata payload) public view {
        PayloadType payload_type = PayloadType(type_ % 7);
        this.message_is(MessageV1.encode(id, payload_type, payload), id, payload_type, payload);
    }

    function message_is(bytes calldata message, uint256 id, PayloadType payload_type, bytes calldata payload)
        external
        pure
    {
        vm.assertTrue(MessageV1.is_valid(message), "valid");
        vm.assertEq(MessageV1.id(message), id, "id");
        vm.assertEq(uint256(MessageV1.payload_type(message)), uint256(payload_type), "type");
        vm.assertEq(MessageV1.payload(message), payload, "payload");
        vm.assertEq(message.length, MessageV1.HEADER_LENGTH + payload.length, "length");
    }

    function testFuzz_transfersComeBack(ERC20Payload.Transfer memory transfer) public view {
        bytes memory encoded = ERC20Payload.encode(transfer);
        vm.assertEq(encoded.length, ERC20Payload.LENGTH, "length");
        (bool valid, ERC20Payload.Transfer memory decoded) = this.decode(encoded);
        vm.assertTrue(valid, "valid");
        vm.assertEq(abi.encode(decoded), abi.encode(transfer), "transfer");
    }

    function testFuzz_onlyExactTransfersDecode(bytes calldata noise) public view {
        (bool valid,) = this.decode(noise);
        vm.assertEq(valid, noise.length == ERC20Payload.LENGTH && noise[0] == 0x01, "valid");
    }

    function testFuzz_shortOrUnknownMessagesAreNotValid(bytes calldata noise) public pure {
        vm.assertEq(MessageV1.is_valid(noise), noise.length >= 34 && noise[0] == 0x01, "valid");
    }

    function decode(bytes calldata payload) external pure returns (bool, ERC20Payload.Transfer memory) {
        return ERC20Payload.try_decode(payload);
    }

    function testFuzz_termsComeBack(uint64 sequence, uint64 handler_gas, uint64 deadline, bytes calldata certificate)
        public
        view
    {
        bytes memory packed = Terms.pack(sequence, handler_gas, deadline);
        vm.assertEq(packed.length, Terms.LENGTH, "length");
        this.terms_are(bytes.concat(packed, certificate), sequence, handler_gas, deadline, certificate);
    }

    function testFuzz_shortTermsAreNotValid(bytes calldata noise) public pure {
        vm.assertEq(Terms.is_valid(noise), noise.length >= 24, "valid");
    }

    function terms_are(
        bytes calldata terms,
        uint64 sequence,
        uint64 handler_gas,
        uint64 deadline,
        bytes calldata certificate
    ) external pure {
        vm.assertTrue(Terms.is_valid(terms), "valid");
        vm.assertEq(uint256(Terms.sequence(terms)), uint256(sequence), "sequence");
        vm.assertEq(uint256(Terms.handler_gas(terms)), uint256(handler_gas), "gas");
        vm.assertEq(uint256(Terms.deadline(terms)), uint256(deadline), "deadline");
        vm.assertEq(Terms.certificate(terms), certificate, "certificate");
    }
}
