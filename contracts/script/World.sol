// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {vm} from "../support/Vm.sol";
import {Plan} from "./Plan.sol";

/// @notice Reads what was deployed where: WORLD names a JSON file {chains: {<name>: {...}}, names[]}; the
/// first of the names is the home of what others mint.
abstract contract World is Plan {
    /// @dev A handler here and what it is paired with there.
    struct Route {
        string kind;
        string remote;
        string remote_kind;
    }

    string internal _world;
    string internal _own;

    function _read_world() internal {
        _read_plan();
        _world = vm.readFile(vm.envString("WORLD"));
        _own = _name();
    }

    function _kinds() internal view returns (string[3] memory) {
        return ["mintBurn", "lockUnlock", _is_home() ? "lockMint" : "burnUnlock"];
    }

    /// @notice Like with like on every other chain; what is locked at home with what mints elsewhere.
    function _routes() internal view returns (Route[] memory routes) {
        string[] memory names = vm.parseJsonStringArray(_world, ".names");
        routes = new Route[](3 * (names.length - 1));
        uint256 count;
        for (uint256 i; i < names.length; ++i) {
            if (_same(names[i], _own)) continue;
            routes[count++] = Route("mintBurn", names[i], "mintBurn");
            routes[count++] = Route("lockUnlock", names[i], "lockUnlock");
            if (_is_home()) routes[count++] = Route("lockMint", names[i], "burnUnlock");
            else if (i == 0) routes[count++] = Route("burnUnlock", names[i], "lockMint");
        }
        assembly ("memory-safe") {
            mstore(routes, count)
        }
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

    function _same(string memory left, string memory right) internal pure returns (bool) {
        return keccak256(bytes(left)) == keccak256(bytes(right));
    }
}
