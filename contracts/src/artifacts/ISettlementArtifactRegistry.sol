// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice Which artifacts exist on this chain. The spelling of the functions and of the first event is
/// the protocol's.
interface ISettlementArtifactRegistry {
    event SettlementArtifactRegisted(address indexed artifactAddress);
    event SettlementArtifactRemoved(address indexed artifactAddress);

    error ZeroAccount();
    error NotAContract(address account);
    /// @param selector the question the contract did not answer as an artifact does
    error NotAnArtifact(address account, bytes4 selector);
    error UnexpectedDecimals(address account, uint256 expected, uint256 actual);
    error AlreadyRegistered(address artifact);
    error NotRegistered(address artifact);

    function registrySettlementArtifact(address artifact) external;

    function removeSettlementArtifact(address artifact) external;

    function getSettlementArtifacts() external view returns (address[] memory);
}
