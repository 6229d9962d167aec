// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {ERC20SettlementHandler} from "../src/ERC20SettlementHandler.sol";
import {GasService} from "../src/GasService.sol";
import {Settlement} from "../src/Settlement.sol";
import {SettlementMode} from "../src/SettlementTypes.sol";
import {SettlementSignatureVerifier} from "../src/SettlementSignatureVerifier.sol";
import {SettlementToken} from "../src/SettlementToken.sol";
import {vm} from "../support/Vm.sol";
import {World} from "./World.sol";

/// @notice Reads a deployed chain back and fails with the first thing that is not as it was asked for.
/// @dev PLAN and DEPLOYER_KEY as for Deploy.s.sol, WORLD and CHAIN as for Connect.s.sol. Sends nothing.
contract Check is World {
    string private _plan;
    address private _owner;

    Settlement private _settlement;

    function run() external {
        _read_world();
        _plan = vm.readFile(vm.envString("PLAN"));
        _owner = vm.addr(vm.envUint("DEPLOYER_KEY"));
        _settlement = Settlement(_at(_own, "settlement"));
        _check_settlement();
        _check_verifier();
        _check_gas_service();
        for (uint256 k; k < KINDS.length; ++k) {
            _check_handler(KINDS[k]);
            _check_routes(KINDS[k]);
        }
    }

    function _check_settlement() private view {
        vm.assertEq(_settlement.contract_chain_name(), _own, "settlement: chain name");
        vm.assertEq(_settlement.chain_id(), block.chainid, "settlement: chain id");
        vm.assertEq(_settlement.owner(), _owner, "settlement: owner");
        vm.assertTrue(_settlement.is_manager(_owner), "settlement: manager");
        vm.assertEq(address(_settlement.signature_verifier()), _at(_own, "verifier"), "settlement: verifier");
        vm.assertEq(address(_settlement.gas_service()), _at(_own, "gasService"), "settlement: gas service");
        vm.assertFalse(_settlement.paused(), "settlement: paused");
    }

    function _check_verifier() private view {
        SettlementSignatureVerifier verifier = SettlementSignatureVerifier(_at(_own, "verifier"));
        address[] memory validators = vm.parseJsonAddressArray(_plan, ".validators");
        vm.assertEq(verifier.validator_count(), validators.length, "verifier: number of validators");
        vm.assertEq(
            verifier.required_validators(), vm.parseJsonUint(_plan, ".required"), "verifier: required validators"
        );
        for (uint256 i; i < validators.length; ++i) {
            vm.assertTrue(verifier.is_validator(validators[i]), "verifier: a validator is missing");
        }
    }

    function _check_gas_service() private view {
        GasService gas_service = GasService(_at(_own, "gasService"));
        address[] memory refunders = vm.parseJsonAddressArray(_plan, ".refunders");
        vm.assertEq(gas_service.settlement(), address(_settlement), "gas service: settlement");
        vm.assertTrue(gas_service.hasRole(gas_service.COLLECTOR_ROLE(), _owner), "gas service: collector");
        for (uint256 i; i < refunders.length; ++i) {
            vm.assertTrue(
                gas_service.hasRole(gas_service.REFUNDER_ROLE(), refunders[i]), "gas service: a refunder is missing"
            );
        }
    }

    function _check_handler(string memory kind) private view {
        ERC20SettlementHandler handler = ERC20SettlementHandler(_handler(_own, kind));
        address token = _token(_own, kind);
        vm.assertEq(handler.chain(), _own, string.concat(kind, ": chain name"));
        vm.assertEq(address(handler.settlement()), address(_settlement), string.concat(kind, ": settlement"));
        vm.assertEq(address(handler.token()), token, string.concat(kind, ": token"));
        vm.assertEq(uint256(IERC20Metadata(token).decimals()), 8, string.concat(kind, ": decimals"));
        vm.assertTrue(_settlement.is_registered_handler(address(handler)), string.concat(kind, ": not registered"));
        if (handler.mode() == SettlementMode.MintBurn) {
            vm.assertTrue(SettlementToken(token).is_operator(address(handler)), string.concat(kind, ": may not mint"));
            vm.assertFalse(SettlementToken(token).is_operator(_owner), string.concat(kind, ": the owner may mint"));
        } else {
            vm.assertGt(handler.liquidity(), 0, string.concat(kind, ": liquidity"));
        }
    }

    function _check_routes(string memory kind) private view {
        ERC20SettlementHandler handler = ERC20SettlementHandler(_handler(_own, kind));
        string[] memory names = _names();
        for (uint256 i; i < names.length; ++i) {
            uint256 remote = uint160(_handler(names[i], kind));
            if (_is_own(names[i])) {
                vm.assertFalse(handler.is_valid_handler(names[i], remote), string.concat(kind, ": route to itself"));
                continue;
            }
            vm.assertTrue(handler.is_valid_handler(names[i], remote), string.concat(kind, ": no route to ", names[i]));
            vm.assertEq(
                handler.remote_token_of(names[i], remote),
                uint160(_token(names[i], kind)),
                string.concat(kind, ": remote token of ", names[i])
            );
        }
    }
}
