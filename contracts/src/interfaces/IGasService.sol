// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice The vault that holds what was prepaid for delivery and callback. Amounts are wei.
/// @dev An account belongs to a message and to whoever gets back what is left of it: `(txid, payer)`.
interface IGasService {
    /// @notice A price the operator promised; EIP-712 type of the same name and field order, domain
    /// {name "SettlementGasService", version "1", chainId, verifyingContract: this vault}.
    /// @dev The txid is known before the message is sent and binds route, handlers, sender and nonce, so
    /// a quote serves one message, once.
    /// @param id names the quote in the operator's books
    /// @param payer gets back what is left; the message's sender, or whoever calls
    /// @param amount wei that have to come along, more may
    /// @param legsHash what the operator promised for each leg, as its books have it
    /// @param payloadHash of what was quoted; the operator compares it with what was sent
    /// @param expiry last second (unix, of this chain) in which it is honoured
    struct GasQuote {
        bytes32 id;
        uint256 txid;
        address payer;
        uint256 amount;
        bytes32 legsHash;
        bytes32 payloadHash;
        uint64 expiry;
    }

    /// @notice One refund order.
    /// @param to whose account it closes; gets the money
    /// @param amount wei that go back; the rest of the account becomes collectable
    struct Refund {
        uint256 txid;
        address to;
        uint256 amount;
    }

    /// @notice One leaf of a published receipt tree: OpenZeppelin's standard tree over
    /// (uint256 txid, address payer, uint256 prepaid, uint256 spent, uint256 refund).
    /// @param prepaid what the account held when the receipt was written
    /// @param spent what the message cost; more than `prepaid` when the operator bore the rest
    /// @param refund what goes back of `prepaid`
    struct ReceiptClaim {
        bytes32 root;
        uint256 txid;
        address payer;
        uint256 prepaid;
        uint256 spent;
        uint256 refund;
        bytes32[] proof;
    }

    /// @notice Money came in for a message.
    /// @param payer who brought it
    /// @param refund_to whose account it went to
    event GasPrepaid(uint256 indexed txid, address indexed payer, address indexed refund_to, uint256 amount);
    /// @notice What came in with this was paid against a quote that holds.
    event GasQuoteHonoured(bytes32 indexed id, uint256 indexed txid, uint256 amount, bytes32 payloadHash);
    /// @notice An account was closed, by order or by receipt.
    /// @param pushed false when the receiver did not take the money and it waits in `claimable`
    event GasRefunded(uint256 indexed txid, address indexed to, uint256 amount, bool pushed);
    /// @notice A refund order or receipt that changed nothing.
    /// @param reason selector of the custom error
    event RefundSkipped(uint256 indexed txid, bytes4 reason);
    event ReceiptsPublished(bytes32 indexed root, uint64 count, string uri);
    event ReceiptsRevoked(bytes32 indexed root);
    event Claimed(address indexed account, address indexed to, uint256 amount);
    event Collected(address indexed to, uint256 amount);
    event QuoteSignerSet(address indexed signer, bool allowed);

    error ZeroAddress();
    error NotAContract(address account);
    /// @dev The message has ended: nothing can be bought with the money any more.
    error MessageEnded(uint256 txid);
    /// @dev The message has not ended: what it costs is not known yet.
    error MessagePending(uint256 txid);
    error AccountClosed(uint256 txid, address payer);
    error NothingPrepaid(uint256 txid, address payer);
    error RefundExceedsPrepaid(uint256 txid, uint256 amount, uint256 prepaid);
    error QuoteExpired(bytes32 id, uint64 expiry);
    error QuoteSignerUnknown(address signer);
    error QuoteUnderpaid(bytes32 id, uint256 amount, uint256 value);
    error QuotePayerMismatch(bytes32 id, address payer);
    error QuoteAlreadyUsed(bytes32 id, uint256 txid);
    error ReceiptsUnknown(bytes32 root);
    error ReceiptsAlreadyPublished(bytes32 root);
    error EmptyReceipts();
    error InvalidReceipt(bytes32 root, uint256 txid);
    /// @dev The account holds less than the receipt says.
    error ReceiptExceedsPrepaid(uint256 txid, uint256 stated, uint256 prepaid);
    error InsufficientPushGas(uint256 required, uint256 available);
    error NothingToClaim(address account);
    error CollectExceedsCollectable(uint256 amount, uint256 available);
    error PaymentFailed(address to, uint256 amount);

    function prepay(uint256 txid, address refund_to) external payable;

    function prepay_quoted(GasQuote calldata quote, bytes calldata signature) external payable;

    function top_up(uint256 txid) external payable;

    function refund(Refund[] calldata refunds) external;

    function publish_receipts(bytes32 root, uint64 count, string calldata uri) external;

    function revoke_receipts(bytes32 root) external;

    function claim_receipts(ReceiptClaim[] calldata claims) external;

    function claim(address to) external;

    function collect(address to, uint256 amount) external;

    function set_quote_signer(address signer, bool allowed) external;

    /// @return prepaid wei in the account, wherever they are recorded
    /// @return closed whether it takes no more
    function account(uint256 txid, address payer) external view returns (uint256 prepaid, bool closed);

    function quote_digest(GasQuote calldata quote) external view returns (bytes32);

    function is_quote_signer(address signer) external view returns (bool);

    /// @return count leaves of a published tree; zero when the root is not (or no longer) accepted
    function receipts(bytes32 root) external view returns (uint64 count);

    function liabilities() external view returns (uint256);

    function collectable() external view returns (uint256);

    function claimable(address owner_of_claim) external view returns (uint256);
}
