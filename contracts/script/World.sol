// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {vm} from "../support/Vm.sol";

/// @notice Reads what was deployed where: WORLD names a JSON file {chains: {<name>: {...}}, names[]},
/// CHAIN is the name of the chain the script runs on.
abstract contract World {
    bool public constant IS_SCRIPT = true;

    /// @dev The routes that are opened: each handler to the same of every other chain.
    string[2] internal KINDS = ["mintBurn", "lockUnlock"];

    string internal _world;
    string internal _own;

    function _read_world() internal {
        _world = vm.readFile(vm.envString("WORLD"));
        _own = vm.envString("CHAIN");
    }

    function _names() internal view returns (string[] memory) {
        return vm.parseJsonStringArray(_world, ".names");
    }

    function _is_own(string memory name) internal view returns (bool) {
        return keccak256(bytes(name)) == keccak256(bytes(_own));
    }

    function _handler(string memory chain, string memory kind) internal view returns (address) {
        return _at(chain, string.concat(kind, "Handler"));
    }

    function _token(string memory chain, string memory kind) internal view returns (address) {
        return _at(chain, string.concat(kind, "Token"));
    }

    function _at(string memory chain, string memory what) internal view returns (address) {
        return vm.parseJsonAddress(_world, string.concat(".chains['", chain, "'].", what));
    }
}
