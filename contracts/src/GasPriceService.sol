// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IGasPriceService} from "./interfaces/IGasPriceService.sol";

/// @notice Prices that answer or revert: one that is too old is not given, one that jumps is not taken.
contract GasPriceService is AccessControlDefaultAdminRules, EIP712, IGasPriceService {
    bytes32 public constant MANAGER_ROLE = keccak256("MANAGER_ROLE");

    /// @notice Seconds a signer's clock may run ahead of this chain's.
    uint64 public constant MAX_DRIFT = 15;
    uint64 public constant MIN_MAX_AGE = 1 minutes;
    uint64 public constant MAX_MAX_AGE = 1 days;

    uint256 private constant BASIS_POINTS = 10_000;
    uint256 private constant RATE_UNIT = 1e18;
    /// @dev Seconds between the start and the acceptance of a change of owner.
    uint48 private constant OWNERSHIP_DELAY = 1 days;

    bytes32 private constant PRICE_TYPE =
        keccak256("Price(string chain,uint96 baseFee,uint96 priorityFee,uint64 gasPerByte,uint128 rate)");
    bytes32 private constant PUBLISH_TYPE = keccak256(
        "Publish(Price[] prices,uint64 round)Price(string chain,uint96 baseFee,uint96 priorityFee,uint64 gasPerByte,uint128 rate)"
    );

    /// @dev Two words. A rate of zero means that no price is known; `updated_at` outlives a reset.
    struct Known {
        uint96 base_fee;
        uint96 priority_fee;
        uint64 gas_per_byte;
        uint128 rate;
        uint64 updated_at;
    }

    mapping(bytes32 chain_hash => Known) private _prices;
    mapping(address signer => bool) public is_price_signer;

    /// @notice Seconds after which a price is not given any more.
    uint64 public max_age;
    /// @notice How far one publication may move a rate, in basis points of the smaller of old and new.
    uint32 public max_rate_change;
    /// @notice The same for the price of gas and of a byte.
    uint32 public max_fee_change;

    /// @param owner_ manages the roles
    /// @param managers set signers and bounds, reset prices
    constructor(
        address owner_,
        address[] memory managers,
        address[] memory price_signers,
        uint64 max_age_,
        uint32 max_rate_change_,
        uint32 max_fee_change_
    ) AccessControlDefaultAdminRules(OWNERSHIP_DELAY, owner_) EIP712("SettlementGasPrices", "1") {
        for (uint256 i; i < managers.length; ++i) {
            if (managers[i] == address(0)) revert ZeroAddress();
            _grantRole(MANAGER_ROLE, managers[i]);
        }
        for (uint256 i; i < price_signers.length; ++i) {
            _set_price_signer(price_signers[i], true);
        }
        _set_bounds(max_age_, max_rate_change_, max_fee_change_);
    }

    /// @notice Takes what a price signer observed; anyone may bring it.
    /// @param round unix seconds at which the prices were observed; a chain's only grow, and its price is
    /// as old as its round, however late it is brought
    /// @return accepted how many of the prices count now; the others are logged
    function publish(Price[] calldata prices, uint64 round, bytes calldata signature)
        external
        returns (uint256 accepted)
    {
        if (round > block.timestamp + MAX_DRIFT) {
            revert RoundInFuture(round, uint64(block.timestamp + MAX_DRIFT));
        }
        if (_is_stale(round)) revert RoundOutdated(round, uint64(block.timestamp - max_age));
        (address signer,,) = ECDSA.tryRecoverCalldata(publish_digest(prices, round), signature);
        if (!is_price_signer[signer]) revert PriceSignerUnknown(signer);
        for (uint256 i; i < prices.length; ++i) {
            if (_take(prices[i], round)) ++accepted;
        }
    }

    /// @notice Forgets a chain's price, so that the next one may be any; for moves beyond the bounds.
    function reset(string calldata chain) external onlyRole(MANAGER_ROLE) {
        bytes32 key = keccak256(bytes(chain));
        uint64 updated_at = _prices[key].updated_at;
        if (_prices[key].rate == 0) revert PriceUnknown(chain);
        _prices[key] = Known(0, 0, 0, 0, updated_at);
        emit PriceReset(key, chain);
    }

    function set_bounds(uint64 max_age_, uint32 max_rate_change_, uint32 max_fee_change_)
        external
        onlyRole(MANAGER_ROLE)
    {
        _set_bounds(max_age_, max_rate_change_, max_fee_change_);
    }

    function set_price_signer(address signer, bool allowed) external onlyRole(MANAGER_ROLE) {
        _set_price_signer(signer, allowed);
    }

    // ------------------------------------------------------------------ views

    /// @notice What `gas` units and `bytes_` of payload cost there, in wei here, rounded up.
    function getPrice(string calldata chain, uint256 gas, uint256 bytes_) external view returns (uint256 fee) {
        if (gas > type(uint64).max || bytes_ > type(uint64).max) revert AmountOutOfRange(gas, bytes_);
        Known memory known = _prices[keccak256(bytes(chain))];
        if (known.rate == 0) revert PriceUnknown(chain);
        if (_is_stale(known.updated_at)) revert PriceStale(chain, known.updated_at);
        uint256 there = gas * _per_gas(known.base_fee, known.priority_fee) + bytes_ * known.gas_per_byte;
        return Math.mulDiv(there, known.rate, RATE_UNIT, Math.Rounding.Ceil);
    }

    /// @notice The last price, however old it is.
    function price(string calldata chain) external view returns (Price memory known, uint64 updated_at) {
        Known memory last = _prices[keccak256(bytes(chain))];
        if (last.rate == 0) revert PriceUnknown(chain);
        return (Price(chain, last.base_fee, last.priority_fee, last.gas_per_byte, last.rate), last.updated_at);
    }

    /// @notice What a price signer signs.
    function publish_digest(Price[] calldata prices, uint64 round) public view returns (bytes32) {
        bytes32[] memory contents = new bytes32[](prices.length);
        for (uint256 i; i < prices.length; ++i) {
            Price calldata one = prices[i];
            contents[i] = keccak256(
                abi.encode(
                    PRICE_TYPE, keccak256(bytes(one.chain)), one.base_fee, one.priority_fee, one.gas_per_byte, one.rate
                )
            );
        }
        return _hashTypedDataV4(keccak256(abi.encode(PUBLISH_TYPE, keccak256(abi.encodePacked(contents)), round)));
    }

    // ------------------------------------------------------------------ rules

    /// @dev A price that does not fit is logged and leaves the one before it, which grows old.
    function _take(Price calldata one, uint64 round) private returns (bool) {
        bytes32 key = keccak256(bytes(one.chain));
        bytes4 problem = _problem_of(one, round, _prices[key]);
        if (problem != bytes4(0)) {
            emit PriceRefused(key, one.chain, round, problem);
            return false;
        }
        _prices[key] = Known(one.base_fee, one.priority_fee, one.gas_per_byte, one.rate, round);
        emit PricePublished(key, one.chain, one.base_fee, one.priority_fee, one.gas_per_byte, one.rate, round);
        return true;
    }

    function _problem_of(Price calldata next, uint64 round, Known memory last) private view returns (bytes4) {
        if (next.rate == 0) return PriceInvalid.selector;
        if (round <= last.updated_at) return RoundNotNewer.selector;
        if (last.rate == 0) return bytes4(0);
        uint256 last_gas = _per_gas(last.base_fee, last.priority_fee);
        uint256 next_gas = _per_gas(next.base_fee, next.priority_fee);
        bool fits = _is_near(last.rate, next.rate, max_rate_change) && _is_near(last_gas, next_gas, max_fee_change)
            && _is_near(last.gas_per_byte, next.gas_per_byte, max_fee_change);
        return fits ? bytes4(0) : PriceDeviates.selector;
    }

    function _is_near(uint256 last, uint256 next, uint256 max_change) private pure returns (bool) {
        (uint256 low, uint256 high) = last < next ? (last, next) : (next, last);
        return (high - low) * BASIS_POINTS <= low * max_change;
    }

    function _per_gas(uint96 base_fee, uint96 priority_fee) private pure returns (uint256) {
        return uint256(base_fee) + priority_fee;
    }

    function _is_stale(uint64 observed_at) private view returns (bool) {
        return block.timestamp > uint256(observed_at) + max_age;
    }

    function _set_bounds(uint64 max_age_, uint32 max_rate_change_, uint32 max_fee_change_) private {
        if (max_age_ < MIN_MAX_AGE || max_age_ > MAX_MAX_AGE) {
            revert MaxAgeOutOfRange(max_age_, MIN_MAX_AGE, MAX_MAX_AGE);
        }
        max_age = max_age_;
        max_rate_change = max_rate_change_;
        max_fee_change = max_fee_change_;
        emit BoundsSet(max_age_, max_rate_change_, max_fee_change_);
    }

    function _set_price_signer(address signer, bool allowed) private {
        if (signer == address(0)) revert ZeroAddress();
        is_price_signer[signer] = allowed;
        emit PriceSignerSet(signer, allowed);
    }
}
