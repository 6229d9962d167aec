// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ERC20SettlementHandler} from "../src/ERC20SettlementHandler.sol";
import {SettlementMode} from "../src/SettlementTypes.sol";
import {SettlementToken} from "../src/SettlementToken.sol";
import {SettlementArtifact} from "../src/artifacts/SettlementArtifact.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {vm} from "../support/Vm.sol";
import {Carriers} from "./Carriers.sol";
import {RoleAudit} from "./RoleAudit.sol";

/// @notice Reads a travelling artifact's handler back and fails with the first thing that is not as it was
/// asked for.
/// @dev Sends nothing. What managers have not said yet is not asked for when MANAGER_KEY is zero.
contract CheckCarrier is RoleAudit, Carriers {
    function run() external {
        _read_carrier();
        address token = _token(_own, _kind);
        _check_handler(token);
        if (!_at_home()) _check_token(SettlementToken(token));
        if (vm.envUint("MANAGER_KEY") != 0) _check_routes();
    }

    function _check_handler(address token) private {
        address target = _handler(_own, _kind);
        ERC20SettlementHandler handler = ERC20SettlementHandler(target);
        SettlementMode mode = _at_home() ? SettlementMode.LockMint : SettlementMode.BurnUnlock;
        vm.assertEq(address(handler.settlement()), _at(_own, "settlement"), string.concat(_kind, ": settlement"));
        vm.assertEq(address(handler.token()), token, string.concat(_kind, ": token"));
        vm.assertEq(uint256(handler.mode()), uint256(mode), string.concat(_kind, ": mode"));
        _check_build(
            target,
            abi.encodePacked(
                type(ERC20SettlementHandler).creationCode, abi.encode(_at(_own, "settlement"), token, mode)
            ),
            _kind
        );
        _read_roles(target);
        _expect_owner(target, _kind);
        _expect_role(
            target, MANAGER_ROLE, _people("managers", _at(_own, "multisig")), string.concat(_kind, ": manager")
        );
        _expect_no_other(target, _kind);
    }

    function _check_token(SettlementToken token) private {
        string memory what = string.concat("token of ", _kind);
        vm.assertEq(uint256(token.decimals()), CARRIED_DECIMALS, string.concat(what, ": decimals"));
        vm.assertEq(token.totalSupply(), 0, string.concat(what, ": somebody was given some"));
        _read_roles(address(token));
        _expect_owner(address(token), what);
        _expect_role(
            address(token), token.OPERATOR_ROLE(), _only(_handler(_own, _kind)), string.concat(what, ": operator")
        );
        _expect_no_other(address(token), what);
    }

    function _check_routes() private view {
        address target = _handler(_own, _kind);
        bool registered = ISettlement(_at(_own, "settlement")).is_registered_handler(target);
        vm.assertTrue(registered, string.concat(_kind, ": not registered"));
        if (_at_home()) {
            bool counterparty = SettlementArtifact(_artifact()).is_counterparty(target);
            vm.assertTrue(counterparty, string.concat(_kind, ": no counterparty of the artifact"));
        }
        string[] memory partners = _partners();
        for (uint256 i; i < partners.length; ++i) {
            string memory what = string.concat(_kind, ": route to ", partners[i]);
            uint256 remote = uint160(_handler(partners[i], _kind));
            vm.assertTrue(ERC20SettlementHandler(target).is_valid_handler(partners[i], remote), what);
            vm.assertEq(
                ERC20SettlementHandler(target).remote_token_of(partners[i], remote),
                uint160(_token(partners[i], _kind)),
                string.concat(what, ": token")
            );
        }
    }
}
