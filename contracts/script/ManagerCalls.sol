// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {vm} from "../support/Vm.sol";
import {World} from "./World.sol";

/// @notice What only a manager may say: said with MANAGER_KEY, or written down for the multisig when that is
/// zero.
abstract contract ManagerCalls is World {
    struct ManagerCall {
        address target;
        bytes data;
    }

    ManagerCall[] private _calls;

    error ManagerCallFailed(address target, bytes data);

    function _ask_managers(address target, bytes memory data) internal {
        _calls.push(ManagerCall(target, data));
    }

    /// @param out the object that is being written
    function _tell_managers(string memory out) internal {
        uint256 key = vm.envUint("MANAGER_KEY");
        address[] memory targets = new address[](_calls.length);
        bytes[] memory data = new bytes[](_calls.length);
        if (key != 0) vm.startBroadcast(key);
        for (uint256 i; i < _calls.length; ++i) {
            targets[i] = _calls[i].target;
            data[i] = _calls[i].data;
            if (key == 0) continue;
            (bool done,) = targets[i].call(data[i]);
            if (!done) revert ManagerCallFailed(targets[i], data[i]);
        }
        if (key != 0) {
            vm.stopBroadcast();
            return;
        }
        vm.serializeAddress(out, "managerTargets", targets);
        vm.serializeBytes(out, "managerData", data);
    }
}
