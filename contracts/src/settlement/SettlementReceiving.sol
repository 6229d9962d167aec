// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainMsgStatus, InboundMessage, PayloadType} from "../SettlementTypes.sol";
import {ISettlement} from "../interfaces/ISettlement.sol";
import {ISettlementHandler} from "../interfaces/ISettlementHandler.sol";
import {BoundedCall} from "../libraries/BoundedCall.sol";
import {SettlementHashes} from "../libraries/SettlementHashes.sol";
import {Terms} from "../libraries/Terms.sol";
import {SettlementAttested} from "./SettlementAttested.sol";

/// @notice Messages arrive: delivered in time, or ended after their deadline.
abstract contract SettlementReceiving is SettlementAttested {
    /// @dev Gas a batch must bring for each member beside one handler's full share: what a token transfer
    /// uses at most, measured and rounded up.
    uint256 private constant MEMBER_GAS = 100_000;

    /// @notice Delivers one attested message; anyone may. Reverts as a whole when the signatures do not
    /// hold, the message ended before, or the gas left does not cover the handler's share.
    function receive_cross_chain_msg(
        uint256 txid,
        string calldata from_chain,
        uint256 from_address,
        uint256 from_handler,
        address to_handler,
        PayloadType payload_type,
        bytes calldata payload,
        uint8 sign_type,
        bytes calldata signatures
    ) external nonReentrant {
        SettlementHashes.Receive memory content;
        content.txid = txid;
        content.from_address = from_address;
        content.from_handler = from_handler;
        content.to_handler = uint160(to_handler);
        content.payload_type = uint8(payload_type);
        _receive_alone(content, from_chain, payload, sign_type, signatures);
    }

    /// @notice Delivers many, each with its own certificate; a member that cannot be received is skipped
    /// and logged.
    function receive_cross_chain_msgs(InboundMessage[] calldata messages) external nonReentrant {
        Run memory run = _begin(messages.length, MEMBER_GAS);
        (SettlementHashes.Receive[] memory contents, bytes32[] memory leaves) = _contents(messages, run.here);
        _receive_all(messages, contents, leaves, run);
    }

    /// @notice Delivers messages that were signed together: one certificate for all. Reverts as a whole
    /// when that does not hold; a member that cannot be received is skipped and logged.
    /// @param messages in the order of their logs, which is the order of the proof
    /// @param proof and `flags` are OpenZeppelin's multiproof of the members' digests
    function receive_cross_chain_bundle(
        InboundMessage[] calldata messages,
        bytes32[] calldata proof,
        bool[] calldata flags,
        bytes calldata signatures
    ) external nonReentrant {
        Run memory run = _begin(messages.length, MEMBER_GAS);
        (SettlementHashes.Receive[] memory contents, bytes32[] memory leaves) = _contents(messages, run.here);
        _check_bundle(run, leaves, proof, flags, signatures);
        _receive_all(messages, contents, leaves, run);
    }

    /// @notice Ends messages whose deadline has passed, so that their senders are refunded; from then on
    /// they can never be delivered. A member that cannot expire is skipped and logged.
    /// @dev `payload`, `payload_type`, `handler_gas` and `from_address` are not attested here and are
    /// ignored; the result is logged as of type Raw.
    function expire_cross_chain_msgs(InboundMessage[] calldata messages) external nonReentrant {
        Run memory run = _begin(messages.length, 0);
        _share_out(run);
        for (uint256 i; i < messages.length; ++i) {
            _end_member(run, messages[i].txid, RECEIVE_LEG, _expire(messages[i], run.here));
        }
    }

    /// @inheritdoc ISettlement
    function receive_digest(InboundMessage calldata message) external view returns (bytes32) {
        return SettlementHashes.digest(_content(message), _here().domain);
    }

    /// @inheritdoc ISettlement
    function expire_digest(InboundMessage calldata message) external view returns (bytes32) {
        return SettlementHashes.digest(_expiry(message), _here().domain);
    }

    // ------------------------------------------------------------------ rules

    function _receive_alone(
        SettlementHashes.Receive memory content,
        string calldata from_chain,
        bytes calldata payload,
        uint8 sign_type,
        bytes calldata signatures
    ) private {
        uint256 start = gasleft();
        Here memory here = _open_here();
        if (!Terms.is_valid(signatures)) revert InvalidTerms(signatures.length);
        content.from_chain = keccak256(bytes(from_chain));
        content.to_chain = _chain_hash;
        content.payload_hash = keccak256(payload);
        content.sequence = Terms.sequence(signatures);
        content.handler_gas = Terms.handler_gas(signatures);
        content.deadline = Terms.deadline(signatures);
        bytes4 problem = _obstacle_of(content);
        bytes32 digest = SettlementHashes.digest(content, here.domain);
        if (problem == NO_PROBLEM && !_is_signed(digest, Terms.certificate(signatures), sign_type)) {
            problem = InvalidSignatures.selector;
        }
        if (problem == NO_PROBLEM) problem = _deliver(content, here, from_chain, payload, 0);
        if (problem != NO_PROBLEM) _refuse(problem, content, here, from_chain);
        emit CrossChainMsgGas(content.txid, RECEIVE_LEG, start - gasleft() + METERING_GAS);
    }

    /// @param run whether it is `attested` as a bundle; if not, every member's own certificate counts
    function _receive_all(
        InboundMessage[] calldata messages,
        SettlementHashes.Receive[] memory contents,
        bytes32[] memory leaves,
        Run memory run
    ) private {
        _share_out(run);
        for (uint256 i; i < messages.length; ++i) {
            InboundMessage calldata message = messages[i];
            bytes4 problem = _obstacle_of(contents[i]);
            if (problem == NO_PROBLEM && !run.attested) {
                if (!_is_signed(leaves[i], message.signatures, message.sign_type)) {
                    problem = InvalidSignatures.selector;
                }
            }
            if (problem == NO_PROBLEM) {
                problem = _deliver(contents[i], run.here, message.from_chain, message.payload, run.left);
            }
            _end_member(run, message.txid, RECEIVE_LEG, problem);
        }
    }

    function _content(InboundMessage calldata message) private view returns (SettlementHashes.Receive memory content) {
        content.txid = message.txid;
        content.from_chain = keccak256(bytes(message.from_chain));
        content.to_chain = _chain_hash;
        content.from_address = message.from_address;
        content.from_handler = message.from_handler;
        content.to_handler = uint160(message.to_handler);
        content.payload_type = message.payload_type;
        content.payload_hash = keccak256(message.payload);
        content.sequence = message.sequence;
        content.handler_gas = message.handler_gas;
        content.deadline = message.deadline;
    }

    function _contents(InboundMessage[] calldata messages, Here memory here)
        private
        view
        returns (SettlementHashes.Receive[] memory contents, bytes32[] memory leaves)
    {
        contents = new SettlementHashes.Receive[](messages.length);
        leaves = new bytes32[](messages.length);
        for (uint256 i; i < messages.length; ++i) {
            contents[i] = _content(messages[i]);
            leaves[i] = SettlementHashes.digest(contents[i], here.domain);
        }
    }

    function _expiry(InboundMessage calldata message) private view returns (SettlementHashes.Expire memory) {
        return SettlementHashes.Expire(
            message.txid,
            keccak256(bytes(message.from_chain)),
            _chain_hash,
            message.from_handler,
            uint160(message.to_handler),
            message.sequence,
            message.deadline
        );
    }

    /// @dev What stands in the way whoever signed it. All of it may pass but a status.
    function _obstacle_of(SettlementHashes.Receive memory content) private view returns (bytes4) {
        if (content.payload_type > uint8(type(PayloadType).max)) return PayloadTypeMismatch.selector;
        if (block.timestamp > content.deadline) return DeadlinePassed.selector;
        return _obstacle_at(content.from_chain, content.sequence, content.from_handler, content.to_handler);
    }

    function _obstacle_at(bytes32 from_chain, uint64 sequence, uint256 from_handler, uint256 to_handler)
        private
        view
        returns (bytes4)
    {
        if (from_chain == _chain_hash) return SameChain.selector;
        if (_status(from_chain, sequence) != CrossChainMsgStatus.Unknow) return InvalidTransactionStatus.selector;
        if (_is_paused(address(uint160(to_handler)), from_chain, from_handler)) return RouteIsPaused.selector;
        return NO_PROBLEM;
    }

    /// @dev The status is Failed before the handler is called, and becomes Success only when a registered
    /// handler answered `true` within its gas.
    function _deliver(
        SettlementHashes.Receive memory content,
        Here memory here,
        string calldata from_chain,
        bytes calldata payload,
        uint256 members_left
    ) private returns (bytes4) {
        address handler = address(uint160(content.to_handler));
        CrossChainMsgStatus outcome = CrossChainMsgStatus.Failed;
        if (_handlers[handler].registered) {
            bytes memory call_data = _handler_call(content, from_chain, payload);
            if (_lacks_gas(content.handler_gas, members_left)) return InsufficientHandlerGas.selector;
            _record_failed(content.from_chain, content.sequence);
            (, bool taken) = BoundedCall.ask(handler, content.handler_gas, call_data);
            if (taken) {
                outcome = CrossChainMsgStatus.Success;
                _record_success(content.from_chain, content.sequence);
            }
        } else {
            _record_failed(content.from_chain, content.sequence);
        }
        _log_result(content, here, from_chain, outcome);
        return NO_PROBLEM;
    }

    function _log_result(
        SettlementHashes.Receive memory content,
        Here memory here,
        string calldata from_chain,
        CrossChainMsgStatus outcome
    ) private {
        emit CrossChainHandleResult(
            content.txid,
            outcome,
            here.name,
            from_chain,
            address(uint160(content.to_handler)),
            content.from_handler,
            PayloadType(content.payload_type)
        );
    }

    function _handler_call(SettlementHashes.Receive memory content, string calldata from_chain, bytes calldata payload)
        private
        pure
        returns (bytes memory)
    {
        bytes memory terms = Terms.pack(content.sequence, content.handler_gas, content.deadline);
        return abi.encodeCall(
            ISettlementHandler.receive_cross_chain_msg,
            (
                content.txid,
                from_chain,
                content.from_address,
                content.from_handler,
                PayloadType(content.payload_type),
                payload,
                0,
                terms
            )
        );
    }

    function _expire(InboundMessage calldata message, Here memory here) private returns (bytes4 problem) {
        SettlementHashes.Expire memory content = _expiry(message);
        if (block.timestamp <= content.deadline) return DeadlineNotReached.selector;
        problem = _obstacle_at(content.from_chain, content.sequence, content.from_handler, content.to_handler);
        if (problem != NO_PROBLEM) return problem;
        bytes32 digest = SettlementHashes.digest(content, here.domain);
        if (!_is_signed(digest, message.signatures, message.sign_type)) return InvalidSignatures.selector;
        _record_failed(content.from_chain, content.sequence);
        emit CrossChainMsgExpired(message.txid);
        emit CrossChainHandleResult(
            message.txid,
            CrossChainMsgStatus.Failed,
            here.name,
            message.from_chain,
            message.to_handler,
            message.from_handler,
            PayloadType.Raw
        );
    }

    /// @dev The problem of a single delivery as an error with its arguments.
    function _refuse(
        bytes4 problem,
        SettlementHashes.Receive memory content,
        Here memory here,
        string calldata from_chain
    ) private view {
        if (problem == SameChain.selector) revert SameChain(from_chain);
        if (problem == DeadlinePassed.selector) revert DeadlinePassed(content.txid, content.deadline);
        if (problem == InvalidTransactionStatus.selector) {
            revert InvalidTransactionStatus(content.txid, _status(content.from_chain, content.sequence));
        }
        if (problem == RouteIsPaused.selector) {
            revert RouteIsPaused(address(uint160(content.to_handler)), from_chain, content.from_handler);
        }
        if (problem == InsufficientHandlerGas.selector) {
            revert InsufficientHandlerGas(_gas_needed(content.handler_gas), gasleft());
        }
        revert InvalidSignatures(content.txid, SettlementHashes.digest(content, here.domain));
    }
}
