// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {CrossChainMsgStatus, PayloadType} from "../SettlementTypes.sol";
import {ISettlement} from "../interfaces/ISettlement.sol";
import {ISettlementHandler} from "../interfaces/ISettlementHandler.sol";
import {MessageV1} from "../libraries/MessageV1.sol";
import {Terms} from "../libraries/Terms.sol";

/// @notice The example to copy: greets its partner on another chain and learns whether it arrived.
/// @dev Before anything is sent: a manager of the settlement contract registers this handler, on both
/// chains, and the owner names each other's id, `uint256(uint160(address))` on an EVM chain.
contract PartnerHandler is ISettlementHandler, Ownable {
    using BitMaps for BitMaps.BitMap;

    ISettlement public immutable settlement;

    /// @notice Our counterpart on each chain; zero where there is none.
    mapping(string chain => uint256) public partner;
    mapping(string chain => string) public last_greeting;
    /// @notice What became of our messages: Pending until the callback, then Success or Failed.
    mapping(uint256 txid => CrossChainMsgStatus) public outcome;

    mapping(bytes32 chain_hash => BitMaps.BitMap) private _taken;

    event GreetingSent(uint256 indexed txid, string to_chain, string greeting);
    event GreetingReceived(uint256 indexed txid, string from_chain, string greeting);
    event GreetingEnded(uint256 indexed txid, CrossChainMsgStatus status);

    error OnlySettlement(address caller);
    error PartnerUnknown(string chain);
    error InvalidGreeting(uint256 length);
    error AlreadyProcessed(uint256 txid, uint64 sequence);
    error NotPending(uint256 txid, CrossChainMsgStatus status);

    modifier onlySettlement() {
        if (msg.sender != address(settlement)) revert OnlySettlement(msg.sender);
        _;
    }

    constructor(address owner_, ISettlement settlement_) Ownable(owner_) {
        settlement = settlement_;
    }

    function set_partner(string calldata chain, uint256 handler) external onlyOwner {
        partner[chain] = handler;
    }

    /// @notice Step 1, source: check, take what the message is about, send.
    /// @dev The wei prepay delivery and callback. Here a greeting leaves; with tokens, they would go into
    /// escrow before the send and be burned, kept or returned in step 3.
    function cross_chain_msg_settlement(string calldata to_chain, string calldata greeting)
        external
        payable
        returns (uint256 txid)
    {
        uint256 to_handler = partner[to_chain];
        if (to_handler == 0) revert PartnerUnknown(to_chain);
        if (bytes(greeting).length == 0 || bytes(greeting).length > 256) {
            revert InvalidGreeting(bytes(greeting).length);
        }

        // The settlement contract counts per handler and sender; its nonce makes the id inside unique too.
        uint256 nonce = settlement.next_nonce(address(this), msg.sender);
        uint256 id = uint256(keccak256(abi.encode(address(this), msg.sender, nonce)));
        bytes memory message = MessageV1.encode(id, PayloadType.Raw, bytes(greeting));
        txid = settlement.send_cross_chain_msg{value: msg.value}(
            to_chain, msg.sender, to_handler, PayloadType.Raw, message
        );
        outcome[txid] = CrossChainMsgStatus.Pending;
        emit GreetingSent(txid, to_chain, greeting);
    }

    /// @notice Step 2, destination: validators attested the message; whether it is for us is our business.
    /// @return false for what is not: the message fails, and its sender learns it in step 3
    function receive_cross_chain_msg(
        uint256 txid,
        string calldata from_chain,
        uint256,
        uint256 from_handler,
        PayloadType payload_type,
        bytes calldata message,
        uint8,
        bytes calldata terms
    ) external onlySettlement returns (bool) {
        // The settlement contract delivers once; our own record holds even if it is exchanged.
        uint64 sequence = Terms.sequence(terms);
        BitMaps.BitMap storage taken = _taken[keccak256(bytes(from_chain))];
        if (taken.get(sequence)) revert AlreadyProcessed(txid, sequence);
        taken.set(sequence);

        if (from_handler == 0 || from_handler != partner[from_chain]) return false;
        if (payload_type != PayloadType.Raw || !MessageV1.is_valid(message)) return false;
        string memory greeting = string(MessageV1.payload(message));
        last_greeting[from_chain] = greeting;
        emit GreetingReceived(txid, from_chain, greeting);
        return true;
    }

    /// @notice Step 3, source again: the result came home, once. A handler with escrow burns or refunds here.
    function receive_cross_chain_callback(
        uint256 txid,
        string calldata,
        uint256,
        CrossChainMsgStatus status,
        uint8,
        bytes calldata
    ) external onlySettlement returns (bool) {
        if (outcome[txid] != CrossChainMsgStatus.Pending) revert NotPending(txid, outcome[txid]);
        outcome[txid] = status;
        emit GreetingEnded(txid, status);
        return true;
    }
}
