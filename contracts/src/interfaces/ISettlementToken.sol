// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice What a handler in a minting mode needs of its token.
interface ISettlementToken {
    function mint_to(address to, uint256 amount) external;

    function burn_from(address account, uint256 amount) external;
}
