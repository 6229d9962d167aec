// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {
    AccessControlDefaultAdminRulesUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/extensions/AccessControlDefaultAdminRulesUpgradeable.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts-upgradeable/proxy/utils/UUPSUpgradeable.sol";

/// @notice Who may change a contract: one owner, who upgrades it and names its managers.
/// @dev The owner is the only admin of every role, and ownership moves in two steps with a delay, so
/// neither a manager nor a slip of the pen can take a contract over.
abstract contract Governed is UUPSUpgradeable, AccessControlDefaultAdminRulesUpgradeable {
    bytes32 public constant MANAGER_ROLE = keccak256("MANAGER_ROLE");

    /// @dev Seconds between the start and the acceptance of a change of owner.
    uint48 internal constant OWNERSHIP_DELAY = 1 days;

    event ManagerAdded(address indexed owner, address indexed manager);
    event ManagerRemoved(address indexed owner, address indexed manager);

    constructor() {
        _disableInitializers();
    }

    function add_manager(address manager) external onlyRole(DEFAULT_ADMIN_ROLE) {
        _add_manager(manager);
    }

    function remove_manager(address manager) external onlyRole(DEFAULT_ADMIN_ROLE) {
        if (_revokeRole(MANAGER_ROLE, manager)) emit ManagerRemoved(msg.sender, manager);
    }

    function is_manager(address account) external view returns (bool) {
        return hasRole(MANAGER_ROLE, account);
    }

    function __Governed_init(address owner_) internal onlyInitializing {
        __AccessControlDefaultAdminRules_init(OWNERSHIP_DELAY, owner_);
    }

    function _add_manager(address manager) internal {
        if (_grantRole(MANAGER_ROLE, manager)) emit ManagerAdded(msg.sender, manager);
    }

    function _authorizeUpgrade(address) internal view override onlyRole(DEFAULT_ADMIN_ROLE) {}
}
