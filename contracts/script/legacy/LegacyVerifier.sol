// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";

/// @notice m of n as version 0.1.0 counts: any order, strangers skipped, and one validator as often as it
/// signs. Tests only.
contract LegacyVerifier {
    /// @notice Whether signers sign as wallets do, with the EIP-191 prefix.
    bool public immutable prefixed;
    uint256 public immutable required_validators;
    mapping(address account => bool) public is_validator;

    constructor(address[] memory validators, uint256 required, bool prefixed_) {
        prefixed = prefixed_;
        required_validators = required;
        for (uint256 i; i < validators.length; ++i) {
            is_validator[validators[i]] = true;
        }
    }

    function verify(bytes32 msgHash, bytes calldata signatures, uint8 sign_type) external view returns (bool) {
        if (sign_type != 0) return false;
        require(signatures.length % 65 == 0, "Signature length must be a multiple of 65");
        bytes32 digest = prefixed ? MessageHashUtils.toEthSignedMessageHash(msgHash) : msgHash;
        uint256 count;
        for (uint256 i; i < signatures.length; i += 65) {
            if (is_validator[ECDSA.recover(digest, signatures[i:i + 65])]) ++count;
        }
        return signatures.length > 0 && count >= required_validators;
    }
}
