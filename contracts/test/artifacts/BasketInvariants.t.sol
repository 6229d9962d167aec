// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ArtifactBasket} from "../../src/artifacts/ArtifactBasket.sol";
import {IArtifactBasket} from "../../src/artifacts/IArtifactBasket.sol";
import {vm} from "../../support/Vm.sol";
import {ArtifactWorld} from "./support/ArtifactWorld.sol";
import {MoodyArtifact} from "./support/HostileArtifacts.sol";

/// @notice Three legs, of which one unbonds and one gets stuck now and then; shares are bought, moved and
/// redeemed, legs lose and are restored, gifts arrive.
contract BasketTraffic is ArtifactWorld {
    uint256 private constant LEGS = 3;

    ArtifactBasket private _basket;
    MoodyArtifact[LEGS] private _artifacts;
    address[3] private _people;
    uint256[LEGS] private _gifts;
    uint256[LEGS] private _lost;
    uint256[LEGS] private _restored;

    bool public worth_never_fell = true;
    bool public sold_when_whole = true;

    constructor() {
        vm.warp(1_800_000_000);
        IArtifactBasket.LegTerms[] memory legs = new IArtifactBasket.LegTerms[](LEGS);
        uint32[LEGS] memory ratios = [uint32(3), 7, 1];
        for (uint256 i; i < LEGS; ++i) {
            _artifacts[i] = new MoodyArtifact(8);
            legs[i] = IArtifactBasket.LegTerms(address(_artifacts[i]), ratios[i], i == 1 ? 7 days : 0, manager);
        }
        _basket = new ArtifactBasket(owner, _one(manager), "Hybrid", "HYB", legs);
        _people = [user, other, _account("third")];
        for (uint256 p; p < _people.length; ++p) {
            for (uint256 i; i < LEGS; ++i) {
                vm.prank(_people[p]);
                _artifacts[i].approve(address(_basket), type(uint256).max);
            }
        }
    }

    function setUp() public pure override {}

    /// @dev Whatever happens but a loss: a share is worth as much as before, in every leg.
    modifier keepsTheWorth() {
        uint256[] memory before = _basket.quote_withdraw(UNIT);
        _;
        uint256[] memory afterwards = _basket.quote_withdraw(UNIT);
        for (uint256 i; i < LEGS; ++i) {
            if (afterwards[i] < before[i]) worth_never_fell = false;
        }
    }

    // ------------------------------------------------------------------ what happens

    function buy(uint256 who, uint256 shares) external keepsTheWorth {
        address from = _people[who % 3];
        uint256[] memory price = _basket.quote_deposit(_between(shares, 1, shares % 2 == 0 ? 20 : 1_000 * UNIT));
        for (uint256 i; i < LEGS; ++i) {
            _artifacts[i].mint_to(from, price[i]);
        }
        // Now and then a satoshi less than the price of one leg.
        if (shares % 3 == 0) --price[shares % LEGS];
        bool whole = _all_legs_are_whole();
        vm.prank(from);
        try _basket.deposit(price) {
            if (!whole) sold_when_whole = false;
        } catch {}
    }

    function redeem(uint256 who, uint256 shares) external keepsTheWorth {
        address from = _people[who % 3];
        uint256 held = _basket.balanceOf(from);
        if (held == 0) return;
        vm.prank(from);
        _basket.withdraw(shares % 8 == 0 ? held : _between(shares, 1, held));
    }

    function hand_over(uint256 who, uint256 shares) external keepsTheWorth {
        uint256 held = _basket.balanceOf(_people[who % 3]);
        vm.prank(_people[who % 3]);
        _basket.transfer(_people[(who % 3 + 1) % 3], held == 0 ? 0 : shares % held);
    }

    function claim(uint256 pick) external keepsTheWorth {
        uint256 count = _basket.ticket_count();
        if (count == 0) return;
        uint256[] memory ids = new uint256[](1);
        ids[0] = 1 + pick % count;
        (address holder,,,) = _basket.tickets(ids[0]);
        vm.prank(holder);
        try _basket.claim_tickets(ids) {} catch {}
    }

    function lose(uint256 leg, uint256 amount) external {
        leg = leg % LEGS;
        uint256 reserve = _basket.leg_state(leg).reserve;
        amount = amount % 16 == 0 ? reserve : _between(amount, 1, 1 + reserve / 4);
        vm.prank(manager);
        try _basket.report_loss(leg, amount) {
            _lost[leg] += amount;
        } catch {}
    }

    function restore(uint256 leg, uint256 amount) external keepsTheWorth {
        leg = leg % LEGS;
        amount = _between(amount, 1, 1 + (_lost[leg] - _restored[leg]));
        _artifacts[leg].mint_to(user, amount);
        vm.prank(user);
        try _basket.restore(leg, amount) {
            _restored[leg] += amount;
        } catch {}
    }

    function give(uint256 leg, uint64 amount) external keepsTheWorth {
        leg = leg % LEGS;
        _artifacts[leg].mint_to(address(_basket), amount);
        _gifts[leg] += amount;
    }

    function stick(bool stuck) external keepsTheWorth {
        _artifacts[2].become(stuck ? MoodyArtifact.Mood.Stuck : MoodyArtifact.Mood.Plain);
    }

    function pass_time(uint256 seconds_) external keepsTheWorth {
        vm.warp(block.timestamp + seconds_ % 10 days);
    }

    // ------------------------------------------------------------------ what the invariants look at

    function reserves_are_held() external view returns (bool) {
        for (uint256 i; i < LEGS; ++i) {
            uint256 held = _artifacts[i].balanceOf(address(_basket));
            if (held != _basket.leg_state(i).reserve + _gifts[i]) return false;
        }
        return true;
    }

    function every_share_is_counted_in_every_leg() external view returns (bool) {
        uint256[LEGS] memory open;
        for (uint256 id = 1; id <= _basket.ticket_count(); ++id) {
            (, uint8 leg,, uint128 shares) = _basket.tickets(id);
            open[leg] += shares;
        }
        for (uint256 i; i < LEGS; ++i) {
            if (_basket.leg_state(i).shares != _basket.totalSupply() + open[i]) return false;
        }
        return true;
    }

    /// @dev reserve x sum >= shares x ratio, unless a loss was reported and not made good.
    function legs_are_whole_or_lost() external view returns (bool) {
        for (uint256 i; i < LEGS; ++i) {
            IArtifactBasket.LegState memory state = _basket.leg_state(i);
            bool whole =
                uint256(state.reserve) * _basket.ratio_sum() >= uint256(state.shares) * _basket.leg_terms(i).ratio;
            if (whole == _basket.is_impaired(i)) return false;
            if (!whole && _lost[i] <= _restored[i]) return false;
        }
        return true;
    }

    function _all_legs_are_whole() private view returns (bool) {
        for (uint256 i; i < LEGS; ++i) {
            if (_basket.is_impaired(i)) return false;
        }
        return true;
    }

    function everyone_can_be_paid() external view returns (bool) {
        for (uint256 i; i < LEGS; ++i) {
            IArtifactBasket.LegState memory state = _basket.leg_state(i);
            if (_basket.quote_withdraw(state.shares)[i] > state.reserve) return false;
        }
        return true;
    }
}

/// @notice What stays true of a basket whatever happens.
contract BasketInvariantsTest {
    bool public constant IS_TEST = true;

    BasketTraffic private _traffic;

    function setUp() public {
        _traffic = new BasketTraffic();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_traffic);
    }

    /// @dev One campaign checks them all.
    /// forge-config: default.invariant.runs = 256
    /// forge-config: default.invariant.depth = 128
    function invariant_noShareTakesFromAnother() public view {
        vm.assertTrue(_traffic.reserves_are_held(), "reserves are held");
        vm.assertTrue(_traffic.every_share_is_counted_in_every_leg(), "shares of a leg = supply + tickets");
        vm.assertTrue(_traffic.legs_are_whole_or_lost(), "reserve x sum >= shares x ratio");
        vm.assertTrue(_traffic.everyone_can_be_paid(), "the reserve pays everyone");
        vm.assertTrue(_traffic.sold_when_whole(), "no share is sold while a leg is short");
        vm.assertTrue(_traffic.worth_never_fell(), "only a loss lowers the worth of a share");
    }
}
