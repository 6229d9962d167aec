// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice The one place that knows the validators of a chain and how many of them must sign.
/// @dev Sets come in epochs: the next one is scheduled in the open, and the one it replaces stays valid
/// for a while, so that what was signed before the change can still be delivered.
interface ISettlementSignatureVerifier {
    event ValidatorsScheduled(uint256 indexed epoch, address[] validators, uint16 required, uint48 activates_at);
    event ScheduleCancelled(uint256 indexed epoch);
    /// @param previous_valid_until unix seconds; signatures of the set before count until then
    event ValidatorsActivated(
        uint256 indexed epoch, address[] validators, uint16 required, uint48 previous_valid_until
    );
    event PreviousRevoked(uint256 indexed epoch);

    error ZeroAddress();
    /// @dev The first must lie above zero, each following above the one before it.
    error ValidatorsNotAscending(address before, address next);
    error TooManyValidators(uint256 count, uint256 max);
    /// @dev 1 ≤ required ≤ count holds at all times.
    error ThresholdOutOfRange(uint256 required, uint256 count);
    error ActivationTooEarly(uint48 stated, uint48 earliest);
    error AlreadyScheduled(uint256 epoch);
    error NothingScheduled();
    error ActivationNotDue(uint48 activates_at);
    error NothingToRevoke();
    error NeitherManagerNorGuardian(address caller);

    /// @notice Whether enough validators signed `digest`. Never reverts for what the certificate holds.
    /// @param sign_type 0: signatures of 65 bytes r ‖ s ‖ v, ascending by signer.
    /// 1: uint8 k ‖ k siblings of 32 bytes ‖ such signatures over the bundle digest of the resulting root
    function verify(bytes32 digest, bytes calldata signatures, uint8 sign_type) external view returns (bool);

    /// @notice Whether enough validators signed the bundle that all `leaves` belong to.
    /// @param proof and `flags` are OpenZeppelin's multiproof of the leaves in the given order
    /// @param signatures over the bundle digest, in the form of sign_type 0
    function verify_bundle(
        bytes32[] calldata leaves,
        bytes32[] calldata proof,
        bool[] calldata flags,
        bytes calldata signatures
    ) external view returns (bool);

    function schedule_validators(address[] calldata ascending, uint16 required, uint48 activates_at) external;

    function cancel_scheduled() external;

    function activate_scheduled() external;

    function revoke_previous() external;

    function is_validator(address account) external view returns (bool);

    function validator_count() external view returns (uint256);

    function validators() external view returns (address[] memory);

    function required_validators() external view returns (uint256);

    /// @notice Number of the current set; the first is 1.
    function epoch() external view returns (uint256);

    /// @return members empty when nothing is scheduled
    function scheduled() external view returns (address[] memory members, uint16 required, uint48 activates_at);

    /// @return members empty when there is none, or it was revoked
    function previous() external view returns (address[] memory members, uint16 required, uint48 valid_until);
}
