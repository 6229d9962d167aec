// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {vm} from "../support/Vm.sol";
import {World} from "./World.sol";

/// @notice Which BTC primitives this chain is to have: the plan's `primitives`, a list of
/// {key, id, uri, contentHash, name, symbol, vault, minimum, lifetime, ratio, unbonding}. Where there are
/// several, a basket of their artifacts is made in these ratios.
abstract contract Primitives is World {
    uint8 internal constant BTC_DECIMALS = 8;
    bytes32 internal constant LOSS_REPORTER_ROLE = keccak256("LOSS_REPORTER_ROLE");

    function _primitive_keys() internal view returns (string[] memory) {
        return vm.parseJsonStringArray(_plan, ".primitiveKeys");
    }

    /// @notice Who may stop the minting of this chain's artifacts: its guardians, and those of artifacts only,
    /// each once, however often the plan names it.
    function _artifact_guardians(address otherwise) internal view returns (address[] memory guardians) {
        guardians = _people("guardians", otherwise);
        address[] memory more = _addresses("artifactGuardians");
        for (uint256 i; i < more.length; ++i) {
            if (!_is_among(guardians, more[i])) guardians = _with(guardians, more[i]);
        }
    }

    function _text(string memory primitive, string memory what) internal view returns (string memory) {
        return vm.parseJsonString(_plan, _planned(primitive, what));
    }

    function _word(string memory primitive, string memory what) internal view returns (bytes32) {
        return vm.parseJsonBytes32(_plan, _planned(primitive, what));
    }

    function _size(string memory primitive, string memory what) internal view returns (uint256) {
        return vm.parseJsonUint(_plan, _planned(primitive, what));
    }

    function _planned(string memory primitive, string memory what) private pure returns (string memory) {
        return string.concat(".primitives['", primitive, "'].", what);
    }
}
