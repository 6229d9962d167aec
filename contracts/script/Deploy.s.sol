// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {ERC20SettlementHandler} from "../src/ERC20SettlementHandler.sol";
import {GasPriceService} from "../src/GasPriceService.sol";
import {GasService} from "../src/GasService.sol";
import {SettlementMode} from "../src/SettlementTypes.sol";
import {SettlementSignatureVerifier} from "../src/SettlementSignatureVerifier.sol";
import {SettlementToken} from "../src/SettlementToken.sol";
import {TestToken} from "../src/TestToken.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {SafeDeployment} from "../support/Safe.sol";
import {vm} from "../support/Vm.sol";
import {Plan} from "./Plan.sol";

/// @notice Puts the suite's contracts on one chain; Connect.s.sol then opens the routes between chains
/// and gives up what is left of the deployer's rights, Check.s.sol reads everything back.
/// @dev The timelock owns everything from the first block on. The deployer is one of the managers of
/// settlement contract and handlers until Connect.s.sol, and nothing else.
contract Deploy is Plan {
    uint8 private constant DECIMALS = 8;
    uint256 private constant HOLDING = 1_000_000 * 10 ** DECIMALS;
    uint256 private constant LIQUIDITY = 1_000 * 10 ** DECIMALS;
    string private constant OUT = "chain";

    address private _multisig;
    address private _timelock;
    address[] private _managers;
    ISettlement private _settlement;

    error NotCreated();
    error NotWhereAnnounced(string what, address announced, address actual);

    function run() external {
        _read_plan();
        vm.serializeUint(OUT, "chainId", block.chainid);
        vm.serializeUint(OUT, "fromBlock", block.number);
        vm.startBroadcast(vm.envUint("DEPLOYER_KEY"));
        _deploy_governance();
        _deploy_core();
        _deploy_minting("mintBurn", SettlementMode.MintBurn, "Settlement Token", "SETL", true);
        _deploy_locking("lockUnlock", SettlementMode.LockUnlock, "Test Token", "TEST");
        if (_is_home()) _deploy_locking("lockMint", SettlementMode.LockMint, "Home Token", "HOME");
        else _deploy_minting("burnUnlock", SettlementMode.BurnUnlock, "Home Token", "HOME", false);
        vm.stopBroadcast();
        vm.writeJson(vm.serializeAddress(OUT, "deployer", _deployer), vm.parseJsonString(_plan, ".out"));
    }

    /// @dev The timelock is its own and only admin; who may propose and cancel is who may execute.
    function _deploy_governance() private {
        _multisig = vm.parseJsonAddress(_plan, ".multisig");
        if (_multisig == address(0)) {
            _multisig = address(SafeDeployment.deploy(_addresses("owners"), _number("threshold")));
        }
        address[] memory only = _only(_multisig);
        _timelock = address(new TimelockController(_number("timelockDelay"), only, only, address(0)));
        _managers = _people("managers", _multisig);
        _write("multisig", _multisig);
        _write("timelock", _timelock);
    }

    /// @dev Gas service and settlement contract name each other, so one address is computed before the
    /// contract exists.
    function _deploy_core() private {
        SettlementSignatureVerifier verifier = new SettlementSignatureVerifier(
            _timelock,
            _managers,
            _addresses("validators"),
            uint16(_number("required")),
            uint48(_number("minDelay")),
            uint48(_number("overlap"))
        );
        address announced = _next_address(2);
        address code = _create(_settlement_code(_name(), address(verifier), announced));
        address[] memory managers = _with(_managers, _deployer);
        address[] memory guardians = _people("guardians", _multisig);
        bytes memory setup =
            abi.encodeWithSignature("initialize(address,address[],address[])", _timelock, managers, guardians);
        _settlement = ISettlement(_proxy(code, setup));
        GasService gas_service = new GasService(
            _timelock,
            address(_settlement),
            _managers,
            _addresses("refunders"),
            _people("collectors", _multisig),
            _addresses("quoteSigners")
        );
        _expect("gas service", announced, address(gas_service));
        GasPriceService prices = new GasPriceService(
            _timelock, _managers, _addresses("priceSigners"), MAX_PRICE_AGE, MAX_RATE_CHANGE, MAX_FEE_CHANGE
        );
        _write("verifier", address(verifier));
        _write("settlement", address(_settlement));
        _write("gasService", address(gas_service));
        _write("gasPriceService", address(prices));
    }

    /// @dev Only the handler may mint in the end; the deployer may until it has minted what holders start
    /// with.
    function _deploy_minting(
        string memory kind,
        SettlementMode mode,
        string memory name,
        string memory symbol,
        bool funded
    ) private {
        address announced = _next_address(2);
        address[] memory operators = _only(announced);
        if (funded) operators = _with(operators, _deployer);
        SettlementToken token = new SettlementToken(_timelock, operators, name, symbol, DECIMALS);
        _expect(kind, announced, address(_deploy_handler(kind, mode, address(token))));
        if (!funded) return;
        address[] memory holders = _addresses("holders");
        for (uint256 i; i < holders.length; ++i) {
            token.mint_to(holders[i], HOLDING);
        }
        token.renounceRole(token.OPERATOR_ROLE(), _deployer);
    }

    /// @dev The token stands for one that exists already; whoever needs more of it asks the multisig.
    function _deploy_locking(string memory kind, SettlementMode mode, string memory name, string memory symbol)
        private
    {
        TestToken token = new TestToken(_deployer, name, symbol, DECIMALS);
        ERC20SettlementHandler handler = _deploy_handler(kind, mode, address(token));
        address[] memory holders = _addresses("holders");
        for (uint256 i; i < holders.length; ++i) {
            token.mint(holders[i], HOLDING);
        }
        if (mode == SettlementMode.LockUnlock) {
            token.mint(_deployer, LIQUIDITY);
            token.approve(address(handler), LIQUIDITY);
            handler.add_liquidity(LIQUIDITY);
        }
        token.transferOwnership(_multisig);
    }

    function _deploy_handler(string memory kind, SettlementMode mode, address token)
        private
        returns (ERC20SettlementHandler handler)
    {
        address[] memory managers = _with(_managers, _deployer);
        address code = address(new ERC20SettlementHandler(address(_settlement), token, mode));
        handler = ERC20SettlementHandler(
            _proxy(code, abi.encodeCall(ERC20SettlementHandler.initialize, (_timelock, managers)))
        );
        _settlement.register_handler(address(handler));
        _write(string.concat(kind, "Handler"), address(handler));
        _write(string.concat(kind, "Token"), token);
    }

    function _create(bytes memory code) private returns (address made) {
        assembly ("memory-safe") {
            made := create(0, add(code, 32), mload(code))
        }
        if (made == address(0)) revert NotCreated();
    }

    function _proxy(address code, bytes memory data) private returns (address) {
        return address(new ERC1967Proxy(code, data));
    }

    /// @param ahead how many contracts of the deployer come before it
    function _next_address(uint256 ahead) private view returns (address) {
        return vm.computeCreateAddress(_deployer, vm.getNonce(_deployer) + ahead);
    }

    function _expect(string memory what, address announced, address actual) private pure {
        if (announced != actual) revert NotWhereAnnounced(what, announced, actual);
    }

    function _write(string memory key, address account) private {
        vm.serializeAddress(OUT, key, account);
    }
}
