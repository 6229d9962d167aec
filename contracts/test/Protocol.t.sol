// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ERC20SettlementHandler} from "../src/ERC20SettlementHandler.sol";
import {Governed} from "../src/Governed.sol";
import {SettlementToken} from "../src/SettlementToken.sol";
import {CrossChainMsgStatus, CrossChainTxStatus, PayloadType, SettlementMode} from "../src/SettlementTypes.sol";
import {IERC20SettlementHandler} from "../src/interfaces/IERC20SettlementHandler.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {ISettlementHandler} from "../src/interfaces/ISettlementHandler.sol";
import {ISettlementSignatureVerifier} from "../src/interfaces/ISettlementSignatureVerifier.sol";
import {Suite} from "./support/Suite.sol";
import {vm} from "../support/Vm.sol";

/// @notice What other implementations of the protocol rely on, byte for byte.
contract ProtocolTest is Suite {
    function test_settlementSelectorsAreTheProtocols() public pure {
        _selector(ISettlement.send_cross_chain_msg.selector, 0x1f3b5e2c, "send_cross_chain_msg");
        _selector(ISettlement.receive_cross_chain_msg.selector, 0xe9686c22, "receive_cross_chain_msg");
        _selector(ISettlement.receive_cross_chain_callback.selector, 0xae939fba, "receive_cross_chain_callback");
        _selector(ISettlement.is_validator.selector, 0xea2e2e1e, "is_validator");
        _selector(ISettlement.view_required_validators_num.selector, 0x13442302, "view_required_validators_num");
        _selector(ISettlement.create_cross_txs.selector, 0x810a771f, "create_cross_txs");
        _selector(Governed.add_manager.selector, 0x3922d551, "add_manager");
        _selector(Governed.remove_manager.selector, 0x111b93ee, "remove_manager");
        _selector(Governed.is_manager.selector, 0x7923ce4f, "is_manager");
    }

    function test_handlerSelectorsAreTheProtocols() public pure {
        _selector(ISettlementHandler.receive_cross_chain_msg.selector, 0xcaa493a0, "receive_cross_chain_msg");
        _selector(ISettlementHandler.receive_cross_chain_callback.selector, 0xda34ef30, "receive_cross_chain_callback");
        _selector(
            IERC20SettlementHandler.cross_chain_erc20_settlement.selector, 0xcc1a660b, "cross_chain_erc20_settlement"
        );
        _selector(IERC20SettlementHandler.is_valid_handler.selector, 0x4c9cd785, "is_valid_handler");
        _selector(IERC20SettlementHandler.add_handler.selector, 0xe8dc884d, "add_handler");
        _selector(IERC20SettlementHandler.remove_handler.selector, 0x061af48b, "remove_handler");
    }

    function test_verifierAndTokenSelectorsAreTheProtocols() public pure {
        _selector(ISettlementSignatureVerifier.verify.selector, 0x60f1b79d, "verify");
        _selector(SettlementToken.mint.selector, 0xa0712d68, "mint");
        _selector(SettlementToken.mint_to.selector, 0x833d6907, "mint_to");
        _selector(SettlementToken.burn.selector, 0x42966c68, "burn");
        _selector(SettlementToken.burn_from.selector, 0x0f536f84, "burn_from");
    }

    function test_eventTopicsAreTheProtocols() public pure {
        _topic(ISettlement.CrossChainMsg.selector, 0x62dc947ad0ca428e4b46b3feaaa1d1bec113825f33ea35be69676d81001933a0);
        _topic(
            ISettlement.CrossChainHandleResult.selector,
            0x82c210e1388cff20f2c4c6ff32bf14b4779aeac54e282927d5c1080e8553c96b
        );
        _topic(
            ISettlement.CrossChainResult.selector, 0xdd39056ac06beb4647eb2236351d793fa8e712bd3d7c436b2131f85a386e3a7b
        );
        _topic(
            IERC20SettlementHandler.CrossChainLocked.selector,
            0xc34934762522f34a5abf6eb41322782c7dfa79f354b04a7340a5fcb6f3f36825
        );
        _topic(Governed.ManagerAdded.selector, 0x05a4006f300442cf8b7fdb885f5ee958812020bffb5c5a8e655fde64e5f987ed);
        _topic(Governed.ManagerRemoved.selector, 0x3e902a6ee93dd5b2d48bd1009c7701a481be512b1ef73dbed2f95ea44c59ea88);
    }

    function test_rolesAreTheProtocols() public view {
        vm.assertEq(
            _governed(alpha).MANAGER_ROLE(),
            0x241ecf16d79d0f8dbfb92cbc07fe17840425976cf0667f022fe9877caa831b08,
            "MANAGER_ROLE"
        );
        vm.assertEq(
            alpha.token.OPERATOR_ROLE(),
            0x97667070c54ef182b0f5858b034beac1b6f3089aa2d3188bb1e8929f4fa9b929,
            "OPERATOR_ROLE"
        );
    }

    function test_enumsAreWireValues() public pure {
        vm.assertEq(uint256(PayloadType.ERC20), 5, "ERC20");
        vm.assertEq(uint256(PayloadType.ERC721), 6, "ERC721");
        vm.assertEq(uint256(CrossChainMsgStatus.Failed), 3, "Failed");
        vm.assertEq(uint256(CrossChainTxStatus.Failed), 4, "Failed transfer");
        vm.assertEq(uint256(SettlementMode.LockUnlock), 3, "LockUnlock");
    }

    function test_codeIsNotInitializable() public {
        address code = _settlement_code("Alpha", address(alpha.verifier), address(alpha.gas));
        (bool taken, bytes memory reason) = code.call(_settlement_start());
        vm.assertFalse(taken, "refused");
        vm.assertEq(reason, abi.encodeWithSignature("InvalidInitialization()"), "reason");
    }

    function test_onlyTheOwnerUpgrades() public {
        address code = address(
            new ERC20SettlementHandler(address(alpha.settlement), address(alpha.token), SettlementMode.MintBurn)
        );
        vm.prank(user);
        vm.expectRevert(abi.encodeWithSignature("AccessControlUnauthorizedAccount(address,bytes32)", user, bytes32(0)));
        alpha.mint_burn.upgradeToAndCall(code, "");
        vm.prank(owner);
        alpha.mint_burn.upgradeToAndCall(code, "");
        vm.assertEq(alpha.mint_burn.chain(), "Alpha", "the same chain");
    }

    function _selector(bytes4 actual, uint32 expected, string memory what) private pure {
        vm.assertEq(bytes32(actual), bytes32(bytes4(expected)), what);
    }

    function _topic(bytes32 actual, uint256 expected) private pure {
        vm.assertEq(uint256(actual), expected, "topic");
    }
}
