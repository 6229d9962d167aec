// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainMsgStatus, CrossChainTxStatus} from "../../src/SettlementTypes.sol";
import {ArtifactWrapper} from "../../src/artifacts/ArtifactWrapper.sol";
import {BtcArtifactStaking} from "../../src/artifacts/BtcArtifactStaking.sol";
import {TransferPolicy} from "../../src/artifacts/ISettlementArtifact.sol";
import {IBtcSettlementHandler} from "../../src/btc/IBtcSettlementHandler.sol";
import {vm} from "../../support/Vm.sol";
import {ArtifactWorld} from "./support/ArtifactWorld.sol";

/// @notice BTC comes in, goes out, fails, is staked, wrapped, paused and frozen, in any order and more
/// than once. Beside it a model that knows nothing of the contracts' books.
contract BtcTraffic is ArtifactWorld {
    /// @dev What an output stands for, in the model.
    struct Output {
        bool seen;
        bool minted;
        bool rejected;
        address receiver;
        uint256 amount;
    }

    BtcArtifactStaking public staking;
    ArtifactWrapper public wrapper;
    address[3] private _people;

    mapping(uint256 number => Output) private _outputs;
    uint256[] private _withdrawals;
    mapping(uint256 txid => uint256) private _asked;
    mapping(uint256 txid => uint8) private _ends;
    mapping(address account => uint256) private _staked;
    mapping(address account => uint256) private _points;

    uint256 public verified;
    uint256 public burned;
    bool public answers_are_right = true;

    uint256 private constant OUTPUTS = 16;

    constructor() {
        super.setUp();
        vm.warp(1_800_000_000);
        staking = new BtcArtifactStaking(address(artifact), address(btc));
        wrapper = new ArtifactWrapper(address(artifact), "Wrapped", "W");
        _allow(address(staking));
        _allow(address(wrapper));
        _people = [user, other, _account("third")];
        for (uint256 i; i < _people.length; ++i) {
            vm.startPrank(_people[i]);
            artifact.approve(address(staking), type(uint256).max);
            artifact.approve(address(wrapper), type(uint256).max);
            artifact.approve(address(btc), type(uint256).max);
            vm.stopPrank();
        }
    }

    /// @dev Done once, above.
    function setUp() public pure override {}

    // ------------------------------------------------------------------ what happens

    /// @notice A message about one of few outputs, so that many are repeated and some contradict.
    function deposit(uint256 number, uint256 who, uint256 amount, uint8 kind) external {
        number = 1 + number % OUTPUTS;
        address to = _people[who % 3];
        amount = _between(amount, 1, 10 * UNIT);
        uint256 vault = kind % 4 == 0 ? OTHER_VAULT : VAULT;
        uint256 receiver = kind % 16 == 7 ? 0 : uint160(to);
        bool success = _deposit_from(vault, _btc(number, 0, receiver, amount));

        Output storage output = _outputs[number];
        bool expected = receiver != 0 && !output.rejected;
        if (success != expected) answers_are_right = false;
        if (receiver == 0 || output.seen) return;
        _outputs[number] = Output(true, false, false, to, amount);
        if (!artifact.minting_paused() && btc.is_vault(vault)) _minted(number);
    }

    function credit(uint256 number) external {
        number = 1 + number % OUTPUTS;
        try btc.credit_deposit(_outpoint(number, 0)) {
            _minted(number);
        } catch {}
    }

    function give_up(uint256 number) external {
        number = 1 + number % OUTPUTS;
        vm.prank(manager);
        try btc.reject_deposit(_outpoint(number, 0)) {
            _outputs[number].rejected = true;
        } catch {}
    }

    function withdraw(uint256 who, uint256 amount) external {
        address from = _people[who % 3];
        amount = _some(amount, artifact.balanceOf(from));
        if (amount < MINIMUM) return;
        vm.prank(from);
        _left(btc.withdraw_request(BTC_ADDRESS, amount), amount);
    }

    function stake(uint256 who, uint256 amount) external {
        address from = _people[who % 3];
        amount = _some(amount, artifact.balanceOf(from));
        vm.prank(from);
        try staking.stake(amount) {
            _staked[from] += amount;
        } catch {}
    }

    function unstake(uint256 who, uint256 amount) external {
        address from = _people[who % 3];
        amount = _some(amount, _staked[from]);
        if (amount == 0) return;
        vm.prank(from);
        staking.unstake(amount);
        _staked[from] -= amount;
    }

    function withdraw_stake(uint256 who, uint256 amount) external {
        address from = _people[who % 3];
        amount = _some(amount, _staked[from]);
        if (amount < MINIMUM) return;
        vm.prank(from);
        _left(staking.requestWithdrawal(BTC_ADDRESS, amount), amount);
        _staked[from] -= amount;
    }

    function wrap(uint256 who, uint256 amount) external {
        address from = _people[who % 3];
        amount = _some(amount, artifact.balanceOf(from));
        vm.prank(from);
        try wrapper.deposit(amount) {} catch {}
    }

    function unwrap(uint256 who, uint256 amount) external {
        address from = _people[who % 3];
        amount = _some(amount, wrapper.balanceOf(from));
        if (amount == 0) return;
        vm.prank(from);
        wrapper.withdraw(amount);
    }

    /// @notice A result comes home, perhaps again and perhaps another one.
    function settle(uint256 pick, bool success) external {
        if (_withdrawals.length == 0) return;
        uint256 txid = _withdrawals[pick % _withdrawals.length];
        CrossChainMsgStatus status = success ? CrossChainMsgStatus.Success : CrossChainMsgStatus.Failed;
        try settlement.bring_home(btc, txid, status) {
            if (_ends[txid] != 0) answers_are_right = false;
            _ends[txid] = success ? 1 : 2;
            if (success) burned += _asked[txid];
        } catch {
            if (_ends[txid] == 0) answers_are_right = false;
        }
    }

    function pass_time(uint256 seconds_) external {
        seconds_ = seconds_ % 1 days;
        for (uint256 i; i < _people.length; ++i) {
            _points[_people[i]] += _staked[_people[i]] * seconds_;
        }
        vm.warp(block.timestamp + seconds_);
    }

    function pause_or_go_on(bool pause) external {
        if (pause == artifact.minting_paused()) return;
        vm.prank(pause ? guardian : manager);
        pause ? artifact.pause_minting() : artifact.unpause_minting();
    }

    function know_the_other_vault(bool known) external {
        if (known == btc.is_vault(OTHER_VAULT)) return;
        vm.prank(manager);
        known ? btc.add_vault(OTHER_VAULT) : btc.remove_vault(OTHER_VAULT);
    }

    function change_the_policy(uint8 policy) external {
        vm.prank(owner);
        artifact.set_transfer_policy(TransferPolicy(policy % 3));
    }

    // ------------------------------------------------------------------ what the invariants look at

    function supply() external view returns (uint256) {
        return artifact.totalSupply();
    }

    function supply_held() external view returns (uint256 sum) {
        for (uint256 i; i < _people.length; ++i) {
            sum += artifact.balanceOf(_people[i]);
        }
        sum += artifact.balanceOf(address(btc)) + artifact.balanceOf(address(staking))
        + artifact.balanceOf(address(wrapper));
    }

    function escrow_held() external view returns (uint256) {
        return artifact.balanceOf(address(btc));
    }

    function escrow_booked() external view returns (uint256) {
        (,, uint64 escrow, uint64 unclaimed) = btc.totals();
        return uint256(escrow) + unclaimed;
    }

    function escrow_expected() external view returns (uint256 sum) {
        for (uint256 i; i < _withdrawals.length; ++i) {
            if (_ends[_withdrawals[i]] == 0) sum += _asked[_withdrawals[i]];
        }
    }

    function records_agree() external view returns (bool) {
        for (uint256 i; i < _withdrawals.length; ++i) {
            uint256 txid = _withdrawals[i];
            (, CrossChainTxStatus status,, uint56 amount) = btc.withdrawals(txid);
            CrossChainTxStatus expected =
                [CrossChainTxStatus.Pending, CrossChainTxStatus.Settled, CrossChainTxStatus.Failed][_ends[txid]];
            if (status != expected || amount != _asked[txid]) return false;
        }
        for (uint256 number = 1; number <= OUTPUTS; ++number) {
            Output memory output = _outputs[number];
            (address receiver, uint64 amount, IBtcSettlementHandler.DepositStatus status) =
                btc.deposits(_outpoint(number, 0));
            if (receiver != output.receiver || amount != output.amount) return false;
            if (output.minted != (status == IBtcSettlementHandler.DepositStatus.Credited)) return false;
        }
        return true;
    }

    function stakes_expected() public view returns (uint256 sum) {
        for (uint256 i; i < _people.length; ++i) {
            sum += _staked[_people[i]];
        }
    }

    function stakes_and_points_agree() external view returns (bool) {
        for (uint256 i; i < _people.length; ++i) {
            (uint256 amount,,) = staking.stakes(_people[i]);
            if (amount != _staked[_people[i]]) return false;
            if (staking.getPoints(_people[i]) != _points[_people[i]]) return false;
        }
        return staking.total_staked() == stakes_expected();
    }

    function stakes_held() external view returns (uint256) {
        return artifact.balanceOf(address(staking));
    }

    function wrapped() external view returns (uint256) {
        return wrapper.totalSupply();
    }

    function wrapped_held() external view returns (uint256) {
        return artifact.balanceOf(address(wrapper));
    }

    // ------------------------------------------------------------------ words

    function _minted(uint256 number) private {
        _outputs[number].minted = true;
        verified += _outputs[number].amount;
    }

    function _left(uint256 txid, uint256 amount) private {
        if (_asked[txid] != 0) answers_are_right = false;
        _withdrawals.push(txid);
        _asked[txid] = amount;
    }

    function _some(uint256 amount, uint256 available) private pure returns (uint256) {
        return available == 0 ? 0 : _between(amount, 1, available);
    }
}

