// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import {ArtifactProbe} from "./ArtifactProbe.sol";
import {ISettlementArtifactRegistry} from "./ISettlementArtifactRegistry.sol";

/// @notice The list of this chain's artifacts. Managers keep it; what they add must answer like one.
contract SettlementArtifactRegistry is AccessControlDefaultAdminRules, ISettlementArtifactRegistry {
    using EnumerableSet for EnumerableSet.AddressSet;

    bytes32 public constant MANAGER_ROLE = keccak256("MANAGER_ROLE");

    /// @dev Seconds between the start and the acceptance of a change of owner.
    uint48 private constant OWNERSHIP_DELAY = 1 days;

    /// @notice What every artifact of this list counts in: 8, satoshi, for everything that is BTC.
    uint256 public immutable artifact_decimals;

    EnumerableSet.AddressSet private _artifacts;

    constructor(address owner_, address[] memory managers, uint256 artifact_decimals_)
        AccessControlDefaultAdminRules(OWNERSHIP_DELAY, owner_)
    {
        artifact_decimals = artifact_decimals_;
        for (uint256 i; i < managers.length; ++i) {
            if (managers[i] == address(0)) revert ZeroAccount();
            _grantRole(MANAGER_ROLE, managers[i]);
        }
    }

    function registrySettlementArtifact(address artifact) external onlyRole(MANAGER_ROLE) {
        ArtifactProbe.require_artifact(artifact, artifact_decimals);
        if (!_artifacts.add(artifact)) revert AlreadyRegistered(artifact);
        emit SettlementArtifactRegisted(artifact);
    }

    function removeSettlementArtifact(address artifact) external onlyRole(MANAGER_ROLE) {
        if (!_artifacts.remove(artifact)) revert NotRegistered(artifact);
        emit SettlementArtifactRemoved(artifact);
    }

    function getSettlementArtifacts() external view returns (address[] memory) {
        return _artifacts.values();
    }

    /// @notice A page of the list. A removal moves the last one into the gap, so read all pages at one block.
    /// @param start index of the first one
    /// @param count at most this many; fewer at the end
    function settlement_artifacts(uint256 start, uint256 count) external view returns (address[] memory) {
        uint256 length = _artifacts.length();
        uint256 from = start < length ? start : length;
        uint256 end = count < length - from ? from + count : length;
        return _artifacts.values(from, end);
    }

    /// @notice The protocol's getter of one entry.
    function settlementArtifacts(uint256 index) external view returns (address) {
        return _artifacts.at(index);
    }

    function settlement_artifact_count() external view returns (uint256) {
        return _artifacts.length();
    }

    function is_settlement_artifact(address account) external view returns (bool) {
        return _artifacts.contains(account);
    }
}
