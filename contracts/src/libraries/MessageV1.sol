// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {PayloadType} from "../SettlementTypes.sol";

/// @notice The envelope of every payload: version[1] ‖ id[32] ‖ payload_type[1] ‖ payload.
library MessageV1 {
    uint8 internal constant VERSION = 1;
    uint256 internal constant HEADER_LENGTH = 34;

    function encode(uint256 id_, PayloadType type_, bytes memory payload_) internal pure returns (bytes memory) {
        return abi.encodePacked(VERSION, id_, uint8(type_), payload_);
    }

    /// @return whether the bytes are long enough to be a message and carry the known version
    function is_valid(bytes calldata message) internal pure returns (bool) {
        return message.length >= HEADER_LENGTH && uint8(message[0]) == VERSION;
    }

    /// @dev Only for bytes that are `is_valid`, like the two below.
    function id(bytes calldata message) internal pure returns (uint256) {
        return uint256(bytes32(message[1:33]));
    }

    function payload_type(bytes calldata message) internal pure returns (uint8) {
        return uint8(message[33]);
    }

    function payload(bytes calldata message) internal pure returns (bytes calldata) {
        return message[HEADER_LENGTH:];
    }
}
