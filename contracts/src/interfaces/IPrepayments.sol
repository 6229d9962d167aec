// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice What the gas service needs of the settlement contract: the record of a message that left
/// this chain has room for the sender's prepayment, so that paying costs no storage of its own.
interface IPrepayments {
    /// @return from_address the sender; zero when no such message left this chain
    /// @return status a CrossChainMsgStatus
    /// @return nonce the sender's, with the message's handler
    /// @return prepaid wei of the sender that this record holds
    function create_cross_txs(uint256 txid)
        external
        view
        returns (address from_address, uint8 status, uint32 nonce, uint56 prepaid);

    /// @notice Adds to what the record holds.
    /// @return recorded false when the message is not Pending here or the sum does not fit; nothing changed then
    function record_prepayment(uint256 txid, uint256 amount) external returns (bool recorded);

    /// @notice Takes what the record holds out of it.
    function release_prepayment(uint256 txid) external returns (uint256 amount);
}
