// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainMsgStatus, PayloadType} from "../SettlementTypes.sol";

/// @notice What the settlement contract calls on an application's handler.
interface ISettlementHandler {
    /// @param signatures the message's terms, packed (see Terms); certificates are the settlement
    /// contract's business
    /// @return true when the message took effect; false, or a revert, records it as Failed
    function receive_cross_chain_msg(
        uint256 txid,
        string calldata from_chain,
        uint256 from_address,
        uint256 from_handler,
        PayloadType payload_type,
        bytes calldata payload,
        uint8 sign_type,
        bytes calldata signatures
    ) external returns (bool);

    /// @param signatures empty
    /// @return true when the result was taken in; false records Failed, a revert leaves the message
    /// Pending so that the callback can be sent again
    function receive_cross_chain_callback(
        uint256 txid,
        string calldata from_chain,
        uint256 from_handler,
        CrossChainMsgStatus status,
        uint8 sign_type,
        bytes calldata signatures
    ) external returns (bool);
}
