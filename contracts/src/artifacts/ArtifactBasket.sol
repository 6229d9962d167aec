// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ArtifactTransfer} from "./ArtifactTransfer.sol";
import {IArtifactBasket} from "./IArtifactBasket.sol";

/// @notice Several artifacts in a fixed ratio. A share costs ceil(ratio / sum) of every leg and pays
/// floor(ratio / sum), so whatever rounding leaves belongs to those who stay.
///
/// Loss: a leg's reserve is cut, and from then on each share that is still to be paid from it, redeemed
/// with a ticket or not, is paid its part of what is left. No share is sold while a leg is short: a
/// newcomer would buy less than the ratios say, or take part in a restoration he did not suffer for.
///
/// Delay: a leg that unbonds is paid by a ticket. Its shares count in that leg until they are claimed,
/// so who leaves before a loss is known bears it like who stays.
///
/// @dev Reserves are counted, never read from balances: what is sent here without `deposit` changes no
/// price. As long as no leg is short: reserve x sum >= shares x ratio, for every leg.
contract ArtifactBasket is ERC20, AccessControlDefaultAdminRules, ReentrancyGuardTransient, IArtifactBasket {
    using SafeERC20 for IERC20;
    using ArtifactTransfer for IERC20;
    using SafeCast for uint256;

    bytes32 public constant LOSS_REPORTER_ROLE = keccak256("LOSS_REPORTER_ROLE");

    /// @dev Seconds between the start and the acceptance of a change of owner.
    uint48 private constant OWNERSHIP_DELAY = 1 days;
    uint256 private constant MAX_LEGS = 8;
    uint256 private constant MAX_UNBONDING = 90 days;

    uint256 public immutable ratio_sum;
    uint8 private immutable _decimals;

    LegTerms[] private _terms;
    LegState[] private _states;
    uint256 public ticket_count;
    mapping(uint256 ticket => Ticket) public tickets;

    constructor(
        address owner_,
        address[] memory loss_reporters,
        string memory name_,
        string memory symbol_,
        LegTerms[] memory legs
    ) ERC20(name_, symbol_) AccessControlDefaultAdminRules(OWNERSHIP_DELAY, owner_) {
        if (legs.length == 0 || legs.length > MAX_LEGS) revert InvalidLegCount(legs.length);
        uint256 sum;
        for (uint256 i; i < legs.length; ++i) {
            _add_leg(i, legs[i]);
            sum += legs[i].ratio;
        }
        ratio_sum = sum;
        _decimals = _common_decimals(legs);
        for (uint256 i; i < loss_reporters.length; ++i) {
            if (loss_reporters[i] == address(0)) revert ZeroAccount();
            _grantRole(LOSS_REPORTER_ROLE, loss_reporters[i]);
        }
    }

    // ------------------------------------------------------------------ in and out

    /// @notice Buys shares with exactly what `quote_deposit` says they cost.
    /// @return shares the most that these amounts pay for
    function deposit(uint256[] calldata amounts) external nonReentrant returns (uint256 shares) {
        if (amounts.length != _terms.length) revert AmountCountMismatch(_terms.length, amounts.length);
        shares = _bought_with(amounts);
        uint128 more = shares.toUint128();
        for (uint256 i; i < amounts.length; ++i) {
            _require_whole(i);
            uint256 cost = _nominal(i, shares, Math.Rounding.Ceil);
            if (amounts[i] != cost) revert UnbalancedDeposit(i, cost, amounts[i]);
            _states[i].reserve += cost.toUint128();
            _states[i].shares += more;
        }
        _mint(msg.sender, shares);
        emit ArtifactsDeposited(msg.sender, shares, amounts);
        for (uint256 i; i < amounts.length; ++i) {
            IERC20(_terms[i].artifact).take(msg.sender, amounts[i]);
        }
    }

    /// @notice Redeems shares: pays the legs that pay at once, opens a ticket for each of the others.
    /// @dev A leg whose artifact does not move today gets a ticket too: it does not hold up the others.
    function withdraw(uint256 shares) external nonReentrant returns (uint256[] memory amounts) {
        if (shares == 0) revert ZeroAmount();
        _burn(msg.sender, shares);
        amounts = new uint256[](_terms.length);
        for (uint256 i; i < amounts.length; ++i) {
            uint256 delay = _terms[i].unbonding;
            uint256 amount = delay == 0 ? _worth(i, shares) : 0;
            bool paid = delay == 0 && IERC20(_terms[i].artifact).trySafeTransfer(msg.sender, amount);
            if (paid) {
                _pay_off(i, shares, amount);
                amounts[i] = amount;
            } else {
                _open_ticket(i, shares, delay);
            }
        }
        emit ArtifactsWithdrawn(msg.sender, shares, amounts);
    }

    /// @notice Pays the caller's tickets whose time has come.
    function claim_tickets(uint256[] calldata ids) external nonReentrant {
        for (uint256 i; i < ids.length; ++i) {
            _claim(ids[i]);
        }
    }

    // ------------------------------------------------------------------ losses

    /// @notice Takes artifacts that lost their backing out of a leg: everybody who is still to be paid
    /// from it bears his part. They go where the leg's terms say, never to the reporter.
    function report_loss(uint256 leg, uint256 amount) external nonReentrant onlyRole(LOSS_REPORTER_ROLE) {
        if (amount == 0) revert ZeroAmount();
        uint256 reserve = _states[leg].reserve;
        if (amount > reserve) revert LossExceedsReserve(leg, amount, reserve);
        _states[leg].reserve = uint128(reserve - amount);
        emit LossReported(leg, amount, reserve - amount);
        IERC20(_terms[leg].artifact).safeTransfer(_terms[leg].loss_receiver, amount);
    }

    /// @notice Anyone may make a loss good, in whole or in part; it stays.
    function restore(uint256 leg, uint256 amount) external nonReentrant {
        if (amount == 0) revert ZeroAmount();
        uint256 reserve = _states[leg].reserve;
        uint256 owed = _nominal(leg, _states[leg].shares, Math.Rounding.Ceil);
        uint256 missing = Math.saturatingSub(owed, reserve);
        if (amount > missing) revert RestoreExceedsLoss(leg, amount, missing);
        _states[leg].reserve = (reserve + amount).toUint128();
        emit LegRestored(leg, msg.sender, amount, reserve + amount);
        IERC20(_terms[leg].artifact).take(msg.sender, amount);
    }

    // ------------------------------------------------------------------ views

    /// @return amounts what `shares` cost, leg by leg
    function quote_deposit(uint256 shares) external view returns (uint256[] memory amounts) {
        amounts = new uint256[](_terms.length);
        for (uint256 i; i < amounts.length; ++i) {
            amounts[i] = _nominal(i, shares, Math.Rounding.Ceil);
        }
    }

    /// @return amounts what `shares` would be paid today, legs that unbond included
    function quote_withdraw(uint256 shares) external view returns (uint256[] memory amounts) {
        amounts = new uint256[](_terms.length);
        for (uint256 i; i < amounts.length; ++i) {
            amounts[i] = _worth(i, shares);
        }
    }

    /// @return whether a leg holds less than its shares are promised
    function is_impaired(uint256 leg) external view returns (bool) {
        return _is_short(leg);
    }

    function leg_count() external view returns (uint256) {
        return _terms.length;
    }

    function leg_terms(uint256 leg) external view returns (LegTerms memory) {
        return _terms[leg];
    }

    function leg_state(uint256 leg) external view returns (LegState memory) {
        return _states[leg];
    }

    function decimals() public view override returns (uint8) {
        return _decimals;
    }

    // ------------------------------------------------------------------ rules

    function _add_leg(uint256 index, LegTerms memory leg) private {
        bool valid = leg.artifact.code.length != 0 && leg.ratio != 0 && leg.unbonding <= MAX_UNBONDING
            && leg.loss_receiver != address(0) && leg.loss_receiver != address(this);
        if (!valid) revert InvalidLeg(index, leg.artifact);
        for (uint256 i; i < index; ++i) {
            if (_terms[i].artifact == leg.artifact) revert InvalidLeg(index, leg.artifact);
        }
        _terms.push(leg);
        _states.push();
    }

    function _common_decimals(LegTerms[] memory legs) private view returns (uint8 common) {
        common = IERC20Metadata(legs[0].artifact).decimals();
        for (uint256 i = 1; i < legs.length; ++i) {
            uint8 actual = IERC20Metadata(legs[i].artifact).decimals();
            if (actual != common) revert DecimalsMismatch(i, common, actual);
        }
    }

    /// @dev The leg that pays for the fewest shares decides; the others must then fit exactly.
    function _bought_with(uint256[] calldata amounts) private view returns (uint256 shares) {
        shares = type(uint256).max;
        for (uint256 i; i < amounts.length; ++i) {
            shares = Math.min(shares, Math.mulDiv(amounts[i], ratio_sum, _terms[i].ratio));
        }
        if (shares == 0) revert ZeroAmount();
    }

    /// @dev What the ratios promise.
    function _nominal(uint256 leg, uint256 shares, Math.Rounding rounding) private view returns (uint256) {
        return Math.mulDiv(shares, _terms[leg].ratio, ratio_sum, rounding);
    }

    /// @dev What the ratios promise, or, when the leg is short, the part of what is left.
    function _worth(uint256 leg, uint256 shares) private view returns (uint256) {
        if (!_is_short(leg)) return _nominal(leg, shares, Math.Rounding.Floor);
        return Math.mulDiv(shares, _states[leg].reserve, _states[leg].shares);
    }

    function _is_short(uint256 leg) private view returns (bool) {
        LegState memory state = _states[leg];
        return uint256(state.reserve) * ratio_sum < uint256(state.shares) * _terms[leg].ratio;
    }

    function _require_whole(uint256 leg) private view {
        if (!_is_short(leg)) return;
        LegState memory state = _states[leg];
        revert LegImpaired(leg, state.reserve, _nominal(leg, state.shares, Math.Rounding.Ceil));
    }

    function _pay_off(uint256 leg, uint256 shares, uint256 amount) private {
        _states[leg].reserve -= amount.toUint128();
        _states[leg].shares -= shares.toUint128();
    }

    function _open_ticket(uint256 leg, uint256 shares, uint256 delay) private {
        uint256 id = ++ticket_count;
        uint256 claimable_at = block.timestamp + delay;
        tickets[id] = Ticket(msg.sender, uint8(leg), claimable_at.toUint48(), shares.toUint128());
        emit TicketOpened(id, msg.sender, leg, shares, claimable_at);
    }

    function _claim(uint256 id) private {
        Ticket memory ticket = tickets[id];
        if (ticket.owner != msg.sender) revert NotTicketOwner(id, ticket.owner, msg.sender);
        if (block.timestamp < ticket.claimable_at) revert TicketLocked(id, ticket.claimable_at);
        delete tickets[id];
        uint256 amount = _worth(ticket.leg, ticket.shares);
        _pay_off(ticket.leg, ticket.shares, amount);
        emit TicketClaimed(id, msg.sender, ticket.leg, amount);
        IERC20(_terms[ticket.leg].artifact).safeTransfer(msg.sender, amount);
    }
}
