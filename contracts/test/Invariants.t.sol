// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Traffic} from "./support/Traffic.sol";
import {vm} from "../support/Vm.sol";

/// @notice What stays true whatever the traffic does.
contract InvariantsTest {
    bool public constant IS_TEST = true;

    Traffic private _traffic;
    uint256 private _supply;
    uint256 private _liquidity;

    function setUp() public {
        _traffic = new Traffic();
        (, uint256[8] memory between) = _traffic.sums();
        _supply = _traffic.minted_supply(between);
        _liquidity = _traffic.locked_liquidity(between);
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_traffic);
    }

    /// @dev One campaign checks them all.
    function invariant_booksBalance() public view {
        (uint256[8] memory pending, uint256[8] memory between) = _traffic.sums();
        vm.assertEq(_traffic.minted_supply(between), _supply, "supply over both chains");
        vm.assertEq(_traffic.locked_liquidity(between), _liquidity, "liquidity over both chains");
        vm.assertTrue(_traffic.wrapped_is_backed(between), "what is wrapped is backed");
        vm.assertTrue(_traffic.escrow_is(pending), "escrow = pending transfers");
        vm.assertTrue(_traffic.records_agree(), "handlers, source and destination agree");
        vm.assertTrue(_traffic.nothing_happened_twice(), "nothing is delivered, settled or refunded twice");
        vm.assertTrue(_traffic.vaults_are_solvent(), "the vaults hold what they owe");
        vm.assertTrue(_traffic.thresholds_hold(), "1 <= required <= count");
    }
}
