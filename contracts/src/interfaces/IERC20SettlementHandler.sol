// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainTxStatus, SettlementMode} from "../SettlementTypes.sol";
import {IGasService} from "./IGasService.sol";

/// @notice What users and operators of a token's handler see. Amounts are the token's smallest units.
interface IERC20SettlementHandler {
    /// @notice A transfer left; its tokens are in escrow until the result comes home.
    event CrossChainLocked(
        uint256 indexed txid,
        address indexed from,
        uint256 indexed to,
        string from_chain,
        string to_chain,
        address from_token,
        uint256 to_token,
        uint256 amount,
        SettlementMode mode
    );
    /// @notice The result of a transfer came home: Settled = escrow burned or kept, Failed = returned.
    event CrossChainSettled(uint256 indexed txid, CrossChainTxStatus status, uint256 amount);
    /// @notice A returned escrow could not be pushed and waits to be claimed.
    event RefundClaimable(uint256 indexed txid, address indexed account, uint256 amount);
    event Claimed(address indexed account, uint256 amount);
    event LiquidityAdded(address indexed provider, uint256 amount);
    event HandlerAdded(string chain, uint256 handler);
    event HandlerRemoved(string chain, uint256 handler);
    event RemoteTokenSet(string chain, uint256 handler, uint256 token);

    error ZeroAddress();
    error ZeroAmount();
    error SameChain(string chain);
    error InvalidHandler(uint256 handler);
    error InvalidReceiver(uint256 receiver);
    error RouteUnknown(string chain, uint256 handler);
    error RouteExists(string chain, uint256 handler);
    error InvalidRemoteToken(uint256 token);
    error RemoteTokenUnknown(string chain, uint256 handler);
    error RemoteTokenMismatch(uint256 stated, uint256 actual);
    /// @dev Tokens that take a fee on transfer are not carried.
    error UnexpectedAmountReceived(uint256 expected, uint256 received);
    error OnlySettlement(address caller);
    error AlreadyProcessed(uint256 txid);
    error DuplicateTxid(uint256 txid);
    error InvalidTransferStatus(uint256 txid, CrossChainTxStatus status);
    error LiquidityUnused(SettlementMode mode);
    error NothingToClaim(address account);
    /// @dev The quote was made for another message.
    error QuoteMismatch(bytes32 id, uint256 stated, uint256 actual);
    /// @dev The next implementation was built for another settlement contract, token, mode or chain.
    error UpgradeMismatch(address next);

    function cross_chain_erc20_settlement(
        string calldata to_chain,
        uint256 to_handler,
        uint256 to_token,
        uint256 to,
        uint256 amount
    ) external payable returns (uint256 txid);

    function cross_chain_erc20_settlement_quoted(
        string calldata to_chain,
        uint256 to_handler,
        uint256 to_token,
        uint256 to,
        uint256 amount,
        IGasService.GasQuote calldata quote,
        bytes calldata signature
    ) external payable returns (uint256 txid);

    function add_handler(string calldata chain, uint256 handler) external;

    function remove_handler(string calldata chain, uint256 handler) external;

    function set_remote_token(string calldata chain, uint256 handler, uint256 token) external;

    function is_valid_handler(string calldata chain, uint256 handler) external view returns (bool);
}
