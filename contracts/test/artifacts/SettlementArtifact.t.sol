// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ISettlementArtifact, Primitive, TransferPolicy} from "../../src/artifacts/ISettlementArtifact.sol";
import {SettlementArtifact} from "../../src/artifacts/SettlementArtifact.sol";
import {vm} from "../../support/Vm.sol";
import {ArtifactWorld} from "./support/ArtifactWorld.sol";

/// @notice Artifacts are made by their primitive, go where it lets them, and can always be redeemed.
contract SettlementArtifactTest is ArtifactWorld {
    address private operator = _account("operator");
    address private counterparty = _account("counterparty");
    address private second_counterparty = _account("second counterparty");

    function setUp() public override {
        artifact = _of(TransferPolicy.Restricted);
    }

    // ------------------------------------------------------------------ making and taking

    function test_operatorMintsAndBurnsItsOwn() public {
        vm.startPrank(operator);
        artifact.mint_to(operator, 10);
        artifact.burn_from(operator, 4);
        vm.assertEq(artifact.balanceOf(operator), 6, "operator");
        vm.assertEq(artifact.totalSupply(), 6, "supply");
    }

    function test_operatorBurnsAnothersOnlyWithinTheAllowance() public {
        _mint(user, 5);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSignature("ERC20InsufficientAllowance(address,uint256,uint256)", operator, 0, 5));
        artifact.burn_from(user, 5);
        vm.prank(user);
        artifact.approve(operator, 3);
        vm.prank(operator);
        artifact.burn_from(user, 3);
        vm.assertEq(artifact.balanceOf(user), 2, "user");
    }

    function test_othersNeitherMintNorBurn() public {
        vm.startPrank(owner);
        vm.expectRevert(_missing_role(owner, "OPERATOR_ROLE"));
        artifact.mint_to(owner, 1);
        vm.expectRevert(_missing_role(owner, "OPERATOR_ROLE"));
        artifact.burn_from(owner, 1);
    }

    function test_ownerNamesOperators() public {
        vm.startPrank(owner);
        artifact.remove_operator(operator);
        artifact.remove_operator(operator);
        vm.assertFalse(artifact.is_operator(operator), "removed");
        artifact.add_operator(operator);
        artifact.add_operator(operator);
        vm.assertTrue(artifact.is_operator(operator), "added");
        vm.expectRevert(ISettlementArtifact.ZeroAccount.selector);
        artifact.add_operator(address(0));
        vm.stopPrank();
        vm.startPrank(manager);
        vm.expectRevert(_missing_role(manager, ""));
        artifact.add_operator(manager);
        vm.expectRevert(_missing_role(manager, ""));
        artifact.remove_operator(operator);
    }

    // ------------------------------------------------------------------ imbalance

    function test_guardianPausesMintingWhileRedemptionGoesOn() public {
        _mint(user, 5);
        vm.expectEmit(address(artifact));
        emit ISettlementArtifact.MintingPaused(guardian);
        vm.prank(guardian);
        artifact.pause_minting();
        vm.assertTrue(artifact.minting_paused(), "paused");

        vm.prank(user);
        artifact.transfer(operator, 5);
        vm.startPrank(operator);
        artifact.burn_from(operator, 5);
        vm.expectRevert(ISettlementArtifact.MintingIsPaused.selector);
        artifact.mint_to(user, 1);
        vm.stopPrank();
        vm.assertEq(artifact.totalSupply(), 0, "redeemed");
    }

    function test_onlyManagersLetMintingGoOn() public {
        vm.startPrank(guardian);
        artifact.pause_minting();
        vm.expectRevert(ISettlementArtifact.MintingIsPaused.selector);
        artifact.pause_minting();
        vm.expectRevert(_missing_role(guardian, "MANAGER_ROLE"));
        artifact.unpause_minting();
        vm.stopPrank();

        vm.startPrank(manager);
        artifact.unpause_minting();
        vm.expectRevert(ISettlementArtifact.MintingNotPaused.selector);
        artifact.unpause_minting();
        vm.expectRevert(_missing_role(manager, "GUARDIAN_ROLE"));
        artifact.pause_minting();
        vm.stopPrank();
        _mint(user, 1);
        vm.assertEq(artifact.totalSupply(), 1, "minted again");
    }

    // ------------------------------------------------------------------ policy

    function test_anOpenArtifactGoesAnywhere() public {
        artifact = _of(TransferPolicy.Open);
        _mint(user, 2);
        vm.prank(user);
        artifact.transfer(other, 2);
        vm.assertEq(artifact.balanceOf(other), 2, "other");
    }

    function test_aRestrictedArtifactGoesToAndFromCounterparties() public {
        _mint(user, 3);
        vm.startPrank(user);
        vm.expectRevert(_refusal(user, other, TransferPolicy.Restricted));
        artifact.transfer(other, 1);
        artifact.transfer(counterparty, 3);
        vm.stopPrank();
        vm.prank(counterparty);
        artifact.transfer(second_counterparty, 3);
        vm.prank(second_counterparty);
        artifact.transfer(other, 3);
        vm.assertEq(artifact.balanceOf(other), 3, "other");
    }

    function test_anAllowanceDoesNotGetAroundThePolicy() public {
        _mint(user, 3);
        vm.prank(user);
        artifact.approve(other, 3);
        vm.startPrank(other);
        vm.expectRevert(_refusal(user, other, TransferPolicy.Restricted));
        artifact.transferFrom(user, other, 3);
        artifact.transferFrom(user, counterparty, 3);
        vm.assertEq(artifact.balanceOf(counterparty), 3, "counterparty");
    }

    function test_aFrozenArtifactComesOutAndIsRedeemed() public {
        _mint(user, 3);
        _mint(counterparty, 3);
        vm.prank(owner);
        artifact.set_transfer_policy(TransferPolicy.Frozen);
        vm.startPrank(user);
        vm.expectRevert(_refusal(user, counterparty, TransferPolicy.Frozen));
        artifact.transfer(counterparty, 1);
        vm.expectRevert(_refusal(user, other, TransferPolicy.Frozen));
        artifact.transfer(other, 1);
        artifact.transfer(operator, 2);
        vm.stopPrank();
        vm.prank(counterparty);
        artifact.transfer(user, 3);
        vm.startPrank(operator);
        artifact.transfer(user, 1);
        artifact.burn_from(operator, 1);
        vm.assertEq(artifact.balanceOf(user), 5, "user");
    }

    function test_aFormerCounterpartyIsAHolderLikeOthers() public {
        _mint(counterparty, 3);
        vm.prank(manager);
        artifact.set_counterparty(counterparty, false);
        vm.prank(counterparty);
        vm.expectRevert(_refusal(counterparty, other, TransferPolicy.Restricted));
        artifact.transfer(other, 1);
    }

    function test_ownerDecidesOnThePolicyAndManagersOnCounterparties() public {
        vm.startPrank(manager);
        vm.expectRevert(_missing_role(manager, ""));
        artifact.set_transfer_policy(TransferPolicy.Open);
        vm.expectRevert(ISettlementArtifact.ZeroAccount.selector);
        artifact.set_counterparty(address(0), true);
        vm.stopPrank();
        vm.startPrank(owner);
        vm.expectRevert(_missing_role(owner, "MANAGER_ROLE"));
        artifact.set_counterparty(other, true);
        vm.expectEmit(address(artifact));
        emit ISettlementArtifact.TransferPolicyChanged(TransferPolicy.Restricted, TransferPolicy.Open);
        artifact.set_transfer_policy(TransferPolicy.Open);
    }

    /// @notice The policy as a table: rows are the policies, `O` operator, `C` counterparty, `H` holder.
    function testFuzz_thePolicyIsItsTable(uint8 policy_, uint8 from_, uint8 to_, uint96 amount) public {
        TransferPolicy policy = TransferPolicy(policy_ % 3);
        address[3] memory senders = [operator, counterparty, user];
        address[3] memory receivers = [_account("operator 2"), second_counterparty, other];
        vm.startPrank(owner);
        artifact.set_transfer_policy(policy);
        artifact.add_operator(receivers[0]);
        vm.stopPrank();
        // From O, C, H (down) to O, C, H (across).
        bool[3][3] memory restricted = [[true, true, true], [true, true, true], [true, true, false]];
        bool[3][3] memory frozen = [[true, true, true], [true, true, true], [true, false, false]];
        bool allowed = policy == TransferPolicy.Open
            || (policy == TransferPolicy.Restricted ? restricted : frozen)[from_ % 3][to_ % 3];

        address from = senders[from_ % 3];
        address to = receivers[to_ % 3];
        _mint(from, amount);
        vm.prank(from);
        if (!allowed) vm.expectRevert(_refusal(from, to, policy));
        artifact.transfer(to, amount);
        vm.assertEq(artifact.balanceOf(to), allowed ? amount : 0, "arrived");
    }

    // ------------------------------------------------------------------ metadata

    function test_metadataNamesThePrimitivesSpecification() public view {
        vm.assertEq(bytes32(artifact.artifact_metadata.selector), bytes32(bytes4(0x5507ba66)), "selector");
        vm.assertEq(artifact.artifact_metadata(), "ipfs://specification", "uri");
        Primitive memory primitive = artifact.primitive();
        vm.assertEq(primitive.id, "cobo", "id");
        vm.assertEq(primitive.uri, "ipfs://specification", "uri of the primitive");
        vm.assertEq(primitive.content_hash, keccak256("specification"), "hash");
        vm.assertEq(uint256(artifact.decimals()), 8, "satoshi");
    }

    function test_ownerPublishesARevisionOfTheSpecification() public {
        vm.expectEmit(address(artifact));
        emit ISettlementArtifact.MetadataChanged("ipfs://revision", keccak256("revision"));
        vm.prank(owner);
        artifact.set_metadata("ipfs://revision", keccak256("revision"));
        Primitive memory primitive = artifact.primitive();
        vm.assertEq(primitive.id, "cobo", "the primitive stays");
        vm.assertEq(primitive.uri, "ipfs://revision", "uri");
        vm.prank(manager);
        vm.expectRevert(_missing_role(manager, ""));
        artifact.set_metadata("ipfs://other", keccak256("other"));
    }

    function test_metadataIsNeverIncomplete() public {
        vm.startPrank(owner);
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementArtifact.InvalidPrimitive.selector, bytes32("cobo"), "", bytes32("h"))
        );
        artifact.set_metadata("", "h");
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementArtifact.InvalidPrimitive.selector, bytes32("cobo"), "u", bytes32(0))
        );
        artifact.set_metadata("u", 0);
        vm.stopPrank();
        SettlementArtifact.Setup memory setup = _setup(TransferPolicy.Open);
        setup.primitive.id = 0;
        vm.expectRevert();
        new SettlementArtifact(setup);
    }

    function test_noRoleIsGivenToNobody() public {
        SettlementArtifact.Setup memory setup = _setup(TransferPolicy.Open);
        setup.guardians = _one(address(0));
        vm.expectRevert(ISettlementArtifact.ZeroAccount.selector);
        new SettlementArtifact(setup);
        vm.assertFalse(artifact.hasRole(0, address(this)), "the deployer has none");
    }

    // ------------------------------------------------------------------ words

    function _of(TransferPolicy policy) private returns (SettlementArtifact made) {
        SettlementArtifact.Setup memory setup = _setup(policy);
        setup.operators = _one(operator);
        made = new SettlementArtifact(setup);
        vm.startPrank(manager);
        made.set_counterparty(counterparty, true);
        made.set_counterparty(second_counterparty, true);
        vm.stopPrank();
    }

    function _mint(address to, uint256 amount) private {
        vm.prank(operator);
        artifact.mint_to(to, amount);
    }

    function _refusal(address from, address to, TransferPolicy policy) private pure returns (bytes memory) {
        return abi.encodeWithSelector(ISettlementArtifact.TransferRefused.selector, from, to, policy);
    }
}
