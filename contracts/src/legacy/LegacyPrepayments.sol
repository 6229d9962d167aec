// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice What is asked of a settlement contract of version 0.1.0.
interface ILegacySettlement {
    function create_cross_txs(uint256 txid)
        external
        view
        returns (
            uint256 id,
            string memory from_chain,
            string memory to_chain,
            address from_address,
            address from_handler,
            uint256 to_handler,
            bytes memory payload,
            uint8 status
        );
}

/// @notice Stands between a GasService and a settlement contract of version 0.1.0 on the same chain, so that
/// its messages can be prepaid too. Give it to the GasService as its settlement contract.
/// @dev Holds nothing and changes nothing. That contract's records have no room for a prepayment, so every
/// one of them stays in the vault's own accounts.
contract LegacyPrepayments {
    ILegacySettlement public immutable settlement;

    error NotAContract(address account);

    constructor(address settlement_) {
        if (settlement_.code.length == 0) revert NotAContract(settlement_);
        settlement = ILegacySettlement(settlement_);
    }

    /// @return from_address the message's sender; zero when it is not one of this chain
    /// @return status of the message; what has ended takes no more prepayments
    /// @return nonce zero: the record does not tell it
    /// @return prepaid zero: nothing is kept there
    function create_cross_txs(uint256 txid)
        external
        view
        returns (address from_address, uint8 status, uint32 nonce, uint56 prepaid)
    {
        (,,, from_address,,,, status) = settlement.create_cross_txs(txid);
        nonce = 0;
        prepaid = 0;
    }

    /// @return taken never
    function record_prepayment(uint256, address, uint256) external pure returns (bool taken) {
        return false;
    }

    /// @return amount none
    function release_prepayment(uint256) external pure returns (uint256 amount) {
        return 0;
    }
}
