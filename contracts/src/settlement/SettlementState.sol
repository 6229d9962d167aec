// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ShortString, ShortStrings} from "@openzeppelin/contracts/utils/ShortStrings.sol";
import {Governed} from "../Governed.sol";
import {CrossChainMsgStatus} from "../SettlementTypes.sol";
import {ISettlement} from "../interfaces/ISettlement.sol";
import {ISettlementSignatureVerifier} from "../interfaces/ISettlementSignatureVerifier.sol";
import {SettlementHashes} from "../libraries/SettlementHashes.sol";

/// @notice What a settlement contract knows, who may change it, and what stops it.
abstract contract SettlementState is Governed, ISettlement {
    uint256 internal constant MAX_CHAIN_NAME_LENGTH = 31;
    uint64 internal constant DEFAULT_HANDLER_GAS = 500_000;
    uint256 private constant MIN_HANDLER_GAS = 50_000;
    uint256 private constant MAX_HANDLER_GAS = 5_000_000;
    uint32 internal constant DEFAULT_LIFETIME = 7 days;
    uint256 private constant MIN_LIFETIME = 10 minutes;
    uint256 private constant MAX_LIFETIME = 30 days;

    /// @dev One word. `prepaid` is the gas service's: wei up to 0.07 whole coins; what does not fit it
    /// keeps itself.
    struct CreatedTx {
        address from_address;
        uint8 status;
        uint32 nonce;
        uint56 prepaid;
    }

    /// @dev One word.
    struct Settings {
        uint64 default_handler_gas;
        uint32 default_lifetime;
        bool sending_paused;
        bool receiving_paused;
    }

    /// @dev One word. Routes are looked up only for handlers that have paused ones.
    struct HandlerState {
        bool registered;
        uint32 paused_routes;
    }

    ShortString internal immutable _chain_name;
    bytes32 internal immutable _chain_hash;
    ISettlementSignatureVerifier public immutable signature_verifier;
    address public immutable gas_service;

    Settings internal _settings;
    mapping(address handler => HandlerState) internal _handlers;
    mapping(bytes32 route => bool) private _paused_routes;
    mapping(address from_handler => mapping(address from_address => uint256)) internal _nonces;
    mapping(bytes32 to_chain => uint64) internal _sequences;
    mapping(uint256 txid => CreatedTx) public create_cross_txs;
    /// @dev Two bits a message, 128 messages a word, kept for ever.
    mapping(bytes32 from_chain => mapping(uint256 word => uint256)) private _received;

    modifier onlyGasService() {
        if (msg.sender != gas_service) revert OnlyGasService(msg.sender);
        _;
    }

    constructor(string memory chain_name, address verifier, address gas_service_) {
        if (bytes(chain_name).length == 0 || bytes(chain_name).length > MAX_CHAIN_NAME_LENGTH) {
            revert InvalidChainName(chain_name);
        }
        if (verifier.code.length == 0) revert NotAContract(verifier);
        if (gas_service_ == address(0)) revert ZeroAddress();
        _chain_name = ShortStrings.toShortString(chain_name);
        _chain_hash = keccak256(bytes(chain_name));
        signature_verifier = ISettlementSignatureVerifier(verifier);
        gas_service = gas_service_;
    }

    // ------------------------------------------------------------------ prepayments

    /// @inheritdoc ISettlement
    function record_prepayment(uint256 txid, address payer, uint256 amount) external onlyGasService returns (bool) {
        CreatedTx memory created = create_cross_txs[txid];
        if (created.status != uint8(CrossChainMsgStatus.Pending) || created.from_address != payer) return false;
        if (amount > type(uint56).max - created.prepaid) return false;
        create_cross_txs[txid].prepaid = created.prepaid + uint56(amount);
        return true;
    }

    /// @inheritdoc ISettlement
    function release_prepayment(uint256 txid) external onlyGasService returns (uint256 amount) {
        amount = create_cross_txs[txid].prepaid;
        create_cross_txs[txid].prepaid = 0;
    }

    // ------------------------------------------------------------------ administration

    function register_handler(address handler) external onlyRole(MANAGER_ROLE) {
        if (handler.code.length == 0) revert NotAContract(handler);
        if (_handlers[handler].registered) revert HandlerAlreadyRegistered(handler);
        _handlers[handler].registered = true;
        emit HandlerRegistered(handler);
    }

    /// @notice From now on the handler sends nothing and messages to it fail; results of what it sent
    /// before still come home, so that its users get their refunds.
    function remove_handler(address handler) external onlyRole(MANAGER_ROLE) {
        if (!_handlers[handler].registered) revert HandlerNotRegistered(handler);
        _handlers[handler].registered = false;
        emit HandlerRemoved(handler);
    }

    /// @notice The terms of messages whose sender names none; the gas is also what a callback's handler
    /// is given.
    function set_defaults(uint64 handler_gas, uint32 lifetime) external onlyRole(MANAGER_ROLE) {
        _check_terms(handler_gas, lifetime);
        _settings.default_handler_gas = handler_gas;
        _settings.default_lifetime = lifetime;
        emit DefaultsChanged(handler_gas, lifetime);
    }

    function pause_sending() external onlyRole(GUARDIAN_ROLE) {
        _settings.sending_paused = true;
        emit SendingPaused(msg.sender);
    }

    function unpause_sending() external onlyRole(MANAGER_ROLE) {
        _settings.sending_paused = false;
        emit SendingUnpaused(msg.sender);
    }

    /// @notice Stops deliveries, expiries and callbacks.
    function pause_receiving() external onlyRole(GUARDIAN_ROLE) {
        _settings.receiving_paused = true;
        emit ReceivingPaused(msg.sender);
    }

    function unpause_receiving() external onlyRole(MANAGER_ROLE) {
        _settings.receiving_paused = false;
        emit ReceivingUnpaused(msg.sender);
    }

    /// @notice Stops everything between one handler here and one elsewhere, both ways.
    function pause_route(address handler, string calldata chain, uint256 remote_handler)
        external
        onlyRole(GUARDIAN_ROLE)
    {
        if (_set_paused(handler, chain, remote_handler, true)) ++_handlers[handler].paused_routes;
        emit RoutePaused(handler, chain, remote_handler, msg.sender);
    }

    function unpause_route(address handler, string calldata chain, uint256 remote_handler)
        external
        onlyRole(MANAGER_ROLE)
    {
        if (_set_paused(handler, chain, remote_handler, false)) --_handlers[handler].paused_routes;
        emit RouteUnpaused(handler, chain, remote_handler, msg.sender);
    }

    // ------------------------------------------------------------------ views

    function contract_chain_name() public view returns (string memory) {
        return ShortStrings.toString(_chain_name);
    }

    function chain_id() external view returns (uint256) {
        return block.chainid;
    }

    function default_handler_gas() external view returns (uint64) {
        return _settings.default_handler_gas;
    }

    /// @inheritdoc ISettlement
    function default_lifetime() external view returns (uint32) {
        return _settings.default_lifetime;
    }

    function sending_paused() external view returns (bool) {
        return _settings.sending_paused;
    }

    function receiving_paused() external view returns (bool) {
        return _settings.receiving_paused;
    }

    function route_paused(address handler, string calldata chain, uint256 remote_handler) external view returns (bool) {
        return _is_route_paused(handler, keccak256(bytes(chain)), remote_handler);
    }

    function is_registered_handler(address handler) external view returns (bool) {
        return _handlers[handler].registered;
    }

    /// @inheritdoc ISettlement
    function received_status(string calldata from_chain, uint64 sequence) external view returns (CrossChainMsgStatus) {
        return _status(keccak256(bytes(from_chain)), sequence);
    }

    /// @inheritdoc ISettlement
    function view_sequence(string calldata to_chain) external view returns (uint64) {
        return _sequences[keccak256(bytes(to_chain))];
    }

    /// @inheritdoc ISettlement
    function view_nonce(address from_handler, address from_address) external view returns (uint256) {
        return _nonces[from_handler][from_address];
    }

    /// @inheritdoc ISettlement
    function next_nonce(address from_handler, address from_address) external view returns (uint256) {
        return _nonces[from_handler][from_address] + 1;
    }

    function view_required_validators_num() external view returns (uint256) {
        return signature_verifier.required_validators();
    }

    function is_validator(address account) external view returns (bool) {
        return signature_verifier.is_validator(account);
    }

    // ------------------------------------------------------------------ rules

    function _status(bytes32 from_chain, uint64 sequence) internal view returns (CrossChainMsgStatus) {
        return CrossChainMsgStatus((_received[from_chain][sequence >> 7] >> _shift(sequence)) & 3);
    }

    /// @dev A status is never taken back, only Failed (3) becomes Success (2).
    function _record_failed(bytes32 from_chain, uint64 sequence) internal {
        _received[from_chain][sequence >> 7] |= uint256(CrossChainMsgStatus.Failed) << _shift(sequence);
    }

    function _record_success(bytes32 from_chain, uint64 sequence) internal {
        _received[from_chain][sequence >> 7] ^= 1 << _shift(sequence);
    }

    function _shift(uint64 sequence) private pure returns (uint256) {
        return (sequence & 127) * 2;
    }

    function _is_paused(address handler, bytes32 chain, uint256 remote_handler) internal view returns (bool) {
        return _handlers[handler].paused_routes > 0 && _is_route_paused(handler, chain, remote_handler);
    }

    function _is_route_paused(address handler, bytes32 chain, uint256 remote_handler) internal view returns (bool) {
        return _paused_routes[SettlementHashes.route(handler, chain, remote_handler)];
    }

    /// @return changed false when it was so already
    function _set_paused(address handler, string calldata chain, uint256 remote_handler, bool paused)
        private
        returns (bool changed)
    {
        bytes32 route = SettlementHashes.route(handler, keccak256(bytes(chain)), remote_handler);
        changed = _paused_routes[route] != paused;
        _paused_routes[route] = paused;
    }

    function _check_terms(uint256 handler_gas, uint256 lifetime) internal pure {
        if (handler_gas < MIN_HANDLER_GAS || handler_gas > MAX_HANDLER_GAS) {
            revert HandlerGasOutOfRange(handler_gas, MIN_HANDLER_GAS, MAX_HANDLER_GAS);
        }
        if (lifetime < MIN_LIFETIME || lifetime > MAX_LIFETIME) {
            revert LifetimeOutOfRange(lifetime, MIN_LIFETIME, MAX_LIFETIME);
        }
    }

    function _check_upgrade(address next) internal view override {
        string memory other = ISettlement(next).contract_chain_name();
        if (keccak256(bytes(other)) != _chain_hash) revert UpgradeMismatch(contract_chain_name(), other);
    }
}
