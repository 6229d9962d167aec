// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice A token transfer: method[1] ‖ from[32] ‖ to[32] ‖ from_token[32] ‖ to_token[32] ‖ amount[32].
library ERC20Payload {
    /// @dev The only method that moves tokens; the others of the protocol's enum are refused.
    uint8 internal constant TRANSFER = 1;
    uint256 internal constant LENGTH = 161;

    struct Transfer {
        uint256 from;
        uint256 to;
        uint256 from_token;
        uint256 to_token;
        uint256 amount;
    }

    function encode(Transfer memory transfer) internal pure returns (bytes memory) {
        return
            abi.encodePacked(
                TRANSFER, transfer.from, transfer.to, transfer.from_token, transfer.to_token, transfer.amount
            );
    }

    /// @notice Strict: exactly one transfer, no other method, no trailing bytes.
    /// @return valid false when the bytes are anything else; `transfer` is then empty
    function try_decode(bytes calldata payload) internal pure returns (bool valid, Transfer memory transfer) {
        if (payload.length != LENGTH || uint8(payload[0]) != TRANSFER) return (false, transfer);
        (transfer.from, transfer.to, transfer.from_token, transfer.to_token, transfer.amount) =
            abi.decode(payload[1:], (uint256, uint256, uint256, uint256, uint256));
        return (true, transfer);
    }
}
