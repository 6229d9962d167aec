// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainMsgStatus, PayloadType} from "../../../src/SettlementTypes.sol";
import {ISettlementHandler} from "../../../src/interfaces/ISettlementHandler.sol";
import {SettlementHashes} from "../../../src/libraries/SettlementHashes.sol";
import {Terms} from "../../../src/libraries/Terms.sol";

/// @notice Stands for the settlement contract where its own rules are not the subject: it carries what
/// the test says was attested, and asks a handler as the real one does: what does not answer true failed.
contract SettlementStandIn {
    struct Sent {
        string to_chain;
        address from_address;
        uint256 to_handler;
        PayloadType payload_type;
        bytes payload;
        uint64 lifetime;
        uint256 value;
    }

    string public contract_chain_name;
    uint64 public sequence;
    bool public repeats_itself;
    mapping(address handler => mapping(address user => uint256)) private _nonces;
    mapping(uint256 txid => Sent) private _sent;

    constructor(string memory name) {
        contract_chain_name = name;
    }

    /// @notice From now on every message gets the same id.
    function repeat_itself() external {
        repeats_itself = true;
    }

    function next_nonce(address handler, address user) external view returns (uint256) {
        return _nonces[handler][user] + 1;
    }

    function sent(uint256 txid) external view returns (Sent memory) {
        return _sent[txid];
    }

    function send_cross_chain_msg(
        string calldata to_chain,
        address from_address,
        uint256 to_handler,
        PayloadType payload_type,
        bytes calldata payload
    ) external payable returns (uint256) {
        return send_cross_chain_msg_with_terms(to_chain, from_address, to_handler, payload_type, payload, 0, 7 days);
    }

    function send_cross_chain_msg_with_terms(
        string calldata to_chain,
        address from_address,
        uint256 to_handler,
        PayloadType payload_type,
        bytes calldata payload,
        uint64,
        uint64 lifetime
    ) public payable returns (uint256 txid) {
        uint256 nonce = ++_nonces[msg.sender][from_address];
        txid = repeats_itself
            ? 1
            : SettlementHashes.txid(contract_chain_name, to_chain, from_address, msg.sender, to_handler, nonce);
        _sent[txid] = Sent(to_chain, from_address, to_handler, payload_type, payload, lifetime, msg.value);
    }

    /// @return success what the settlement contract would record
    function deliver(
        ISettlementHandler handler,
        string memory from_chain,
        uint256 from_handler,
        PayloadType payload_type,
        bytes memory payload
    ) external returns (bool success) {
        ++sequence;
        try handler.receive_cross_chain_msg(
            sequence, from_chain, 0, from_handler, payload_type, payload, 0, Terms.pack(sequence, 500_000, 0)
        ) returns (
            bool answer
        ) {
            return answer;
        } catch {
            return false;
        }
    }

    function bring_home(ISettlementHandler handler, uint256 txid, CrossChainMsgStatus status) external returns (bool) {
        Sent storage message = _sent[txid];
        return handler.receive_cross_chain_callback(txid, message.to_chain, message.to_handler, status, 0, "");
    }
}
