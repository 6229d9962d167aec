// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @notice Counts signatures instead of signers, as contracts of version 0.1.0 do. For tests only.
contract CarelessVerifier {
    address public immutable owner;
    uint256 public required_validators;

    mapping(address => bool) public is_validator;
    address[] private _next;
    uint16 private _next_required;

    error OnlyOwner(address caller);

    constructor() {
        owner = msg.sender;
        required_validators = 2;
    }

    function min_delay() external pure returns (uint48) {
        return 0;
    }

    function grantRole(bytes32, address) external view {
        if (msg.sender != owner) revert OnlyOwner(msg.sender);
    }

    function schedule_validators(address[] calldata ascending, uint16 required, uint48) external {
        _next = ascending;
        _next_required = required;
    }

    function activate_scheduled() external {
        for (uint256 i; i < _next.length; ++i) {
            is_validator[_next[i]] = true;
        }
        required_validators = _next_required;
    }

    function scheduled() external pure returns (address[] memory members, uint16 required, uint48 activates_at) {
        return (members, required, activates_at);
    }

    function previous() external pure returns (address[] memory members, uint16 required, uint48 valid_until) {
        return (members, required, valid_until);
    }

    function verify(bytes32 digest, bytes calldata signatures, uint8) external view returns (bool) {
        if (signatures.length % 65 != 0) return false;
        uint256 found;
        for (uint256 i; i < signatures.length; i += 65) {
            if (is_validator[ECDSA.recover(digest, signatures[i:i + 65])]) ++found;
        }
        return found >= required_validators;
    }
}
