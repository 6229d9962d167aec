// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";
import {ECDSA} from "solady/src/utils/ECDSA.sol";
import {LibBytes} from "solady/src/utils/LibBytes.sol";
import {SSTORE2} from "solady/src/utils/SSTORE2.sol";
import {ISettlementSignatureVerifier} from "./interfaces/ISettlementSignatureVerifier.sol";
import {SettlementHashes} from "./libraries/SettlementHashes.sol";

/// @notice m-of-n signatures over a digest, by distinct validators.
/// @dev The only place that holds the validator set and its threshold; settlement contracts ask it. A set
/// is kept as code (20 bytes a member, ascending), because reading it is cheaper than as many words. The
/// contract is replaced, never upgraded.
contract SettlementSignatureVerifier is AccessControlDefaultAdminRules, ISettlementSignatureVerifier {
    bytes32 public constant MANAGER_ROLE = keccak256("MANAGER_ROLE");
    bytes32 public constant GUARDIAN_ROLE = keccak256("GUARDIAN_ROLE");

    uint8 private constant CONCATENATED_ECDSA = 0;
    uint8 private constant MERKLE_BUNDLE = 1;
    uint256 private constant SIGNATURE_LENGTH = 65;
    /// @dev Half the curve's order: above it lies the mirrored form of a signature.
    uint256 private constant MAX_S = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0;
    uint256 private constant MEMBER_LENGTH = 20;
    uint256 private constant MAX_VALIDATORS = 255;
    /// @dev Seconds between the start and the acceptance of a change of owner.
    uint48 private constant OWNERSHIP_DELAY = 1 days;

    /// @dev One word.
    /// @param time scheduled: when it may be activated; previous: until when it counts; unix seconds
    struct ValidatorSet {
        address pointer;
        uint16 required;
        uint48 time;
    }

    /// @notice Seconds from scheduling a set to its activation, at least.
    uint48 public immutable min_delay;
    /// @notice Seconds for which a replaced set still counts.
    uint48 public immutable overlap;
    bytes32 private immutable _bundle_domain;

    ValidatorSet private _current;
    ValidatorSet private _previous;
    ValidatorSet private _scheduled;
    /// @inheritdoc ISettlementSignatureVerifier
    uint256 public epoch;

    /// @param owner_ names managers and guardians
    /// @param managers schedule sets
    /// @param ascending the validators, in the order of their addresses
    constructor(
        address owner_,
        address[] memory managers,
        address[] memory ascending,
        uint16 required,
        uint48 min_delay_,
        uint48 overlap_
    ) AccessControlDefaultAdminRules(OWNERSHIP_DELAY, owner_) {
        for (uint256 i; i < managers.length; ++i) {
            if (managers[i] == address(0)) revert ZeroAddress();
            _grantRole(MANAGER_ROLE, managers[i]);
        }
        min_delay = min_delay_;
        overlap = overlap_;
        _bundle_domain = SettlementHashes.bundle_domain();
        _current = ValidatorSet(_store(ascending, required), required, 0);
        epoch = 1;
        emit ValidatorsActivated(1, ascending, required, 0);
    }

    // ------------------------------------------------------------------ epochs

    /// @notice Announces the next set; whoever does not trust it has until its activation to leave.
    /// @param activates_at unix seconds
    function schedule_validators(address[] calldata ascending, uint16 required, uint48 activates_at)
        external
        onlyRole(MANAGER_ROLE)
    {
        if (_scheduled.pointer != address(0)) revert AlreadyScheduled(epoch + 1);
        uint48 earliest = uint48(block.timestamp) + min_delay;
        if (activates_at < earliest) revert ActivationTooEarly(activates_at, earliest);
        _scheduled = ValidatorSet(_store(ascending, required), required, activates_at);
        emit ValidatorsScheduled(epoch + 1, ascending, required, activates_at);
    }

    function cancel_scheduled() external {
        _check_manager_or_guardian();
        if (_scheduled.pointer == address(0)) revert NothingScheduled();
        delete _scheduled;
        emit ScheduleCancelled(epoch + 1);
    }

    /// @notice Anyone may, once it is due.
    function activate_scheduled() external {
        ValidatorSet memory next = _scheduled;
        if (next.pointer == address(0)) revert NothingScheduled();
        if (block.timestamp < next.time) revert ActivationNotDue(next.time);
        ValidatorSet memory last = _current;
        last.time = uint48(block.timestamp) + overlap;
        _previous = last;
        next.time = 0;
        _current = next;
        delete _scheduled;
        emit ValidatorsActivated(++epoch, _members(next.pointer), next.required, last.time);
    }

    /// @notice Ends the overlap at once, as when keys of the replaced set are lost.
    function revoke_previous() external {
        _check_manager_or_guardian();
        if (_previous.pointer == address(0)) revert NothingToRevoke();
        delete _previous;
        emit PreviousRevoked(epoch - 1);
    }

    // ------------------------------------------------------------------ verifying

    /// @inheritdoc ISettlementSignatureVerifier
    /// @dev Signers must be strictly ascending by address, so none counts twice; one that is unknown
    /// or malformed spoils the certificate, so there is one valid form of it.
    function verify(bytes32 digest, bytes calldata signatures, uint8 sign_type) external view returns (bool) {
        if (sign_type == CONCATENATED_ECDSA) return _is_signed(digest, signatures);
        if (sign_type != MERKLE_BUNDLE || signatures.length == 0) return false;
        uint256 end = 1 + uint256(uint8(signatures[0])) * 32;
        if (signatures.length < end) return false;
        bytes32 node = digest;
        for (uint256 i = 1; i < end; i += 32) {
            node = Hashes.commutativeKeccak256(node, bytes32(signatures[i:i + 32]));
        }
        return _is_signed(SettlementHashes.bundle_digest(node, _bundle_domain), signatures[end:]);
    }

    /// @inheritdoc ISettlementSignatureVerifier
    /// @dev Reverts when the multiproof itself is malformed.
    function verify_bundle(
        bytes32[] calldata leaves,
        bytes32[] calldata proof,
        bool[] calldata flags,
        bytes calldata signatures
    ) external view returns (bool) {
        if (leaves.length == 0) return false;
        bytes32 root = MerkleProof.processMultiProofCalldata(proof, flags, leaves);
        return _is_signed(SettlementHashes.bundle_digest(root, _bundle_domain), signatures);
    }

    // ------------------------------------------------------------------ views

    /// @notice Whether the account is a validator of the current set.
    function is_validator(address account) external view returns (bool) {
        address[] memory members = _members(_current.pointer);
        for (uint256 i; i < members.length; ++i) {
            if (members[i] == account) return true;
        }
        return false;
    }

    function validator_count() external view returns (uint256) {
        return SSTORE2.read(_current.pointer).length / MEMBER_LENGTH;
    }

    function validators() external view returns (address[] memory) {
        return _members(_current.pointer);
    }

    function required_validators() external view returns (uint256) {
        return _current.required;
    }

    /// @inheritdoc ISettlementSignatureVerifier
    function scheduled() external view returns (address[] memory members, uint16 required, uint48 activates_at) {
        return _view(_scheduled);
    }

    /// @inheritdoc ISettlementSignatureVerifier
    function previous() external view returns (address[] memory members, uint16 required, uint48 valid_until) {
        return _view(_previous);
    }

    // ------------------------------------------------------------------ rules

    function _is_signed(bytes32 digest, bytes calldata signatures) private view returns (bool) {
        address[] memory signers = _signers(digest, signatures);
        if (_is_quorum(signers, _current)) return true;
        return block.timestamp <= _previous.time && _is_quorum(signers, _previous);
    }

    /// @return signers none when anything about the signatures is wrong
    function _signers(bytes32 digest, bytes calldata signatures) private view returns (address[] memory signers) {
        if (signatures.length % SIGNATURE_LENGTH != 0) return signers;
        uint256 count = signatures.length / SIGNATURE_LENGTH;
        address[] memory found = new address[](count);
        address last = address(0);
        for (uint256 i; i < count; ++i) {
            bytes calldata signature = signatures[i * SIGNATURE_LENGTH:(i + 1) * SIGNATURE_LENGTH];
            address signer = ECDSA.tryRecoverCalldata(digest, signature);
            if (signer <= last || uint256(bytes32(signature[32:64])) > MAX_S) return signers;
            found[i] = signer;
            last = signer;
        }
        return found;
    }

    /// @dev Both are ascending, so one walk over the members finds all signers.
    function _is_quorum(address[] memory signers, ValidatorSet storage stored) private view returns (bool) {
        ValidatorSet memory set = stored;
        if (set.pointer == address(0) || signers.length < set.required) return false;
        bytes memory members = SSTORE2.read(set.pointer);
        uint256 position;
        for (uint256 i; i < signers.length; ++i) {
            while (position < members.length && _member_at(members, position) != signers[i]) position += MEMBER_LENGTH;
            if (position == members.length) return false;
            position += MEMBER_LENGTH;
        }
        return true;
    }

    function _store(address[] memory ascending, uint16 required) private returns (address) {
        if (ascending.length > MAX_VALIDATORS) revert TooManyValidators(ascending.length, MAX_VALIDATORS);
        if (required == 0 || required > ascending.length) revert ThresholdOutOfRange(required, ascending.length);
        bytes memory members;
        address last = address(0);
        for (uint256 i; i < ascending.length; ++i) {
            if (ascending[i] <= last) revert ValidatorsNotAscending(last, ascending[i]);
            last = ascending[i];
            members = bytes.concat(members, bytes20(last));
        }
        return SSTORE2.write(members);
    }

    function _view(ValidatorSet memory set) private view returns (address[] memory, uint16, uint48) {
        return (_members(set.pointer), set.required, set.time);
    }

    function _members(address pointer) private view returns (address[] memory members) {
        if (pointer == address(0)) return members;
        bytes memory packed = SSTORE2.read(pointer);
        members = new address[](packed.length / MEMBER_LENGTH);
        for (uint256 i; i < members.length; ++i) {
            members[i] = _member_at(packed, i * MEMBER_LENGTH);
        }
    }

    function _member_at(bytes memory members, uint256 position) private pure returns (address) {
        return address(bytes20(LibBytes.load(members, position)));
    }

    function _check_manager_or_guardian() private view {
        if (!hasRole(MANAGER_ROLE, msg.sender) && !hasRole(GUARDIAN_ROLE, msg.sender)) {
            revert NeitherManagerNorGuardian(msg.sender);
        }
    }
}
