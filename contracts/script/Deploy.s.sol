// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {ERC20SettlementHandler} from "../src/ERC20SettlementHandler.sol";
import {GasService} from "../src/GasService.sol";
import {Settlement} from "../src/Settlement.sol";
import {SettlementMode} from "../src/SettlementTypes.sol";
import {SettlementSignatureVerifier} from "../src/SettlementSignatureVerifier.sol";
import {SettlementToken} from "../src/SettlementToken.sol";
import {TestToken} from "../src/TestToken.sol";
import {vm} from "../support/Vm.sol";

/// @notice Puts the suite's contracts on one chain; Connect.s.sol then opens the routes between chains.
/// @dev PLAN names a JSON file {name, validators[], required, refunders[], holders[], out}; the
/// addresses go to `out`. DEPLOYER_KEY owns what is deployed.
contract Deploy {
    bool public constant IS_SCRIPT = true;

    uint8 private constant DECIMALS = 8;
    uint256 private constant HOLDING = 1_000_000 * 10 ** DECIMALS;
    uint256 private constant LIQUIDITY = 1_000 * 10 ** DECIMALS;

    string private _plan;
    address private _owner;

    SettlementSignatureVerifier private _verifier;
    GasService private _gas_service;
    Settlement private _settlement;
    SettlementToken private _settlement_token;
    TestToken private _test_token;
    ERC20SettlementHandler private _mint_burn;
    ERC20SettlementHandler private _lock_unlock;

    function run() external {
        _plan = vm.readFile(vm.envString("PLAN"));
        uint256 key = vm.envUint("DEPLOYER_KEY");
        _owner = vm.addr(key);
        vm.startBroadcast(key);
        _deploy_core();
        _deploy_handlers();
        _fund();
        vm.stopBroadcast();
        _write();
    }

    /// @dev The gas service and the settlement contract name each other, so the second address is
    /// computed before it exists.
    function _deploy_core() private {
        _verifier = SettlementSignatureVerifier(
            _proxy(
                address(new SettlementSignatureVerifier()),
                abi.encodeCall(
                    SettlementSignatureVerifier.initialize,
                    (_owner, vm.parseJsonAddressArray(_plan, ".validators"), vm.parseJsonUint(_plan, ".required"))
                )
            )
        );
        address gas_code = address(new GasService());
        address settlement_code = address(new Settlement());
        address settlement = vm.computeCreateAddress(_owner, vm.getNonce(_owner) + 1);
        _gas_service = GasService(
            _proxy(
                gas_code,
                abi.encodeCall(
                    GasService.initialize, (_owner, settlement, vm.parseJsonAddressArray(_plan, ".refunders"))
                )
            )
        );
        address[] memory managers = new address[](1);
        managers[0] = _owner;
        _settlement = Settlement(
            _proxy(
                settlement_code,
                abi.encodeCall(
                    Settlement.initialize,
                    (
                        vm.parseJsonString(_plan, ".name"),
                        block.chainid,
                        _owner,
                        managers,
                        address(_verifier),
                        address(_gas_service)
                    )
                )
            )
        );
        require(address(_settlement) == settlement, "the settlement contract is not where it was announced");
    }

    function _deploy_handlers() private {
        _settlement_token = SettlementToken(
            _proxy(
                address(new SettlementToken()),
                abi.encodeCall(SettlementToken.initialize, (_owner, _owner, "Settlement Token", "SETL", DECIMALS))
            )
        );
        _test_token = new TestToken(_owner, "Test Token", "TEST", DECIMALS);
        address code = address(new ERC20SettlementHandler());
        _mint_burn = _handler(code, SettlementMode.MintBurn, address(_settlement_token));
        _lock_unlock = _handler(code, SettlementMode.LockUnlock, address(_test_token));
    }

    function _handler(address code, SettlementMode mode, address token)
        private
        returns (ERC20SettlementHandler handler)
    {
        handler = ERC20SettlementHandler(
            _proxy(
                code,
                abi.encodeCall(
                    ERC20SettlementHandler.initialize,
                    (_owner, mode, vm.parseJsonString(_plan, ".name"), token, address(_settlement))
                )
            )
        );
        _settlement.register_handler(address(handler));
    }

    /// @dev The owner mints what holders start with, then only the handler may.
    function _fund() private {
        address[] memory holders = vm.parseJsonAddressArray(_plan, ".holders");
        for (uint256 i; i < holders.length; ++i) {
            _settlement_token.mint_to(holders[i], HOLDING);
            _test_token.mint(holders[i], HOLDING);
        }
        _settlement_token.add_operator(address(_mint_burn));
        _settlement_token.remove_operator(_owner);
        _test_token.mint(_owner, LIQUIDITY);
        _test_token.approve(address(_lock_unlock), LIQUIDITY);
        _lock_unlock.add_liquidity(LIQUIDITY);
    }

    function _proxy(address code, bytes memory data) private returns (address) {
        return address(new ERC1967Proxy(code, data));
    }

    function _write() private {
        vm.serializeUint("chain", "chainId", block.chainid);
        vm.serializeAddress("chain", "verifier", address(_verifier));
        vm.serializeAddress("chain", "gasService", address(_gas_service));
        vm.serializeAddress("chain", "settlement", address(_settlement));
        vm.serializeAddress("chain", "mintBurnHandler", address(_mint_burn));
        vm.serializeAddress("chain", "mintBurnToken", address(_settlement_token));
        vm.serializeAddress("chain", "lockUnlockHandler", address(_lock_unlock));
        string memory json = vm.serializeAddress("chain", "lockUnlockToken", address(_test_token));
        vm.writeJson(json, vm.parseJsonString(_plan, ".out"));
    }
}
