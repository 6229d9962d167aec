// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainMsgStatus, CrossChainTxStatus, InboundMessage} from "../src/SettlementTypes.sol";
import {ERC20SettlementHandler} from "../src/ERC20SettlementHandler.sol";
import {IGasService} from "../src/interfaces/IGasService.sol";
import {Suite} from "./support/Suite.sol";
import {vm} from "../support/Vm.sol";

/// @notice Everything that can happen, in any order and more than once, with honest validators.
contract Traffic is Suite {
    InboundMessage[] private _messages;
    bool[] private _minting;
    uint256 public paid_in;
    uint256 public paid_out;

    constructor() {
        super.setUp();
    }

    /// @dev Done once, above.
    function setUp() public pure override {}

    function send(uint256 amount, uint256 prepaid, bool minting) external {
        amount = 1 + amount % (5 * UNIT);
        prepaid = prepaid % 1 ether;
        if (user.balance < prepaid || _tokens_of_user(minting) < amount) return;
        InboundMessage memory message = minting
            ? _send(alpha, alpha.mint_burn, beta, beta.mint_burn, amount, prepaid)
            : _send(alpha, alpha.lock_unlock, beta, beta.lock_unlock, amount, prepaid);
        _messages.push(message);
        _minting.push(minting);
        paid_in += prepaid;
    }

    function deliver(uint256 pick) external {
        (bool any, InboundMessage memory message) = _pick(pick);
        if (any) _deliver_all(beta, _one(message));
    }

    function deliver_everything_again() external {
        _deliver_all(beta, _messages);
    }

    /// @dev Only what the destination recorded is signed.
    function settle(uint256 pick) external {
        (bool any, InboundMessage memory message) = _pick(pick);
        if (!any) return;
        CrossChainMsgStatus end = _received(beta, message);
        if (end == CrossChainMsgStatus.Unknow || _created(alpha, message) != CrossChainMsgStatus.Pending) return;
        _bring_home(alpha, _result(beta, alpha, message, end));
    }

    function close_the_route(bool open) external {
        vm.startPrank(owner);
        beta.mint_burn.remove_handler("Alpha", _id(address(alpha.mint_burn)));
        if (open) {
            beta.mint_burn.add_handler("Alpha", _id(address(alpha.mint_burn)));
            beta.mint_burn.set_remote_token("Alpha", _id(address(alpha.mint_burn)), _id(address(alpha.token)));
        }
        vm.stopPrank();
    }

    function top_up(uint256 pick, uint256 amount) external {
        (bool any, InboundMessage memory message) = _pick(pick);
        amount = amount % 1 ether;
        if (!any || relayer.balance < amount) return;
        (,, bool closed) = alpha.gas.account(message.txid);
        if (closed) return;
        vm.prank(relayer);
        alpha.gas.top_up{value: amount}(message.txid);
        paid_in += amount;
    }

    function refund(uint256 pick, uint256 amount) external {
        (bool any, InboundMessage memory message) = _pick(pick);
        if (!any) return;
        IGasService.Refund[] memory refunds = new IGasService.Refund[](2);
        refunds[0] = IGasService.Refund(message.txid, user, amount % 1.2 ether);
        refunds[1] = refunds[0];
        uint256 before = address(alpha.gas).balance;
        vm.prank(refunder);
        alpha.gas.refund(refunds);
        paid_out += before - address(alpha.gas).balance;
    }

    function collect(uint256 amount) external {
        uint256 available = alpha.gas.collectable();
        if (available == 0) return;
        amount = 1 + amount % available;
        vm.prank(owner);
        alpha.gas.collect(relayer, amount);
        paid_out += amount;
    }

    // ------------------------------------------------------------------ what the invariants look at

    function vault_balance() external view returns (uint256) {
        return address(alpha.gas).balance;
    }

    function vault_liabilities() external view returns (uint256) {
        return alpha.gas.liabilities();
    }

    function open_accounts() external view returns (uint256 sum) {
        for (uint256 i; i < _messages.length; ++i) {
            (uint256 prepaid,, bool closed) = alpha.gas.account(_messages[i].txid);
            if (!closed) sum += prepaid;
        }
        sum += alpha.gas.claimable(user);
    }

    /// @dev Delivered but not yet settled mints count twice: as escrow here and as supply there.
    function minted_supply() external view returns (uint256 sum) {
        sum = alpha.token.totalSupply() + beta.token.totalSupply();
        for (uint256 i; i < _messages.length; ++i) {
            bool minted = _minting[i] && _received(beta, _messages[i]) == CrossChainMsgStatus.Success;
            if (minted && _created(alpha, _messages[i]) == CrossChainMsgStatus.Pending) {
                sum -= _amount_of(alpha.mint_burn, i);
            }
        }
    }

    function backing_is_whole() external view returns (bool) {
        return _backed(alpha.lock_unlock) && _backed(beta.lock_unlock)
            && alpha.token.balanceOf(address(alpha.mint_burn)) == alpha.mint_burn.escrowed();
    }

    function escrow_is_the_pending_transfers() external view returns (bool) {
        uint256 minting;
        uint256 locking;
        for (uint256 i; i < _messages.length; ++i) {
            if (_created(alpha, _messages[i]) != CrossChainMsgStatus.Pending) continue;
            if (_minting[i]) minting += _amount_of(alpha.mint_burn, i);
            else locking += _amount_of(alpha.lock_unlock, i);
        }
        return minting == alpha.mint_burn.escrowed() && locking == alpha.lock_unlock.escrowed();
    }

    function records_agree() external view returns (bool) {
        for (uint256 i; i < _messages.length; ++i) {
            ERC20SettlementHandler handler = _minting[i] ? alpha.mint_burn : alpha.lock_unlock;
            (, CrossChainTxStatus status,) = handler.create_cross_txs(_messages[i].txid);
            CrossChainMsgStatus created = _created(alpha, _messages[i]);
            if (created == CrossChainMsgStatus.Pending && status != CrossChainTxStatus.Pending) return false;
            if (created == CrossChainMsgStatus.Success && status != CrossChainTxStatus.Settled) return false;
            if (created == CrossChainMsgStatus.Failed && status != CrossChainTxStatus.Failed) return false;
        }
        return true;
    }

    function _backed(ERC20SettlementHandler handler) private view returns (bool) {
        return handler.token().balanceOf(address(handler)) == handler.escrowed() + handler.liquidity();
    }

    function _amount_of(ERC20SettlementHandler handler, uint256 i) private view returns (uint256 amount) {
        (,, amount) = handler.create_cross_txs(_messages[i].txid);
    }

    function _tokens_of_user(bool minting) private view returns (uint256) {
        return minting ? alpha.token.balanceOf(user) : alpha.coin.balanceOf(user);
    }

    function _pick(uint256 pick) private view returns (bool any, InboundMessage memory message) {
        if (_messages.length == 0) return (false, message);
        return (true, _messages[pick % _messages.length]);
    }

    function _one(InboundMessage memory message) private pure returns (InboundMessage[] memory messages) {
        messages = new InboundMessage[](1);
        messages[0] = message;
    }
}

/// @notice What stays true whatever the traffic does.
contract InvariantsTest {
    bool public constant IS_TEST = true;

    Traffic private _traffic;
    uint256 private _supply;

    function setUp() public {
        _traffic = new Traffic();
        _supply = _traffic.minted_supply();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_traffic);
    }

    /// @dev One campaign checks them all.
    function invariant_booksBalance() public view {
        vm.assertGe(_traffic.vault_balance(), _traffic.vault_liabilities(), "the vault is solvent");
        vm.assertEq(_traffic.vault_liabilities(), _traffic.open_accounts(), "the vault owes the open accounts");
        vm.assertEq(_traffic.vault_balance(), _traffic.paid_in() - _traffic.paid_out(), "wei in, wei out");
        vm.assertEq(_traffic.minted_supply(), _supply, "supply over both chains");
        vm.assertTrue(_traffic.backing_is_whole(), "held = escrow + liquidity");
        vm.assertTrue(_traffic.escrow_is_the_pending_transfers(), "escrow = pending transfers");
        vm.assertTrue(_traffic.records_agree(), "handler and settlement records agree");
    }
}
