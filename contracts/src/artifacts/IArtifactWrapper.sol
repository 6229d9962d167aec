// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice One artifact as a freely moving ERC-20, one to one.
interface IArtifactWrapper {
    event ArtifactDeposited(address indexed user, uint256 amount);
    event ArtifactWithdrawn(address indexed user, uint256 amount);

    error ZeroAmount();
    error NotAContract(address account);

    function deposit(uint256 amount) external;

    function withdraw(uint256 amount) external;
}
