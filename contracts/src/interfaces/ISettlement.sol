// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainMsgStatus, InboundCallback, InboundMessage, PayloadType} from "../SettlementTypes.sol";

/// @notice One per chain: sends messages of registered handlers, receives attested ones, settles results.
interface ISettlement {
    /// @notice A message left this chain.
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

    /// @notice A message arrived and its handler answered. The direction is the callback's:
    /// `from_chain` and `from_handler` are this side, `to_chain` and `to_handler` the original source.
    event CrossChainHandleResult(
        uint256 indexed txid,
        CrossChainMsgStatus status,
        string from_chain,
        string to_chain,
        address from_handler,
        uint256 to_handler,
        PayloadType payload_type
    );

    /// @notice The result of a message that left this chain came home; the fields are the message's own.
    event CrossChainResult(
        uint256 indexed txid,
        string from_chain,
        string to_chain,
        address from_address,
        address from_handler,
        uint256 to_handler,
        CrossChainMsgStatus status
    );

    /// @notice Gas (units) one message used: verification, handler and its own part of a batch.
    /// @param leg 1 = receive, 2 = callback
    event CrossChainMsgGas(uint256 indexed txid, uint8 leg, uint256 gas_used);

    /// @notice A batch member that changed nothing and may be sent again.
    /// @param reason selector of the custom error, zero when it ran out of gas
    event CrossChainMsgSkipped(uint256 indexed txid, uint8 leg, bytes4 reason, uint256 gas_used);

    event HandlerRegistered(address indexed handler);
    event HandlerRemoved(address indexed handler);
    event HandlerGasChanged(uint256 old_gas, uint256 new_gas);

    error InvalidChainName(string name);
    error WrongChainId(uint256 stated, uint256 actual);
    error ZeroAddress();
    error NotAContract(address account);
    error HandlerNotRegistered(address handler);
    error HandlerAlreadyRegistered(address handler);
    /// @dev A chain never talks to itself through the settlement layer.
    error SameChain(string name);
    error InvalidHandler(uint256 handler);
    error InvalidPayload(uint256 length);
    error PayloadTypeMismatch(uint8 stated, uint8 carried);
    error DuplicateTxid(uint256 txid);
    error InvalidTransactionStatus(uint256 txid, CrossChainMsgStatus status);
    error InvalidCallbackStatus(uint256 txid, uint8 status);
    error InvalidSignatures(uint256 txid, bytes32 digest);
    /// @dev The callback names another route than the message it wants to settle.
    error RecordMismatch(uint256 txid, bytes11 expected, bytes11 actual);
    error InsufficientHandlerGas(uint256 required, uint256 available);
    error CallbackRefused(uint256 txid, address handler);
    error OnlyItself(address caller);
    error HandlerGasOutOfRange(uint256 stated, uint256 min, uint256 max);

    function send_cross_chain_msg(
        string calldata to_chain,
        address from_address,
        uint256 to_handler,
        PayloadType payload_type,
        bytes calldata payload
    ) external payable returns (uint256 txid);

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
    ) external;

    function receive_cross_chain_callback(
        uint256 txid,
        string calldata from_chain,
        uint256 from_handler,
        address to_handler,
        CrossChainMsgStatus status,
        uint8 sign_type,
        bytes calldata signatures
    ) external;

    function receive_cross_chain_msgs(InboundMessage[] calldata messages) external;

    function receive_cross_chain_callbacks(InboundCallback[] calldata callbacks) external;

    function contract_chain_name() external view returns (string memory);

    function chain_id() external view returns (uint256);

    function view_nonce(address from_handler, address from_address) external view returns (uint256);
}
