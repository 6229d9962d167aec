// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @dev The numeric values of these enums are wire values; they are never reordered.

/// @notice What the payload of a message means to the handlers; byte 33 of a MessageV1.
enum PayloadType {
    Raw,
    BTCDeposit,
    BTCWithdraw,
    BTCStake,
    BTCUnStake,
    ERC20,
    ERC721
}

/// @notice State of a message in the settlement contract, and the status a callback carries.
enum CrossChainMsgStatus {
    Unknow,
    Pending,
    Success,
    Failed
}

/// @notice State of an outbound transfer in a handler.
enum CrossChainTxStatus {
    Unknow,
    Pending,
    Minted,
    Settled,
    Failed
}

/// @notice What a handler does with tokens that leave; tokens that arrive take the mirrored way.
enum SettlementMode {
    MintBurn,
    LockMint,
    BurnUnlock,
    LockUnlock
}

/// @notice One attested message, as a member of a batch or a bundle: the fields of
/// `receive_cross_chain_msg` with its terms apart.
/// @dev `payload_type` is a plain byte so that one member with an unknown type cannot make the
/// decoding of the whole batch revert. The ABI is the same.
/// @param sequence number of the message from its source settlement contract to this chain, first 1
/// @param handler_gas gas units the handler is called with: exactly that
/// @param deadline unix seconds of this chain's clock; later it can only expire
/// @param signatures the certificate of this message; empty in a bundle
struct InboundMessage {
    uint256 txid;
    string from_chain;
    uint256 from_address;
    uint256 from_handler;
    address to_handler;
    uint8 payload_type;
    bytes payload;
    uint64 sequence;
    uint64 handler_gas;
    uint64 deadline;
    uint8 sign_type;
    bytes signatures;
}

/// @notice One member of a callback batch; the fields are those of `receive_cross_chain_callback`.
/// @dev `status` is a plain byte for the reason given at InboundMessage.
struct InboundCallback {
    uint256 txid;
    string from_chain;
    uint256 from_handler;
    address to_handler;
    uint8 status;
    uint8 sign_type;
    bytes signatures;
}
