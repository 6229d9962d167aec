// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice BTC that came in or is to go out: abi.encode(btcTxid, outpoint_index, btcAddr, addr, amount).
library BtcPayload {
    uint256 internal constant WORD = 32;
    /// @dev Five words, of which the third is the offset of the address, and the length of the address.
    uint256 internal constant HEAD_LENGTH = 6 * WORD;
    uint256 internal constant ADDRESS_OFFSET = 5 * WORD;
    /// @dev The longest address there is: bech32 and bech32m end at 90 characters.
    uint256 internal constant MAX_ADDRESS_LENGTH = 90;

    /// @param btc_txid transaction that paid the vault, as explorers write its id (on the wire its bytes
    /// stand the other way round); zero in a withdrawal, whose payment is still to come
    /// @param index number of the output that paid it; in a withdrawal the nonce of its beneficiary
    /// @param btc_address who paid, or who is to be paid, as the network writes it
    /// @param account who gets the artifacts, or gave them
    /// @param amount satoshi
    struct Transfer {
        uint256 btc_txid;
        bytes32 index;
        string btc_address;
        uint256 account;
        uint256 amount;
    }

    function encode(Transfer memory transfer) internal pure returns (bytes memory) {
        return abi.encode(transfer.btc_txid, transfer.index, transfer.btc_address, transfer.account, transfer.amount);
    }

    /// @notice Strict: only what `encode` makes, with an address of at most 90 bytes.
    /// @return valid false when the bytes are anything else; `transfer` is then empty
    function try_decode(bytes calldata payload) internal pure returns (bool valid, Transfer memory transfer) {
        if (payload.length < HEAD_LENGTH || _word(payload, 2) != ADDRESS_OFFSET) return (false, transfer);
        uint256 length = _word(payload, 5);
        if (length > MAX_ADDRESS_LENGTH) return (false, transfer);
        uint256 padded = (length + WORD - 1) / WORD * WORD;
        if (payload.length != HEAD_LENGTH + padded) return (false, transfer);

        Transfer memory decoded;
        (decoded.btc_txid, decoded.index, decoded.btc_address, decoded.account, decoded.amount) =
            abi.decode(payload, (uint256, bytes32, string, uint256, uint256));
        // The padding is all that can still differ.
        if (keccak256(encode(decoded)) != keccak256(payload)) return (false, transfer);
        return (true, decoded);
    }

    /// @notice Names an output of the Bitcoin chain, for ever and whatever message speaks of it.
    function outpoint(uint256 btc_txid, bytes32 index) internal pure returns (bytes32) {
        return keccak256(abi.encode(btc_txid, index));
    }

    function _word(bytes calldata payload, uint256 number) private pure returns (uint256) {
        return uint256(bytes32(payload[number * WORD:(number + 1) * WORD]));
    }
}
