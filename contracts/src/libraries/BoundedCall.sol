// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice Calls to code we do not trust: limited gas, and never more than one word of return data
/// copied, so that a huge answer cannot be charged to the caller.
library BoundedCall {
    /// @return returned false when the call reverted or ran out of gas
    /// @return answer true only for a well-formed `true`
    function ask(address target, uint256 gas_limit, bytes memory data) internal returns (bool returned, bool answer) {
        assembly ("memory-safe") {
            mstore(0, 0)
            returned := call(gas_limit, target, 0, add(data, 32), mload(data), 0, 32)
            answer := and(returned, and(gt(returndatasize(), 31), eq(mload(0), 1)))
        }
    }

    /// @notice Sends wei and ignores whatever comes back.
    function pay(address to, uint256 gas_limit, uint256 amount) internal returns (bool paid) {
        assembly ("memory-safe") {
            paid := call(gas_limit, to, amount, 0, 0, 0, 0)
        }
    }

    /// @notice Gas that must be left before a call so that the callee gets `gas_limit` whole: a call
    /// can pass on at most 63/64 of what is left (EIP-150).
    function gas_needed(uint256 gas_limit) internal pure returns (uint256) {
        return gas_limit + gas_limit / 63 + 1;
    }
}
