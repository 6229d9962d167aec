// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IBtcSettlementHandler} from "../btc/IBtcSettlementHandler.sol";
import {ArtifactTransfer} from "./ArtifactTransfer.sol";
import {IBtcArtifactStaking} from "./IBtcArtifactStaking.sol";

/// @notice Holds staked artifacts and counts points; a stake can be withdrawn to Bitcoin directly.
/// @dev A withdrawal leaves for good: the user, not this contract, is its beneficiary at the withdrawal
/// contract, so a failed one is returned from that contract's escrow to the user, and the gas that
/// was left over too. No other stake is ever touched, and there is nothing here to claim.
contract BtcArtifactStaking is ReentrancyGuardTransient, IBtcArtifactStaking {
    using SafeERC20 for IERC20;
    using ArtifactTransfer for IERC20;

    IERC20 public immutable stakingToken;
    IBtcSettlementHandler public immutable withdrawRequestContract;

    /// @notice Sum of all stakes; what this contract holds is never less.
    uint256 public total_staked;
    mapping(address user => Stake) public stakes;

    constructor(address stakingToken_, address withdrawRequestContract_) {
        if (stakingToken_.code.length == 0) revert NotAContract(stakingToken_);
        if (withdrawRequestContract_.code.length == 0) revert NotAContract(withdrawRequestContract_);
        stakingToken = IERC20(stakingToken_);
        withdrawRequestContract = IBtcSettlementHandler(withdrawRequestContract_);
        address withdrawn = address(withdrawRequestContract.artifact());
        if (withdrawn != stakingToken_) revert ArtifactMismatch(stakingToken_, withdrawn);
    }

    function stake(uint256 amount) external nonReentrant {
        if (amount == 0) revert ZeroAmount();
        _change(msg.sender, stakes[msg.sender].amount + amount);
        total_staked += amount;
        emit Staked(msg.sender, amount, block.timestamp);
        stakingToken.take(msg.sender, amount);
    }

    function unstake(uint256 amount) external nonReentrant {
        _reduce(msg.sender, amount);
        emit Unstaked(msg.sender, amount);
        stakingToken.safeTransfer(msg.sender, amount);
    }

    /// @notice Turns staked artifacts into BTC. The wei that come along prepay the message's gas.
    /// @param amount satoshi
    /// @return txid the withdrawal's id
    function requestWithdrawal(string calldata btcAddress, uint256 amount)
        external
        payable
        nonReentrant
        returns (uint256 txid)
    {
        _reduce(msg.sender, amount);
        emit WithdrawRequested(msg.sender, btcAddress, amount);

        uint256 before = stakingToken.balanceOf(address(this));
        stakingToken.forceApprove(address(withdrawRequestContract), amount);
        txid = withdrawRequestContract.withdraw_request_for{value: msg.value}(msg.sender, btcAddress, amount);
        uint256 taken = before - stakingToken.balanceOf(address(this));
        if (taken != amount) revert UnexpectedAmountTaken(amount, taken);
    }

    /// @notice Points until now: satoshi x seconds.
    function getPoints(address user) external view returns (uint256) {
        return _points(stakes[user]);
    }

    function _reduce(address user, uint256 amount) private {
        if (amount == 0) revert ZeroAmount();
        uint256 staked = stakes[user].amount;
        if (amount > staked) revert InsufficientStake(user, staked, amount);
        _change(user, staked - amount);
        total_staked -= amount;
    }

    /// @dev What the old amount earned is booked before the new one counts.
    function _change(address user, uint256 amount) private {
        uint256 points = _points(stakes[user]);
        stakes[user] = Stake(amount, amount == 0 ? 0 : block.timestamp, points);
        emit PointsUpdated(user, points);
    }

    function _points(Stake memory held) private view returns (uint256) {
        return held.points + held.amount * (block.timestamp - held.since);
    }
}
