// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {CrossChainMsgStatus} from "./SettlementTypes.sol";
import {IGasService} from "./interfaces/IGasService.sol";
import {ISettlement} from "./interfaces/ISettlement.sol";
import {BoundedCall} from "./libraries/BoundedCall.sol";

/// @notice The vault of prepaid gas. Nobody can take what belongs to a payer: an account is closed once,
/// its refund goes to its payer, and only what closed accounts leave behind is collectable.
/// @dev What a sender prepays for a message of this chain is recorded in the settlement contract's word
/// of that message; everything else (other payers, messages of other chains, sums that do not fit) here.
/// Always: open accounts + claimable + collectable <= balance. The settlement contract is trusted with
/// what its words say, so it may be given another vault only when none of them holds a prepayment.
contract GasService is AccessControlDefaultAdminRules, EIP712, ReentrancyGuardTransient, IGasService {
    bytes32 public constant MANAGER_ROLE = keccak256("MANAGER_ROLE");
    bytes32 public constant REFUNDER_ROLE = keccak256("REFUNDER_ROLE");
    bytes32 public constant COLLECTOR_ROLE = keccak256("COLLECTOR_ROLE");

    /// @notice Gas a refund's receiver gets: enough for a smart account's receive function, not enough
    /// to hurt the other refunds of a transaction.
    uint256 public constant PUSH_GAS = 50_000;
    /// @dev Gas that recording one refund takes after its push.
    uint256 private constant RECORD_GAS = 60_000;
    /// @dev Seconds between the start and the acceptance of a change of owner.
    uint48 private constant OWNERSHIP_DELAY = 1 days;

    bytes32 private constant QUOTE_TYPE = keccak256(
        "GasQuote(bytes32 id,uint256 txid,address payer,uint256 amount,bytes32 legsHash,bytes32 payloadHash,uint64 expiry)"
    );

    /// @dev One word. `closed` is only needed where no settlement contract says that the message ended.
    struct Account {
        uint248 prepaid;
        bool closed;
    }

    /// @dev What is known about one account.
    /// @param sent_here whether the message left this chain
    /// @param recorded wei in the settlement contract's word
    /// @param total `recorded` and what is kept here
    struct State {
        bool sent_here;
        bool pending;
        bool closed;
        uint256 recorded;
        uint256 total;
    }

    ISettlement public immutable settlement;

    mapping(uint256 txid => mapping(address payer => Account)) private _accounts;
    mapping(address account => uint256) public claimable;
    mapping(address signer => bool) public is_quote_signer;
    mapping(bytes32 root => uint64 count) public receipts;
    /// @notice Wei that closed accounts left behind: what delivery and callback cost the operator.
    uint256 public collectable;

    /// @param owner_ manages the roles
    /// @param managers name and dismiss quote signers, revoke receipts
    /// @param refunders order refunds and publish receipts
    /// @param collectors take what is collectable
    constructor(
        address owner_,
        address settlement_,
        address[] memory managers,
        address[] memory refunders,
        address[] memory collectors,
        address[] memory quote_signers
    ) AccessControlDefaultAdminRules(OWNERSHIP_DELAY, owner_) EIP712("SettlementGasService", "1") {
        if (settlement_.code.length == 0) revert NotAContract(settlement_);
        settlement = ISettlement(settlement_);
        _grant_all(MANAGER_ROLE, managers);
        _grant_all(REFUNDER_ROLE, refunders);
        _grant_all(COLLECTOR_ROLE, collectors);
        for (uint256 i; i < quote_signers.length; ++i) {
            _set_quote_signer(quote_signers[i], true);
        }
    }

    // ------------------------------------------------------------------ paying in

    /// @notice Anyone may pay for any message, before or after it is sent, until it has ended.
    /// @param refund_to gets back what is left; the sender's own account when it is the sender
    function prepay(uint256 txid, address refund_to) external payable {
        if (refund_to == address(0)) revert ZeroAddress();
        _pay_in(txid, refund_to);
    }

    /// @notice Adds to the sender's account, or opens one of the caller's own when the message is not
    /// one of this chain.
    function top_up(uint256 txid) external payable {
        (address sender,,,) = settlement.create_cross_txs(txid);
        _pay_in(txid, sender == address(0) ? msg.sender : sender);
    }

    /// @notice Pays against a signed quote: the operator then charges what it says, whatever gas costs.
    /// @dev An account that holds the quoted amount already has used its quote (or needs none), so a
    /// stranger's small top-up cannot spoil it. Dismissing its signer revokes every open quote.
    function prepay_quoted(GasQuote calldata quote, bytes calldata signature) external payable {
        if (block.timestamp > quote.expiry) revert QuoteExpired(quote.id, quote.expiry);
        if (msg.value < quote.amount) revert QuoteUnderpaid(quote.id, quote.amount, msg.value);
        (address signer,,) = ECDSA.tryRecoverCalldata(quote_digest(quote), signature);
        if (!is_quote_signer[signer]) revert QuoteSignerUnknown(signer);
        (address sender,,, uint56 recorded) = settlement.create_cross_txs(quote.txid);
        bool is_sender = quote.payer == sender && sender != address(0);
        if (!is_sender && quote.payer != msg.sender) revert QuotePayerMismatch(quote.id, quote.payer);
        uint256 total = (is_sender ? recorded : 0) + uint256(_accounts[quote.txid][quote.payer].prepaid);
        if (total >= quote.amount) revert QuoteAlreadyUsed(quote.id, quote.txid);
        _pay_in(quote.txid, quote.payer);
        emit GasQuoteHonoured(quote.id, quote.txid, quote.amount, quote.payloadHash);
    }

    // ------------------------------------------------------------------ paying back

    /// @notice Closes accounts, each exactly once. An order that does not fit its account is skipped
    /// and logged, so that it cannot hold up the others.
    function refund(Refund[] calldata refunds) external onlyRole(REFUNDER_ROLE) nonReentrant {
        uint256 kept;
        for (uint256 i; i < refunds.length; ++i) {
            kept += _refund(refunds[i]);
        }
        if (kept > 0) collectable += kept;
    }

    /// @notice Lets payers close their accounts themselves, each with a receipt of this tree.
    /// @param count leaves
    /// @param uri where the leaves can be read
    function publish_receipts(bytes32 root, uint64 count, string calldata uri) external onlyRole(REFUNDER_ROLE) {
        if (root == bytes32(0) || count == 0) revert EmptyReceipts();
        if (receipts[root] != 0) revert ReceiptsAlreadyPublished(root);
        receipts[root] = count;
        emit ReceiptsPublished(root, count, uri);
    }

    /// @notice Takes back a tree that should not have been published; what was paid stays paid.
    function revoke_receipts(bytes32 root) external onlyRole(MANAGER_ROLE) {
        if (receipts[root] == 0) revert ReceiptsUnknown(root);
        delete receipts[root];
        emit ReceiptsRevoked(root);
    }

    /// @notice Closes accounts by receipt; anyone may, the payer gets the money. An account that was
    /// closed meanwhile is skipped, a receipt that is not in its tree reverts.
    function claim_receipts(ReceiptClaim[] calldata claims) external nonReentrant {
        uint256 kept;
        for (uint256 i; i < claims.length; ++i) {
            kept += _claim_receipt(claims[i]);
        }
        if (kept > 0) collectable += kept;
    }

    /// @notice Pays refunds whose push failed to wherever their owner says.
    function claim(address to) external nonReentrant {
        if (to == address(0)) revert ZeroAddress();
        uint256 amount = claimable[msg.sender];
        if (amount == 0) revert NothingToClaim(msg.sender);
        claimable[msg.sender] = 0;
        emit Claimed(msg.sender, to, amount);
        _pay(to, amount);
    }

    // ------------------------------------------------------------------ administration

    /// @notice Takes what delivery and callback cost the operator; never what belongs to payers.
    function collect(address to, uint256 amount) external onlyRole(COLLECTOR_ROLE) nonReentrant {
        if (to == address(0)) revert ZeroAddress();
        if (amount > collectable) revert CollectExceedsCollectable(amount, collectable);
        collectable -= amount;
        emit Collected(to, amount);
        _pay(to, amount);
    }

    function set_quote_signer(address signer, bool allowed) external onlyRole(MANAGER_ROLE) {
        _set_quote_signer(signer, allowed);
    }

    // ------------------------------------------------------------------ views

    function account(uint256 txid, address payer) external view returns (uint256 prepaid, bool closed) {
        State memory state = _state(txid, payer);
        return (state.total, state.closed || (state.sent_here && !state.pending));
    }

    /// @notice Wei that are not the operator's: open accounts and unclaimed refunds.
    function liabilities() external view returns (uint256) {
        return address(this).balance - collectable;
    }

    /// @notice What a quote signer signs.
    function quote_digest(GasQuote calldata quote) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(QUOTE_TYPE, quote)));
    }

    // ------------------------------------------------------------------ rules

    /// @dev The usual way first: the sender's payment for its own message, which costs no storage here.
    function _pay_in(uint256 txid, address refund_to) private {
        emit GasPrepaid(txid, msg.sender, refund_to, msg.value);
        if (msg.value == 0 || settlement.record_prepayment(txid, refund_to, msg.value)) return;
        (address sender, uint8 status,,) = settlement.create_cross_txs(txid);
        if (status > uint8(CrossChainMsgStatus.Pending)) revert MessageEnded(txid);
        Account storage known = _accounts[txid][refund_to];
        if (known.closed && sender == address(0)) revert AccountClosed(txid, refund_to);
        // All the wei there are fit 248 bits.
        known.prepaid += uint248(msg.value);
    }

    /// @return kept what the operator may collect of it
    function _refund(Refund calldata order) private returns (uint256 kept) {
        State memory state = _state(order.txid, order.to);
        bytes4 problem = _problem_of(state);
        if (problem == bytes4(0) && order.amount > state.total) problem = RefundExceedsPrepaid.selector;
        if (problem != bytes4(0)) {
            emit RefundSkipped(order.txid, problem);
            return 0;
        }
        _close(order.txid, order.to, state, order.amount);
        return state.total - order.amount;
    }

    /// @dev A receipt fixes what the message cost; what came in after it was written goes back whole.
    function _claim_receipt(ReceiptClaim calldata receipt) private returns (uint256 charge) {
        uint256 txid = receipt.txid;
        if (receipts[receipt.root] == 0) revert ReceiptsUnknown(receipt.root);
        bytes32 content = keccak256(abi.encode(txid, receipt.payer, receipt.prepaid, receipt.spent, receipt.refund));
        bytes32 leaf = keccak256(bytes.concat(content));
        if (receipt.refund > receipt.prepaid || !MerkleProof.verifyCalldata(receipt.proof, receipt.root, leaf)) {
            revert InvalidReceipt(receipt.root, txid);
        }
        State memory state = _state(txid, receipt.payer);
        bytes4 problem = _problem_of(state);
        if (problem != bytes4(0)) {
            emit RefundSkipped(txid, problem);
            return 0;
        }
        if (state.total < receipt.prepaid) revert ReceiptExceedsPrepaid(txid, receipt.prepaid, state.total);
        charge = receipt.prepaid - receipt.refund;
        _close(txid, receipt.payer, state, state.total - charge);
    }

    function _state(uint256 txid, address payer) private view returns (State memory state) {
        (address sender, uint8 status,, uint56 recorded) = settlement.create_cross_txs(txid);
        Account memory known = _accounts[txid][payer];
        state.sent_here = sender != address(0);
        state.pending = status == uint8(CrossChainMsgStatus.Pending);
        state.closed = known.closed && !state.sent_here;
        if (state.sent_here && payer == sender) state.recorded = recorded;
        state.total = state.recorded + known.prepaid;
    }

    function _problem_of(State memory state) private pure returns (bytes4) {
        if (state.closed) return AccountClosed.selector;
        if (state.total == 0) return NothingPrepaid.selector;
        return state.pending ? MessagePending.selector : bytes4(0);
    }

    /// @dev The account is empty before anything is called, and stays so: nothing is taken for a message
    /// of this chain that has ended, and an account of any other is marked.
    function _close(uint256 txid, address payer, State memory state, uint256 amount) private {
        if (state.recorded > 0) settlement.release_prepayment(txid);
        if (!state.sent_here) _accounts[txid][payer] = Account(0, true);
        else if (state.total > state.recorded) delete _accounts[txid][payer];
        bool pushed = amount == 0 || _push(payer, amount);
        if (!pushed) claimable[payer] += amount;
        emit GasRefunded(txid, payer, amount, pushed);
    }

    /// @dev A submitter with too little gas must not turn a push into a claim.
    function _push(address to, uint256 amount) private returns (bool) {
        uint256 needed = BoundedCall.gas_needed(PUSH_GAS) + RECORD_GAS;
        if (gasleft() < needed) revert InsufficientPushGas(needed, gasleft());
        return BoundedCall.pay(to, PUSH_GAS, amount);
    }

    function _pay(address to, uint256 amount) private {
        if (!BoundedCall.pay(to, gasleft(), amount)) revert PaymentFailed(to, amount);
    }

    function _set_quote_signer(address signer, bool allowed) private {
        if (signer == address(0)) revert ZeroAddress();
        is_quote_signer[signer] = allowed;
        emit QuoteSignerSet(signer, allowed);
    }

    function _grant_all(bytes32 role, address[] memory accounts) private {
        for (uint256 i; i < accounts.length; ++i) {
            if (accounts[i] == address(0)) revert ZeroAddress();
            _grantRole(role, accounts[i]);
        }
    }
}