/// @notice What stays true of BTC and its artifacts whatever happens.
contract BtcInvariantsTest {
    bool public constant IS_TEST = true;

    BtcTraffic private _traffic;

    function setUp() public {
        _traffic = new BtcTraffic();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_traffic);
    }

    /// @dev One campaign checks them all.
    /// forge-config: default.invariant.runs = 256
    /// forge-config: default.invariant.depth = 128
    function invariant_everySatoshiIsAccountedFor() public view {
        vm.assertEq(_traffic.supply(), _traffic.verified() - _traffic.burned(), "supply = deposits - withdrawals");
        vm.assertEq(_traffic.supply_held(), _traffic.supply(), "no artifact is anywhere else");
        vm.assertEq(_traffic.escrow_held(), _traffic.escrow_booked(), "held = escrow + unclaimed");
        vm.assertEq(_traffic.escrow_held(), _traffic.escrow_expected(), "escrow = pending withdrawals");
        vm.assertTrue(_traffic.records_agree(), "records agree");
        vm.assertTrue(_traffic.answers_are_right(), "every message ended as the model says");
        vm.assertEq(_traffic.stakes_held(), _traffic.stakes_expected(), "held = stakes");
        vm.assertTrue(_traffic.stakes_and_points_agree(), "stakes and points agree");
        vm.assertEq(_traffic.wrapped_held(), _traffic.wrapped(), "held = wrapped");
    }
}
