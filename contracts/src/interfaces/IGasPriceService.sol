// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice What gas costs on every chain, in the native token of the chain this contract is on.
/// @dev Prices are observed off chain, signed (EIP-712, domain {name "SettlementGasPrices", version "1",
/// chainId, verifyingContract: this contract}) and brought by anyone.
interface IGasPriceService {
    /// @notice EIP-712 type `Price(string chain,uint96 baseFee,uint96 priorityFee,uint64 gasPerByte,uint128 rate)`.
    /// @param chain name as the registry has it
    /// @param base_fee wei of that chain per gas unit
    /// @param priority_fee wei of that chain per gas unit
    /// @param gas_per_byte wei of that chain per byte of payload, zero where data has no price of its own
    /// @param rate 1e18 x smallest units of this chain's native token for one of that chain's
    struct Price {
        string chain;
        uint96 base_fee;
        uint96 priority_fee;
        uint64 gas_per_byte;
        uint128 rate;
    }

    event PricePublished(
        bytes32 indexed chain_hash,
        string chain,
        uint96 base_fee,
        uint96 priority_fee,
        uint64 gas_per_byte,
        uint128 rate,
        uint64 round
    );
    /// @notice A price of a publication that changed nothing; the others of it count.
    /// @param reason selector of the custom error
    event PriceRefused(bytes32 indexed chain_hash, string chain, uint64 round, bytes4 reason);
    event PriceReset(bytes32 indexed chain_hash, string chain);
    event PriceSignerSet(address indexed signer, bool allowed);
    /// @param max_age seconds
    /// @param max_rate_change and `max_fee_change` in basis points
    event BoundsSet(uint64 max_age, uint32 max_rate_change, uint32 max_fee_change);

    error ZeroAddress();
    error PriceSignerUnknown(address signer);
    error PriceUnknown(string chain);
    error PriceStale(string chain, uint64 updated_at);
    /// @dev A rate of zero would make everything free.
    error PriceInvalid(string chain);
    /// @dev The price moved further than one publication may move it.
    error PriceDeviates(string chain);
    error RoundNotNewer(string chain, uint64 round, uint64 known);
    error RoundOutdated(uint64 round, uint64 oldest);
    error RoundInFuture(uint64 round, uint64 latest);
    error MaxAgeOutOfRange(uint64 stated, uint64 min, uint64 max);
    error AmountOutOfRange(uint256 gas, uint256 bytes_);

    function publish(Price[] calldata prices, uint64 round, bytes calldata signature)
        external
        returns (uint256 accepted);

    function reset(string calldata chain) external;

    function set_bounds(uint64 max_age, uint32 max_rate_change, uint32 max_fee_change) external;

    function set_price_signer(address signer, bool allowed) external;

    function getPrice(string calldata chain, uint256 gas, uint256 bytes_) external view returns (uint256 fee);

    function price(string calldata chain) external view returns (Price memory known, uint64 updated_at);

    function publish_digest(Price[] calldata prices, uint64 round) external view returns (bytes32);

    function is_price_signer(address signer) external view returns (bool);
}
