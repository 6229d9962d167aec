// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {
    IAccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/IAccessControlDefaultAdminRules.sol";
import {ERC1967Utils} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Utils.sol";
import {Vm, vm} from "../support/Vm.sol";
import {World} from "./World.sol";

/// @notice Proves who may do what: from a contract's own log of grants, not from a list of suspects, so
/// that a role somebody was given beside the plan is found too.
abstract contract RoleAudit is World {
    bytes32 internal constant ADMIN = 0x00;
    bytes32 internal constant GUARDIAN_ROLE = keccak256("GUARDIAN_ROLE");

    mapping(address target => mapping(bytes32 role => mapping(address account => bool))) private _held;
    mapping(address target => uint256) private _count;

    /// @notice Reads every grant and revocation since the deployment began.
    function _read_roles(address target) internal {
        Vm.EthGetLogs[] memory logs =
            vm.eth_getLogs(vm.parseJsonUint(_world, _key("fromBlock")), block.number, target, new bytes32[](0));
        for (uint256 i; i < logs.length; ++i) {
            bytes32 kind = logs[i].topics[0];
            bool granted = kind == IAccessControl.RoleGranted.selector;
            if (!granted && kind != IAccessControl.RoleRevoked.selector) continue;
            bytes32 role = logs[i].topics[1];
            address account = address(uint160(uint256(logs[i].topics[2])));
            if (_held[target][role][account] == granted) continue;
            _held[target][role][account] = granted;
            if (granted) ++_count[target];
            else --_count[target];
        }
    }

    /// @notice Each of `accounts` has the role; they are struck off the list.
    function _expect_role(address target, bytes32 role, address[] memory accounts, string memory what) internal {
        for (uint256 i; i < accounts.length; ++i) {
            vm.assertTrue(_held[target][role][accounts[i]], string.concat(what, " was not given"));
            vm.assertTrue(IAccessControl(target).hasRole(role, accounts[i]), string.concat(what, " is not held"));
            _held[target][role][accounts[i]] = false;
            --_count[target];
        }
    }

    /// @notice Nothing is left on the list: nobody has a role that was not expected.
    function _expect_no_other(address target, string memory what) internal view {
        bool deployer = IAccessControl(target).hasRole(ADMIN, _deployer)
            || IAccessControl(target).hasRole(MANAGER_ROLE, _deployer)
            || IAccessControl(target).hasRole(GUARDIAN_ROLE, _deployer)
            || IAccessControl(target).hasRole(keccak256("OPERATOR_ROLE"), _deployer)
            || IAccessControl(target).hasRole(keccak256("REFUNDER_ROLE"), _deployer)
            || IAccessControl(target).hasRole(keccak256("COLLECTOR_ROLE"), _deployer)
            || IAccessControl(target).hasRole(keccak256("PROPOSER_ROLE"), _deployer)
            || IAccessControl(target).hasRole(keccak256("EXECUTOR_ROLE"), _deployer)
            || IAccessControl(target).hasRole(keccak256("CANCELLER_ROLE"), _deployer);
        vm.assertFalse(deployer, string.concat(what, ": the deployer still has a role"));
        vm.assertEq(_count[target], 0, string.concat(what, ": somebody has a role that is not in the plan"));
    }

    /// @notice The timelock owns it and nobody is about to.
    function _expect_owner(address target, string memory what) internal {
        address timelock = _at(_own, "timelock");
        IAccessControlDefaultAdminRules governed = IAccessControlDefaultAdminRules(target);
        vm.assertEq(governed.defaultAdmin(), timelock, string.concat(what, ": owner"));
        (address pending,) = governed.pendingDefaultAdmin();
        vm.assertEq(pending, address(0), string.concat(what, ": a change of owner is pending"));
        _expect_role(target, ADMIN, _only(timelock), string.concat(what, ": the owner's role"));
    }

    /// @notice The implementation is what these sources compile to: its constructor runs again in its place
    /// and must leave the same code. Only in this simulation, never on the chain.
    function _check_build(address proxy, bytes memory creation, string memory what) internal {
        address code = address(uint160(uint256(vm.load(proxy, ERC1967Utils.IMPLEMENTATION_SLOT))));
        bytes memory deployed = code.code;
        vm.assertGt(deployed.length, 0, string.concat(what, ": no implementation"));
        vm.etch(code, creation);
        (bool built, bytes memory expected) = code.call("");
        vm.etch(code, deployed);
        vm.assertTrue(built, string.concat(what, ": the implementation cannot be built again"));
        vm.assertEq(keccak256(deployed), keccak256(expected), string.concat(what, ": the code is of another build"));
    }

    function _key(string memory what) private view returns (string memory) {
        return string.concat(".chains['", _own, "'].", what);
    }
}
