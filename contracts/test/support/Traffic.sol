// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20SettlementHandler} from "../../src/ERC20SettlementHandler.sol";
import {CrossChainMsgStatus, CrossChainTxStatus, InboundCallback, InboundMessage} from "../../src/SettlementTypes.sol";
import {IGasService} from "../../src/interfaces/IGasService.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {MerkleTree} from "./MerkleTree.sol";
import {Suite} from "./Suite.sol";
import {Vm, vm} from "../../support/Vm.sol";

/// @notice Everything that can happen on both chains, in any order and more than once, with honest
/// validators: all four modes both ways, late and repeated deliveries, closed routes, too little
/// liquidity, expiries, changes of the validator set, payments and refunds.
contract Traffic is Suite {
    uint256 private constant KINDS = 8;

    /// @dev What was sent, and over which of the eight directed routes.
    InboundMessage[] private _messages;
    uint256[] private _kinds;
    mapping(uint256 txid => uint256) public results_there;
    mapping(uint256 txid => uint256) public results_home;
    mapping(uint256 txid => mapping(address payer => uint256)) public refunds_of;
    uint256[2] public paid_in;
    uint256[2] public paid_out;

    constructor() {
        super.setUp();
    }

    /// @dev Done once, above.
    function setUp() public pure override {}

    // ------------------------------------------------------------------ what can happen

    function send(uint256 kind, uint256 amount, uint256 prepaid) external {
        kind %= KINDS;
        (Chain storage from, ERC20SettlementHandler source, Chain storage to, ERC20SettlementHandler target) =
            _route(kind);
        uint256 held = source.token().balanceOf(user);
        if (held == 0 || !source.is_valid_handler(to.name, _id(address(target)))) return;
        amount = 1 + amount % (held < 60 * UNIT ? held : 60 * UNIT);
        prepaid = prepaid % 0.2 ether;
        if (user.balance < prepaid) prepaid = 0;
        InboundMessage memory message = _send(from, source, to, target, amount, prepaid);
        message.signatures = _sign(_receive_digest(to, message), 3);
        _messages.push(message);
        _kinds.push(kind);
        paid_in[kind % 2] += prepaid;
    }

    function deliver(uint256 pick) external {
        if (_messages.length == 0) return;
        pick %= _messages.length;
        vm.recordLogs();
        _deliver_all(_to(pick), _one(_messages[pick]));
        _count_results();
    }

    /// @dev Up to four messages of one direction, whatever became of them before.
    function deliver_bundle(uint256 start, uint256 direction) external {
        InboundMessage[] memory some = _some(start, direction % 2);
        if (some.length == 0) return;
        Chain storage to = direction % 2 == 0 ? beta : alpha;
        bytes32[] memory leaves = new bytes32[](some.length);
        uint256[] memory members = new uint256[](some.length);
        for (uint256 i; i < some.length; ++i) {
            leaves[i] = _receive_digest(to, some[i]);
            members[i] = i;
        }
        (bytes32[] memory proof, bool[] memory flags) = MerkleTree.multiproof(leaves, members);
        bytes memory signatures = _sign(_bundle_digest(leaves), 3);
        vm.recordLogs();
        to.settlement.receive_cross_chain_bundle(some, proof, flags, signatures);
        _count_results();
    }

    function expire(uint256 pick) external {
        if (_messages.length == 0) return;
        pick %= _messages.length;
        InboundMessage memory message = _messages[pick];
        Chain storage to = _to(pick);
        _on(to);
        message.signatures = _sign(to.settlement.expire_digest(message), 3);
        vm.recordLogs();
        _expire_all(to, _one(message));
        _count_results();
    }

    /// @dev Only what the destination recorded is signed.
    function settle(uint256 pick) external {
        if (_messages.length == 0) return;
        pick %= _messages.length;
        InboundMessage memory message = _messages[pick];
        CrossChainMsgStatus end = _received(_to(pick), message);
        if (end == CrossChainMsgStatus.Unknow) return;
        InboundCallback[] memory callbacks = new InboundCallback[](1);
        callbacks[0] = _result(_to(pick), _from(pick), message, end);
        callbacks[0].signatures = _sign(_callback_digest(_from(pick), callbacks[0]), 3);
        vm.recordLogs();
        _bring_home_all(_from(pick), callbacks);
        _count_results();
    }

    /// @dev What arrived can be sent back.
    function hand_over(uint256 kind) external {
        (,,, ERC20SettlementHandler target) = _route(kind % KINDS);
        IERC20 token = target.token();
        uint256 held = token.balanceOf(receiver);
        vm.prank(receiver);
        token.transfer(user, held);
    }

    function turn_route(uint256 kind, bool open) external {
        (Chain storage from, ERC20SettlementHandler source,, ERC20SettlementHandler target) = _route(kind % KINDS);
        vm.startPrank(owner);
        target.remove_handler(from.name, _id(address(source)));
        if (open) {
            target.add_handler(from.name, _id(address(source)));
            target.set_remote_token(from.name, _id(address(source)), _id(address(source.token())));
        }
        vm.stopPrank();
    }

    function pass_time(uint256 time) external {
        vm.warp(block.timestamp + time % 3 days);
    }

    function change_validators(uint256 side, uint256 required, uint256 what) external {
        Chain storage chain = side % 2 == 0 ? alpha : beta;
        (address[] memory waiting,, uint48 due) = chain.verifier.scheduled();
        if (waiting.length == 0) {
            vm.prank(owner);
            chain.verifier
                .schedule_validators(_validators(), uint16(1 + required % 3), uint48(block.timestamp) + MIN_DELAY);
        } else if (block.timestamp >= due) {
            chain.verifier.activate_scheduled();
        } else if (what % 4 == 0) {
            vm.prank(guardian);
            chain.verifier.cancel_scheduled();
        }
    }

    function pay_for(uint256 pick, uint256 amount, bool own_account) external {
        if (_messages.length == 0) return;
        pick %= _messages.length;
        amount = amount % 0.1 ether;
        if (relayer.balance < amount || _created(_from(pick), _messages[pick]) != CrossChainMsgStatus.Pending) return;
        IGasService gas = _from(pick).gas;
        vm.prank(relayer);
        if (own_account) gas.prepay{value: amount}(_messages[pick].txid, relayer);
        else gas.top_up{value: amount}(_messages[pick].txid);
        paid_in[_kinds[pick] % 2] += amount;
    }

    function refund(uint256 pick, uint256 amount, bool of_relayer) external {
        if (_messages.length == 0) return;
        pick %= _messages.length;
        IGasService gas = _from(pick).gas;
        IGasService.Refund[] memory orders = new IGasService.Refund[](2);
        orders[0] = IGasService.Refund(_messages[pick].txid, of_relayer ? relayer : user, amount % 0.25 ether);
        orders[1] = orders[0];
        uint256 before = address(gas).balance;
        vm.recordLogs();
        vm.prank(refunder);
        gas.refund(orders);
        paid_out[_kinds[pick] % 2] += before - address(gas).balance;
        refunds_of[orders[0].txid][orders[0].to] += _count(vm.getRecordedLogs(), IGasService.GasRefunded.selector);
    }

    function collect(uint256 side, uint256 amount) external {
        IGasService gas = (side % 2 == 0 ? alpha : beta).gas;
        uint256 available = gas.collectable();
        if (available == 0) return;
        amount = 1 + amount % available;
        vm.prank(owner);
        gas.collect(relayer, amount);
        paid_out[side % 2] += amount;
    }

    // ------------------------------------------------------------------ what stays true

    /// @return pending of each route, what is in escrow at its source
    /// @return between of each route, what is delivered there and not yet settled at its source
    function sums() public view returns (uint256[KINDS] memory pending, uint256[KINDS] memory between) {
        for (uint256 i; i < _messages.length; ++i) {
            if (_created(_from(i), _messages[i]) != CrossChainMsgStatus.Pending) continue;
            uint256 amount = _amount(i);
            pending[_kinds[i]] += amount;
            if (_received(_to(i), _messages[i]) == CrossChainMsgStatus.Success) between[_kinds[i]] += amount;
        }
    }

    /// @return supply of the burned-and-minted token over both chains, without what is counted twice
    function minted_supply(uint256[KINDS] memory between) external view returns (uint256 supply) {
        supply = alpha.token.totalSupply() + beta.token.totalSupply() - between[0] - between[1];
    }

    /// @return liquidity of the locking pair over both chains, with what is paid out and not yet kept
    function locked_liquidity(uint256[KINDS] memory between) external view returns (uint256 liquidity) {
        liquidity = alpha.lock_unlock.liquidity() + beta.lock_unlock.liquidity() + between[2] + between[3];
    }

    /// @notice Whether every wrapped token is backed at its home.
    function wrapped_is_backed(uint256[KINDS] memory between) external view returns (bool) {
        return beta.wrapped.totalSupply() == alpha.lock_mint.liquidity() + between[4] + between[5]
            && alpha.wrapped.totalSupply() == beta.lock_mint.liquidity() + between[6] + between[7];
    }

    /// @notice Whether every handler holds in escrow what its pending messages say.
    function escrow_is(uint256[KINDS] memory pending) external view returns (bool) {
        for (uint256 kind; kind < KINDS; ++kind) {
            (, ERC20SettlementHandler source,,) = _route(kind);
            if (source.escrowed() != pending[kind]) return false;
        }
        return true;
    }

    function records_agree() external view returns (bool) {
        for (uint256 i; i < _messages.length; ++i) {
            (, ERC20SettlementHandler source,,) = _route(_kinds[i]);
            (, CrossChainTxStatus transfer,) = source.create_cross_txs(_messages[i].txid);
            CrossChainMsgStatus created = _created(_from(i), _messages[i]);
            CrossChainMsgStatus received = _received(_to(i), _messages[i]);
            if (created == CrossChainMsgStatus.Pending) {
                if (transfer != CrossChainTxStatus.Pending) return false;
            } else if (created != received) {
                return false;
            } else if (created == CrossChainMsgStatus.Success) {
                if (transfer != CrossChainTxStatus.Settled) return false;
            } else if (transfer != CrossChainTxStatus.Failed) {
                return false;
            }
        }
        return true;
    }

    /// @notice Whether nothing was delivered, settled or refunded twice.
    function nothing_happened_twice() external view returns (bool) {
        for (uint256 i; i < _messages.length; ++i) {
            uint256 txid = _messages[i].txid;
            if (results_there[txid] > 1 || results_home[txid] > 1) return false;
            if (refunds_of[txid][user] > 1 || refunds_of[txid][relayer] > 1) return false;
        }
        return true;
    }

    function vaults_are_solvent() external view returns (bool) {
        return _is_solvent(alpha, 0) && _is_solvent(beta, 1);
    }

    function thresholds_hold() external view returns (bool) {
        return _threshold_holds(alpha) && _threshold_holds(beta);
    }

    // ------------------------------------------------------------------ steps

    /// @dev Even kinds leave Alpha, odd ones Beta; the pair of modes is `kind / 2`.
    function _route(uint256 kind)
        private
        view
        returns (Chain storage from, ERC20SettlementHandler source, Chain storage to, ERC20SettlementHandler target)
    {
        (from, to) = kind % 2 == 0 ? (alpha, beta) : (beta, alpha);
        if (kind < 2) return (from, from.mint_burn, to, to.mint_burn);
        if (kind < 4) return (from, from.lock_unlock, to, to.lock_unlock);
        // Alpha's coin and its wrapping on Beta, then Beta's on Alpha.
        if (kind == 4 || kind == 7) return (from, from.lock_mint, to, to.burn_unlock);
        return (from, from.burn_unlock, to, to.lock_mint);
    }

    function _from(uint256 i) private view returns (Chain storage from) {
        (from,,,) = _route(_kinds[i]);
    }

    function _to(uint256 i) private view returns (Chain storage to) {
        (,, to,) = _route(_kinds[i]);
    }

    function _amount(uint256 i) private view returns (uint256 amount) {
        (, ERC20SettlementHandler source,,) = _route(_kinds[i]);
        (,, amount) = source.create_cross_txs(_messages[i].txid);
    }

    function _some(uint256 start, uint256 direction) private view returns (InboundMessage[] memory some) {
        some = new InboundMessage[](4);
        uint256 found;
        for (uint256 i; i < _messages.length && found < 4; ++i) {
            uint256 next = (start % _messages.length + i) % _messages.length;
            if (_kinds[next] % 2 == direction) some[found++] = _messages[next];
        }
        assembly {
            mstore(some, found)
        }
    }

    function _count_results() private {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] == ISettlement.CrossChainHandleResult.selector) {
                ++results_there[uint256(logs[i].topics[1])];
            }
            if (logs[i].topics[0] == ISettlement.CrossChainResult.selector) ++results_home[uint256(logs[i].topics[1])];
        }
    }

    function _is_solvent(Chain storage chain, uint256 side) private view returns (bool) {
        uint256 owed = chain.gas.claimable(user) + chain.gas.claimable(relayer) + chain.gas.collectable();
        for (uint256 i; i < _messages.length; ++i) {
            if (_kinds[i] % 2 != side) continue;
            (uint256 of_user,) = chain.gas.account(_messages[i].txid, user);
            (uint256 of_relayer,) = chain.gas.account(_messages[i].txid, relayer);
            owed += of_user + of_relayer;
        }
        uint256 held = address(chain.gas).balance;
        return owed == held && held == paid_in[side] - paid_out[side];
    }

    function _threshold_holds(Chain storage chain) private view returns (bool) {
        uint256 required = chain.verifier.required_validators();
        return required >= 1 && required <= chain.verifier.validator_count();
    }
}
