// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

/// @notice Takes exactly what was asked for, or reverts.
library ArtifactTransfer {
    using SafeERC20 for IERC20;

    /// @dev Tokens that take a fee on transfer are not carried.
    error UnexpectedAmountReceived(uint256 expected, uint256 received);

    function take(IERC20 artifact, address from, uint256 amount) internal {
        uint256 before = artifact.balanceOf(address(this));
        artifact.safeTransferFrom(from, address(this), amount);
        uint256 received = artifact.balanceOf(address(this)) - before;
        if (received != amount) revert UnexpectedAmountReceived(amount, received);
    }
}
