// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {ERC20SettlementHandler} from "../src/ERC20SettlementHandler.sol";
import {SettlementMode} from "../src/SettlementTypes.sol";
import {SettlementToken} from "../src/SettlementToken.sol";
import {vm} from "../support/Vm.sol";
import {Carriers} from "./Carriers.sol";

/// @notice The handler of a travelling artifact on one chain, and where it is not at home its token.
/// ConnectCarrier.s.sol then lets managers open the routes.
/// @dev The timelock owns both, the handler alone mints; the deployer never has a role in them.
contract DeployCarrier is Carriers {
    string private constant OUT = "carrier";

    error NotWhereAnnounced(address announced, address actual);

    function run() external {
        _read_carrier();
        address timelock = _at(_own, "timelock");
        vm.startBroadcast(vm.envUint("DEPLOYER_KEY"));
        address announced = vm.computeCreateAddress(_deployer, vm.getNonce(_deployer) + (_at_home() ? 1 : 2));
        address token = _at_home()
            ? _artifact()
            : address(
                new SettlementToken(
                    timelock, _only(announced), _token_text("name"), _token_text("symbol"), CARRIED_DECIMALS
                )
            );
        SettlementMode mode = _at_home() ? SettlementMode.LockMint : SettlementMode.BurnUnlock;
        address code = address(new ERC20SettlementHandler(_at(_own, "settlement"), token, mode));
        address[] memory managers = _people("managers", _at(_own, "multisig"));
        bytes memory setup = abi.encodeCall(ERC20SettlementHandler.initialize, (timelock, managers));
        address handler = address(new ERC1967Proxy(code, setup));
        vm.stopBroadcast();
        if (handler != announced) revert NotWhereAnnounced(announced, handler);
        vm.serializeAddress(OUT, string.concat(_kind, "Token"), token);
        vm.writeJson(vm.serializeAddress(OUT, string.concat(_kind, "Handler"), handler), vm.envString("CARRIER_OUT"));
    }
}
