// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {SettlementToken} from "../src/SettlementToken.sol";
import {Suite} from "./support/Suite.sol";
import {vm} from "../support/Vm.sol";

/// @notice Operators make supply; they do not own other people's tokens.
contract SettlementTokenTest is Suite {
    SettlementToken private token;
    address private operator;

    function setUp() public override {
        token = _new_token();
        operator = relayer;
        vm.prank(owner);
        token.add_operator(operator);
    }

    function test_operatorMintsAndBurnsItsOwn() public {
        vm.startPrank(operator);
        token.mint(10);
        token.mint_to(user, 5);
        token.burn(4);
        token.burn_from(operator, 6);
        vm.assertEq(token.balanceOf(operator), 0, "operator");
        vm.assertEq(token.balanceOf(user), 5, "user");
        vm.assertEq(token.totalSupply(), 5, "supply");
    }

    function test_operatorBurnsAnothersOnlyWithinTheAllowance() public {
        vm.startPrank(operator);
        token.mint_to(user, 5);
        vm.expectRevert(abi.encodeWithSignature("ERC20InsufficientAllowance(address,uint256,uint256)", operator, 0, 5));
        token.burn_from(user, 5);
        vm.stopPrank();
        vm.prank(user);
        token.approve(operator, 3);
        vm.prank(operator);
        token.burn_from(user, 3);
        vm.assertEq(token.balanceOf(user), 2, "user");
    }

    function test_othersNeitherMintNorBurn() public {
        bytes memory refusal =
            abi.encodeWithSignature("AccessControlUnauthorizedAccount(address,bytes32)", user, token.OPERATOR_ROLE());
        vm.startPrank(user);
        vm.expectRevert(refusal);
        token.mint(1);
        vm.expectRevert(refusal);
        token.mint_to(user, 1);
        vm.expectRevert(refusal);
        token.burn(1);
        vm.expectRevert(refusal);
        token.burn_from(user, 1);
    }

    function test_removedOperatorMayNoLonger() public {
        vm.prank(owner);
        token.remove_operator(operator);
        vm.assertFalse(token.is_operator(operator), "removed");
        vm.prank(operator);
        vm.expectRevert();
        token.mint(1);
        vm.prank(owner);
        vm.expectRevert(SettlementToken.ZeroOperator.selector);
        token.add_operator(address(0));
    }
}
