// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

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
import {Primitives} from "./Primitives.sol";
import {RoleAudit} from "./RoleAudit.sol";

/// @notice Reads deployed primitives back and fails with the first thing that is not as it was asked for.
/// @dev Sends nothing. What managers have not said yet is not asked for when MANAGER_KEY is zero.
contract CheckPrimitives is RoleAudit, Primitives {
    address[] private _managers;
    bool private _admitted;

    function run() external {
        _read_world();
        _managers = _people("managers", _at(_own, "multisig"));
        _admitted = vm.envUint("MANAGER_KEY") != 0;
        string[] memory keys = _primitive_keys();
        for (uint256 i; i < keys.length; ++i) {
            _check_artifact(keys[i]);
            _check_handler(keys[i]);
            _check_companions(keys[i]);
        }
        _check_registry(keys);
        if (keys.length > 1) _check_basket(keys);
    }

    function _check_artifact(string memory key) private {
        SettlementArtifact artifact = SettlementArtifact(_at(_own, string.concat(key, "Artifact")));
        string memory what = string.concat("artifact ", key);
        Primitive memory primitive = artifact.primitive();
        vm.assertEq(primitive.id, _word(key, "id"), string.concat(what, ": primitive"));
        vm.assertEq(primitive.uri, _text(key, "uri"), string.concat(what, ": where it is specified"));
        vm.assertEq(primitive.content_hash, _word(key, "contentHash"), string.concat(what, ": specification"));
        vm.assertEq(uint256(artifact.decimals()), BTC_DECIMALS, string.concat(what, ": decimals"));
        vm.assertEq(artifact.totalSupply(), 0, string.concat(what, ": somebody was given some"));
        vm.assertEq(uint256(artifact.transfer_policy()), uint256(TransferPolicy.Open), string.concat(what, ": policy"));
        vm.assertFalse(artifact.minting_paused(), string.concat(what, ": minting is paused"));
        address[] memory operator = _only(_at(_own, string.concat(key, "Handler")));
        address target = address(artifact);
        _read_roles(target);
        _expect_owner(target, what);
        _expect_role(target, artifact.OPERATOR_ROLE(), operator, string.concat(what, ": operator"));
        _expect_role(target, MANAGER_ROLE, _managers, string.concat(what, ": manager"));
        _expect_role(
            target, GUARDIAN_ROLE, _artifact_guardians(_at(_own, "multisig")), string.concat(what, ": guardian")
        );
        _expect_no_other(target, what);
    }

    function _check_handler(string memory key) private {
        address target = _at(_own, string.concat(key, "Handler"));
        BtcSettlementHandler handler = BtcSettlementHandler(target);
        string memory what = string.concat("handler of ", key);
        address artifact = _at(_own, string.concat(key, "Artifact"));
        uint256 vault = uint256(_word(key, "vault"));
        vm.assertEq(address(handler.settlement()), _at(_own, "settlement"), string.concat(what, ": settlement"));
        vm.assertEq(handler.artifact(), artifact, string.concat(what, ": artifact"));
        vm.assertTrue(handler.is_vault(vault), string.concat(what, ": vault"));
        vm.assertEq(handler.withdrawal_vault(), vault, string.concat(what, ": vault that pays"));
        vm.assertEq(uint256(handler.minimum_withdrawal()), _size(key, "minimum"), string.concat(what, ": minimum"));
        vm.assertEq(uint256(handler.withdrawal_lifetime()), _size(key, "lifetime"), string.concat(what, ": lifetime"));
        _check_build(
            target,
            abi.encodePacked(type(BtcSettlementHandler).creationCode, abi.encode(handler.settlement(), artifact)),
            what
        );
        if (_admitted) {
            bool registered = ISettlement(_at(_own, "settlement")).is_registered_handler(target);
            vm.assertTrue(registered, string.concat(what, ": not registered"));
        }
        _read_roles(target);
        _expect_owner(target, what);
        _expect_role(target, MANAGER_ROLE, _managers, string.concat(what, ": manager"));
        _expect_no_other(target, what);
    }

    function _check_companions(string memory key) private view {
        SettlementArtifact artifact = SettlementArtifact(_at(_own, string.concat(key, "Artifact")));
        BtcArtifactStaking staking = BtcArtifactStaking(_at(_own, string.concat(key, "Staking")));
        ArtifactWrapper wrapper = ArtifactWrapper(_at(_own, string.concat(key, "Wrapper")));
        address handler = _at(_own, string.concat(key, "Handler"));
        vm.assertEq(address(staking.stakingToken()), address(artifact), string.concat("staking of ", key));
        vm.assertEq(address(staking.withdrawRequestContract()), handler, string.concat("staking redeems by ", key));
        vm.assertEq(address(wrapper.artifact()), address(artifact), string.concat("wrapper of ", key));
        if (!_admitted) return;
        vm.assertTrue(artifact.is_counterparty(address(staking)), string.concat(key, ": staking is no counterparty"));
        vm.assertTrue(artifact.is_counterparty(address(wrapper)), string.concat(key, ": wrapper is no counterparty"));
    }

    function _check_registry(string[] memory keys) private {
        SettlementArtifactRegistry registry = SettlementArtifactRegistry(_at(_own, "artifactRegistry"));
        for (uint256 i; _admitted && i < keys.length; ++i) {
            address artifact = _at(_own, string.concat(keys[i], "Artifact"));
            vm.assertTrue(registry.is_settlement_artifact(artifact), string.concat(keys[i], ": not in the registry"));
        }
        vm.assertEq(registry.settlement_artifact_count(), _admitted ? keys.length : 0, "registry: number of artifacts");
        _read_roles(address(registry));
        _expect_owner(address(registry), "registry");
        _expect_role(address(registry), MANAGER_ROLE, _managers, "registry: manager");
        _expect_no_other(address(registry), "registry");
    }

    function _check_basket(string[] memory keys) private {
        ArtifactBasket basket = ArtifactBasket(_at(_own, "basket"));
        vm.assertEq(basket.leg_count(), keys.length, "basket: number of legs");
        for (uint256 i; i < keys.length; ++i) {
            IArtifactBasket.LegTerms memory terms = basket.leg_terms(i);
            address artifact = _at(_own, string.concat(keys[i], "Artifact"));
            vm.assertEq(terms.artifact, artifact, "basket: artifact of a leg");
            vm.assertEq(uint256(terms.ratio), _size(keys[i], "ratio"), "basket: ratio of a leg");
            vm.assertEq(uint256(terms.unbonding), _size(keys[i], "unbonding"), "basket: unbonding of a leg");
            vm.assertEq(terms.loss_receiver, _at(_own, "multisig"), "basket: who gets the losses of a leg");
            if (!_admitted) continue;
            bool counterparty = SettlementArtifact(artifact).is_counterparty(address(basket));
            vm.assertTrue(counterparty, "basket: no counterparty of a leg");
        }
        _read_roles(address(basket));
        _expect_owner(address(basket), "basket");
        _expect_role(address(basket), LOSS_REPORTER_ROLE, _managers, "basket: loss reporter");
        _expect_no_other(address(basket), "basket");
    }
}
