// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice The vault that holds what senders prepaid for delivery and callback. Amounts are wei.
interface IGasService {
    /// @notice One refund order.
    /// @param to must be the account's `refund_to`; stated again so that a wrong order is seen
    /// @param amount wei that go back; the rest of the prepayment becomes collectable
    struct Refund {
        uint256 txid;
        address to;
        uint256 amount;
    }

    /// @notice Money came in for a message; logged at the send even when it is zero.
    event GasPrepaid(uint256 indexed txid, address indexed payer, address indexed refund_to, uint256 amount);
    /// @notice The account of a message was closed.
    /// @param pushed false when the receiver did not take the money and it waits in `claimable`
    event GasRefunded(uint256 indexed txid, address indexed to, uint256 amount, bool pushed);
    /// @notice A refund order that changed nothing.
    /// @param reason selector of the custom error
    event RefundSkipped(uint256 indexed txid, bytes4 reason);
    event Claimed(address indexed account, address indexed to, uint256 amount);
    event Collected(address indexed to, uint256 amount);

    error OnlySettlement(address caller);
    error ZeroAddress();
    error UnknownAccount(uint256 txid);
    error AccountAlreadyOpen(uint256 txid);
    error AccountClosed(uint256 txid);
    error WrongRefundReceiver(uint256 txid, address stated, address actual);
    error RefundExceedsPrepaid(uint256 txid, uint256 amount, uint256 prepaid);
    error InsufficientPushGas(uint256 required, uint256 available);
    error NothingToClaim(address account);
    error CollectExceedsCollectable(uint256 amount, uint256 available);
    error PaymentFailed(address to, uint256 amount);

    function prepay(uint256 txid, address refund_to) external payable;

    function top_up(uint256 txid) external payable;

    function refund(Refund[] calldata refunds) external;

    function claim(address to) external;

    function collect(address to, uint256 amount) external;

    function account(uint256 txid) external view returns (uint256 prepaid, address refund_to, bool closed);

    function liabilities() external view returns (uint256);

    function collectable() external view returns (uint256);

    function claimable(address owner_of_claim) external view returns (uint256);
}
