// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {ERC20SettlementHandler} from "../src/ERC20SettlementHandler.sol";
import {vm} from "../support/Vm.sol";
import {World} from "./World.sol";

/// @notice Opens the routes from this chain's handlers to those of every other chain, then gives up what
/// the deployer could still do.
contract Connect is World {
    function run() external {
        _read_world();
        Route[] memory routes = _routes();
        string[3] memory kinds = _kinds();
        vm.startBroadcast(vm.envUint("DEPLOYER_KEY"));
        for (uint256 i; i < routes.length; ++i) {
            _open(routes[i]);
        }
        for (uint256 k; k < kinds.length; ++k) {
            IAccessControl(_handler(_own, kinds[k])).renounceRole(MANAGER_ROLE, _deployer);
        }
        IAccessControl(_at(_own, "settlement")).renounceRole(MANAGER_ROLE, _deployer);
        vm.stopBroadcast();
    }

    function _open(Route memory route) private {
        ERC20SettlementHandler handler = ERC20SettlementHandler(_handler(_own, route.kind));
        uint256 remote_handler = uint160(_handler(route.remote, route.remote_kind));
        handler.add_handler(route.remote, remote_handler);
        handler.set_remote_token(route.remote, remote_handler, uint160(_token(route.remote, route.remote_kind)));
    }
}
