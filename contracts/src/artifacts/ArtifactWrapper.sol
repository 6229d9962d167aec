// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ArtifactTransfer} from "./ArtifactTransfer.sol";
import {IArtifactWrapper} from "./IArtifactWrapper.sol";

/// @notice Holds an artifact and is worth exactly that. Nobody administers it.
/// @dev Under a Restricted policy the wrapper must be a counterparty of its artifact. Artifacts sent here
/// without `deposit` belong to nobody and stay.
contract ArtifactWrapper is ERC20, ReentrancyGuardTransient, IArtifactWrapper {
    using SafeERC20 for IERC20;
    using ArtifactTransfer for IERC20;

    IERC20 public immutable artifact;
    uint8 private immutable _decimals;

    constructor(address artifact_, string memory name_, string memory symbol_) ERC20(name_, symbol_) {
        if (artifact_.code.length == 0) revert NotAContract(artifact_);
        artifact = IERC20(artifact_);
        _decimals = IERC20Metadata(artifact_).decimals();
    }

    function deposit(uint256 amount) external nonReentrant {
        if (amount == 0) revert ZeroAmount();
        _mint(msg.sender, amount);
        emit ArtifactDeposited(msg.sender, amount);
        artifact.take(msg.sender, amount);
    }

    function withdraw(uint256 amount) external nonReentrant {
        if (amount == 0) revert ZeroAmount();
        _burn(msg.sender, amount);
        emit ArtifactWithdrawn(msg.sender, amount);
        artifact.safeTransfer(msg.sender, amount);
    }

    function decimals() public view override returns (uint8) {
        return _decimals;
    }
}
