// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {CrossChainMsgStatus, PayloadType} from "../SettlementTypes.sol";
import {IGasService} from "../interfaces/IGasService.sol";
import {ISettlement} from "../interfaces/ISettlement.sol";
import {MessageV1} from "../libraries/MessageV1.sol";
import {SettlementHashes} from "../libraries/SettlementHashes.sol";
import {SettlementState} from "./SettlementState.sol";

/// @notice Messages leave. One word is kept of each: the payload lives in the log, and the route is bound
/// by the txid, which the record's nonce lets anyone compute again.
abstract contract SettlementSending is SettlementState {
    /// @notice Bytes; longer messages are refused so that any message fits a delivery transaction.
    uint256 public constant MAX_PAYLOAD_LENGTH = 8192;

    /// @notice Called by a registered handler for its user. The wei that come along prepay the message.
    /// @param from_address the user; refunds of gas go there
    /// @param to_handler the handler on the other chain, as its family writes addresses
    /// @param payload a MessageV1 whose type byte says `payload_type`
    /// @return txid the only source of ids: handlers take theirs from here
    function send_cross_chain_msg(
        string calldata to_chain,
        address from_address,
        uint256 to_handler,
        PayloadType payload_type,
        bytes calldata payload
    ) external payable returns (uint256 txid) {
        Settings memory settings = _sending_settings();
        bytes32 destination = _check_route(to_chain, to_handler);
        uint256 nonce;
        (txid, nonce) = _send(to_chain, from_address, to_handler, payload_type, payload);
        _agree(txid, nonce, destination, settings.default_handler_gas, settings.default_lifetime);
        _prepay(txid, from_address);
    }

    /// @inheritdoc ISettlement
    function send_cross_chain_msg_with_terms(
        string calldata to_chain,
        address from_address,
        uint256 to_handler,
        PayloadType payload_type,
        bytes calldata payload,
        uint64 handler_gas,
        uint64 lifetime
    ) external payable returns (uint256 txid) {
        _sending_settings();
        _check_terms(handler_gas, lifetime);
        bytes32 destination = _check_route(to_chain, to_handler);
        uint256 nonce;
        (txid, nonce) = _send(to_chain, from_address, to_handler, payload_type, payload);
        _agree(txid, nonce, destination, handler_gas, lifetime);
        _prepay(txid, from_address);
    }

    // ------------------------------------------------------------------ rules

    function _sending_settings() private view returns (Settings memory settings) {
        settings = _settings;
        if (settings.sending_paused) revert SendingIsPaused();
    }

    function _send(
        string calldata to_chain,
        address from_address,
        uint256 to_handler,
        PayloadType payload_type,
        bytes calldata payload
    ) private returns (uint256 txid, uint256 nonce) {
        if (from_address == address(0)) revert ZeroAddress();
        _check_payload(payload_type, payload);
        string memory from_chain = contract_chain_name();
        nonce = ++_nonces[msg.sender][from_address];
        txid = SettlementHashes.txid(from_chain, to_chain, from_address, msg.sender, to_handler, nonce);
        _create(txid, from_address, SafeCast.toUint32(nonce));
        emit CrossChainMsg(txid, from_address, from_chain, to_chain, msg.sender, to_handler, payload_type, payload);
    }

    function _create(uint256 txid, address from_address, uint32 nonce) private {
        CreatedTx storage created = create_cross_txs[txid];
        if (created.status != 0) revert DuplicateTxid(txid);
        created.from_address = from_address;
        created.status = uint8(CrossChainMsgStatus.Pending);
        created.nonce = nonce;
    }

    function _agree(uint256 txid, uint256 nonce, bytes32 destination, uint64 handler_gas, uint64 lifetime) private {
        uint64 sequence = ++_sequences[destination];
        emit CrossChainMsgTerms(txid, nonce, sequence, handler_gas, uint64(block.timestamp) + lifetime);
    }

    function _prepay(uint256 txid, address from_address) private {
        if (msg.value > 0) IGasService(gas_service).prepay{value: msg.value}(txid, from_address);
    }

    /// @dev Letters, digits and hyphens are left to the registry; here only what breaks hashes or storage.
    function _check_route(string calldata to_chain, uint256 to_handler) private view returns (bytes32 destination) {
        HandlerState memory handler = _handlers[msg.sender];
        if (!handler.registered) revert HandlerNotRegistered(msg.sender);
        uint256 length = bytes(to_chain).length;
        if (length == 0 || length > MAX_CHAIN_NAME_LENGTH) revert InvalidChainName(to_chain);
        if (to_handler == 0) revert InvalidHandler(to_handler);
        destination = keccak256(bytes(to_chain));
        if (destination == _chain_hash) revert SameChain(to_chain);
        if (handler.paused_routes > 0 && _is_route_paused(msg.sender, destination, to_handler)) {
            revert RouteIsPaused(msg.sender, to_chain, to_handler);
        }
    }

    function _check_payload(PayloadType payload_type, bytes calldata payload) private pure {
        if (payload.length > MAX_PAYLOAD_LENGTH || !MessageV1.is_valid(payload)) {
            revert InvalidPayload(payload.length);
        }
        uint8 carried = MessageV1.payload_type(payload);
        if (uint8(payload_type) != carried) revert PayloadTypeMismatch(uint8(payload_type), carried);
    }
}
