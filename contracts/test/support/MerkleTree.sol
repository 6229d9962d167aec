// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";

/// @notice The complete tree that validators build over the digests of a block, as OpenZeppelin's
/// merkle-tree package lays it out: node 0 is the root, leaf i is node `2n - 2 - i`.
library MerkleTree {
    function build(bytes32[] memory leaves) internal pure returns (bytes32[] memory nodes) {
        uint256 count = leaves.length;
        nodes = new bytes32[](2 * count - 1);
        for (uint256 i; i < count; ++i) {
            nodes[nodes.length - 1 - i] = leaves[i];
        }
        for (uint256 i = count - 1; i > 0; --i) {
            nodes[i - 1] = Hashes.commutativeKeccak256(nodes[2 * i - 1], nodes[2 * i]);
        }
    }

    function root(bytes32[] memory leaves) internal pure returns (bytes32) {
        return build(leaves)[0];
    }

    /// @return siblings from the leaf up
    function proof(bytes32[] memory leaves, uint256 leaf) internal pure returns (bytes32[] memory siblings) {
        bytes32[] memory nodes = build(leaves);
        uint256 depth;
        for (uint256 node = nodes.length - 1 - leaf; node > 0; node = (node - 1) / 2) {
            ++depth;
        }
        siblings = new bytes32[](depth);
        depth = 0;
        for (uint256 node = nodes.length - 1 - leaf; node > 0; node = (node - 1) / 2) {
            siblings[depth++] = nodes[_sibling(node)];
        }
    }

    /// @param members positions of the leaves, ascending
    function multiproof(bytes32[] memory leaves, uint256[] memory members)
        internal
        pure
        returns (bytes32[] memory proof_, bool[] memory flags)
    {
        bytes32[] memory nodes = build(leaves);
        // Every node taken from the front leaves at most its parent at the end.
        uint256[] memory queue = new uint256[](nodes.length + members.length);
        uint256 end;
        for (uint256 i; i < members.length; ++i) {
            queue[end++] = nodes.length - 1 - members[i];
        }
        proof_ = new bytes32[](nodes.length);
        flags = new bool[](nodes.length);
        uint256 proofs;
        uint256 steps;
        uint256 front;
        while (front < end && queue[front] > 0) {
            uint256 node = queue[front++];
            if (front < end && queue[front] == _sibling(node)) {
                flags[steps] = true;
                ++front;
            } else {
                proof_[proofs++] = nodes[_sibling(node)];
            }
            ++steps;
            queue[end++] = (node - 1) / 2;
        }
        assembly {
            mstore(proof_, proofs)
            mstore(flags, steps)
        }
    }

    function _sibling(uint256 node) private pure returns (uint256) {
        return node % 2 == 0 ? node - 1 : node + 1;
    }
}
