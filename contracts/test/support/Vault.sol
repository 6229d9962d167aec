// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {GasService} from "../../src/GasService.sol";
import {CrossChainMsgStatus} from "../../src/SettlementTypes.sol";
import {IGasService} from "../../src/interfaces/IGasService.sol";
import {Vm, vm} from "../../support/Vm.sol";

/// @notice The part of a settlement contract that a vault sees; the test decides what was sent and how
/// it ended. The real one is used in GasServiceOnSettlement.t.sol.
contract Records {
    struct Record {
        address from_address;
        uint8 status;
        uint32 nonce;
        uint56 prepaid;
    }

    address public gas_service;
    mapping(uint256 txid => Record) public create_cross_txs;

    function serve(address gas_service_) external {
        gas_service = gas_service_;
    }

    function send(uint256 txid, address sender) external {
        create_cross_txs[txid] = Record(sender, uint8(CrossChainMsgStatus.Pending), 1, 0);
    }

    function end(uint256 txid, CrossChainMsgStatus status) external {
        create_cross_txs[txid].status = uint8(status);
    }

    function record_prepayment(uint256 txid, address payer, uint256 amount) external returns (bool) {
        require(msg.sender == gas_service, "only the vault");
        Record storage record = create_cross_txs[txid];
        if (record.status != uint8(CrossChainMsgStatus.Pending)) return false;
        if (payer != record.from_address) return false;
        if (amount + record.prepaid > type(uint56).max) return false;
        record.prepaid += uint56(amount);
        return true;
    }

    function release_prepayment(uint256 txid) external returns (uint256 amount) {
        require(msg.sender == gas_service, "only the vault");
        amount = create_cross_txs[txid].prepaid;
        create_cross_txs[txid].prepaid = 0;
    }
}

/// @notice Receives wei in ways that could hurt the vault.
contract Receiver {
    enum Temper {
        Takes,
        Refuses,
        BurnsGas,
        ReentersClaim,
        ReentersReceipts,
        ReturnsABomb
    }

    Temper private _temper;
    GasService private immutable _vault;
    bytes private _reentry;
    uint256 public entered;

    constructor(GasService vault) {
        _vault = vault;
    }

    function become(Temper temper) external {
        _temper = temper;
    }

    /// @param data the call it makes to the vault while it is being paid
    function prepare(bytes calldata data) external {
        _reentry = data;
    }

    function claim(address to) external {
        _vault.claim(to);
    }

    receive() external payable {
        if (_temper == Temper.Refuses) revert("no");
        if (_temper == Temper.BurnsGas) while (true) ++entered;
        if (_temper == Temper.ReentersClaim) _vault.claim(address(this));
        if (_temper == Temper.ReentersReceipts) _call();
        if (_temper == Temper.ReturnsABomb) _bomb();
    }

    function _call() private {
        (bool done,) = address(_vault).call(_reentry);
        require(done, "not let in");
        entered = 1;
    }

    function _bomb() private pure {
        assembly {
            revert(0, 20000)
        }
    }
}

/// @notice One vault, its people, and messages that are said to exist.
abstract contract Vault {
    bool public constant IS_TEST = true;

    uint256 internal constant SIGNER_KEY = uint256(keccak256("quote signer"));
    uint256 internal constant OTHER_KEY = uint256(keccak256("another signer"));
    uint256 internal constant TXID = 77;
    /// @dev The largest prepayment that fits the record of a message.
    uint256 internal constant FITS = type(uint56).max;

    address internal owner = _person("owner");
    address internal manager = _person("manager");
    address internal refunder = _person("refunder");
    address internal collector = _person("collector");
    address internal user = _person("user");
    address internal friend = _person("friend");
    address internal stranger = _person("stranger");

    Records internal records;
    GasService internal vault;

    function setUp() public virtual {
        records = new Records();
        vault = new GasService(
            owner, address(records), _list(manager), _list(refunder), _list(collector), _list(vm.addr(SIGNER_KEY))
        );
        records.serve(address(vault));
        vm.deal(user, 100 ether);
        vm.deal(friend, 100 ether);
        records.send(TXID, user);
    }

    // ------------------------------------------------------------------ steps

    function _prepay(address payer, uint256 txid, address refund_to, uint256 amount) internal {
        vm.prank(payer);
        vault.prepay{value: amount}(txid, refund_to);
    }

    function _end(uint256 txid) internal {
        records.end(txid, CrossChainMsgStatus.Success);
    }

    function _order(uint256 txid, address to, uint256 amount) internal {
        IGasService.Refund[] memory refunds = new IGasService.Refund[](1);
        refunds[0] = IGasService.Refund(txid, to, amount);
        vm.prank(refunder);
        vault.refund(refunds);
    }

    function _quote(uint256 txid, address payer, uint256 amount)
        internal
        view
        returns (IGasService.GasQuote memory quote)
    {
        quote = IGasService.GasQuote({
            id: keccak256(abi.encode(txid, payer, amount)),
            txid: txid,
            payer: payer,
            amount: amount,
            legsHash: keccak256("legs"),
            payloadHash: keccak256("payload"),
            expiry: uint64(block.timestamp + 60)
        });
    }

    function _sign(uint256 key, IGasService.GasQuote memory quote) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, vault.quote_digest(quote));
        return abi.encodePacked(r, s, v);
    }

    function _receipt(uint256 txid, address payer, uint256 prepaid, uint256 spent)
        internal
        pure
        returns (IGasService.ReceiptClaim memory receipt)
    {
        receipt.txid = txid;
        receipt.payer = payer;
        receipt.prepaid = prepaid;
        receipt.spent = spent;
        receipt.refund = spent < prepaid ? prepaid - spent : 0;
    }

    // ------------------------------------------------------------------ looking

    function _held(uint256 txid, address payer) internal view returns (uint256 prepaid) {
        (prepaid,) = vault.account(txid, payer);
    }

    function _recorded(uint256 txid) internal view returns (uint256 prepaid) {
        (,,, prepaid) = records.create_cross_txs(txid);
    }

    function _skipped(Vm.Log[] memory logs, uint256 txid, bytes4 reason) internal pure {
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != IGasService.RefundSkipped.selector || uint256(logs[i].topics[1]) != txid) {
                continue;
            }
            vm.assertEq(bytes32(abi.decode(logs[i].data, (bytes4))), bytes32(reason), "reason");
            return;
        }
        revert("was not skipped");
    }

    function _count(Vm.Log[] memory logs, bytes32 topic) internal pure returns (uint256 count) {
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] == topic) ++count;
        }
    }

    function _list(address account) internal pure returns (address[] memory list) {
        list = new address[](1);
        list[0] = account;
    }

    function _person(string memory name) internal returns (address account) {
        account = vm.addr(uint256(keccak256(bytes(name))));
        vm.label(account, name);
    }
}
