// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {
    AccessControlDefaultAdminRulesUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/extensions/AccessControlDefaultAdminRulesUpgradeable.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts-upgradeable/proxy/utils/UUPSUpgradeable.sol";

/// @notice Who may change a proxied contract: one owner, who upgrades it and names its managers and
/// guardians.
/// @dev The owner is the only admin of every role, and ownership moves in two steps with a delay, so
/// neither a manager nor a slip of the pen can take a contract over.
abstract contract Governed is UUPSUpgradeable, AccessControlDefaultAdminRulesUpgradeable {
    bytes32 public constant MANAGER_ROLE = keccak256("MANAGER_ROLE");
    /// @notice May stop things and nothing else.
    bytes32 public constant GUARDIAN_ROLE = keccak256("GUARDIAN_ROLE");

    /// @dev Seconds between the start and the acceptance of a change of owner.
    uint48 internal constant OWNERSHIP_DELAY = 1 days;

    event ManagerAdded(address indexed owner, address indexed manager);
    event ManagerRemoved(address indexed owner, address indexed manager);
    event GuardianAdded(address indexed owner, address indexed guardian);
    event GuardianRemoved(address indexed owner, address indexed guardian);

    error ZeroAccount();

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

    function add_guardian(address guardian) external onlyRole(DEFAULT_ADMIN_ROLE) {
        _add_guardian(guardian);
    }

    function remove_guardian(address guardian) external onlyRole(DEFAULT_ADMIN_ROLE) {
        if (_revokeRole(GUARDIAN_ROLE, guardian)) emit GuardianRemoved(msg.sender, guardian);
    }

    function is_guardian(address account) external view returns (bool) {
        return hasRole(GUARDIAN_ROLE, account);
    }

    function __Governed_init(address owner_) internal onlyInitializing {
        __AccessControlDefaultAdminRules_init(OWNERSHIP_DELAY, owner_);
    }

    function _add_managers(address[] calldata managers) internal {
        for (uint256 i; i < managers.length; ++i) {
            _add_manager(managers[i]);
        }
    }

    function _add_manager(address manager) internal {
        if (manager == address(0)) revert ZeroAccount();
        if (_grantRole(MANAGER_ROLE, manager)) emit ManagerAdded(msg.sender, manager);
    }

    function _add_guardian(address guardian) internal {
        if (guardian == address(0)) revert ZeroAccount();
        if (_grantRole(GUARDIAN_ROLE, guardian)) emit GuardianAdded(msg.sender, guardian);
    }

    function _authorizeUpgrade(address next) internal view override onlyRole(DEFAULT_ADMIN_ROLE) {
        _check_upgrade(next);
    }

    /// @dev Reverts when `next` was built for something else: what never changes in a proxied contract is
    /// an immutable of its implementation.
    function _check_upgrade(address next) internal view virtual;
}
