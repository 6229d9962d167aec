// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice A token that stands for several artifacts in a fixed ratio.
interface IArtifactBasket {
    /// @notice What one leg is, for ever.
    /// @param ratio parts of this leg in the sum of all ratios; 4 and 6 = 0.4 and 0.6 of a share
    /// @param unbonding seconds between redeeming a share and being paid this leg; zero = at once
    /// @param loss_receiver who gets the artifacts of a reported loss: the custodian that burns them
    struct LegTerms {
        address artifact;
        uint32 ratio;
        uint32 unbonding;
        address loss_receiver;
    }

    /// @notice What one leg holds and owes.
    /// @param reserve artifacts that belong to the shares
    /// @param shares all that are to be paid from the reserve: the supply and the open tickets
    struct LegState {
        uint128 reserve;
        uint128 shares;
    }

    /// @notice Shares that were redeemed and are still to be paid one leg.
    struct Ticket {
        address owner;
        uint8 leg;
        uint48 claimable_at;
        uint128 shares;
    }

    event ArtifactsDeposited(address indexed user, uint256 shares, uint256[] amounts);
    /// @param amounts what was paid at once; a leg that pays later has a ticket
    event ArtifactsWithdrawn(address indexed user, uint256 shares, uint256[] amounts);
    event TicketOpened(
        uint256 indexed ticket, address indexed owner, uint256 indexed leg, uint256 shares, uint256 claimable_at
    );
    event TicketClaimed(uint256 indexed ticket, address indexed owner, uint256 indexed leg, uint256 amount);
    event LossReported(uint256 indexed leg, uint256 amount, uint256 reserve);
    event LegRestored(uint256 indexed leg, address indexed from, uint256 amount, uint256 reserve);

    error InvalidLegCount(uint256 count);
    error InvalidLeg(uint256 leg, address artifact);
    error DecimalsMismatch(uint256 leg, uint256 expected, uint256 actual);
    error ZeroAccount();
    error ZeroAmount();
    error AmountCountMismatch(uint256 expected, uint256 stated);
    error UnbalancedDeposit(uint256 leg, uint256 expected, uint256 stated);
    /// @dev A share of today's basket would not be what the ratios promise.
    error LegImpaired(uint256 leg, uint256 reserve, uint256 owed);
    error NotTicketOwner(uint256 ticket, address owner, address caller);
    error TicketLocked(uint256 ticket, uint256 claimable_at);
    error LossExceedsReserve(uint256 leg, uint256 amount, uint256 reserve);
    error RestoreExceedsLoss(uint256 leg, uint256 amount, uint256 missing);

    function deposit(uint256[] calldata amounts) external returns (uint256 shares);

    function withdraw(uint256 shares) external returns (uint256[] memory amounts);

    function claim_tickets(uint256[] calldata tickets) external;
}
