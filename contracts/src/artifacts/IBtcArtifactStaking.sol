// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice Artifacts lie still and earn points: amount x seconds.
interface IBtcArtifactStaking {
    /// @param since unix seconds from which the present amount counts; zero while there is none
    /// @param points earned until `since`
    struct Stake {
        uint256 amount;
        uint256 since;
        uint256 points;
    }

    event Staked(address indexed user, uint256 amount, uint256 since);
    event Unstaked(address indexed user, uint256 amount);
    event PointsUpdated(address indexed user, uint256 points);
    event WithdrawRequested(address indexed user, string btcAddress, uint256 amount);

    error ZeroAmount();
    error NotAContract(address account);
    error ArtifactMismatch(address staking_token, address withdrawal_token);
    error InsufficientStake(address user, uint256 staked, uint256 asked);
    /// @dev The withdrawal contract took something else than the withdrawn amount.
    error UnexpectedAmountTaken(uint256 expected, uint256 taken);

    function stake(uint256 amount) external;

    function unstake(uint256 amount) external;

    function requestWithdrawal(string calldata btcAddress, uint256 amount) external payable returns (uint256 txid);

    function getPoints(address user) external view returns (uint256);
}
