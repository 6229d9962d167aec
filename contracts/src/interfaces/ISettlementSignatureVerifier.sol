// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice The one place that knows the validators of a chain and how many of them must sign.
interface ISettlementSignatureVerifier {
    event ValidatorAdded(address indexed manager, address indexed validator);
    event ValidatorRemoved(address indexed manager, address indexed validator);
    event RequiredValidatorsChanged(
        address indexed manager, uint256 indexed old_required, uint256 indexed new_required
    );

    error ValidatorAlreadyExists(address validator);
    error ValidatorDoesNotExist(address validator);
    error ZeroValidator();
    /// @dev 1 ≤ required ≤ count holds at all times.
    error ThresholdOutOfRange(uint256 required, uint256 count);

    function verify(bytes32 digest, bytes calldata signatures, uint8 sign_type) external view returns (bool);

    function is_validator(address account) external view returns (bool);

    function validator_count() external view returns (uint256);

    function required_validators() external view returns (uint256);

    function validators() external view returns (address[] memory);
}
