// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {GasPriceService} from "../src/GasPriceService.sol";
import {IGasPriceService} from "../src/interfaces/IGasPriceService.sol";
import {Vm, vm} from "../support/Vm.sol";

/// @notice Prices answer or revert: too old is not given, too far off is not taken.
contract GasPriceServiceTest {
    bool public constant IS_TEST = true;

    uint256 private constant KEY = uint256(keccak256("price signer"));
    uint256 private constant OTHER_KEY = uint256(keccak256("another price signer"));
    uint64 private constant NOW = 1_800_000_000;
    uint64 private constant MAX_AGE = 10 minutes;
    /// @dev Basis points: a rate by a fifth, fees tenfold.
    uint32 private constant RATE_CHANGE = 2_000;
    uint32 private constant FEE_CHANGE = 90_000;
    uint128 private constant ONE = 1e18;

    address private owner = vm.addr(uint256(keccak256("owner")));
    address private manager = vm.addr(uint256(keccak256("manager")));
    address private stranger = vm.addr(uint256(keccak256("stranger")));
    GasPriceService private prices;

    function setUp() public {
        vm.warp(NOW);
        prices = new GasPriceService(owner, _list(manager), _list(vm.addr(KEY)), MAX_AGE, RATE_CHANGE, FEE_CHANGE);
    }

    // ------------------------------------------------------------------ answering

    function test_thePriceIsGasAndBytesConvertedAndRoundedUp() public {
        // 3 wei per gas, 5 per byte, and one of theirs is worth a third of one of ours.
        _publish(_price("Beta", 2, 1, 5, ONE / 3), NOW);
        vm.assertEq(prices.getPrice("Beta", 100, 20), 134, "ceil(400 / 3)");
        vm.assertEq(prices.getPrice("Beta", 0, 0), 0, "nothing costs nothing");
        vm.assertEq(prices.getPrice("Beta", 1, 0), 1, "never less than it costs");
    }

    function testFuzz_theConversionNeverLosesAndErrsByLessThanOne(
        uint96 base_fee,
        uint96 priority_fee,
        uint64 gas_per_byte,
        uint64 rate,
        uint32 gas,
        uint32 size
    ) public {
        vm.assume(rate > 0);
        _publish(_price("Beta", base_fee, priority_fee, gas_per_byte, rate), NOW);
        uint256 there = uint256(gas) * (uint256(base_fee) + priority_fee) + uint256(size) * gas_per_byte;
        uint256 fee = prices.getPrice("Beta", gas, size);
        vm.assertGe(fee * 1e18, there * rate, "covers the cost");
        vm.assertLt(fee * 1e18, there * rate + 1e18, "by less than one unit");
    }

    function testFuzz_noPriceAndNoAmountOverflows(Bounds memory any, uint64 gas, uint64 size) public {
        vm.assume(any.rate > 0);
        _publish(_price("Beta", any.base_fee, any.priority_fee, any.gas_per_byte, any.rate), NOW);
        prices.getPrice("Beta", gas, size);
        prices.getPrice("Beta", type(uint64).max, type(uint64).max);
    }

    struct Bounds {
        uint96 base_fee;
        uint96 priority_fee;
        uint64 gas_per_byte;
        uint128 rate;
    }

    function test_absurdAmountsAreRefused() public {
        _publish(_price("Beta", 1, 1, 1, ONE), NOW);
        uint256 absurd = uint256(type(uint64).max) + 1;
        vm.expectRevert(abi.encodeWithSelector(IGasPriceService.AmountOutOfRange.selector, absurd, 0));
        prices.getPrice("Beta", absurd, 0);
        vm.expectRevert(abi.encodeWithSelector(IGasPriceService.AmountOutOfRange.selector, 0, absurd));
        prices.getPrice("Beta", 0, absurd);
    }

    function test_anUnknownChainHasNoPrice() public {
        vm.expectRevert(abi.encodeWithSelector(IGasPriceService.PriceUnknown.selector, "Gamma"));
        prices.getPrice("Gamma", 1, 1);
        vm.expectRevert(abi.encodeWithSelector(IGasPriceService.PriceUnknown.selector, "Gamma"));
        prices.price("Gamma");
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(IGasPriceService.PriceUnknown.selector, "Gamma"));
        prices.reset("Gamma");
    }

    function test_aPriceIsGivenUntilItsAgeIsReached() public {
        _publish(_price("Beta", 1, 1, 1, ONE), NOW);
        vm.warp(NOW + MAX_AGE);
        vm.assertEq(prices.getPrice("Beta", 1, 0), 2, "the last second");
        vm.warp(NOW + MAX_AGE + 1);
        vm.expectRevert(abi.encodeWithSelector(IGasPriceService.PriceStale.selector, "Beta", NOW));
        prices.getPrice("Beta", 1, 0);
        (IGasPriceService.Price memory known, uint64 updated_at) = prices.price("Beta");
        vm.assertEq(known.base_fee, 1, "still there to look at");
        vm.assertEq(uint256(updated_at), NOW, "with its age");
    }

    /// @dev Whoever holds back a signed publication cannot make it look fresh.
    function test_aPriceIsAsOldAsItsObservation() public {
        vm.warp(NOW + MAX_AGE - 1);
        _publish(_price("Beta", 1, 1, 1, ONE), NOW);
        vm.warp(NOW + MAX_AGE + 1);
        vm.expectRevert(abi.encodeWithSelector(IGasPriceService.PriceStale.selector, "Beta", NOW));
        prices.getPrice("Beta", 1, 0);
    }

    // ------------------------------------------------------------------ rounds

    function test_roundsOnlyGrow() public {
        _publish(_price("Beta", 10, 0, 1, ONE), NOW);
        vm.warp(NOW + 60);
        _refused(_price("Beta", 11, 0, 1, ONE), NOW, IGasPriceService.RoundNotNewer.selector);
        _refused(_price("Beta", 11, 0, 1, ONE), NOW - 1, IGasPriceService.RoundNotNewer.selector);
        _publish(_price("Beta", 11, 0, 1, ONE), NOW + 1);
        vm.assertEq(prices.getPrice("Beta", 1, 0), 11, "the newer one");
    }

    function test_roundsLieNeitherTooFarBackNorAhead() public {
        IGasPriceService.Price[] memory list = _list(_price("Beta", 1, 1, 1, ONE));
        uint64 late = NOW - MAX_AGE - 1;
        bytes memory signature = _sign(KEY, list, late);
        vm.expectRevert(abi.encodeWithSelector(IGasPriceService.RoundOutdated.selector, late, NOW - MAX_AGE));
        prices.publish(list, late, signature);
        uint64 early = NOW + 16;
        signature = _sign(KEY, list, early);
        vm.expectRevert(abi.encodeWithSelector(IGasPriceService.RoundInFuture.selector, early, NOW + 15));
        prices.publish(list, early, signature);
        _publish(list[0], NOW + 15);
    }

    // ------------------------------------------------------------------ bounds

    function test_aRateMayMoveByItsBoundAndNoFurther() public {
        _publish(_price("Beta", 10, 0, 1, ONE), NOW - 9);
        _refused(_price("Beta", 10, 0, 1, 1.2e18 + 1), NOW - 8, IGasPriceService.PriceDeviates.selector);
        _publish(_price("Beta", 10, 0, 1, 1.2e18), NOW - 7);
        _refused(_price("Beta", 10, 0, 1, 1e18 - 1), NOW - 6, IGasPriceService.PriceDeviates.selector);
        _publish(_price("Beta", 10, 0, 1, 1e18), NOW - 5);
    }

    function test_gasAndBytesMayMoveByTheirBoundAndNoFurther() public {
        _publish(_price("Beta", 5, 5, 7, ONE), NOW - 9);
        _refused(_price("Beta", 101, 0, 7, ONE), NOW - 8, IGasPriceService.PriceDeviates.selector);
        _refused(_price("Beta", 5, 5, 71, ONE), NOW - 7, IGasPriceService.PriceDeviates.selector);
        _refused(_price("Beta", 5, 5, 0, ONE), NOW - 6, IGasPriceService.PriceDeviates.selector);
        _publish(_price("Beta", 0, 100, 70, ONE), NOW - 5);
        _publish(_price("Beta", 10, 0, 7, ONE), NOW - 4);
    }

    function testFuzz_noPublicationMovesARateFurtherThanItsBound(uint128 first, uint128 second) public {
        vm.assume(first > 0 && second > 0);
        _publish(_price("Beta", 1, 1, 1, first), NOW - 1);
        _send(_list(_price("Beta", 1, 1, 1, second)), NOW);
        (IGasPriceService.Price memory known,) = prices.price("Beta");
        uint256 low = known.rate < first ? known.rate : first;
        uint256 high = known.rate < first ? first : known.rate;
        vm.assertLe((high - low) * 10_000, low * RATE_CHANGE, "near");
    }

    function test_aRefusedPriceHurtsNoOther() public {
        IGasPriceService.Price[] memory list = new IGasPriceService.Price[](4);
        list[0] = _price("Alpha", 1, 1, 1, ONE);
        list[1] = _price("Beta", 1, 1, 1, 0);
        list[2] = _price("Gamma", 3, 0, 0, ONE);
        list[3] = _price("Alpha", 2, 1, 1, ONE);
        vm.recordLogs();
        vm.assertEq(_send(list, NOW), 2, "accepted");
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(_reason(logs, "Beta"), bytes32(IGasPriceService.PriceInvalid.selector), "no rate");
        vm.assertEq(_reason(logs, "Alpha"), bytes32(IGasPriceService.RoundNotNewer.selector), "named twice");
        vm.assertEq(prices.getPrice("Gamma", 1, 0), 3, "the last one counts");
    }

    function test_aManagerResetsAPriceForAMoveBeyondTheBounds() public {
        _publish(_price("Beta", 10, 0, 1, ONE), NOW - 1);
        vm.expectEmit(address(prices));
        emit IGasPriceService.PriceReset(keccak256("Beta"), "Beta");
        vm.prank(manager);
        prices.reset("Beta");
        vm.expectRevert(abi.encodeWithSelector(IGasPriceService.PriceUnknown.selector, "Beta"));
        prices.getPrice("Beta", 1, 0);
        _refused(_price("Beta", 10, 0, 1, ONE), NOW - 1, IGasPriceService.RoundNotNewer.selector);
        _publish(_price("Beta", 9000, 0, 1, 50 * ONE), NOW);
        vm.assertEq(prices.getPrice("Beta", 1, 0), 450_000, "the new one");
    }

    function test_managersSetTheBounds() public {
        _publish(_price("Beta", 10, 0, 1, ONE), NOW);
        vm.expectEmit(address(prices));
        emit IGasPriceService.BoundsSet(1 minutes, 1, 2);
        vm.prank(manager);
        prices.set_bounds(1 minutes, 1, 2);
        vm.warp(NOW + 61);
        vm.expectRevert(abi.encodeWithSelector(IGasPriceService.PriceStale.selector, "Beta", NOW));
        prices.getPrice("Beta", 1, 0);
        vm.startPrank(manager);
        vm.expectRevert(abi.encodeWithSelector(IGasPriceService.MaxAgeOutOfRange.selector, 59, 60, 86_400));
        prices.set_bounds(59, 1, 2);
        vm.expectRevert(abi.encodeWithSelector(IGasPriceService.MaxAgeOutOfRange.selector, 86_401, 60, 86_400));
        prices.set_bounds(86_401, 1, 2);
        vm.stopPrank();
    }

    // ------------------------------------------------------------------ signers and roles

    function test_onlyNamedSignersCountAndADismissedOneNoMore() public {
        IGasPriceService.Price[] memory list = _list(_price("Beta", 1, 1, 1, ONE));
        bytes memory foreign = _sign(OTHER_KEY, list, NOW);
        vm.expectRevert(abi.encodeWithSelector(IGasPriceService.PriceSignerUnknown.selector, vm.addr(OTHER_KEY)));
        prices.publish(list, NOW, foreign);
        vm.expectEmit(address(prices));
        emit IGasPriceService.PriceSignerSet(vm.addr(OTHER_KEY), true);
        vm.startPrank(manager);
        prices.set_price_signer(vm.addr(OTHER_KEY), true);
        prices.set_price_signer(vm.addr(KEY), false);
        vm.stopPrank();
        vm.assertTrue(prices.is_price_signer(vm.addr(OTHER_KEY)), "named");
        bytes memory own = _sign(KEY, list, NOW);
        vm.expectRevert(abi.encodeWithSelector(IGasPriceService.PriceSignerUnknown.selector, vm.addr(KEY)));
        prices.publish(list, NOW, own);
        vm.assertEq(prices.publish(list, NOW, foreign), 1, "the new one counts");
        vm.expectRevert(abi.encodeWithSelector(IGasPriceService.PriceSignerUnknown.selector, address(0)));
        prices.publish(list, NOW, "no signature");
    }

    function test_everyFieldIsSigned() public {
        for (uint256 field; field < 7; ++field) {
            IGasPriceService.Price memory one = _price("Beta", 1, 1, 1, ONE);
            bytes memory signature = _sign(KEY, _list(one), NOW);
            uint64 round = NOW;
            if (field == 0) one.chain = "Alpha";
            if (field == 1) one.base_fee = 2;
            if (field == 2) one.priority_fee = 2;
            if (field == 3) one.gas_per_byte = 2;
            if (field == 4) one.rate = ONE + 1;
            if (field == 5) round = NOW - 1;
            if (field == 6) vm.chainId(block.chainid + 1);
            (bool done, bytes memory problem) =
                address(prices).call(abi.encodeCall(IGasPriceService.publish, (_list(one), round, signature)));
            vm.assertFalse(done, "a changed field");
            vm.assertEq(bytes32(bytes4(problem)), bytes32(IGasPriceService.PriceSignerUnknown.selector), "reason");
        }
    }

    function test_theDigestIsTheTypedDataOfTheInterface() public view {
        IGasPriceService.Price[] memory list = new IGasPriceService.Price[](2);
        list[0] = _price("Alpha", 1, 2, 3, 4);
        list[1] = _price("Beta", 5, 6, 7, 8);
        bytes32 content = keccak256(
            abi.encode(
                keccak256(
                    "Publish(Price[] prices,uint64 round)Price(string chain,uint96 baseFee,uint96 priorityFee,uint64 gasPerByte,uint128 rate)"
                ),
                keccak256(bytes.concat(_content(list[0]), _content(list[1]))),
                uint256(NOW)
            )
        );
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("SettlementGasPrices"),
                keccak256("1"),
                block.chainid,
                address(prices)
            )
        );
        vm.assertEq(prices.publish_digest(list, NOW), keccak256(abi.encodePacked(hex"1901", domain, content)), "digest");
    }

    function test_onlyManagersChangeAnything() public {
        address[2] memory others = [stranger, owner];
        bytes32 role = prices.MANAGER_ROLE();
        for (uint256 i; i < others.length; ++i) {
            bytes memory reason =
                abi.encodeWithSignature("AccessControlUnauthorizedAccount(address,bytes32)", others[i], role);
            vm.startPrank(others[i]);
            vm.expectRevert(reason);
            prices.reset("Beta");
            vm.expectRevert(reason);
            prices.set_bounds(MAX_AGE, 1, 1);
            vm.expectRevert(reason);
            prices.set_price_signer(stranger, true);
            vm.stopPrank();
        }
    }

    function test_signersAndManagersAreRealPeople() public {
        address[] memory none = new address[](0);
        vm.expectRevert(IGasPriceService.ZeroAddress.selector);
        new GasPriceService(owner, _list(address(0)), none, MAX_AGE, 1, 1);
        vm.expectRevert(IGasPriceService.ZeroAddress.selector);
        new GasPriceService(owner, none, _list(address(0)), MAX_AGE, 1, 1);
    }

    // ------------------------------------------------------------------ steps

    function _publish(IGasPriceService.Price memory one, uint64 round) private {
        vm.assertEq(_send(_list(one), round), 1, "accepted");
    }

    function _refused(IGasPriceService.Price memory one, uint64 round, bytes4 reason) private {
        vm.recordLogs();
        vm.assertEq(_send(_list(one), round), 0, "refused");
        vm.assertEq(_reason(vm.getRecordedLogs(), one.chain), bytes32(reason), "reason");
    }

    function _send(IGasPriceService.Price[] memory list, uint64 round) private returns (uint256) {
        bytes memory signature = _sign(KEY, list, round);
        vm.prank(stranger);
        return prices.publish(list, round, signature);
    }

    function _sign(uint256 key, IGasPriceService.Price[] memory list, uint64 round)
        private
        view
        returns (bytes memory)
    {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, prices.publish_digest(list, round));
        return abi.encodePacked(r, s, v);
    }

    /// @return reason of the last refusal of this chain's price
    function _reason(Vm.Log[] memory logs, string memory chain) private pure returns (bytes32 reason) {
        for (uint256 i; i < logs.length; ++i) {
            bool refusal = logs[i].topics[0] == IGasPriceService.PriceRefused.selector;
            if (!refusal || logs[i].topics[1] != keccak256(bytes(chain))) continue;
            (,, bytes4 selector) = abi.decode(logs[i].data, (string, uint64, bytes4));
            reason = bytes32(selector);
        }
    }

    function _content(IGasPriceService.Price memory one) private pure returns (bytes memory) {
        bytes32 kind = keccak256("Price(string chain,uint96 baseFee,uint96 priorityFee,uint64 gasPerByte,uint128 rate)");
        bytes32 name = keccak256(bytes(one.chain));
        bytes memory content = abi.encode(kind, name, one.base_fee, one.priority_fee, one.gas_per_byte, one.rate);
        return abi.encodePacked(keccak256(content));
    }

    function _price(string memory chain, uint96 base_fee, uint96 priority_fee, uint64 gas_per_byte, uint128 rate)
        private
        pure
        returns (IGasPriceService.Price memory)
    {
        return IGasPriceService.Price(chain, base_fee, priority_fee, gas_per_byte, rate);
    }

    function _list(IGasPriceService.Price memory one) private pure returns (IGasPriceService.Price[] memory list) {
        list = new IGasPriceService.Price[](1);
        list[0] = one;
    }

    function _list(address account) private pure returns (address[] memory list) {
        list = new address[](1);
        list[0] = account;
    }
}
