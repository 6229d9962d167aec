// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";
import {IGasService} from "../../src/interfaces/IGasService.sol";

/// @notice OpenZeppelin's standard tree over receipts, as the publisher builds it: a complete binary tree
/// in an array, node i over nodes 2i+1 and 2i+2, leaves at the end.
library ReceiptTree {
    function leaf(IGasService.ReceiptClaim memory receipt) internal pure returns (bytes32) {
        bytes memory content = abi.encode(receipt.txid, receipt.payer, receipt.prepaid, receipt.spent, receipt.refund);
        return keccak256(bytes.concat(keccak256(content)));
    }

    /// @notice Fills in root and proofs.
    function seal(IGasService.ReceiptClaim[] memory receipts) internal pure returns (bytes32 root) {
        uint256 count = receipts.length;
        bytes32[] memory nodes = new bytes32[](2 * count - 1);
        for (uint256 i; i < count; ++i) {
            nodes[nodes.length - 1 - i] = leaf(receipts[i]);
        }
        for (uint256 i = count - 1; i > 0; --i) {
            nodes[i - 1] = Hashes.commutativeKeccak256(nodes[2 * i - 1], nodes[2 * i]);
        }
        root = nodes[0];
        for (uint256 i; i < count; ++i) {
            receipts[i].root = root;
            receipts[i].proof = _proof(nodes, nodes.length - 1 - i);
        }
    }

    function _proof(bytes32[] memory nodes, uint256 position) private pure returns (bytes32[] memory proof) {
        uint256 length;
        for (uint256 i = position; i > 0; i = (i - 1) / 2) {
            ++length;
        }
        proof = new bytes32[](length);
        for (uint256 k; k < length; ++k) {
            proof[k] = nodes[position % 2 == 1 ? position + 1 : position - 1];
            position = (position - 1) / 2;
        }
    }
}
