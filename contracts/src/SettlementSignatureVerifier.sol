// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {Governed} from "./Governed.sol";
import {ISettlementSignatureVerifier} from "./interfaces/ISettlementSignatureVerifier.sol";

/// @notice m-of-n signatures over a digest, by distinct registered validators.
/// @dev The only place that holds the validator set and its threshold; settlement contracts ask it.
contract SettlementSignatureVerifier is Governed, ISettlementSignatureVerifier {
    /// @dev Concatenated r ‖ s ‖ v, the only scheme that exists; all others are refused.
    uint8 private constant CONCATENATED_ECDSA = 0;
    uint256 private constant SIGNATURE_LENGTH = 65;

    /// @dev Position in `_validators` plus one; zero means not a validator.
    mapping(address validator => uint256) private _positions;
    address[] private _validators;
    uint256 public required_validators;

    /// @param owner_ upgrades the contract, names managers, and is the first of them
    function initialize(address owner_, address[] calldata validators_, uint256 required) external initializer {
        __Governed_init(owner_);
        _add_manager(owner_);
        for (uint256 i; i < validators_.length; ++i) {
            _add(validators_[i]);
        }
        _require(required);
    }

    function add_validator(address validator) external onlyRole(MANAGER_ROLE) {
        _add(validator);
    }

    /// @notice Refused when fewer validators than the threshold would be left: lower that first.
    function remove_validator(address validator) external onlyRole(MANAGER_ROLE) {
        uint256 position = _positions[validator];
        uint256 count = _validators.length;
        if (position == 0) revert ValidatorDoesNotExist(validator);
        if (required_validators > count - 1) revert ThresholdOutOfRange(required_validators, count - 1);
        address last = _validators[count - 1];
        _validators[position - 1] = last;
        _positions[last] = position;
        _validators.pop();
        delete _positions[validator];
        emit ValidatorRemoved(msg.sender, validator);
    }

    function set_required_validators_num(uint256 required) external onlyRole(MANAGER_ROLE) {
        _require(required);
    }

    /// @notice Whether `signatures` prove that enough validators signed `digest`.
    /// @dev Signers must be strictly ascending by address, so none counts twice; one that is unknown
    /// or malformed spoils the bundle, so there is one valid form of it. Never reverts.
    function verify(bytes32 digest, bytes calldata signatures, uint8 sign_type) external view returns (bool) {
        if (sign_type != CONCATENATED_ECDSA || signatures.length % SIGNATURE_LENGTH != 0) return false;
        uint256 count = signatures.length / SIGNATURE_LENGTH;
        if (count == 0 || count < required_validators) return false;
        address previous = address(0);
        for (uint256 i; i < count; ++i) {
            bytes calldata signature = signatures[i * SIGNATURE_LENGTH:(i + 1) * SIGNATURE_LENGTH];
            (address signer, ECDSA.RecoverError problem,) = ECDSA.tryRecoverCalldata(digest, signature);
            if (problem != ECDSA.RecoverError.NoError || signer <= previous || _positions[signer] == 0) return false;
            previous = signer;
        }
        return true;
    }

    function is_validator(address account) external view returns (bool) {
        return _positions[account] != 0;
    }

    function validator_count() external view returns (uint256) {
        return _validators.length;
    }

    function validators() external view returns (address[] memory) {
        return _validators;
    }

    function _add(address validator) private {
        if (validator == address(0)) revert ZeroValidator();
        if (_positions[validator] != 0) revert ValidatorAlreadyExists(validator);
        _validators.push(validator);
        _positions[validator] = _validators.length;
        emit ValidatorAdded(msg.sender, validator);
    }

    function _require(uint256 required) private {
        if (required == 0 || required > _validators.length) {
            revert ThresholdOutOfRange(required, _validators.length);
        }
        emit RequiredValidatorsChanged(msg.sender, required_validators, required);
        required_validators = required;
    }
}
