// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainMsgStatus, InboundCallback} from "../SettlementTypes.sol";
import {ISettlement} from "../interfaces/ISettlement.sol";
import {ISettlementHandler} from "../interfaces/ISettlementHandler.sol";
import {BoundedCall} from "../libraries/BoundedCall.sol";
import {SettlementHashes} from "../libraries/SettlementHashes.sol";
import {SettlementAttested} from "./SettlementAttested.sol";

/// @notice Results come home.
/// @dev Whether a handler is still registered does not matter here: what it sent must end.
abstract contract SettlementSettling is SettlementAttested {
    /// @dev See SettlementReceiving.
    uint256 private constant MEMBER_GAS = 60_000;

    /// @notice Brings one attested result home; anyone may. A handler that reverts leaves the message
    /// Pending, so that the callback can be sent again.
    function receive_cross_chain_callback(
        uint256 txid,
        string calldata from_chain,
        uint256 from_handler,
        address to_handler,
        CrossChainMsgStatus status,
        uint8 sign_type,
        bytes calldata signatures
    ) external nonReentrant {
        SettlementHashes.Callback memory content = SettlementHashes.Callback(
            txid, keccak256(bytes(from_chain)), _chain_hash, from_handler, uint160(to_handler), uint8(status)
        );
        _settle_alone(content, from_chain, sign_type, signatures);
    }

    /// @notice Brings many results home, each with its own certificate; a member that cannot be settled is
    /// skipped and logged.
    function receive_cross_chain_callbacks(InboundCallback[] calldata callbacks) external nonReentrant {
        Run memory run = _begin(callbacks.length, MEMBER_GAS);
        (SettlementHashes.Callback[] memory contents, bytes32[] memory leaves) = _contents(callbacks, run.here);
        _settle_all(callbacks, contents, leaves, run);
    }

    /// @notice Brings results home that were signed together; see `receive_cross_chain_bundle`.
    function receive_cross_chain_callback_bundle(
        InboundCallback[] calldata callbacks,
        bytes32[] calldata proof,
        bool[] calldata flags,
        bytes calldata signatures
    ) external nonReentrant {
        Run memory run = _begin(callbacks.length, MEMBER_GAS);
        (SettlementHashes.Callback[] memory contents, bytes32[] memory leaves) = _contents(callbacks, run.here);
        _check_bundle(run, leaves, proof, flags, signatures);
        _settle_all(callbacks, contents, leaves, run);
    }

    /// @inheritdoc ISettlement
    function callback_digest(InboundCallback calldata callback) external view returns (bytes32) {
        return SettlementHashes.digest(_content(callback), _here().domain);
    }

    // ------------------------------------------------------------------ rules

    function _settle_alone(
        SettlementHashes.Callback memory content,
        string calldata from_chain,
        uint8 sign_type,
        bytes calldata signatures
    ) private {
        uint256 start = gasleft();
        Here memory here = _open_here();
        bytes4 problem = _obstacle_of(content, here, from_chain);
        bytes32 digest = SettlementHashes.digest(content, here.domain);
        if (problem == NO_PROBLEM && !_is_signed(digest, signatures, sign_type)) problem = InvalidSignatures.selector;
        if (problem == NO_PROBLEM) problem = _settle(content, here, from_chain, 0);
        if (problem != NO_PROBLEM) _refuse(problem, content, here, from_chain);
        emit CrossChainMsgGas(content.txid, CALLBACK_LEG, start - gasleft() + METERING_GAS);
    }

    /// @dev See SettlementReceiving.
    function _settle_all(
        InboundCallback[] calldata callbacks,
        SettlementHashes.Callback[] memory contents,
        bytes32[] memory leaves,
        Run memory run
    ) private {
        _share_out(run);
        for (uint256 i; i < callbacks.length; ++i) {
            InboundCallback calldata callback = callbacks[i];
            bytes4 problem = _obstacle_of(contents[i], run.here, callback.from_chain);
            if (problem == NO_PROBLEM && !run.attested) {
                if (!_is_signed(leaves[i], callback.signatures, callback.sign_type)) {
                    problem = InvalidSignatures.selector;
                }
            }
            if (problem == NO_PROBLEM) problem = _settle(contents[i], run.here, callback.from_chain, run.left);
            _end_member(run, callback.txid, CALLBACK_LEG, problem);
        }
    }

    function _content(InboundCallback calldata callback) private view returns (SettlementHashes.Callback memory) {
        return SettlementHashes.Callback(
            callback.txid,
            keccak256(bytes(callback.from_chain)),
            _chain_hash,
            callback.from_handler,
            uint160(callback.to_handler),
            callback.status
        );
    }

    function _contents(InboundCallback[] calldata callbacks, Here memory here)
        private
        view
        returns (SettlementHashes.Callback[] memory contents, bytes32[] memory leaves)
    {
        contents = new SettlementHashes.Callback[](callbacks.length);
        leaves = new bytes32[](callbacks.length);
        for (uint256 i; i < callbacks.length; ++i) {
            contents[i] = _content(callbacks[i]);
            leaves[i] = SettlementHashes.digest(contents[i], here.domain);
        }
    }

    /// @dev The route is compared with the record before anything changes.
    function _obstacle_of(SettlementHashes.Callback memory content, Here memory here, string calldata from_chain)
        private
        view
        returns (bytes4)
    {
        if (create_cross_txs[content.txid].status != uint8(CrossChainMsgStatus.Pending)) {
            return InvalidTransactionStatus.selector;
        }
        if (content.status != uint8(CrossChainMsgStatus.Success) && content.status != uint8(CrossChainMsgStatus.Failed))
        {
            return InvalidCallbackStatus.selector;
        }
        if (_txid_of(content, here, from_chain) != content.txid) return RecordMismatch.selector;
        if (_is_paused(address(uint160(content.to_handler)), content.from_chain, content.from_handler)) {
            return RouteIsPaused.selector;
        }
        return NO_PROBLEM;
    }

    /// @dev The txid that the record and the callback's route give together.
    function _txid_of(SettlementHashes.Callback memory content, Here memory here, string calldata from_chain)
        private
        view
        returns (uint256)
    {
        CreatedTx memory created = create_cross_txs[content.txid];
        return SettlementHashes.txid(
            here.name,
            from_chain,
            created.from_address,
            address(uint160(content.to_handler)),
            content.from_handler,
            created.nonce
        );
    }

    /// @dev The record is ended before the handler is called, and open again when that reverted.
    function _settle(
        SettlementHashes.Callback memory content,
        Here memory here,
        string calldata from_chain,
        uint256 members_left
    ) private returns (bytes4) {
        CreatedTx storage created = create_cross_txs[content.txid];
        address handler = address(uint160(content.to_handler));
        bytes memory call_data = abi.encodeCall(
            ISettlementHandler.receive_cross_chain_callback,
            (content.txid, from_chain, content.from_handler, CrossChainMsgStatus(content.status), 0, "")
        );
        if (_lacks_gas(here.handler_gas, members_left)) return InsufficientHandlerGas.selector;
        created.status = content.status;
        (bool returned, bool taken) = BoundedCall.ask(handler, here.handler_gas, call_data);
        if (!returned) {
            created.status = uint8(CrossChainMsgStatus.Pending);
            return CallbackRefused.selector;
        }
        CrossChainMsgStatus outcome = taken ? CrossChainMsgStatus(content.status) : CrossChainMsgStatus.Failed;
        if (!taken) created.status = uint8(outcome);
        _log_result(content, here, from_chain, outcome);
        return NO_PROBLEM;
    }

    function _log_result(
        SettlementHashes.Callback memory content,
        Here memory here,
        string calldata from_chain,
        CrossChainMsgStatus outcome
    ) private {
        emit CrossChainResult(
            content.txid,
            here.name,
            from_chain,
            create_cross_txs[content.txid].from_address,
            address(uint160(content.to_handler)),
            content.from_handler,
            outcome
        );
    }

    /// @dev The problem of a single callback as an error with its arguments.
    function _refuse(
        bytes4 problem,
        SettlementHashes.Callback memory content,
        Here memory here,
        string calldata from_chain
    ) private view {
        if (problem == InvalidTransactionStatus.selector) {
            revert InvalidTransactionStatus(content.txid, CrossChainMsgStatus(create_cross_txs[content.txid].status));
        }
        if (problem == InvalidCallbackStatus.selector) revert InvalidCallbackStatus(content.txid, content.status);
        if (problem == RecordMismatch.selector) {
            revert RecordMismatch(content.txid, _txid_of(content, here, from_chain));
        }
        address handler = address(uint160(content.to_handler));
        if (problem == RouteIsPaused.selector) revert RouteIsPaused(handler, from_chain, content.from_handler);
        if (problem == InsufficientHandlerGas.selector) {
            revert InsufficientHandlerGas(_gas_needed(here.handler_gas), gasleft());
        }
        if (problem == CallbackRefused.selector) revert CallbackRefused(content.txid, handler);
        revert InvalidSignatures(content.txid, SettlementHashes.digest(content, here.domain));
    }
}
