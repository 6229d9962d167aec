// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IGasService} from "../src/interfaces/IGasService.sol";
import {vm} from "../support/Vm.sol";
import {ReceiptTree} from "./support/ReceiptTree.sol";
import {Receiver, Vault} from "./support/Vault.sol";

/// @notice Everything that can be done to a vault, in any order, by anyone, and more than once.
contract Till is Vault {
    uint256 private constant MESSAGES = 6;
    uint256 private constant PAYERS = 3;

    IGasService.ReceiptClaim[] private _receipts;
    address[PAYERS] private _payers;
    Receiver private _moody;

    /// @dev Wei that went into and out of each account.
    mapping(uint256 txid => mapping(address payer => uint256)) public paid;
    mapping(uint256 txid => mapping(address payer => uint256)) public returned;
    uint256 public taken;
    uint256 public given;
    bool public overdrawn;

    constructor() {
        super.setUp();
        _moody = new Receiver(vault);
        _payers = [user, friend, address(_moody)];
        vm.deal(address(_moody), 100 ether);
    }

    /// @dev Done once, above.
    function setUp() public pure override {}

    /// @dev Messages 0 to 3 leave this chain, the others come from elsewhere.
    function send(uint256 pick, uint256 sender) external {
        uint256 txid = pick % 4;
        (address known,,,) = records.create_cross_txs(txid);
        if (known == address(0)) records.send(txid, _payers[sender % PAYERS]);
    }

    function end(uint256 pick) external {
        (address sender,,,) = records.create_cross_txs(pick % MESSAGES);
        if (sender != address(0)) _end(pick % MESSAGES);
    }

    function pay(uint256 pick, uint256 by, uint256 into, uint256 amount) external {
        amount = _some(amount);
        uint256 txid = pick % MESSAGES;
        address payer = _payers[by % 2];
        address refund_to = _payers[into % PAYERS];
        vm.prank(payer);
        (bool done,) = address(vault).call{value: amount}(abi.encodeCall(IGasService.prepay, (txid, refund_to)));
        if (done) _paid(txid, refund_to, amount);
    }

    function pay_quoted(uint256 pick, uint256 by, uint256 amount) external {
        IGasService.GasQuote memory quote = _quote(pick % MESSAGES, _payers[by % 2], 1 + _some(amount));
        bytes memory signature = _sign(SIGNER_KEY, quote);
        vm.prank(quote.payer);
        (bool done,) =
            address(vault).call{value: quote.amount}(abi.encodeCall(IGasService.prepay_quoted, (quote, signature)));
        if (done) _paid(quote.txid, quote.payer, quote.amount);
    }

    /// @dev The same order twice: the second must change nothing.
    function order(uint256 pick, uint256 whose, uint256 amount) external {
        uint256 txid = pick % MESSAGES;
        address payer = _payers[whose % PAYERS];
        uint256 held = _held(txid, payer);
        uint256 before = payer.balance + vault.claimable(payer);
        amount = held == 0 ? amount : amount % (held + held / 4 + 1);
        _order(txid, payer, amount);
        _order(txid, payer, amount);
        _returned(txid, payer, payer.balance + vault.claimable(payer) - before);
    }

    /// @dev The operator writes receipts of what it sees.
    function publish(uint256 seed) external {
        IGasService.ReceiptClaim[] memory tree = new IGasService.ReceiptClaim[](1 + seed % 5);
        for (uint256 i; i < tree.length; ++i) {
            seed = uint256(keccak256(abi.encode(seed, block.number, _receipts.length)));
            uint256 txid = seed % MESSAGES;
            address payer = _payers[(seed >> 8) % PAYERS];
            uint256 held = _held(txid, payer);
            tree[i] = _receipt(txid, payer, held, held == 0 ? 0 : (seed >> 16) % (2 * held));
        }
        bytes32 root = ReceiptTree.seal(tree);
        if (vault.receipts(root) != 0) return;
        vm.prank(refunder);
        vault.publish_receipts(root, uint64(tree.length), "");
        for (uint256 i; i < tree.length; ++i) {
            _receipts.push(tree[i]);
        }
    }

    function claim_receipt(uint256 pick) external {
        if (_receipts.length == 0) return;
        IGasService.ReceiptClaim[] memory claims = new IGasService.ReceiptClaim[](1);
        claims[0] = _receipts[pick % _receipts.length];
        address payer = claims[0].payer;
        uint256 before = payer.balance + vault.claimable(payer);
        vm.prank(stranger);
        (bool done,) = address(vault).call(abi.encodeCall(IGasService.claim_receipts, (claims)));
        if (done) _returned(claims[0].txid, payer, payer.balance + vault.claimable(payer) - before);
    }

    function change_temper(uint8 temper) external {
        _moody.become(Receiver.Temper(temper % (uint8(type(Receiver.Temper).max) + 1)));
    }

    function claim() external {
        if (vault.claimable(address(_moody)) > 0) _moody.claim(address(0xdead));
    }

    function collect(uint256 amount) external {
        uint256 available = vault.collectable();
        if (available == 0) return;
        amount = 1 + amount % available;
        vm.prank(collector);
        vault.collect(collector, amount);
        given += amount;
    }

    // ------------------------------------------------------------------ what the invariants look at

    function balance() external view returns (uint256) {
        return address(vault).balance;
    }

    function collectable() external view returns (uint256) {
        return vault.collectable();
    }

    function liabilities() external view returns (uint256) {
        return vault.liabilities();
    }

    function open_accounts() external view returns (uint256 sum) {
        for (uint256 txid; txid < MESSAGES; ++txid) {
            for (uint256 i; i < PAYERS; ++i) {
                sum += _held(txid, _payers[i]);
            }
        }
    }

    function unclaimed() external view returns (uint256 sum) {
        for (uint256 i; i < PAYERS; ++i) {
            sum += vault.claimable(_payers[i]);
        }
    }

    function _some(uint256 amount) private pure returns (uint256) {
        return amount % 3 == 0 ? amount % 2 ether : amount % (FITS / 2);
    }

    function _paid(uint256 txid, address payer, uint256 amount) private {
        paid[txid][payer] += amount;
        taken += amount;
    }

    function _returned(uint256 txid, address payer, uint256 amount) private {
        returned[txid][payer] += amount;
        if (returned[txid][payer] > paid[txid][payer]) overdrawn = true;
    }
}

contract GasServiceInvariants {
    bool public constant IS_TEST = true;

    Till private till;

    function setUp() public {
        till = new Till();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(till);
    }

    /// @notice Every wei in the vault belongs to exactly one: an open account, a claim, the operator.
    function invariant_everyWeiBelongsToOne() public view {
        vm.assertEq(till.open_accounts() + till.unclaimed() + till.collectable(), till.balance(), "books");
        vm.assertLe(till.liabilities(), till.balance(), "owed");
    }

    function invariant_nobodyGetsBackMoreThanWasPaid() public view {
        vm.assertFalse(till.overdrawn(), "overdrawn");
    }
}
