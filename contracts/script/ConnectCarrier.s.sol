// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ERC20SettlementHandler} from "../src/ERC20SettlementHandler.sol";
import {SettlementArtifact} from "../src/artifacts/SettlementArtifact.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {vm} from "../support/Vm.sol";
import {Carriers} from "./Carriers.sol";
import {ManagerCalls} from "./ManagerCalls.sol";

/// @notice Lets the managers of one chain register a travelling artifact's handler and open its routes.
contract ConnectCarrier is Carriers, ManagerCalls {
    string private constant OUT = "connected";

    function run() external {
        _read_carrier();
        address handler = _handler(_own, _kind);
        _ask_managers(_at(_own, "settlement"), abi.encodeCall(ISettlement.register_handler, (handler)));
        if (_at_home()) {
            _ask_managers(_artifact(), abi.encodeCall(SettlementArtifact.set_counterparty, (handler, true)));
        }
        string[] memory partners = _partners();
        for (uint256 i; i < partners.length; ++i) {
            uint256 remote = uint160(_handler(partners[i], _kind));
            uint256 token = uint160(_token(partners[i], _kind));
            _ask_managers(handler, abi.encodeCall(ERC20SettlementHandler.add_handler, (partners[i], remote)));
            _ask_managers(
                handler, abi.encodeCall(ERC20SettlementHandler.set_remote_token, (partners[i], remote, token))
            );
        }
        _tell_managers(OUT);
        vm.writeJson(vm.serializeAddress(OUT, "by", _deployer), vm.envString("CARRIER_OUT"));
    }
}
