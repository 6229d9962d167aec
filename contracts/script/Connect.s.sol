// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ERC20SettlementHandler} from "../src/ERC20SettlementHandler.sol";
import {vm} from "../support/Vm.sol";
import {World} from "./World.sol";

/// @notice Opens the routes from this chain's handlers to those of every other chain.
contract Connect is World {
    function run() external {
        _read_world();
        string[] memory names = _names();
        vm.startBroadcast(vm.envUint("DEPLOYER_KEY"));
        for (uint256 k; k < KINDS.length; ++k) {
            ERC20SettlementHandler handler = ERC20SettlementHandler(_handler(_own, KINDS[k]));
            for (uint256 i; i < names.length; ++i) {
                if (!_is_own(names[i])) _open(handler, names[i], KINDS[k]);
            }
        }
        vm.stopBroadcast();
    }

    function _open(ERC20SettlementHandler handler, string memory remote, string memory kind) private {
        uint256 remote_handler = uint160(_handler(remote, kind));
        handler.add_handler(remote, remote_handler);
        handler.set_remote_token(remote, remote_handler, uint160(_token(remote, kind)));
    }
}
