// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {ArtifactBasket} from "../src/artifacts/ArtifactBasket.sol";
import {ArtifactWrapper} from "../src/artifacts/ArtifactWrapper.sol";
import {BtcArtifactStaking} from "../src/artifacts/BtcArtifactStaking.sol";
import {IArtifactBasket} from "../src/artifacts/IArtifactBasket.sol";
import {Primitive, TransferPolicy} from "../src/artifacts/ISettlementArtifact.sol";
import {SettlementArtifact} from "../src/artifacts/SettlementArtifact.sol";
import {SettlementArtifactRegistry} from "../src/artifacts/SettlementArtifactRegistry.sol";
import {BtcSettlementHandler} from "../src/btc/BtcSettlementHandler.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {vm} from "../support/Vm.sol";
import {ManagerCalls} from "./ManagerCalls.sol";
import {Primitives} from "./Primitives.sol";

/// @notice Puts BTC primitives on a chain that has the suite's contracts: artifact, handler behind a proxy,
/// staking and wrapper of each, one registry, and a basket where there are several.
/// @dev The timelock owns everything from the first block on; the deployer has no role in any of it.
contract DeployPrimitives is Primitives, ManagerCalls {
    string private constant OUT = "primitives";

    address private _timelock;
    address[] private _managers;
    address[] private _guardians;
    ISettlement private _settlement;
    address[] private _artifacts;

    error NotWhereAnnounced(string what, address announced, address actual);

    function run() external {
        _read_world();
        _timelock = _at(_own, "timelock");
        _managers = _people("managers", _at(_own, "multisig"));
        _guardians = _artifact_guardians(_at(_own, "multisig"));
        _settlement = ISettlement(_at(_own, "settlement"));
        string[] memory keys = _primitive_keys();
        vm.startBroadcast(vm.envUint("DEPLOYER_KEY"));
        SettlementArtifactRegistry registry = new SettlementArtifactRegistry(_timelock, _managers, BTC_DECIMALS);
        vm.serializeAddress(OUT, "artifactRegistry", address(registry));
        for (uint256 i; i < keys.length; ++i) {
            _deploy(keys[i], registry);
        }
        if (keys.length > 1) _deploy_basket(keys);
        vm.stopBroadcast();
        _tell_managers(OUT);
        vm.writeJson(vm.serializeAddress(OUT, "by", _deployer), vm.envString("PRIMITIVES_OUT"));
    }

    function _deploy(string memory key, SettlementArtifactRegistry registry) private {
        address announced = vm.computeCreateAddress(_deployer, vm.getNonce(_deployer) + 2);
        SettlementArtifact artifact = new SettlementArtifact(_setup(key, announced));
        address code = address(new BtcSettlementHandler(address(_settlement), address(artifact)));
        address handler = address(new ERC1967Proxy(code, _terms(key)));
        if (handler != announced) revert NotWhereAnnounced(key, announced, handler);
        address staking = address(new BtcArtifactStaking(address(artifact), handler));
        string memory symbol = _text(key, "symbol");
        address wrapper = address(
            new ArtifactWrapper(
                address(artifact), string.concat("Wrapped ", _text(key, "name")), string.concat("w", symbol)
            )
        );
        _artifacts.push(address(artifact));
        _write(key, "Artifact", address(artifact));
        _write(key, "Handler", handler);
        _write(key, "Staking", staking);
        _write(key, "Wrapper", wrapper);
        _admit(address(artifact), staking);
        _admit(address(artifact), wrapper);
        _ask_managers(address(_settlement), abi.encodeCall(ISettlement.register_handler, (handler)));
        _ask_managers(address(registry), abi.encodeCall(registry.registrySettlementArtifact, (address(artifact))));
    }

    function _setup(string memory key, address handler) private view returns (SettlementArtifact.Setup memory) {
        return SettlementArtifact.Setup({
            owner: _timelock,
            operators: _only(handler),
            managers: _managers,
            guardians: _guardians,
            name: _text(key, "name"),
            symbol: _text(key, "symbol"),
            decimals: BTC_DECIMALS,
            policy: TransferPolicy.Open,
            primitive: Primitive(_word(key, "id"), _text(key, "uri"), _word(key, "contentHash"))
        });
    }

    function _terms(string memory key) private view returns (bytes memory) {
        uint256 vault = uint256(_word(key, "vault"));
        uint64 minimum = uint64(_size(key, "minimum"));
        uint64 lifetime = uint64(_size(key, "lifetime"));
        return abi.encodeCall(BtcSettlementHandler.initialize, (_timelock, _managers, vault, minimum, lifetime));
    }

    function _deploy_basket(string[] memory keys) private {
        IArtifactBasket.LegTerms[] memory legs = new IArtifactBasket.LegTerms[](keys.length);
        for (uint256 i; i < keys.length; ++i) {
            legs[i] = IArtifactBasket.LegTerms(
                _artifacts[i],
                uint32(_size(keys[i], "ratio")),
                uint32(_size(keys[i], "unbonding")),
                _at(_own, "multisig")
            );
        }
        address basket = address(new ArtifactBasket(_timelock, _managers, "Hybrid Staked BTC", "hstBTC", legs));
        vm.serializeAddress(OUT, "basket", basket);
        for (uint256 i; i < keys.length; ++i) {
            _admit(_artifacts[i], basket);
        }
    }

    function _admit(address artifact, address counterparty) private {
        _ask_managers(artifact, abi.encodeCall(SettlementArtifact.set_counterparty, (counterparty, true)));
    }

    function _write(string memory key, string memory what, address account) private {
        vm.serializeAddress(OUT, string.concat(key, what), account);
    }
}
