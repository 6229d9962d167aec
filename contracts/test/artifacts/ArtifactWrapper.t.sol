// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ArtifactTransfer} from "../../src/artifacts/ArtifactTransfer.sol";
import {ArtifactWrapper} from "../../src/artifacts/ArtifactWrapper.sol";
import {IArtifactWrapper} from "../../src/artifacts/IArtifactWrapper.sol";
import {vm} from "../../support/Vm.sol";
import {ArtifactWorld} from "./support/ArtifactWorld.sol";
import {MoodyArtifact} from "./support/HostileArtifacts.sol";

/// @notice A wrapped artifact is one artifact, and moves freely where the artifact itself may not.
contract ArtifactWrapperTest is ArtifactWorld {
    ArtifactWrapper private wrapper;

    function setUp() public override {
        super.setUp();
        wrapper = new ArtifactWrapper(address(artifact), "Wrapped", "W");
        _allow(address(wrapper));
        _deposit(1, 0, user, 10 * UNIT);
        vm.prank(user);
        artifact.approve(address(wrapper), 10 * UNIT);
    }

    function test_theAbiIsTheProtocols() public view {
        vm.assertEq(bytes32(wrapper.deposit.selector), bytes32(bytes4(0xb6b55f25)), "deposit");
        vm.assertEq(bytes32(wrapper.withdraw.selector), bytes32(bytes4(0x2e1a7d4d)), "withdraw");
        vm.assertEq(uint256(wrapper.decimals()), 8, "satoshi");
        vm.assertEq(address(wrapper.artifact()), address(artifact), "artifact");
    }

    function test_itIsWorthOneArtifactEach() public {
        vm.startPrank(user);
        vm.expectEmit(address(wrapper));
        emit IArtifactWrapper.ArtifactDeposited(user, 10 * UNIT);
        wrapper.deposit(10 * UNIT);
        wrapper.transfer(other, 4 * UNIT);
        vm.stopPrank();
        vm.startPrank(other);
        vm.expectEmit(address(wrapper));
        emit IArtifactWrapper.ArtifactWithdrawn(other, 4 * UNIT);
        wrapper.withdraw(4 * UNIT);
        vm.assertEq(artifact.balanceOf(other), 4 * UNIT, "unwrapped by its new holder");
        vm.assertEq(wrapper.totalSupply(), 6 * UNIT, "supply");
        vm.assertEq(artifact.balanceOf(address(wrapper)), 6 * UNIT, "backing");
    }

    function test_nobodyTakesOutMoreThanHeHolds() public {
        vm.startPrank(user);
        wrapper.deposit(UNIT);
        vm.expectRevert(
            abi.encodeWithSignature("ERC20InsufficientBalance(address,uint256,uint256)", user, UNIT, UNIT + 1)
        );
        wrapper.withdraw(UNIT + 1);
        vm.expectRevert(IArtifactWrapper.ZeroAmount.selector);
        wrapper.withdraw(0);
        vm.expectRevert(IArtifactWrapper.ZeroAmount.selector);
        wrapper.deposit(0);
    }

    function test_itWrapsAContract() public {
        vm.expectRevert(abi.encodeWithSelector(IArtifactWrapper.NotAContract.selector, user));
        new ArtifactWrapper(user, "Wrapped", "W");
    }

    function test_anArtifactThatTakesAFeeIsNotWrapped() public {
        (ArtifactWrapper hostile, MoodyArtifact moody) = _moody();
        moody.become(MoodyArtifact.Mood.TakesAFee);
        vm.prank(user);
        vm.expectRevert(
            abi.encodeWithSelector(ArtifactTransfer.UnexpectedAmountReceived.selector, UNIT, UNIT - UNIT / 100)
        );
        hostile.deposit(UNIT);
    }

    function test_noTransferReenters() public {
        (ArtifactWrapper hostile, MoodyArtifact moody) = _moody();
        vm.startPrank(user);
        hostile.deposit(UNIT);
        moody.reenter(address(hostile), abi.encodeCall(hostile.withdraw, (1)));
        hostile.withdraw(1);
        vm.assertFalse(moody.reentered(), "withdraw in withdraw");
        moody.reenter(address(hostile), abi.encodeCall(hostile.deposit, (1)));
        hostile.withdraw(1);
        vm.assertFalse(moody.reentered(), "deposit in withdraw");
    }

    /// @notice What was sent here without a deposit makes nobody richer.
    function testFuzz_aGiftChangesNoPrice(uint64 gift, uint64 amount) public {
        (ArtifactWrapper plain, MoodyArtifact moody) = _moody();
        moody.mint_to(address(plain), gift);
        uint256 stake = _between(amount, 1, UNIT);
        vm.startPrank(user);
        plain.deposit(stake);
        vm.assertEq(plain.balanceOf(user), stake, "one to one");
        plain.withdraw(stake);
        vm.assertEq(moody.balanceOf(address(plain)), gift, "the gift stays");
    }

    function _moody() private returns (ArtifactWrapper hostile, MoodyArtifact moody) {
        moody = new MoodyArtifact(8);
        hostile = new ArtifactWrapper(address(moody), "Wrapped", "W");
        moody.mint_to(user, UNIT);
        vm.prank(user);
        moody.approve(address(hostile), UNIT);
    }
}
