// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {SettlementSignatureVerifier} from "../src/SettlementSignatureVerifier.sol";
import {ISettlementSignatureVerifier} from "../src/interfaces/ISettlementSignatureVerifier.sol";
import {MerkleTree} from "./support/MerkleTree.sol";
import {Suite} from "./support/Suite.sol";
import {vm} from "../support/Vm.sol";

/// @notice There is one valid form of a quorum, and nothing else passes.
contract SignatureVerifierTest is Suite {
    bytes32 private constant DIGEST = keccak256("digest");
    uint256 private constant CURVE_ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;

    uint256 private constant NEXT_KEY = uint256(keccak256("the next validator"));

    SettlementSignatureVerifier private verifier;

    function setUp() public override {
        verifier = _new_verifier(2);
    }

    function test_ascendingSignersPass() public view {
        vm.assertTrue(verifier.verify(DIGEST, _sign(DIGEST, 2), 0), "two");
        vm.assertTrue(verifier.verify(DIGEST, _sign(DIGEST, 3), 0), "all three");
    }

    function test_wrongOrderDoesNotPass() public view {
        bytes memory bundle = bytes.concat(_signature(KEYS[1], DIGEST), _signature(KEYS[0], DIGEST));
        vm.assertFalse(verifier.verify(DIGEST, bundle, 0), "descending");
    }

    function test_tooFewDoNotPass() public view {
        vm.assertFalse(verifier.verify(DIGEST, "", 0), "none");
        vm.assertFalse(verifier.verify(DIGEST, _sign(DIGEST, 1), 0), "one");
    }

    function test_strangerSpoilsTheBundle() public view {
        bytes memory bundle = bytes.concat(_sign(DIGEST, 2), _signature(0xbeef, DIGEST));
        vm.assertFalse(verifier.verify(DIGEST, bundle, 0), "stranger");
    }

    function test_otherSchemesDoNotPass() public view {
        for (uint8 sign_type = 2; sign_type < 255; ++sign_type) {
            vm.assertFalse(verifier.verify(DIGEST, _sign(DIGEST, 3), sign_type), "sign type");
        }
    }

    function test_malformedSignaturesDoNotPassAndDoNotRevert() public view {
        bytes memory bundle = _sign(DIGEST, 2);
        vm.assertFalse(verifier.verify(DIGEST, bytes.concat(bundle, hex"00"), 0), "length");
        bundle[64] = 0x00;
        vm.assertFalse(verifier.verify(DIGEST, bundle, 0), "v of 0");
        vm.assertFalse(verifier.verify(DIGEST, new bytes(130), 0), "zeros");
    }

    function test_mirroredSignatureDoesNotPass() public view {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEYS[1], DIGEST);
        bytes memory mirrored = abi.encodePacked(r, bytes32(CURVE_ORDER - uint256(s)), v == 27 ? uint8(28) : 27);
        vm.assertFalse(verifier.verify(DIGEST, bytes.concat(_signature(KEYS[0], DIGEST), mirrored), 0), "high s");
    }

    function testFuzz_anyOtherDigestOrBytesDoNotPass(bytes32 digest, bytes calldata noise) public view {
        vm.assume(digest != DIGEST);
        vm.assertFalse(verifier.verify(digest, _sign(DIGEST, 2), 0), "another digest");
        vm.assertFalse(verifier.verify(DIGEST, noise, 0), "noise");
    }

    // ------------------------------------------------------------------ bundles

    function test_leafOfASignedBundlePasses() public view {
        bytes32[] memory leaves = _leaves(5);
        bytes memory signatures = _sign_bundle(leaves);
        for (uint256 i; i < leaves.length; ++i) {
            vm.assertTrue(verifier.verify(leaves[i], _certificate(leaves, i, signatures), 1), "leaf");
        }
        bytes32[] memory single = _leaves(1);
        vm.assertTrue(verifier.verify(single[0], _certificate(single, 0, _sign_bundle(single)), 1), "a bundle of one");
    }

    function test_foreignLeafAndWrongSiblingsDoNotPass() public view {
        bytes32[] memory leaves = _leaves(5);
        bytes memory signatures = _sign_bundle(leaves);
        vm.assertFalse(verifier.verify(DIGEST, _certificate(leaves, 0, signatures), 1), "a leaf of none");
        vm.assertFalse(verifier.verify(leaves[1], _certificate(leaves, 3, signatures), 1), "another's siblings");
        bytes memory certificate = _certificate(leaves, 0, signatures);
        vm.assertFalse(verifier.verify(leaves[0], certificate, 0), "as concatenated signatures");
        vm.assertFalse(verifier.verify(leaves[0], bytes.concat(hex"00", signatures), 1), "without siblings");
        vm.assertFalse(verifier.verify(leaves[0], "", 1), "empty");
        vm.assertFalse(verifier.verify(leaves[0], hex"ff", 1), "siblings that are not there");
        vm.assertFalse(verifier.verify(leaves[0], bytes.concat(hex"00", _sign(leaves[0], 2)), 1), "the digest signed");
    }

    function testFuzz_noiseIsNoCertificate(bytes calldata noise, uint8 sign_type) public view {
        vm.assertFalse(verifier.verify(DIGEST, noise, sign_type), "noise");
    }

    function testFuzz_anySubsetPassesAndNoOtherLeafDoes(uint8 size, uint256 picks) public view {
        bytes32[] memory leaves = _leaves(1 + size % 16);
        uint256[] memory members = _picked(leaves.length, picks);
        if (members.length == 0) return;
        bytes32[] memory some = new bytes32[](members.length);
        for (uint256 i; i < some.length; ++i) {
            some[i] = leaves[members[i]];
        }
        (bytes32[] memory proof, bool[] memory flags) = MerkleTree.multiproof(leaves, members);
        bytes memory signatures = _sign_bundle(leaves);
        vm.assertTrue(verifier.verify_bundle(some, proof, flags, signatures), "the subset");
        some[picks % some.length] = DIGEST;
        vm.assertFalse(verifier.verify_bundle(some, proof, flags, signatures), "a foreign leaf");
    }

    function test_bundleOfNothingDoesNotPass() public view {
        bytes32[] memory leaves = _leaves(3);
        bytes32[] memory proof = new bytes32[](1);
        proof[0] = MerkleTree.root(leaves);
        bytes memory signatures = _sign_bundle(leaves);
        vm.assertFalse(verifier.verify_bundle(new bytes32[](0), proof, new bool[](0), signatures), "no leaves");
    }

    // ------------------------------------------------------------------ epochs

    function test_nextSetIsActivatedByAnyoneOnceItIsDue() public {
        uint48 due = _schedule(2);
        vm.expectRevert(abi.encodeWithSelector(ISettlementSignatureVerifier.ActivationNotDue.selector, due));
        verifier.activate_scheduled();
        vm.warp(due);
        vm.prank(relayer);
        verifier.activate_scheduled();
        vm.assertEq(verifier.epoch(), 2, "epoch");
        vm.assertTrue(verifier.is_validator(vm.addr(NEXT_KEY)), "the new one");
        vm.assertFalse(verifier.is_validator(vm.addr(KEYS[0])), "an old one");
        vm.assertEq(verifier.validator_count(), 2, "count");
        vm.assertEq(verifier.required_validators(), 2, "required");
        vm.assertTrue(verifier.verify(DIGEST, _sign_next(), 0), "signatures of the new set");
        (address[] memory members,,) = verifier.scheduled();
        vm.assertEq(members.length, 0, "nothing is scheduled any more");
        vm.expectRevert(ISettlementSignatureVerifier.NothingScheduled.selector);
        verifier.activate_scheduled();
    }

    function test_replacedSetCountsUntilTheOverlapEnds() public {
        vm.warp(_schedule(2));
        verifier.activate_scheduled();
        (address[] memory members, uint16 required, uint48 until) = verifier.previous();
        vm.assertEq(members.length, 3, "members of the replaced set");
        vm.assertEq(uint256(required), 2, "its threshold");
        vm.warp(until);
        vm.assertTrue(verifier.verify(DIGEST, _sign(DIGEST, 2), 0), "the last second");
        vm.assertFalse(verifier.verify(DIGEST, _mixed(), 0), "a mixture of both sets");
        vm.warp(until + 1);
        vm.assertFalse(verifier.verify(DIGEST, _sign(DIGEST, 2), 0), "after the overlap");
        vm.assertTrue(verifier.verify(DIGEST, _sign_next(), 0), "the new set stays");
    }

    function test_replacedSetCanBeRevokedAtOnce() public {
        vm.prank(guardian);
        vm.expectRevert(ISettlementSignatureVerifier.NothingToRevoke.selector);
        verifier.revoke_previous();
        vm.warp(_schedule(2));
        verifier.activate_scheduled();
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementSignatureVerifier.NeitherManagerNorGuardian.selector, address(this))
        );
        verifier.revoke_previous();
        vm.prank(guardian);
        verifier.revoke_previous();
        vm.assertFalse(verifier.verify(DIGEST, _sign(DIGEST, 2), 0), "revoked");
    }

    function test_scheduledSetCanBeCancelledAndDoesNotCountBefore() public {
        uint48 due = _schedule(2);
        vm.assertFalse(verifier.verify(DIGEST, _sign_next(), 0), "not yet");
        (address[] memory members, uint16 required, uint48 activates_at) = verifier.scheduled();
        vm.assertEq(members.length, 2, "announced");
        vm.assertEq(uint256(required), 2, "threshold");
        vm.assertEq(uint256(activates_at), due, "time");
        vm.startPrank(owner);
        vm.expectRevert(abi.encodeWithSelector(ISettlementSignatureVerifier.AlreadyScheduled.selector, 2));
        verifier.schedule_validators(_next_set(), 1, due);
        vm.stopPrank();
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementSignatureVerifier.NeitherManagerNorGuardian.selector, address(this))
        );
        verifier.cancel_scheduled();
        vm.prank(guardian);
        verifier.cancel_scheduled();
        vm.warp(due);
        vm.expectRevert(ISettlementSignatureVerifier.NothingScheduled.selector);
        verifier.activate_scheduled();
        vm.prank(owner);
        vm.expectRevert(ISettlementSignatureVerifier.NothingScheduled.selector);
        verifier.cancel_scheduled();
    }

    function test_setIsScheduledByManagersOnlyAndNotInAHurry() public {
        uint48 earliest = uint48(block.timestamp) + MIN_DELAY;
        address[] memory next = _next_set();
        bytes32 role = verifier.MANAGER_ROLE();
        vm.prank(guardian);
        vm.expectRevert(abi.encodeWithSignature("AccessControlUnauthorizedAccount(address,bytes32)", guardian, role));
        verifier.schedule_validators(next, 1, earliest);
        vm.startPrank(owner);
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementSignatureVerifier.ActivationTooEarly.selector, earliest - 1, earliest)
        );
        verifier.schedule_validators(next, 1, earliest - 1);
        (next[0], next[1]) = (next[1], next[0]);
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementSignatureVerifier.ValidatorsNotAscending.selector, next[0], next[1])
        );
        verifier.schedule_validators(next, 1, earliest);
        next[0] = address(0);
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementSignatureVerifier.ValidatorsNotAscending.selector, address(0), address(0))
        );
        verifier.schedule_validators(next, 1, earliest);
        vm.expectRevert(abi.encodeWithSelector(ISettlementSignatureVerifier.TooManyValidators.selector, 256, 255));
        verifier.schedule_validators(_many(256), 1, earliest);
        verifier.schedule_validators(_many(255), 255, earliest);
    }

    function testFuzz_thresholdLiesBetweenOneAndTheCount(uint8 count, uint16 required) public {
        address[] memory next = _many(count);
        uint48 due = uint48(block.timestamp) + MIN_DELAY;
        bool fits = required > 0 && required <= count;
        if (!fits) {
            vm.expectRevert(
                abi.encodeWithSelector(ISettlementSignatureVerifier.ThresholdOutOfRange.selector, required, count)
            );
        }
        vm.prank(owner);
        verifier.schedule_validators(next, required, due);
        if (!fits) return;
        vm.warp(due);
        verifier.activate_scheduled();
        vm.assertEq(verifier.required_validators(), required, "required");
        vm.assertEq(verifier.validator_count(), count, "count");
        vm.assertEq(abi.encode(verifier.validators()), abi.encode(next), "members");
    }

    function test_firstSetAndItsManagersAreChecked() public {
        vm.expectRevert(abi.encodeWithSelector(ISettlementSignatureVerifier.ThresholdOutOfRange.selector, 4, 3));
        new SettlementSignatureVerifier(owner, _list(owner), _validators(), 4, MIN_DELAY, OVERLAP);
        vm.expectRevert(ISettlementSignatureVerifier.ZeroAddress.selector);
        new SettlementSignatureVerifier(owner, _list(address(0)), _validators(), 2, MIN_DELAY, OVERLAP);
        (address[] memory members,,) = verifier.previous();
        vm.assertEq(members.length, 0, "nothing before the first");
    }

    // ------------------------------------------------------------------ steps

    function _schedule(uint16 required) private returns (uint48 due) {
        due = uint48(block.timestamp) + MIN_DELAY;
        vm.prank(owner);
        verifier.schedule_validators(_next_set(), required, due);
    }

    /// @dev One of the old set and a new one.
    function _next_set() private view returns (address[] memory next) {
        next = new address[](2);
        (next[0], next[1]) = (vm.addr(KEYS[2]), vm.addr(NEXT_KEY));
        if (next[0] > next[1]) (next[0], next[1]) = (next[1], next[0]);
    }

    function _sign_next() private view returns (bytes memory) {
        bytes memory old = _signature(KEYS[2], DIGEST);
        bytes memory fresh = _signature(NEXT_KEY, DIGEST);
        return vm.addr(KEYS[2]) < vm.addr(NEXT_KEY) ? bytes.concat(old, fresh) : bytes.concat(fresh, old);
    }

    function _mixed() private view returns (bytes memory) {
        bytes memory old = _signature(KEYS[0], DIGEST);
        bytes memory fresh = _signature(NEXT_KEY, DIGEST);
        return vm.addr(KEYS[0]) < vm.addr(NEXT_KEY) ? bytes.concat(old, fresh) : bytes.concat(fresh, old);
    }

    function _many(uint256 count) private pure returns (address[] memory members) {
        members = new address[](count);
        for (uint256 i; i < count; ++i) {
            members[i] = address(uint160(1 + i));
        }
    }

    function _leaves(uint256 count) private pure returns (bytes32[] memory leaves) {
        leaves = new bytes32[](count);
        for (uint256 i; i < count; ++i) {
            leaves[i] = keccak256(abi.encode("leaf", i));
        }
    }

    /// @dev The positions whose bit is set.
    function _picked(uint256 count, uint256 picks) private pure returns (uint256[] memory members) {
        members = new uint256[](count);
        uint256 found;
        for (uint256 i; i < count; ++i) {
            if (picks >> i & 1 == 1) members[found++] = i;
        }
        assembly {
            mstore(members, found)
        }
    }
}
