// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainMsgStatus, PayloadType} from "../../src/SettlementTypes.sol";
import {SettlementHashes} from "../../src/libraries/SettlementHashes.sol";
import {LegacyVerifier} from "./LegacyVerifier.sol";

interface ILegacyHandler {
    function receive_cross_chain_msg(
        uint256 txid,
        string memory from_chain,
        uint256 from_address,
        uint256 from_handler,
        PayloadType payload_type,
        bytes memory payload,
        uint8 sign_type,
        bytes memory signatures
    ) external returns (bool);

    function receive_cross_chain_callback(
        uint256 txid,
        string memory from_chain,
        uint256 from_handler,
        CrossChainMsgStatus status,
        uint8 sign_type,
        bytes memory signatures
    ) external returns (bool);
}

/// @notice What a network of version 0.1.0 looks like from outside, weaknesses included: the same calls,
/// logs, records and digests. Tests talk to it; it must never hold anything of value.
contract LegacySettlement {
    struct CreatedCrossChainTx {
        uint256 txid;
        string from_chain;
        string to_chain;
        address from_address;
        address from_handler;
        uint256 to_handler;
        bytes payload;
        CrossChainMsgStatus status;
    }

    struct ReceivedCrossChainTx {
        uint256 txid;
        string from_chain;
        string to_chain;
        uint256 from_address;
        uint256 from_handler;
        address to_handler;
        bytes payload;
        CrossChainMsgStatus status;
    }

    string public contract_chain_name;
    uint256 public immutable chain_id;
    LegacyVerifier public immutable signature_verifier;
    /// @notice Shared by all handlers of a user, and by whoever names that user.
    mapping(address user => uint256) public nonce_manager;
    mapping(uint256 txid => CreatedCrossChainTx) public create_cross_txs;
    mapping(uint256 txid => ReceivedCrossChainTx) public receive_cross_txs;

    event CrossChainMsg(
        uint256 indexed txid,
        address indexed from_address,
        string from_chain,
        string to_chain,
        address from_handler,
        uint256 to_handler,
        PayloadType payload_type,
        bytes payload
    );
    event CrossChainHandleResult(
        uint256 indexed txid,
        CrossChainMsgStatus status,
        string from_chain,
        string to_chain,
        address from_handler,
        uint256 to_handler,
        PayloadType payload_type
    );
    event CrossChainResult(
        uint256 indexed txid,
        string from_chain,
        string to_chain,
        address from_address,
        address from_handler,
        uint256 to_handler,
        CrossChainMsgStatus status
    );

    constructor(string memory chain_name, LegacyVerifier verifier) {
        contract_chain_name = chain_name;
        chain_id = block.chainid;
        signature_verifier = verifier;
    }

    function version() external pure returns (string memory) {
        return "0.1.0";
    }

    function is_validator(address account) external view returns (bool) {
        return signature_verifier.is_validator(account);
    }

    function view_required_validators_num() external view returns (uint256) {
        return signature_verifier.required_validators();
    }

    function view_nonce(address user) external view returns (uint256) {
        return nonce_manager[user];
    }

    /// @dev Open to anyone, for any user.
    function send_cross_chain_msg(
        string memory to_chain,
        address from_address,
        uint256 to_handler,
        PayloadType payload_type,
        bytes memory payload
    ) external {
        uint256 nonce = ++nonce_manager[from_address];
        uint256 txid = SettlementHashes.txid(contract_chain_name, to_chain, from_address, msg.sender, to_handler, nonce);
        create_cross_txs[txid] = CreatedCrossChainTx(
            txid,
            contract_chain_name,
            to_chain,
            from_address,
            msg.sender,
            to_handler,
            payload,
            CrossChainMsgStatus.Pending
        );
        emit CrossChainMsg(
            txid, from_address, contract_chain_name, to_chain, msg.sender, to_handler, payload_type, payload
        );
    }

    /// @dev A handler that reverts takes the whole transaction with it.
    function receive_cross_chain_msg(
        uint256 txid,
        string memory from_chain,
        uint256 from_address,
        uint256 from_handler,
        address to_handler,
        PayloadType payload_type,
        bytes memory payload,
        uint8 sign_type,
        bytes memory signatures
    ) external {
        bytes32 digest = keccak256(
            abi.encodePacked(txid, from_chain, from_address, from_handler, to_handler, keccak256(payload))
        );
        _check(digest, signatures, sign_type);
        _keep(txid, from_chain, from_address, from_handler, payload);
        bool taken = ILegacyHandler(to_handler)
            .receive_cross_chain_msg(
                txid, from_chain, from_address, from_handler, payload_type, payload, sign_type, signatures
            );
        CrossChainMsgStatus status = taken ? CrossChainMsgStatus.Success : CrossChainMsgStatus.Failed;
        receive_cross_txs[txid].status = status;
        emit CrossChainHandleResult(
            txid, status, contract_chain_name, from_chain, to_handler, from_handler, payload_type
        );
    }

    /// @dev The digest binds no chain, so `from_chain` is whatever the caller says.
    function receive_cross_chain_callback(
        uint256 txid,
        string memory from_chain,
        uint256 from_handler,
        address to_handler,
        CrossChainMsgStatus status,
        uint8 sign_type,
        bytes memory signatures
    ) external {
        _check(keccak256(abi.encodePacked(txid, from_handler, to_handler, status)), signatures, sign_type);
        CreatedCrossChainTx storage created = create_cross_txs[txid];
        require(created.status == CrossChainMsgStatus.Pending, "Invalid transaction status");
        bool taken = ILegacyHandler(to_handler)
            .receive_cross_chain_callback(txid, from_chain, from_handler, status, sign_type, signatures);
        created.status = taken ? status : CrossChainMsgStatus.Failed;
        emit CrossChainResult(
            txid,
            created.from_chain,
            created.to_chain,
            created.from_address,
            created.from_handler,
            created.to_handler,
            created.status
        );
    }

    function _check(bytes32 digest, bytes memory signatures, uint8 sign_type) private view {
        require(signature_verifier.verify(digest, signatures, sign_type), "Invalid signature");
    }

    /// @dev The record names this contract where the handler belongs.
    function _keep(
        uint256 txid,
        string memory from_chain,
        uint256 from_address,
        uint256 from_handler,
        bytes memory payload
    ) private {
        require(receive_cross_txs[txid].status == CrossChainMsgStatus.Unknow, "Invalid transaction status");
        receive_cross_txs[txid] = ReceivedCrossChainTx(
            txid,
            from_chain,
            contract_chain_name,
            from_address,
            from_handler,
            address(this),
            payload,
            CrossChainMsgStatus.Pending
        );
    }
}
