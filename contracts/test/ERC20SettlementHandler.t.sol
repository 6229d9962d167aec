// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ERC20SettlementHandler} from "../src/ERC20SettlementHandler.sol";
import {
    CrossChainMsgStatus,
    CrossChainTxStatus,
    InboundMessage,
    PayloadType,
    SettlementMode
} from "../src/SettlementTypes.sol";
import {IERC20SettlementHandler} from "../src/interfaces/IERC20SettlementHandler.sol";
import {Suite} from "./support/Suite.sol";
import {FeeToken, SilentToken} from "./support/Tokens.sol";
import {vm} from "../support/Vm.sol";

/// @notice Escrow, liquidity and the kinds of tokens there are.
contract ERC20SettlementHandlerTest is Suite {
    uint256 private constant AMOUNT = 10 * UNIT;

    function test_unlocksNeverTouchTheEscrow() public {
        // Beta holds 100 of liquidity and 60 in escrow; 101 must not be unlocked.
        InboundMessage memory outgoing = _send(beta, beta.lock_unlock, alpha, alpha.lock_unlock, 60 * UNIT, 0);
        InboundMessage memory incoming = _send_lock_unlock(101 * UNIT);
        _deliver(beta, incoming);
        _expect(_received(beta, incoming), CrossChainMsgStatus.Failed, "more than the liquidity");
        InboundMessage memory fitting = _send_lock_unlock(100 * UNIT);
        _deliver(beta, fitting);
        _expect(_received(beta, fitting), CrossChainMsgStatus.Success, "all of the liquidity");
        uint256 before = beta.coin.balanceOf(user);
        _bring_home(beta, _result(alpha, beta, outgoing, CrossChainMsgStatus.Failed));
        vm.assertEq(beta.coin.balanceOf(user), before + 60 * UNIT, "the refund is still there");
        vm.assertEq(beta.coin.balanceOf(address(beta.lock_unlock)), 0, "nothing left");
    }

    function test_tokensThatTakeAFeeAreNotCarried() public {
        FeeToken token = new FeeToken();
        (ERC20SettlementHandler from, ERC20SettlementHandler to) = _lock_pair(address(token));
        token.mint(user, AMOUNT);
        vm.startPrank(user);
        token.approve(address(from), AMOUNT);
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC20SettlementHandler.UnexpectedAmountReceived.selector, AMOUNT, AMOUNT - AMOUNT / 100
            )
        );
        from.cross_chain_erc20_settlement("Beta", _id(address(to)), _id(address(beta.coin)), _id(receiver), AMOUNT);
    }

    function test_tokensThatReturnNothingAreCarried() public {
        SilentToken token = new SilentToken();
        (ERC20SettlementHandler from, ERC20SettlementHandler to) = _lock_pair(address(token));
        token.mint(user, AMOUNT);
        vm.startPrank(user);
        token.approve(address(from), AMOUNT);
        vm.recordLogs();
        from.cross_chain_erc20_settlement("Beta", _id(address(to)), _id(address(beta.coin)), _id(receiver), AMOUNT);
        vm.stopPrank();
        InboundMessage memory message = _sent();
        _bring_home(alpha, _result(beta, alpha, message, CrossChainMsgStatus.Failed));
        vm.assertEq(token.balanceOf(user), AMOUNT, "refunded");
    }

    function test_handlerTrustsOnlyItsSettlementContract() public {
        vm.expectRevert(abi.encodeWithSelector(IERC20SettlementHandler.OnlySettlement.selector, address(this)));
        beta.mint_burn.receive_cross_chain_msg(1, "Alpha", 1, 1, PayloadType.ERC20, "", 0, "");
        vm.expectRevert(abi.encodeWithSelector(IERC20SettlementHandler.OnlySettlement.selector, address(this)));
        beta.mint_burn.receive_cross_chain_callback(1, "Alpha", 1, CrossChainMsgStatus.Success, 0, "");
    }

    function test_handlerSettlesOnlyWhatIsPending() public {
        vm.prank(address(alpha.settlement));
        vm.expectRevert(
            abi.encodeWithSelector(IERC20SettlementHandler.InvalidTransferStatus.selector, 1, CrossChainTxStatus.Unknow)
        );
        alpha.mint_burn.receive_cross_chain_callback(1, "Beta", 1, CrossChainMsgStatus.Failed, 0, "");
    }

    function test_mintingHandlersTakeNoLiquidity() public {
        vm.expectRevert(
            abi.encodeWithSelector(IERC20SettlementHandler.LiquidityUnused.selector, SettlementMode.MintBurn)
        );
        alpha.mint_burn.add_liquidity(1);
        vm.expectRevert(IERC20SettlementHandler.ZeroAmount.selector);
        alpha.lock_unlock.add_liquidity(0);
    }

    function test_onlyManagersOpenRoutes() public {
        vm.startPrank(user);
        vm.expectRevert();
        alpha.mint_burn.add_handler("Beta", 1);
        vm.expectRevert();
        alpha.mint_burn.remove_handler("Beta", 1);
        vm.expectRevert();
        alpha.mint_burn.set_remote_token("Beta", 1, 1);
        vm.stopPrank();
        vm.prank(owner);
        vm.expectRevert(abi.encodeWithSelector(IERC20SettlementHandler.RouteUnknown.selector, "Gamma", 1));
        alpha.mint_burn.set_remote_token("Gamma", 1, 2);
    }

    function testFuzz_supplyIsConstantWhateverTheOutcome(uint64 amount, bool succeeds) public {
        vm.assume(amount > 0 && amount <= 1_000 * UNIT);
        uint256 supply = alpha.token.totalSupply() + beta.token.totalSupply();
        InboundMessage memory message = _send_mint_burn(amount, 0);
        if (succeeds) _deliver(beta, message);
        CrossChainMsgStatus end = succeeds ? CrossChainMsgStatus.Success : CrossChainMsgStatus.Failed;
        _bring_home(alpha, _result(beta, alpha, message, end));
        vm.assertEq(alpha.token.totalSupply() + beta.token.totalSupply(), supply, "supply");
        vm.assertEq(alpha.mint_burn.escrowed(), 0, "escrow");
    }

    /// @dev Alpha's side locks `token`, Beta's side is the test token.
    function _lock_pair(address token) private returns (ERC20SettlementHandler from, ERC20SettlementHandler to) {
        from = _new_handler(alpha, SettlementMode.LockUnlock, token);
        to = _new_handler(beta, SettlementMode.LockUnlock, address(beta.coin));
        _connect(alpha, from, beta, to);
    }
}
