// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";

/// @notice Every hash the settlement layer agrees on: ids, and what validators sign.
library SettlementHashes {
    /// @notice A message arrives. The fields are those of the EIP-712 type; strings and bytes are hashed.
    struct Receive {
        uint256 txid;
        bytes32 from_chain;
        bytes32 to_chain;
        uint256 from_address;
        uint256 from_handler;
        uint256 to_handler;
        uint8 payload_type;
        bytes32 payload_hash;
        uint64 sequence;
        uint64 handler_gas;
        uint64 deadline;
    }

    /// @notice A message was not delivered before its deadline and never will be.
    struct Expire {
        uint256 txid;
        bytes32 from_chain;
        bytes32 to_chain;
        uint256 from_handler;
        uint256 to_handler;
        uint64 sequence;
        uint64 deadline;
    }

    /// @notice A message ended on its destination.
    struct Callback {
        uint256 txid;
        bytes32 from_chain;
        bytes32 to_chain;
        uint256 from_handler;
        uint256 to_handler;
        uint8 status;
    }

    bytes32 private constant DOMAIN_TYPE =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant BUNDLE_DOMAIN_TYPE = keccak256("EIP712Domain(string name,string version)");
    bytes32 private constant RECEIVE_TYPE = keccak256(
        "Receive(uint256 txid,string fromChain,string toChain,uint256 fromAddress,uint256 fromHandler,uint256 toHandler,uint8 payloadType,bytes32 payloadHash,uint64 sequence,uint64 handlerGas,uint64 deadline)"
    );
    bytes32 private constant EXPIRE_TYPE = keccak256(
        "Expire(uint256 txid,string fromChain,string toChain,uint256 fromHandler,uint256 toHandler,uint64 sequence,uint64 deadline)"
    );
    bytes32 private constant CALLBACK_TYPE = keccak256(
        "Callback(uint256 txid,string fromChain,string toChain,uint256 fromHandler,uint256 toHandler,uint8 status)"
    );
    bytes32 private constant BUNDLE_TYPE = keccak256("Bundle(bytes32 root)");
    bytes32 private constant DOMAIN_NAME = keccak256("ChakraSettlement");
    bytes32 private constant DOMAIN_VERSION = keccak256("2");

    /// @dev The two names stand side by side unpadded, as the protocol has it; the registry keeps the
    /// set of names prefix-safe and the settlement contract refuses an id that exists.
    /// @param nonce value after its increment; the first message uses 1
    function txid(
        string memory from_chain,
        string memory to_chain,
        address from_address,
        address from_handler,
        uint256 to_handler,
        uint256 nonce
    ) internal pure returns (uint256) {
        return uint256(keccak256(abi.encodePacked(from_chain, to_chain, from_address, from_handler, to_handler, nonce)));
    }

    /// @param counter 64 bits of the protocol's id; here the same nonce again
    /// @param nonce the sender's nonce with this handler, this message included
    function message_id(uint64 counter, address handler, address sender, uint256 nonce)
        internal
        pure
        returns (uint256)
    {
        return uint256(keccak256(abi.encodePacked(counter, handler, sender, nonce)));
    }

    /// @notice Names one handler's connection with one handler elsewhere.
    /// @param chain hash of the other chain's name
    function route(address handler, bytes32 chain, uint256 remote_handler) internal pure returns (bytes32) {
        return keccak256(abi.encode(handler, chain, remote_handler));
    }

    /// @notice The EIP-712 domain of everything that is attested to `settlement` on `chain_id`.
    function domain(uint256 chain_id, address settlement) internal pure returns (bytes32) {
        return keccak256(abi.encode(DOMAIN_TYPE, DOMAIN_NAME, DOMAIN_VERSION, chain_id, settlement));
    }

    /// @notice The domain of bundles: their leaves carry the receiver's, so a bundle needs none.
    function bundle_domain() internal pure returns (bytes32) {
        return keccak256(abi.encode(BUNDLE_DOMAIN_TYPE, DOMAIN_NAME, DOMAIN_VERSION));
    }

    function digest(Receive memory content, bytes32 domain_) internal pure returns (bytes32) {
        return MessageHashUtils.toTypedDataHash(domain_, keccak256(abi.encode(RECEIVE_TYPE, content)));
    }

    function digest(Expire memory content, bytes32 domain_) internal pure returns (bytes32) {
        return MessageHashUtils.toTypedDataHash(domain_, keccak256(abi.encode(EXPIRE_TYPE, content)));
    }

    function digest(Callback memory content, bytes32 domain_) internal pure returns (bytes32) {
        return MessageHashUtils.toTypedDataHash(domain_, keccak256(abi.encode(CALLBACK_TYPE, content)));
    }

    /// @notice What validators sign once for all messages of a block to one destination.
    /// @param root of OpenZeppelin's complete tree of commutative pairs over the digests in log order
    function bundle_digest(bytes32 root, bytes32 domain_) internal pure returns (bytes32) {
        return MessageHashUtils.toTypedDataHash(domain_, keccak256(abi.encode(BUNDLE_TYPE, root)));
    }
}
