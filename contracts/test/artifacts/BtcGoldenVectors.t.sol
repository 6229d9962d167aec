// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {PayloadType} from "../../src/SettlementTypes.sol";
import {BtcPayload} from "../../src/btc/BtcPayload.sol";
import {MessageV1} from "../../src/libraries/MessageV1.sol";
import {SettlementHashes} from "../../src/libraries/SettlementHashes.sol";
import {vm} from "../../support/Vm.sol";

/// @notice The bytes every language must agree on when it speaks of BTC.
contract BtcGoldenVectorsTest {
    bool public constant IS_TEST = true;

    string private _json;

    function setUp() public {
        _json = vm.readFile("test/golden/btc.json");
    }

    function test_aDepositsBytesAndItsOutpoint() public view {
        BtcPayload.Transfer memory transfer = _transfer(".deposit");
        bytes memory payload = BtcPayload.encode(transfer);
        vm.assertEq(payload, _bytes(".deposit.payload"), "payload");
        bytes memory message = MessageV1.encode(_number(".deposit.id"), PayloadType.BTCDeposit, payload);
        vm.assertEq(message, _bytes(".deposit.message"), "message");
        vm.assertEq(
            BtcPayload.outpoint(transfer.btc_txid, transfer.index),
            vm.parseJsonBytes32(_json, ".deposit.outpoint"),
            "outpoint"
        );
        (bool valid, BtcPayload.Transfer memory decoded) = this.try_decode(payload);
        vm.assertTrue(valid, "decodes");
        vm.assertEq(abi.encode(decoded), abi.encode(transfer), "to the same");
    }

    function test_aWithdrawalsBytesAndItsIds() public view {
        BtcPayload.Transfer memory transfer = _transfer(".withdrawal");
        address handler = vm.parseJsonAddress(_json, ".withdrawal.handler");
        address from = address(uint160(transfer.account));
        uint256 nonce = _number(".withdrawal.nonce");
        string memory chain = vm.parseJsonString(_json, ".withdrawal.chain");
        uint256 txid = SettlementHashes.txid(chain, "Bitcoin", from, handler, _number(".withdrawal.vault"), nonce);
        vm.assertEq(txid, _number(".withdrawal.txid"), "txid");
        uint256 id = SettlementHashes.message_id(uint64(nonce), handler, from, nonce);
        vm.assertEq(id, _number(".withdrawal.id"), "id");
        bytes memory payload = BtcPayload.encode(transfer);
        vm.assertEq(payload, _bytes(".withdrawal.payload"), "payload");
        vm.assertEq(MessageV1.encode(id, PayloadType.BTCWithdraw, payload), _bytes(".withdrawal.message"), "message");
    }

    function try_decode(bytes calldata payload) external pure returns (bool, BtcPayload.Transfer memory) {
        return BtcPayload.try_decode(payload);
    }

    function _transfer(string memory path) private view returns (BtcPayload.Transfer memory transfer) {
        transfer.btc_txid = _number(string.concat(path, ".btcTxid"));
        transfer.index = bytes32(_number(string.concat(path, ".index")));
        transfer.btc_address = vm.parseJsonString(_json, string.concat(path, ".btcAddress"));
        transfer.account = uint160(vm.parseJsonAddress(_json, string.concat(path, ".account")));
        transfer.amount = _number(string.concat(path, ".amount"));
    }

    function _number(string memory path) private view returns (uint256) {
        return vm.parseJsonUint(_json, path);
    }

    function _bytes(string memory path) private view returns (bytes memory) {
        return vm.parseJsonBytes(_json, path);
    }
}
