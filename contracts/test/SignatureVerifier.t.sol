// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {SettlementSignatureVerifier} from "../src/SettlementSignatureVerifier.sol";
import {ISettlementSignatureVerifier} from "../src/interfaces/ISettlementSignatureVerifier.sol";
import {Suite} from "./support/Suite.sol";
import {vm} from "../support/Vm.sol";

/// @notice There is one valid form of a quorum, and nothing else passes.
contract SignatureVerifierTest is Suite {
    bytes32 private constant DIGEST = keccak256("digest");
    uint256 private constant CURVE_ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;

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
        for (uint8 sign_type = 1; sign_type < 255; ++sign_type) {
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

    function test_removedValidatorNoLongerCounts() public {
        vm.prank(owner);
        verifier.remove_validator(vm.addr(KEYS[0]));
        vm.assertFalse(verifier.verify(DIGEST, _sign(DIGEST, 2), 0), "removed");
        vm.assertTrue(
            verifier.verify(DIGEST, bytes.concat(_signature(KEYS[1], DIGEST), _signature(KEYS[2], DIGEST)), 0),
            "the others"
        );
        vm.assertEq(verifier.validator_count(), 2, "count");
        vm.assertEq(verifier.validators().length, 2, "list");
    }

    function test_setIsEditedByManagersOnly() public {
        vm.expectRevert();
        verifier.add_validator(user);
        vm.startPrank(owner);
        address known = vm.addr(KEYS[0]);
        vm.expectRevert(abi.encodeWithSelector(ISettlementSignatureVerifier.ValidatorAlreadyExists.selector, known));
        verifier.add_validator(known);
        vm.expectRevert(abi.encodeWithSelector(ISettlementSignatureVerifier.ValidatorDoesNotExist.selector, user));
        verifier.remove_validator(user);
        verifier.add_validator(user);
        vm.assertTrue(verifier.is_validator(user), "added");
    }
}
