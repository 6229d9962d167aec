// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {ISettlementArtifact, Primitive, TransferPolicy} from "./ISettlementArtifact.sol";

/// @notice What a settlement primitive holds, as a token: made when custody grew, burned when it paid.
/// @dev The owner decides about the policy and the operators, managers about counterparties, guardians
/// stop the making of new ones. Nobody can stop redemption: burning knows no pause and no policy.
contract SettlementArtifact is ERC20, AccessControlDefaultAdminRules, ISettlementArtifact {
    bytes32 public constant MANAGER_ROLE = keccak256("MANAGER_ROLE");
    bytes32 public constant GUARDIAN_ROLE = keccak256("GUARDIAN_ROLE");
    bytes32 public constant OPERATOR_ROLE = keccak256("OPERATOR_ROLE");

    /// @dev Seconds between the start and the acceptance of a change of owner.
    uint48 private constant OWNERSHIP_DELAY = 1 days;

    /// @param operators contracts that make and take artifacts: the primitive's handler
    /// @param decimals the same on every chain; 8 for everything that is BTC
    struct Setup {
        address owner;
        address[] operators;
        address[] managers;
        address[] guardians;
        string name;
        string symbol;
        uint8 decimals;
        TransferPolicy policy;
        Primitive primitive;
    }

    uint8 private immutable _decimals;

    TransferPolicy public transfer_policy;
    bool public minting_paused;
    mapping(address account => bool) public is_counterparty;
    Primitive private _primitive;

    constructor(Setup memory setup)
        ERC20(setup.name, setup.symbol)
        AccessControlDefaultAdminRules(OWNERSHIP_DELAY, setup.owner)
    {
        _decimals = setup.decimals;
        transfer_policy = setup.policy;
        _set_primitive(setup.primitive);
        for (uint256 i; i < setup.operators.length; ++i) {
            _add_operator(setup.operators[i]);
        }
        _grant_all(MANAGER_ROLE, setup.managers);
        _grant_all(GUARDIAN_ROLE, setup.guardians);
    }

    // ------------------------------------------------------------------ making and taking

    function mint_to(address to, uint256 amount) external onlyRole(OPERATOR_ROLE) {
        if (minting_paused) revert MintingIsPaused();
        _mint(to, amount);
    }

    /// @notice An operator burns its own artifacts, or another's within the allowance it was given.
    function burn_from(address account, uint256 amount) external onlyRole(OPERATOR_ROLE) {
        if (account != msg.sender) _spendAllowance(account, msg.sender, amount);
        _burn(account, amount);
    }

    /// @notice For an imbalance between supply and custody: no new artifacts, redemption goes on.
    function pause_minting() external onlyRole(GUARDIAN_ROLE) {
        if (minting_paused) revert MintingIsPaused();
        minting_paused = true;
        emit MintingPaused(msg.sender);
    }

    function unpause_minting() external onlyRole(MANAGER_ROLE) {
        if (!minting_paused) revert MintingNotPaused();
        minting_paused = false;
        emit MintingUnpaused(msg.sender);
    }

    // ------------------------------------------------------------------ administration

    function set_transfer_policy(TransferPolicy policy) external onlyRole(DEFAULT_ADMIN_ROLE) {
        emit TransferPolicyChanged(transfer_policy, policy);
        transfer_policy = policy;
    }

    /// @notice A counterparty takes artifacts from holders and gives them back under a Restricted policy.
    function set_counterparty(address account, bool allowed) external onlyRole(MANAGER_ROLE) {
        if (account == address(0)) revert ZeroAccount();
        is_counterparty[account] = allowed;
        emit CounterpartySet(account, allowed);
    }

    /// @notice Publishes a revision of the primitive's specification; the primitive stays the same.
    function set_metadata(string calldata uri, bytes32 content_hash) external onlyRole(DEFAULT_ADMIN_ROLE) {
        _set_primitive(Primitive(_primitive.id, uri, content_hash));
    }

    function add_operator(address operator) external onlyRole(DEFAULT_ADMIN_ROLE) {
        _add_operator(operator);
    }

    function remove_operator(address operator) external onlyRole(DEFAULT_ADMIN_ROLE) {
        if (_revokeRole(OPERATOR_ROLE, operator)) emit OperatorRemoved(msg.sender, operator);
    }

    // ------------------------------------------------------------------ views

    /// @inheritdoc ISettlementArtifact
    function artifact_metadata() external view returns (string memory) {
        return _primitive.uri;
    }

    function primitive() external view returns (Primitive memory) {
        return _primitive;
    }

    function is_operator(address account) public view returns (bool) {
        return hasRole(OPERATOR_ROLE, account);
    }

    function decimals() public view override(ERC20, IERC20Metadata) returns (uint8) {
        return _decimals;
    }

    // ------------------------------------------------------------------ rules

    function _update(address from, address to, uint256 amount) internal override {
        if (from != address(0) && to != address(0) && !_may_move(from, to)) {
            revert TransferRefused(from, to, transfer_policy);
        }
        super._update(from, to, amount);
    }

    function _may_move(address from, address to) private view returns (bool) {
        if (transfer_policy == TransferPolicy.Open) return true;
        if (is_counterparty[from] || is_operator(to) || is_operator(from)) return true;
        return transfer_policy == TransferPolicy.Restricted && is_counterparty[to];
    }

    function _set_primitive(Primitive memory next) private {
        if (next.id == 0 || bytes(next.uri).length == 0 || next.content_hash == 0) {
            revert InvalidPrimitive(next.id, next.uri, next.content_hash);
        }
        _primitive = next;
        emit MetadataChanged(next.uri, next.content_hash);
    }

    function _add_operator(address operator) private {
        if (operator == address(0)) revert ZeroAccount();
        if (_grantRole(OPERATOR_ROLE, operator)) emit OperatorAdded(msg.sender, operator);
    }

    function _grant_all(bytes32 role, address[] memory accounts) private {
        for (uint256 i; i < accounts.length; ++i) {
            if (accounts[i] == address(0)) revert ZeroAccount();
            _grantRole(role, accounts[i]);
        }
    }
}
