// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {vm} from "../support/Vm.sol";
import {World} from "./World.sol";

/// @notice How an artifact travels: locked at its home, minted on every other chain that is to have it, by
/// handlers of its own. CARRIER names the JSON file {key, home, remotes[], tokens: {<remote>: {name, symbol}}}.
abstract contract Carriers is World {
    uint8 internal constant CARRIED_DECIMALS = 8;

    string internal _carrier;
    /// @dev What its handler and token are called among a chain's contracts, before "Handler" and "Token".
    string internal _kind;

    function _read_carrier() internal {
        _read_world();
        _carrier = vm.readFile(vm.envString("CARRIER"));
        _kind = string.concat(vm.parseJsonString(_carrier, ".key"), "Carrier");
    }

    function _home_of_it() internal view returns (string memory) {
        return vm.parseJsonString(_carrier, ".home");
    }

    function _at_home() internal view returns (bool) {
        return _same(_home_of_it(), _own);
    }

    /// @notice The artifact itself, at home.
    function _artifact() internal view returns (address) {
        return _at(_own, string.concat(vm.parseJsonString(_carrier, ".key"), "Artifact"));
    }

    /// @notice Of the token that stands for it here.
    function _token_text(string memory what) internal view returns (string memory) {
        return vm.parseJsonString(_carrier, string.concat(".tokens['", _own, "'].", what));
    }

    /// @notice Where it may go from here.
    function _partners() internal view returns (string[] memory partners) {
        if (_at_home()) return vm.parseJsonStringArray(_carrier, ".remotes");
        partners = new string[](1);
        partners[0] = _home_of_it();
    }
}
