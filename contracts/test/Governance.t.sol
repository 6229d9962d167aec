// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {ERC1967Utils} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Utils.sol";
import {ERC20SettlementHandler} from "../src/ERC20SettlementHandler.sol";
import {SettlementMode} from "../src/SettlementTypes.sol";
import {ISafe, SafeDeployment} from "../support/Safe.sol";
import {vm} from "../support/Vm.sol";
import {Suite} from "./support/Suite.sol";

/// @notice The suite's contracts under a real Safe (2 of 3, Safe's own build) and a timelock: what takes
/// effect was proposed by the multisig and could be seen for two days.
contract GovernanceTest is Suite {
    uint256 private constant DELAY = 2 days;

    uint256[] private _keys;
    address private attacker = _account("attacker");
    ISafe private safe;
    TimelockController private timelock;

    /// @dev This test is the deployer of everything; the timelock owns it all.
    function setUp() public override {
        safe = SafeDeployment.deploy(_make_owners(3), 2);
        address[] memory only = _list(address(safe));
        timelock = new TimelockController(DELAY, only, only, address(0));
        owner = address(timelock);
        super.setUp();
    }

    // ------------------------------------------------------------------ through Safe and timelock

    function test_anUpgradeIsScheduledSeenAndThenTakesEffect() public {
        address proxy = address(alpha.mint_burn);
        address before = _implementation(proxy);
        address next = _new_code(SettlementMode.MintBurn);
        bytes memory upgrade = _upgrade_to(next);
        vm.assertTrue(_by_safe(2, address(timelock), _schedule(proxy, upgrade)), "scheduled by two of three");
        vm.assertFalse(_by_safe(2, address(timelock), _execute(proxy, upgrade)), "not yet");
        vm.warp(block.timestamp + DELAY - 1);
        vm.assertFalse(_by_safe(2, address(timelock), _execute(proxy, upgrade)), "a second too early");
        vm.assertEq(_implementation(proxy), before, "unchanged");
        vm.warp(block.timestamp + 1);
        vm.assertTrue(_by_safe(2, address(timelock), _execute(proxy, upgrade)), "executed");
        vm.assertEq(_implementation(proxy), next, "upgraded");
        vm.assertTrue(alpha.mint_burn.is_valid_handler("Beta", _id(address(beta.mint_burn))), "state kept");
        vm.assertFalse(_by_safe(2, address(timelock), _execute(proxy, upgrade)), "once");
    }

    function test_theSettlementContractIsUpgradedTheSameWay() public {
        address proxy = address(alpha.settlement);
        address next = _settlement_code("Alpha", address(alpha.verifier), address(alpha.gas));
        _govern(proxy, _upgrade_to(next));
        vm.assertEq(_implementation(proxy), next, "upgraded");
        vm.assertEq(alpha.settlement.contract_chain_name(), "Alpha", "still itself");
    }

    function test_notEvenGovernanceGivesAProxyAnotherToken() public {
        address proxy = address(alpha.mint_burn);
        address before = _implementation(proxy);
        bytes memory upgrade = _upgrade_to(_new_code(SettlementMode.BurnUnlock));
        vm.assertTrue(_by_safe(2, address(timelock), _schedule(proxy, upgrade)), "scheduled");
        vm.warp(block.timestamp + DELAY);
        vm.assertFalse(_by_safe(2, address(timelock), _execute(proxy, upgrade)), "refused by the proxy");
        vm.assertEq(_implementation(proxy), before, "unchanged");
    }

    function test_ownershipActionsTakeTheSameWay() public {
        address proxy = address(alpha.settlement);
        _govern(proxy, abi.encodeWithSignature("add_guardian(address)", receiver));
        vm.assertTrue(_governed(alpha).is_guardian(receiver), "a new guardian");
        _govern(proxy, abi.encodeWithSignature("beginDefaultAdminTransfer(address)", receiver));
        vm.assertEq(_governed(alpha).owner(), address(timelock), "two steps");
        vm.warp(block.timestamp + 1 days + 1);
        vm.prank(receiver);
        _governed(alpha).acceptDefaultAdminTransfer();
        vm.assertEq(_governed(alpha).owner(), receiver, "a new owner");
    }

    function test_theMultisigCancelsWhatItScheduled() public {
        address proxy = address(alpha.mint_burn);
        bytes memory upgrade = _upgrade_to(_new_code(SettlementMode.MintBurn));
        vm.assertTrue(_by_safe(2, address(timelock), _schedule(proxy, upgrade)), "scheduled");
        bytes32 id = timelock.hashOperation(proxy, 0, upgrade, bytes32(0), bytes32(0));
        bytes memory refusal = _unauthorized(attacker, timelock.CANCELLER_ROLE());
        vm.prank(attacker);
        vm.expectRevert(refusal);
        timelock.cancel(id);
        vm.assertTrue(_by_safe(3, address(timelock), abi.encodeCall(TimelockController.cancel, (id))), "cancelled");
        vm.warp(block.timestamp + DELAY);
        vm.assertFalse(_by_safe(2, address(timelock), _execute(proxy, upgrade)), "gone");
    }

    // ------------------------------------------------------------------ everyone else

    function test_oneOwnerOfTheSafeCanDoNothing() public {
        bytes memory schedule = _schedule(address(alpha.mint_burn), _upgrade_to(_new_code(SettlementMode.MintBurn)));
        vm.assertFalse(_by_safe(1, address(timelock), schedule), "one signature");
        address single = vm.addr(_keys[0]);
        vm.prank(single);
        (bool done,) = address(timelock).call(schedule);
        vm.assertFalse(done, "past the Safe");
        vm.prank(single);
        (done,) = address(alpha.mint_burn).call(_upgrade_to(_new_code(SettlementMode.MintBurn)));
        vm.assertFalse(done, "past the timelock");
    }

    function test_neitherAttackerNorDeployerNorMultisigReachesPastTheTimelock() public {
        address next = _new_code(SettlementMode.MintBurn);
        bytes32 proposer = timelock.PROPOSER_ROLE();
        address[3] memory others = [attacker, address(this), address(safe)];
        for (uint256 i; i < others.length; ++i) {
            vm.startPrank(others[i]);
            vm.expectRevert(_unauthorized(others[i], bytes32(0)));
            alpha.mint_burn.upgradeToAndCall(next, "");
            vm.expectRevert(_unauthorized(others[i], bytes32(0)));
            alpha.mint_burn.add_manager(others[i]);
            vm.expectRevert(_unauthorized(others[i], bytes32(0)));
            alpha.mint_burn.beginDefaultAdminTransfer(others[i]);
            vm.expectRevert(_unauthorized(others[i], bytes32(0)));
            alpha.token.add_operator(others[i]);
            vm.expectRevert(_unauthorized(others[i], bytes32(0)));
            alpha.gas.beginDefaultAdminTransfer(others[i]);
            vm.expectRevert(_unauthorized(others[i], bytes32(0)));
            alpha.verifier.beginDefaultAdminTransfer(others[i]);
            vm.stopPrank();
            if (others[i] == address(safe)) continue;
            vm.prank(others[i]);
            vm.expectRevert(_unauthorized(others[i], proposer));
            timelock.schedule(address(alpha.mint_burn), 0, _upgrade_to(next), bytes32(0), bytes32(0), DELAY);
        }
    }

    function test_executingIsTheMultisigsToo() public {
        address proxy = address(alpha.mint_burn);
        bytes memory upgrade = _upgrade_to(_new_code(SettlementMode.MintBurn));
        vm.assertTrue(_by_safe(2, address(timelock), _schedule(proxy, upgrade)), "scheduled");
        vm.warp(block.timestamp + DELAY);
        bytes memory refusal = _unauthorized(attacker, timelock.EXECUTOR_ROLE());
        vm.prank(attacker);
        vm.expectRevert(refusal);
        timelock.execute(proxy, 0, upgrade, bytes32(0), bytes32(0));
    }

    function test_theTimelockIsItsOwnOnlyAdmin() public {
        address[3] memory others = [attacker, address(this), address(safe)];
        for (uint256 i; i < others.length; ++i) {
            vm.assertFalse(timelock.hasRole(timelock.DEFAULT_ADMIN_ROLE(), others[i]), "admin");
            vm.prank(others[i]);
            vm.expectRevert(abi.encodeWithSelector(TimelockController.TimelockUnauthorizedCaller.selector, others[i]));
            timelock.updateDelay(0);
        }
        _govern(address(timelock), abi.encodeCall(TimelockController.updateDelay, (3 days)));
        vm.assertEq(timelock.getMinDelay(), 3 days, "changed the long way");
    }

    function test_aShorterDelayThanTheTimelocksIsRefused() public {
        bytes memory hasty = abi.encodeCall(
            TimelockController.schedule, (address(alpha.settlement), 0, "", bytes32(0), bytes32(0), DELAY - 1)
        );
        vm.assertFalse(_by_safe(2, address(timelock), hasty), "refused");
    }

    // ------------------------------------------------------------------ steps

    /// @dev Schedule, wait, execute.
    function _govern(address target, bytes memory action) private {
        vm.assertTrue(_by_safe(2, address(timelock), _schedule(target, action)), "scheduled");
        vm.warp(block.timestamp + DELAY);
        vm.assertTrue(_by_safe(2, address(timelock), _execute(target, action)), "executed");
    }

    /// @return done false when the Safe refuses or the call it makes fails
    function _by_safe(uint256 signers, address to, bytes memory data) private returns (bool done) {
        bytes32 digest = safe.getTransactionHash(to, 0, data, 0, 0, 0, 0, address(0), address(0), safe.nonce());
        bytes memory signatures;
        for (uint256 i; i < signers; ++i) {
            signatures = bytes.concat(signatures, _signature(_keys[i], digest));
        }
        bytes memory call = abi.encodeCall(
            ISafe.execTransaction, (to, 0, data, 0, 0, 0, 0, address(0), payable(address(0)), signatures)
        );
        vm.prank(relayer);
        (done,) = address(safe).call(call);
    }

    function _schedule(address target, bytes memory action) private pure returns (bytes memory) {
        return abi.encodeCall(TimelockController.schedule, (target, 0, action, bytes32(0), bytes32(0), DELAY));
    }

    function _execute(address target, bytes memory action) private pure returns (bytes memory) {
        return abi.encodeCall(TimelockController.execute, (target, 0, action, bytes32(0), bytes32(0)));
    }

    function _upgrade_to(address next) private pure returns (bytes memory) {
        return abi.encodeWithSignature("upgradeToAndCall(address,bytes)", next, "");
    }

    function _new_code(SettlementMode mode) private returns (address) {
        return address(new ERC20SettlementHandler(address(alpha.settlement), address(alpha.token), mode));
    }

    function _implementation(address proxy) private view returns (address) {
        return address(uint160(uint256(vm.load(proxy, ERC1967Utils.IMPLEMENTATION_SLOT))));
    }

    /// @dev Keys ascending by address, as a Safe wants its signatures.
    function _make_owners(uint256 count) private returns (address[] memory owners) {
        owners = new address[](count);
        for (uint256 i; i < count; ++i) {
            _keys.push(uint256(keccak256(abi.encode("owner of the safe", i))));
            for (uint256 k = i; k > 0 && vm.addr(_keys[k]) < vm.addr(_keys[k - 1]); --k) {
                (_keys[k], _keys[k - 1]) = (_keys[k - 1], _keys[k]);
            }
        }
        for (uint256 i; i < count; ++i) {
            owners[i] = vm.addr(_keys[i]);
        }
    }

    function _unauthorized(address account, bytes32 role) private pure returns (bytes memory) {
        return abi.encodeWithSignature("AccessControlUnauthorizedAccount(address,bytes32)", account, role);
    }
}
