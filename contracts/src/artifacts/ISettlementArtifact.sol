// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {ISettlementToken} from "../interfaces/ISettlementToken.sol";

/// @notice Where an artifact may go, as its primitive decides. Making and taking artifacts is no move;
/// and whatever the policy, an operator takes them in for redemption and gives them back.
enum TransferPolicy {
    /// @dev Anyone to anyone.
    Open,
    /// @dev One end at least is a counterparty: staking, a wrapper, a basket, a token's handler.
    Restricted,
    /// @dev Nothing goes into a counterparty any more, everything may come out and be redeemed.
    Frozen
}

/// @notice Which primitive stands behind an artifact.
/// @param id name of the primitive, for ever the same
/// @param uri where its ten-section specification is published
/// @param content_hash keccak256 of the specification's bytes
struct Primitive {
    bytes32 id;
    string uri;
    bytes32 content_hash;
}

/// @notice An ERC-20 that proves what a settlement primitive holds in custody.
interface ISettlementArtifact is IERC20Metadata, ISettlementToken {
    event MetadataChanged(string uri, bytes32 content_hash);
    event TransferPolicyChanged(TransferPolicy old_policy, TransferPolicy new_policy);
    event CounterpartySet(address indexed account, bool allowed);
    event MintingPaused(address indexed guardian);
    event MintingUnpaused(address indexed manager);
    event OperatorAdded(address indexed owner, address indexed operator);
    event OperatorRemoved(address indexed owner, address indexed operator);

    error ZeroAccount();
    error InvalidPrimitive(bytes32 id, string uri, bytes32 content_hash);
    error TransferRefused(address from, address to, TransferPolicy policy);
    error MintingIsPaused();
    error MintingNotPaused();

    /// @notice Where the specification of the primitive is published; the hash is in `primitive`.
    function artifact_metadata() external view returns (string memory);

    function primitive() external view returns (Primitive memory);

    function transfer_policy() external view returns (TransferPolicy);

    function is_counterparty(address account) external view returns (bool);

    function is_operator(address account) external view returns (bool);

    function minting_paused() external view returns (bool);
}
