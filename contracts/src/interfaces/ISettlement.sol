// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainMsgStatus, InboundCallback, InboundMessage, PayloadType} from "../SettlementTypes.sol";
import {ISettlementSignatureVerifier} from "./ISettlementSignatureVerifier.sol";

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

    /// @notice The terms of the message logged just before; validators attest them beside it.
    /// @param nonce of the sender with this handler
    /// @param sequence of this chain's messages to that destination
    /// @param handler_gas gas units the destination's handler is given
    /// @param deadline unix seconds of the destination's clock
    event CrossChainMsgTerms(uint256 indexed txid, uint256 nonce, uint64 sequence, uint64 handler_gas, uint64 deadline);

    /// @notice A message arrived and its handler answered, or it expired. The direction is the callback's:
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

    /// @notice A message was not delivered before its deadline; a CrossChainHandleResult follows.
    event CrossChainMsgExpired(uint256 indexed txid);

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
    /// @param leg 1 = receive or expiry, 2 = callback
    event CrossChainMsgGas(uint256 indexed txid, uint8 leg, uint256 gas_used);

    /// @notice A batch member that changed nothing and may be sent again.
    /// @param reason selector of the custom error
    event CrossChainMsgSkipped(uint256 indexed txid, uint8 leg, bytes4 reason, uint256 gas_used);

    event HandlerRegistered(address indexed handler);
    event HandlerRemoved(address indexed handler);
    event DefaultsChanged(uint64 handler_gas, uint32 lifetime);
    event SendingPaused(address indexed account);
    event SendingUnpaused(address indexed account);
    event ReceivingPaused(address indexed account);
    event ReceivingUnpaused(address indexed account);
    event RoutePaused(address indexed handler, string chain, uint256 remote_handler, address indexed account);
    event RouteUnpaused(address indexed handler, string chain, uint256 remote_handler, address indexed account);

    error InvalidChainName(string name);
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
    error HandlerGasOutOfRange(uint256 stated, uint256 min, uint256 max);
    error LifetimeOutOfRange(uint256 stated, uint256 min, uint256 max);
    error SendingIsPaused();
    error ReceivingIsPaused();
    error RouteIsPaused(address handler, string chain, uint256 remote_handler);
    /// @dev A single delivery's `signatures` begin with 24 bytes of terms.
    error InvalidTerms(uint256 length);
    error InvalidTransactionStatus(uint256 txid, CrossChainMsgStatus status);
    error InvalidCallbackStatus(uint256 txid, uint8 status);
    error InvalidSignatures(uint256 txid, bytes32 digest);
    /// @dev The one certificate of a bundle does not hold for its members.
    error InvalidBundle(uint256 members);
    error DeadlinePassed(uint256 txid, uint64 deadline);
    error DeadlineNotReached(uint256 txid, uint64 deadline);
    /// @dev The callback names another route than the message it wants to settle.
    error RecordMismatch(uint256 txid, uint256 actual);
    error InsufficientHandlerGas(uint256 required, uint256 available);
    error CallbackRefused(uint256 txid, address handler);
    error OnlyGasService(address caller);
    error UpgradeMismatch(string chain_name, string other);

    // ------------------------------------------------------------------ sending

    /// @notice Sends with the default terms.
    function send_cross_chain_msg(
        string calldata to_chain,
        address from_address,
        uint256 to_handler,
        PayloadType payload_type,
        bytes calldata payload
    ) external payable returns (uint256 txid);

    /// @param handler_gas gas units the destination's handler will be given, 50 000 to 5 000 000
    /// @param lifetime seconds until the message can only expire, 10 minutes to 30 days
    function send_cross_chain_msg_with_terms(
        string calldata to_chain,
        address from_address,
        uint256 to_handler,
        PayloadType payload_type,
        bytes calldata payload,
        uint64 handler_gas,
        uint64 lifetime
    ) external payable returns (uint256 txid);

    // ------------------------------------------------------------------ receiving and settling

    /// @param signatures terms (24 bytes, see Terms) ‖ certificate
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

    function receive_cross_chain_msgs(InboundMessage[] calldata messages) external;

    function receive_cross_chain_bundle(
        InboundMessage[] calldata messages,
        bytes32[] calldata proof,
        bool[] calldata flags,
        bytes calldata signatures
    ) external;

    function expire_cross_chain_msgs(InboundMessage[] calldata messages) external;

    function receive_cross_chain_callback(
        uint256 txid,
        string calldata from_chain,
        uint256 from_handler,
        address to_handler,
        CrossChainMsgStatus status,
        uint8 sign_type,
        bytes calldata signatures
    ) external;

    function receive_cross_chain_callbacks(InboundCallback[] calldata callbacks) external;

    function receive_cross_chain_callback_bundle(
        InboundCallback[] calldata callbacks,
        bytes32[] calldata proof,
        bool[] calldata flags,
        bytes calldata signatures
    ) external;

    // ------------------------------------------------------------------ prepayments, by the gas service only

    /// @return recorded false when the message is not pending here, its sender is another one than
    /// `payer`, or the sum does not fit its word
    function record_prepayment(uint256 txid, address payer, uint256 amount) external returns (bool recorded);

    /// @return amount wei that were recorded; from now on none are
    function release_prepayment(uint256 txid) external returns (uint256 amount);

    // ------------------------------------------------------------------ administration

    function register_handler(address handler) external;

    function remove_handler(address handler) external;

    function set_defaults(uint64 handler_gas, uint32 lifetime) external;

    function pause_sending() external;

    function unpause_sending() external;

    function pause_receiving() external;

    function unpause_receiving() external;

    function pause_route(address handler, string calldata chain, uint256 remote_handler) external;

    function unpause_route(address handler, string calldata chain, uint256 remote_handler) external;

    // ------------------------------------------------------------------ views

    /// @notice The record of a message that left this chain; all zero when there is none.
    function create_cross_txs(uint256 txid)
        external
        view
        returns (address from_address, uint8 status, uint32 nonce, uint56 prepaid);

    function received_status(string calldata from_chain, uint64 sequence) external view returns (CrossChainMsgStatus);

    function contract_chain_name() external view returns (string memory);

    function chain_id() external view returns (uint256);

    function gas_service() external view returns (address);

    /// @notice Messages of a user through a handler so far.
    function view_nonce(address from_handler, address from_address) external view returns (uint256);

    /// @notice The nonce the user's next message through the handler will have.
    function next_nonce(address from_handler, address from_address) external view returns (uint256);

    /// @notice Messages this chain sent to the other one so far.
    function view_sequence(string calldata to_chain) external view returns (uint64);

    function is_registered_handler(address handler) external view returns (bool);

    function default_handler_gas() external view returns (uint64);

    /// @notice Seconds.
    function default_lifetime() external view returns (uint32);

    function sending_paused() external view returns (bool);

    function receiving_paused() external view returns (bool);

    function route_paused(address handler, string calldata chain, uint256 remote_handler) external view returns (bool);

    function signature_verifier() external view returns (ISettlementSignatureVerifier);

    function view_required_validators_num() external view returns (uint256);

    function is_validator(address account) external view returns (bool);

    /// @notice What this chain's validators sign to let a message in.
    function receive_digest(InboundMessage calldata message) external view returns (bytes32);

    /// @notice What this chain's validators sign to let a message expire.
    function expire_digest(InboundMessage calldata message) external view returns (bytes32);

    /// @notice What this chain's validators sign to let a result home.
    function callback_digest(InboundCallback calldata callback) external view returns (bytes32);
}
