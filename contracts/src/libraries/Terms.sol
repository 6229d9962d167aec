// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice What is attested beside a message: sequence[8] ‖ handler_gas[8] ‖ deadline[8].
/// @dev They stand at the head of the `signatures` of a single delivery, and are all that a handler is
/// given there.
library Terms {
    uint256 internal constant LENGTH = 24;

    function pack(uint64 sequence_, uint64 handler_gas_, uint64 deadline_) internal pure returns (bytes memory) {
        return abi.encodePacked(sequence_, handler_gas_, deadline_);
    }

    /// @return whether the bytes are long enough to begin with terms
    function is_valid(bytes calldata terms) internal pure returns (bool) {
        return terms.length >= LENGTH;
    }

    /// @dev Only for bytes that are `is_valid`, like the three below.
    function sequence(bytes calldata terms) internal pure returns (uint64) {
        return uint64(bytes8(terms[0:8]));
    }

    function handler_gas(bytes calldata terms) internal pure returns (uint64) {
        return uint64(bytes8(terms[8:16]));
    }

    function deadline(bytes calldata terms) internal pure returns (uint64) {
        return uint64(bytes8(terms[16:24]));
    }

    /// @return what follows the terms in a single delivery
    function certificate(bytes calldata terms) internal pure returns (bytes calldata) {
        return terms[LENGTH:];
    }
}
