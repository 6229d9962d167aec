// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {ERC20SettlementHandler} from "../src/ERC20SettlementHandler.sol";
import {GasPriceService} from "../src/GasPriceService.sol";
import {GasService} from "../src/GasService.sol";
import {SettlementMode} from "../src/SettlementTypes.sol";
import {SettlementSignatureVerifier} from "../src/SettlementSignatureVerifier.sol";
import {SettlementToken} from "../src/SettlementToken.sol";
import {TestToken} from "../src/TestToken.sol";
import {IERC20SettlementHandler} from "../src/interfaces/IERC20SettlementHandler.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {ISafe} from "../support/Safe.sol";
import {vm} from "../support/Vm.sol";
import {RoleAudit} from "./RoleAudit.sol";

/// @notice Reads a deployed chain back and fails with the first thing that is not as it was asked for:
/// the protocol's checks INT-01 to INT-07, who has which role, and that the deployer has none.
/// @dev Sends nothing.
contract Check is RoleAudit {
    ISettlement private _settlement;
    address private _multisig;
    address private _timelock;
    address[] private _managers;

    function run() external {
        _read_world();
        _settlement = ISettlement(_at(_own, "settlement"));
        _multisig = _at(_own, "multisig");
        _timelock = _at(_own, "timelock");
        _managers = _people("managers", _multisig);
        _check_multisig();
        _check_timelock();
        _check_settlement();
        _check_verifier();
        _check_gas_service();
        _check_prices();
        string[3] memory kinds = _kinds();
        for (uint256 k; k < kinds.length; ++k) {
            _check_handler(kinds[k]);
            _check_token(kinds[k]);
            _check_routes(kinds[k]);
        }
    }

    // ------------------------------------------------------------------ governance

    function _check_multisig() private view {
        vm.assertTrue(_multisig != _deployer, "multisig: it is the deployer");
        address planned = vm.parseJsonAddress(_plan, ".multisig");
        if (planned != address(0)) {
            vm.assertEq(_multisig, planned, "multisig: not the one that was named");
            return;
        }
        ISafe safe = ISafe(_multisig);
        address[] memory owners = safe.getOwners();
        vm.assertEq(owners.length, _addresses("owners").length, "multisig: number of owners");
        vm.assertEq(safe.getThreshold(), _number("threshold"), "multisig: threshold");
        vm.assertTrue(safe.getThreshold() > 0 && safe.getThreshold() <= owners.length, "multisig: threshold range");
        for (uint256 i; i < owners.length; ++i) {
            vm.assertTrue(owners[i] != _deployer, "multisig: the deployer is an owner");
            vm.assertTrue(_contains(_addresses("owners"), owners[i]), "multisig: an owner who was not named");
        }
    }

    function _check_timelock() private {
        TimelockController timelock = TimelockController(payable(_timelock));
        vm.assertEq(timelock.getMinDelay(), _number("timelockDelay"), "timelock: delay");
        _read_roles(_timelock);
        _expect_role(_timelock, ADMIN, _only(_timelock), "timelock: its own admin role");
        _expect_role(_timelock, timelock.PROPOSER_ROLE(), _only(_multisig), "timelock: proposer");
        _expect_role(_timelock, timelock.CANCELLER_ROLE(), _only(_multisig), "timelock: canceller");
        _expect_role(_timelock, timelock.EXECUTOR_ROLE(), _only(_multisig), "timelock: executor");
        _expect_no_other(_timelock, "timelock");
    }

    // ------------------------------------------------------------------ core

    function _check_settlement() private {
        address target = address(_settlement);
        vm.assertEq(_settlement.contract_chain_name(), _own, "settlement: chain name");
        vm.assertEq(_settlement.chain_id(), block.chainid, "settlement: chain id");
        vm.assertEq(address(_settlement.signature_verifier()), _at(_own, "verifier"), "settlement: verifier");
        vm.assertEq(_settlement.gas_service(), _at(_own, "gasService"), "settlement: gas service");
        vm.assertFalse(_settlement.sending_paused() || _settlement.receiving_paused(), "settlement: paused");
        _check_build(target, _settlement_code(_own, _at(_own, "verifier"), _at(_own, "gasService")), "settlement");
        _read_roles(target);
        _expect_owner(target, "settlement");
        _expect_role(target, MANAGER_ROLE, _managers, "settlement: manager");
        _expect_role(target, GUARDIAN_ROLE, _people("guardians", _multisig), "settlement: guardian");
        _expect_no_other(target, "settlement");
    }

    function _check_verifier() private {
        SettlementSignatureVerifier verifier = SettlementSignatureVerifier(_at(_own, "verifier"));
        address[] memory validators = _addresses("validators");
        uint256 required = verifier.required_validators();
        vm.assertEq(verifier.validator_count(), validators.length, "verifier: number of validators");
        vm.assertEq(required, _number("required"), "verifier: required validators");
        vm.assertTrue(required >= 1 && required <= validators.length, "verifier: threshold out of range");
        vm.assertEq(_settlement.view_required_validators_num(), required, "settlement: required validators");
        vm.assertEq(verifier.min_delay(), _number("minDelay"), "verifier: delay of a new set");
        vm.assertEq(verifier.overlap(), _number("overlap"), "verifier: overlap of sets");
        for (uint256 i; i < validators.length; ++i) {
            vm.assertTrue(verifier.is_validator(validators[i]), "verifier: a validator is missing");
            vm.assertTrue(_settlement.is_validator(validators[i]), "settlement: a validator is missing");
        }
        (address[] memory scheduled,,) = verifier.scheduled();
        vm.assertEq(scheduled.length, 0, "verifier: another set is scheduled");
        _read_roles(address(verifier));
        _expect_owner(address(verifier), "verifier");
        _expect_role(address(verifier), MANAGER_ROLE, _managers, "verifier: manager");
        _expect_no_other(address(verifier), "verifier");
    }

    function _check_gas_service() private {
        GasService gas_service = GasService(_at(_own, "gasService"));
        address target = address(gas_service);
        vm.assertEq(address(gas_service.settlement()), address(_settlement), "gas service: settlement");
        vm.assertLe(gas_service.collectable(), target.balance, "gas service: more to collect than there is");
        address[] memory signers = _addresses("quoteSigners");
        for (uint256 i; i < signers.length; ++i) {
            vm.assertTrue(gas_service.is_quote_signer(signers[i]), "gas service: a quote signer is missing");
        }
        vm.assertFalse(gas_service.is_quote_signer(_deployer), "gas service: the deployer signs quotes");
        address[] memory collectors = _people("collectors", _multisig);
        _read_roles(target);
        _expect_owner(target, "gas service");
        _expect_role(target, MANAGER_ROLE, _managers, "gas service: manager");
        _expect_role(target, gas_service.REFUNDER_ROLE(), _addresses("refunders"), "gas service: refunder");
        _expect_role(target, gas_service.COLLECTOR_ROLE(), collectors, "gas service: collector");
        _expect_no_other(target, "gas service");
    }

    function _check_prices() private {
        GasPriceService prices = GasPriceService(_at(_own, "gasPriceService"));
        address[] memory signers = _addresses("priceSigners");
        for (uint256 i; i < signers.length; ++i) {
            vm.assertTrue(prices.is_price_signer(signers[i]), "prices: a price signer is missing");
        }
        vm.assertFalse(prices.is_price_signer(_deployer), "prices: the deployer signs prices");
        vm.assertEq(uint256(prices.max_age()), MAX_PRICE_AGE, "prices: age");
        _read_roles(address(prices));
        _expect_owner(address(prices), "prices");
        _expect_role(address(prices), MANAGER_ROLE, _managers, "prices: manager");
        _expect_no_other(address(prices), "prices");
    }

    // ------------------------------------------------------------------ handlers and tokens

    function _check_handler(string memory kind) private {
        address target = _handler(_own, kind);
        ERC20SettlementHandler handler = ERC20SettlementHandler(target);
        address token = _token(_own, kind);
        SettlementMode mode = _mode_of(kind);
        vm.assertEq(handler.chain(), _own, string.concat(kind, ": chain name"));
        vm.assertEq(address(handler.settlement()), address(_settlement), string.concat(kind, ": settlement"));
        vm.assertEq(address(handler.token()), token, string.concat(kind, ": token"));
        vm.assertEq(uint256(handler.mode()), uint256(mode), string.concat(kind, ": mode"));
        vm.assertTrue(_settlement.is_registered_handler(target), string.concat(kind, ": not registered"));
        if (mode == SettlementMode.LockUnlock) vm.assertGt(handler.liquidity(), 0, string.concat(kind, ": liquidity"));
        _check_build(
            target,
            abi.encodePacked(type(ERC20SettlementHandler).creationCode, abi.encode(_settlement, token, mode)),
            kind
        );
        _read_roles(target);
        _expect_owner(target, kind);
        _expect_role(target, MANAGER_ROLE, _managers, string.concat(kind, ": manager"));
        _expect_no_other(target, kind);
    }

    function _check_token(string memory kind) private {
        address target = _token(_own, kind);
        vm.assertEq(uint256(IERC20Metadata(target).decimals()), 8, string.concat(kind, ": decimals"));
        SettlementMode mode = _mode_of(kind);
        string memory what = string.concat("token of ", kind);
        if (mode == SettlementMode.LockMint || mode == SettlementMode.LockUnlock) {
            vm.assertEq(TestToken(target).owner(), _multisig, string.concat(what, ": owner"));
            return;
        }
        SettlementToken token = SettlementToken(target);
        _read_roles(target);
        _expect_owner(target, what);
        _expect_role(target, token.OPERATOR_ROLE(), _only(_handler(_own, kind)), string.concat(what, ": operator"));
        _expect_no_other(target, what);
    }

    /// @dev Exactly the planned routes are open: each of them, and as many as were ever opened. Whether
    /// the other side has its half is what this check finds there.
    function _check_routes(string memory kind) private {
        ERC20SettlementHandler handler = ERC20SettlementHandler(_handler(_own, kind));
        Route[] memory routes = _routes();
        uint256 planned;
        for (uint256 i; i < routes.length; ++i) {
            if (!_same(routes[i].kind, kind)) continue;
            ++planned;
            string memory what = string.concat(kind, ": route to ", routes[i].remote);
            uint256 remote = uint160(_handler(routes[i].remote, routes[i].remote_kind));
            uint256 remote_token = uint160(_token(routes[i].remote, routes[i].remote_kind));
            vm.assertTrue(handler.is_valid_handler(routes[i].remote, remote), what);
            vm.assertEq(handler.remote_token_of(routes[i].remote, remote), remote_token, string.concat(what, ": token"));
            vm.assertFalse(
                handler.is_valid_handler(_own, uint160(address(handler))), string.concat(kind, ": route to itself")
            );
        }
        vm.assertEq(_opened(address(handler)), planned, string.concat(kind, ": routes that are not in the plan"));
    }

    function _opened(address handler) private returns (uint256 count) {
        bytes32[] memory topics = new bytes32[](1);
        topics[0] = IERC20SettlementHandler.HandlerAdded.selector;
        uint256 from = vm.parseJsonUint(_world, string.concat(".chains['", _own, "'].fromBlock"));
        return vm.eth_getLogs(from, block.number, handler, topics).length;
    }

    function _mode_of(string memory kind) private pure returns (SettlementMode) {
        if (_same(kind, "mintBurn")) return SettlementMode.MintBurn;
        if (_same(kind, "lockMint")) return SettlementMode.LockMint;
        return _same(kind, "burnUnlock") ? SettlementMode.BurnUnlock : SettlementMode.LockUnlock;
    }

    function _contains(address[] memory list, address one) private pure returns (bool) {
        for (uint256 i; i < list.length; ++i) {
            if (list[i] == one) return true;
        }
        return false;
    }
}
