// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {ISettlementArtifact, TransferPolicy} from "../../src/artifacts/ISettlementArtifact.sol";
import {ISettlementArtifactRegistry} from "../../src/artifacts/ISettlementArtifactRegistry.sol";
import {SettlementArtifactRegistry} from "../../src/artifacts/SettlementArtifactRegistry.sol";
import {vm} from "../../support/Vm.sol";
import {ArtifactWorld} from "./support/ArtifactWorld.sol";
import {Answering} from "./support/HostileArtifacts.sol";

/// @notice The list holds what answers like an artifact, once, until a manager removes it.
contract SettlementArtifactRegistryTest is ArtifactWorld {
    SettlementArtifactRegistry private registry;

    function setUp() public override {
        artifact = _new_artifact(TransferPolicy.Open);
        registry = new SettlementArtifactRegistry(owner, _one(manager), 8);
    }

    function test_theAbiIsTheProtocols() public view {
        vm.assertEq(
            bytes32(registry.getSettlementArtifacts.selector), bytes32(bytes4(0x382bbcb7)), "getSettlementArtifacts"
        );
        vm.assertEq(
            bytes32(registry.registrySettlementArtifact.selector),
            bytes32(bytes4(0xc972fc56)),
            "registrySettlementArtifact"
        );
        vm.assertEq(
            ISettlementArtifactRegistry.SettlementArtifactRegisted.selector,
            0x5f893035687bfeeac6112fbda07ae688321bf89e94556195c835cec55cf7a03d,
            "SettlementArtifactRegisted"
        );
    }

    function test_managersRegisterAnArtifactOnce() public {
        vm.expectEmit(address(registry));
        emit ISettlementArtifactRegistry.SettlementArtifactRegisted(address(artifact));
        _register(address(artifact));
        vm.assertTrue(registry.is_settlement_artifact(address(artifact)), "listed");
        vm.assertEq(registry.getSettlementArtifacts()[0], address(artifact), "first");
        vm.assertEq(registry.settlementArtifacts(0), address(artifact), "by index");
        vm.prank(manager);
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementArtifactRegistry.AlreadyRegistered.selector, address(artifact))
        );
        registry.registrySettlementArtifact(address(artifact));
        vm.assertEq(registry.settlement_artifact_count(), 1, "no duplicate");
    }

    function test_managersRemoveAnArtifact() public {
        _register(address(artifact));
        vm.expectEmit(address(registry));
        emit ISettlementArtifactRegistry.SettlementArtifactRemoved(address(artifact));
        vm.startPrank(manager);
        registry.removeSettlementArtifact(address(artifact));
        vm.expectRevert(abi.encodeWithSelector(ISettlementArtifactRegistry.NotRegistered.selector, address(artifact)));
        registry.removeSettlementArtifact(address(artifact));
        vm.stopPrank();
        vm.assertEq(registry.getSettlementArtifacts().length, 0, "empty");
    }

    function test_othersNeitherRegisterNorRemove() public {
        _register(address(artifact));
        vm.startPrank(user);
        vm.expectRevert(_missing_role(user, "MANAGER_ROLE"));
        registry.registrySettlementArtifact(address(artifact));
        vm.expectRevert(_missing_role(user, "MANAGER_ROLE"));
        registry.removeSettlementArtifact(address(artifact));
    }

    function test_noRoleIsGivenToNobody() public {
        vm.expectRevert(ISettlementArtifactRegistry.ZeroAccount.selector);
        new SettlementArtifactRegistry(owner, _one(address(0)), 8);
    }

    function test_theListIsReadInPages() public {
        address[] memory all = new address[](5);
        for (uint256 i; i < 5; ++i) {
            all[i] = address(_answering());
            _register(all[i]);
        }
        address[] memory page = registry.settlement_artifacts(1, 3);
        vm.assertEq(page.length, 3, "a page");
        vm.assertEq(page[0], all[1], "its first");
        vm.assertEq(page[2], all[3], "its last");
        vm.assertEq(registry.settlement_artifacts(4, type(uint256).max).length, 1, "the end is shorter");
        vm.assertEq(registry.settlement_artifacts(6, 3).length, 0, "nothing behind the end");
        vm.assertEq(registry.settlement_artifacts(0, 0).length, 0, "a page of none");
    }

    // ------------------------------------------------------------------ the probe

    function test_anAccountWithoutCodeIsNoArtifact() public {
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(ISettlementArtifactRegistry.NotAContract.selector, user));
        registry.registrySettlementArtifact(user);
    }

    function test_metadataAsBytesIsTakenToo() public {
        Answering account = _answering();
        account.teach(ISettlementArtifact.artifact_metadata.selector, abi.encode(bytes(hex"00ff00ff")));
        _register(address(account));
    }

    function test_otherDecimalsAreRefused() public {
        Answering account = _answering();
        account.teach(IERC20Metadata.decimals.selector, abi.encode(18));
        vm.prank(manager);
        vm.expectRevert(
            abi.encodeWithSelector(
                ISettlementArtifactRegistry.UnexpectedDecimals.selector, address(account), uint256(8), uint256(18)
            )
        );
        registry.registrySettlementArtifact(address(account));
    }

    function test_whatAnswersAnythingIsNoArtifact() public {
        Answering account = _answering();
        account.teach(0xffffffff, abi.encode(1));
        _refused(account, 0xffffffff);
        account.teach(0xffffffff, "");
        _register(address(account));
    }

    function test_everyNumberMustBeOneWord() public {
        bytes4[4] memory questions = [
            IERC20Metadata.decimals.selector,
            IERC20.totalSupply.selector,
            IERC20.balanceOf.selector,
            IERC20.allowance.selector
        ];
        for (uint256 i; i < questions.length; ++i) {
            Answering account = _answering();
            account.teach(questions[i], "");
            _refused(account, questions[i]);
            account.teach(questions[i], abi.encode(8, 8));
            _refused(account, questions[i]);
            account.spoil(questions[i], Answering.Manner.Refuses);
            _refused(account, questions[i]);
        }
    }

    function test_everyTextMustBeText() public {
        bytes4[3] memory questions = [
            IERC20Metadata.name.selector, IERC20Metadata.symbol.selector, ISettlementArtifact.artifact_metadata.selector
        ];
        for (uint256 i; i < questions.length; ++i) {
            Answering account = _answering();
            account.teach(questions[i], abi.encode(8));
            _refused(account, questions[i]);
            account.teach(questions[i], abi.encode(""));
            _refused(account, questions[i]);
            account.teach(questions[i], abi.encode(64, 1, 1));
            _refused(account, questions[i]);
            account.teach(questions[i], abi.encode(32, 33, 1));
            _refused(account, questions[i]);
            account.teach(questions[i], abi.encode(32, type(uint256).max, 1));
            _refused(account, questions[i]);
            account.teach(questions[i], abi.encode(32, 0, 1));
            _refused(account, questions[i]);
            account.spoil(questions[i], Answering.Manner.Refuses);
            _refused(account, questions[i]);
        }
    }

    function test_aHostileAnswerCostsLittle() public {
        Answering.Manner[2] memory manners = [Answering.Manner.BurnsAllGas, Answering.Manner.ReturnsABomb];
        for (uint256 i; i < manners.length; ++i) {
            Answering account = _answering();
            account.spoil(ISettlementArtifact.artifact_metadata.selector, manners[i]);
            uint256 before = gasleft();
            _refused(account, ISettlementArtifact.artifact_metadata.selector);
            vm.assertLt(before - gasleft(), 500_000, "gas");
        }
    }

    // ------------------------------------------------------------------ words

    function _register(address account) private {
        vm.prank(manager);
        registry.registrySettlementArtifact(account);
    }

    function _refused(Answering account, bytes4 question) private {
        vm.prank(manager);
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementArtifactRegistry.NotAnArtifact.selector, address(account), question)
        );
        registry.registrySettlementArtifact(address(account));
    }

    /// @dev Not an artifact of ours, and answering like one.
    function _answering() private returns (Answering account) {
        account = new Answering();
        account.teach(IERC20Metadata.decimals.selector, abi.encode(8));
        account.teach(IERC20.totalSupply.selector, abi.encode(100));
        account.teach(IERC20.balanceOf.selector, abi.encode(0));
        account.teach(IERC20.allowance.selector, abi.encode(0));
        account.teach(IERC20Metadata.name.selector, abi.encode("Name"));
        account.teach(IERC20Metadata.symbol.selector, abi.encode("SYM"));
        account.teach(ISettlementArtifact.artifact_metadata.selector, abi.encode("ipfs://other"));
    }
}
