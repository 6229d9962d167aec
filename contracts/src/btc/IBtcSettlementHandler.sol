// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainTxStatus} from "../SettlementTypes.sol";

/// @notice Where BTC becomes an artifact and an artifact BTC. Amounts are satoshi.
interface IBtcSettlementHandler {
    /// @notice What became of an output that paid a vault.
    enum DepositStatus {
        Unknown,
        /// @dev Attested and accounted for; minted as soon as what was in the way is gone.
        Held,
        Credited,
        /// @dev Given up: nothing will be minted, the vault returns the BTC.
        Rejected
    }

    enum HoldReason {
        VaultUnknown,
        MintRefused
    }

    struct Deposit {
        address receiver;
        uint64 amount;
        DepositStatus status;
    }

    /// @param from who is refunded when the withdrawal fails
    /// @param nonce of `from` with this handler
    struct Withdrawal {
        address from;
        CrossChainTxStatus status;
        uint32 nonce;
        uint56 amount;
    }

    /// @notice The books, in satoshi.
    /// @param credited minted for deposits so far
    /// @param redeemed burned for withdrawals so far
    /// @param escrowed of withdrawals whose result has not come home
    /// @param unclaimed refunds that could not be pushed
    struct Totals {
        uint64 credited;
        uint64 redeemed;
        uint64 escrowed;
        uint64 unclaimed;
    }

    event DepositCredited(bytes32 indexed outpoint, address indexed receiver, uint256 amount);
    event DepositHeld(
        uint256 indexed txid, bytes32 indexed outpoint, address indexed receiver, uint256 amount, HoldReason reason
    );
    /// @notice A further message about an output that is accounted for; it changed nothing.
    event DepositRepeated(uint256 indexed txid, bytes32 indexed outpoint);
    event DepositRejected(bytes32 indexed outpoint, address indexed receiver, uint256 amount);
    /// @notice A withdrawal left; its artifacts are in escrow until the result comes home.
    event WithdrawLocked(bytes32 indexed withdrawTxID, address indexed from, string to, uint256 amount);
    /// @notice The result came home: Settled = escrow burned, Failed = returned.
    event WithdrawSettled(bytes32 indexed withdrawTxID, CrossChainTxStatus status, uint256 amount);
    /// @notice A returned escrow could not be pushed and waits to be claimed.
    event RefundClaimable(uint256 indexed txid, address indexed account, uint256 amount);
    event Claimed(address indexed account, address indexed to, uint256 amount);
    event VaultAdded(uint256 indexed vault);
    event VaultRemoved(uint256 indexed vault);
    event WithdrawalVaultChanged(uint256 indexed vault);
    event WithdrawalTermsChanged(uint64 minimum, uint64 lifetime);

    error NotAContract(address account);
    error UnexpectedDecimals(address artifact, uint256 decimals);
    error SameChain(string chain);
    error UpgradeMismatch(address implementation);
    error OnlySettlement(address caller);
    error InvalidVault(uint256 vault);
    error VaultUnknown(uint256 vault);
    error VaultAlreadyKnown(uint256 vault);
    error VaultInUse(uint256 vault);
    error InvalidWithdrawalTerms(uint64 minimum, uint64 lifetime);
    error AmountOutOfRange(uint256 amount, uint256 minimum, uint256 maximum);
    error InvalidBtcAddressLength(uint256 length, uint256 minimum, uint256 maximum);
    error InvalidBeneficiary(address beneficiary);
    error DuplicateTxid(uint256 txid);
    error InvalidWithdrawalStatus(uint256 txid, CrossChainTxStatus status);
    error DepositNotHeld(bytes32 outpoint, DepositStatus status);
    error NothingToClaim(address account);

    function withdraw_request(string calldata btc_address, uint256 amount) external payable returns (uint256 txid);

    function withdraw_request_for(address beneficiary, string calldata btc_address, uint256 amount)
        external
        payable
        returns (uint256 txid);

    function credit_deposit(bytes32 outpoint) external;

    function reject_deposit(bytes32 outpoint) external;

    function claim(address to) external;

    function artifact() external view returns (address);
}
