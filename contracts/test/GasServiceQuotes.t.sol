// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IGasService} from "../src/interfaces/IGasService.sol";
import {vm} from "../support/Vm.sol";
import {Vault} from "./support/Vault.sol";

/// @notice A quote binds the operator once: to one message, one payer, in time, while its signer counts.
contract GasServiceQuotesTest is Vault {
    function test_aQuoteIsHonouredOnce() public {
        IGasService.GasQuote memory quote = _quote(TXID, user, 500);
        vm.expectEmit(address(vault));
        emit IGasService.GasPrepaid(TXID, user, user, 500);
        vm.expectEmit(address(vault));
        emit IGasService.GasQuoteHonoured(quote.id, TXID, 500, keccak256("payload"));
        _pay(user, quote, 500);
        vm.assertEq(_held(TXID, user), 500, "held");
        _refused(user, quote, 500, abi.encodeWithSelector(IGasService.QuoteAlreadyUsed.selector, quote.id, TXID));
    }

    function test_theDigestIsTheTypedDataOfTheInterface() public view {
        IGasService.GasQuote memory quote = _quote(TXID, user, 500);
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("SettlementGasService"),
                keccak256("1"),
                block.chainid,
                address(vault)
            )
        );
        bytes32 content = keccak256(
            abi.encode(
                keccak256(
                    "GasQuote(bytes32 id,uint256 txid,address payer,uint256 amount,bytes32 legsHash,bytes32 payloadHash,uint64 expiry)"
                ),
                quote.id,
                quote.txid,
                quote.payer,
                quote.amount,
                quote.legsHash,
                quote.payloadHash,
                quote.expiry
            )
        );
        vm.assertEq(vault.quote_digest(quote), keccak256(abi.encodePacked(hex"1901", domain, content)), "digest");
    }

    function test_aLateQuoteIsRefusedAndTheLastSecondCounts() public {
        IGasService.GasQuote memory quote = _quote(TXID, user, 500);
        vm.warp(uint256(quote.expiry) + 1);
        _refused(user, quote, 500, abi.encodeWithSelector(IGasService.QuoteExpired.selector, quote.id, quote.expiry));
        vm.warp(quote.expiry);
        _pay(user, quote, 500);
    }

    function test_payingLessThanQuotedIsRefusedAndMoreIsTaken() public {
        IGasService.GasQuote memory quote = _quote(TXID, user, 500);
        _refused(user, quote, 499, abi.encodeWithSelector(IGasService.QuoteUnderpaid.selector, quote.id, 500, 499));
        _pay(user, quote, 600);
        vm.assertEq(_held(TXID, user), 600, "held");
    }

    function test_someoneElseMayPayTheSendersQuote() public {
        _pay(friend, _quote(TXID, user, 500), 500);
        vm.assertEq(_held(TXID, user), 500, "the sender's account");
    }

    function test_whoPaysForAnotherChainsMessageNeedsAQuoteOfItsOwn() public {
        IGasService.GasQuote memory quote = _quote(1, friend, 500);
        _refused(user, quote, 500, abi.encodeWithSelector(IGasService.QuotePayerMismatch.selector, quote.id, friend));
        _pay(friend, quote, 500);
        vm.assertEq(_held(1, friend), 500, "held");
        _refused(friend, quote, 500, abi.encodeWithSelector(IGasService.QuoteAlreadyUsed.selector, quote.id, 1));
    }

    function test_aQuoteForAnotherPayerOrForNobodyIsRefused() public {
        IGasService.GasQuote memory quote = _quote(TXID, friend, 500);
        _refused(user, quote, 500, abi.encodeWithSelector(IGasService.QuotePayerMismatch.selector, quote.id, friend));
        quote = _quote(1, address(0), 500);
        _refused(
            user, quote, 500, abi.encodeWithSelector(IGasService.QuotePayerMismatch.selector, quote.id, address(0))
        );
    }

    function test_onlyNamedSignersCount() public {
        IGasService.GasQuote memory quote = _quote(TXID, user, 500);
        bytes memory foreign = _sign(OTHER_KEY, quote);
        vm.prank(user);
        vm.expectRevert(abi.encodeWithSelector(IGasService.QuoteSignerUnknown.selector, vm.addr(OTHER_KEY)));
        vault.prepay_quoted{value: 500}(quote, foreign);
        vm.prank(user);
        vm.expectRevert(abi.encodeWithSelector(IGasService.QuoteSignerUnknown.selector, address(0)));
        vault.prepay_quoted{value: 500}(quote, "no signature");
    }

    function test_everyFieldIsSigned() public {
        for (uint256 field; field < 6; ++field) {
            IGasService.GasQuote memory quote = _quote(TXID, user, 500);
            bytes memory signature = _sign(SIGNER_KEY, quote);
            if (field == 0) quote.id = bytes32(uint256(1));
            if (field == 1) quote.txid = 78;
            if (field == 2) quote.amount = 499;
            if (field == 3) quote.legsHash = bytes32(uint256(1));
            if (field == 4) quote.payloadHash = bytes32(uint256(1));
            if (field == 5) quote.expiry += 1;
            vm.prank(user);
            (bool done, bytes memory problem) =
                address(vault).call{value: 500}(abi.encodeCall(IGasService.prepay_quoted, (quote, signature)));
            vm.assertFalse(done, "a changed field");
            vm.assertEq(bytes32(bytes4(problem)), bytes32(IGasService.QuoteSignerUnknown.selector), "reason");
        }
    }

    function test_dismissingASignerRevokesItsOpenQuotes() public {
        IGasService.GasQuote memory quote = _quote(TXID, user, 500);
        vm.expectEmit(address(vault));
        emit IGasService.QuoteSignerSet(vm.addr(SIGNER_KEY), false);
        vm.startPrank(manager);
        vault.set_quote_signer(vm.addr(SIGNER_KEY), false);
        vault.set_quote_signer(vm.addr(OTHER_KEY), true);
        vm.stopPrank();
        bytes memory revoked = abi.encodeWithSelector(IGasService.QuoteSignerUnknown.selector, vm.addr(SIGNER_KEY));
        _refused(user, quote, 500, revoked);
        bytes memory fresh = _sign(OTHER_KEY, quote);
        vm.prank(user);
        vault.prepay_quoted{value: 500}(quote, fresh);
        vm.assertTrue(vault.is_quote_signer(vm.addr(OTHER_KEY)), "the new one counts");
    }

    function test_aStrangersSmallTopUpDoesNotSpoilAQuote() public {
        _prepay(friend, TXID, user, 499);
        _pay(user, _quote(TXID, user, 500), 500);
        vm.assertEq(_held(TXID, user), 999, "both");
    }

    function test_aQuoteThatDoesNotFitTheRecordIsHonouredOnceToo() public {
        IGasService.GasQuote memory quote = _quote(TXID, user, 1 ether);
        _pay(user, quote, 1 ether);
        vm.assertEq(_recorded(TXID), 0, "not in the record");
        _refused(user, quote, 1 ether, abi.encodeWithSelector(IGasService.QuoteAlreadyUsed.selector, quote.id, TXID));
    }

    function test_aQuoteIsWorthNothingOnceItsMessageHasEnded() public {
        IGasService.GasQuote memory quote = _quote(TXID, user, 500);
        _end(TXID);
        _refused(user, quote, 500, abi.encodeWithSelector(IGasService.MessageEnded.selector, TXID));
    }

    function test_aQuoteOfAnotherVaultOrChainIsRefused() public {
        IGasService.GasQuote memory quote = _quote(TXID, user, 500);
        bytes memory signature = _sign(SIGNER_KEY, quote);
        vm.chainId(block.chainid + 1);
        vm.prank(user);
        (bool done, bytes memory problem) =
            address(vault).call{value: 500}(abi.encodeCall(IGasService.prepay_quoted, (quote, signature)));
        vm.assertFalse(done, "another chain");
        vm.assertEq(bytes32(bytes4(problem)), bytes32(IGasService.QuoteSignerUnknown.selector), "reason");
    }

    function testFuzz_aQuoteIsHonouredOnlyInTimeAndInFull(uint256 amount, uint256 value, uint64 late) public {
        amount = 1 + amount % 1 ether;
        value = value % 2 ether;
        late = late % 120;
        IGasService.GasQuote memory quote = _quote(TXID, user, amount);
        bytes memory signature = _sign(SIGNER_KEY, quote);
        vm.warp(block.timestamp + late);
        vm.prank(user);
        (bool done,) = address(vault).call{value: value}(abi.encodeCall(IGasService.prepay_quoted, (quote, signature)));
        vm.assertEq(done, late <= 60 && value >= amount, "honoured");
        vm.assertEq(_held(TXID, user), done ? value : 0, "held");
    }

    // ------------------------------------------------------------------ steps

    function _pay(address payer, IGasService.GasQuote memory quote, uint256 value) private {
        bytes memory signature = _sign(SIGNER_KEY, quote);
        vm.prank(payer);
        vault.prepay_quoted{value: value}(quote, signature);
    }

    function _refused(address payer, IGasService.GasQuote memory quote, uint256 value, bytes memory reason) private {
        bytes memory signature = _sign(SIGNER_KEY, quote);
        vm.prank(payer);
        vm.expectRevert(reason);
        vault.prepay_quoted{value: value}(quote, signature);
    }
}
