// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Governed} from "./Governed.sol";
import {IGasService} from "./interfaces/IGasService.sol";
import {BoundedCall} from "./libraries/BoundedCall.sol";

/// @notice The vault of prepaid gas. What it owes (open accounts and unclaimed refunds) is counted in
/// `liabilities`; only what lies above that may be collected.
contract GasService is Governed, ReentrancyGuardTransient, IGasService {
    using SafeCast for uint256;

    bytes32 public constant REFUNDER_ROLE = keccak256("REFUNDER_ROLE");
    bytes32 public constant COLLECTOR_ROLE = keccak256("COLLECTOR_ROLE");

    /// @notice Gas a refund's receiver gets: enough for a smart account's receive function, not enough
    /// to hurt the other refunds of a transaction.
    uint256 public constant PUSH_GAS = 50_000;
    /// @dev Gas that recording one refund takes after its push.
    uint256 private constant RECORD_GAS = 60_000;

    /// @dev One word; 88 bits hold 309 million whole coins of 18 decimals.
    struct Account {
        address refund_to;
        bool closed;
        uint88 prepaid;
    }

    mapping(uint256 txid => Account) private _accounts;
    mapping(address account => uint256) public claimable;
    /// @notice Wei that belong to senders: prepayments of open accounts and unclaimed refunds.
    uint256 public liabilities;
    address public settlement;

    /// @param owner_ upgrades the contract, manages the roles and collects
    function initialize(address owner_, address settlement_, address[] calldata refunders) external initializer {
        if (settlement_ == address(0)) revert ZeroAddress();
        __Governed_init(owner_);
        _grantRole(COLLECTOR_ROLE, owner_);
        settlement = settlement_;
        for (uint256 i; i < refunders.length; ++i) {
            if (refunders[i] == address(0)) revert ZeroAddress();
            _grantRole(REFUNDER_ROLE, refunders[i]);
        }
    }

    /// @notice Opens a message's account; called by the settlement contract in the sending transaction.
    function prepay(uint256 txid, address refund_to) external payable {
        if (msg.sender != settlement) revert OnlySettlement(msg.sender);
        if (refund_to == address(0)) revert ZeroAddress();
        if (_accounts[txid].refund_to != address(0)) revert AccountAlreadyOpen(txid);
        _accounts[txid] = Account(refund_to, false, msg.value.toUint88());
        if (msg.value > 0) liabilities += msg.value;
        emit GasPrepaid(txid, refund_to, refund_to, msg.value);
    }

    /// @notice Anyone may add to an open account; what is left over goes to its `refund_to`.
    function top_up(uint256 txid) external payable {
        Account memory known = _accounts[txid];
        if (known.refund_to == address(0)) revert UnknownAccount(txid);
        if (known.closed) revert AccountClosed(txid);
        _accounts[txid].prepaid = (known.prepaid + msg.value).toUint88();
        liabilities += msg.value;
        emit GasPrepaid(txid, msg.sender, known.refund_to, msg.value);
    }

    /// @notice Closes accounts, each exactly once. An order that does not fit its account is skipped
    /// and logged, so that it cannot hold up the others.
    function refund(Refund[] calldata refunds) external onlyRole(REFUNDER_ROLE) nonReentrant {
        for (uint256 i; i < refunds.length; ++i) {
            Refund calldata order = refunds[i];
            bytes4 problem = _problem_of(order);
            if (problem == bytes4(0)) _close(order);
            else emit RefundSkipped(order.txid, problem);
        }
    }

    /// @notice Pays a refund whose push failed to wherever its owner says.
    function claim(address to) external nonReentrant {
        if (to == address(0)) revert ZeroAddress();
        uint256 amount = claimable[msg.sender];
        if (amount == 0) revert NothingToClaim(msg.sender);
        claimable[msg.sender] = 0;
        liabilities -= amount;
        emit Claimed(msg.sender, to, amount);
        _pay(to, amount);
    }

    /// @notice Takes what delivery and callback cost the operator; never what belongs to senders.
    function collect(address to, uint256 amount) external onlyRole(COLLECTOR_ROLE) nonReentrant {
        if (to == address(0)) revert ZeroAddress();
        uint256 available = collectable();
        if (amount > available) revert CollectExceedsCollectable(amount, available);
        emit Collected(to, amount);
        _pay(to, amount);
    }

    function account(uint256 txid) external view returns (uint256 prepaid, address refund_to, bool closed) {
        Account memory known = _accounts[txid];
        return (known.prepaid, known.refund_to, known.closed);
    }

    function collectable() public view returns (uint256) {
        return address(this).balance - liabilities;
    }

    function _problem_of(Refund calldata order) private view returns (bytes4) {
        Account memory known = _accounts[order.txid];
        if (known.refund_to == address(0)) return UnknownAccount.selector;
        if (known.closed) return AccountClosed.selector;
        if (order.to != known.refund_to) return WrongRefundReceiver.selector;
        if (order.amount > known.prepaid) return RefundExceedsPrepaid.selector;
        return bytes4(0);
    }

    /// @dev The account is closed and the debt gone before anything is called.
    function _close(Refund calldata order) private {
        Account storage known = _accounts[order.txid];
        known.closed = true;
        if (known.prepaid > 0) liabilities -= known.prepaid;
        bool pushed = order.amount == 0 || _push(order.to, order.amount);
        if (!pushed) {
            claimable[order.to] += order.amount;
            liabilities += order.amount;
        }
        emit GasRefunded(order.txid, order.to, order.amount, pushed);
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
}
