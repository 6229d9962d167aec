// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {InboundCallback, InboundMessage} from "../SettlementTypes.sol";

/// @notice Every hash the settlement layer agrees on: ids, record commitments and what validators sign.
library SettlementHashes {
    bytes32 internal constant DOMAIN_TYPE =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 internal constant RECEIVE_TYPE = keccak256(
        "Receive(uint256 txid,string fromChain,string toChain,uint256 fromAddress,uint256 fromHandler,uint256 toHandler,uint8 payloadType,bytes32 payloadHash)"
    );
    bytes32 internal constant CALLBACK_TYPE = keccak256(
        "Callback(uint256 txid,string fromChain,string toChain,uint256 fromHandler,uint256 toHandler,uint8 status)"
    );
    string internal constant DOMAIN_NAME = "ChakraSettlement";
    string internal constant DOMAIN_VERSION = "2";

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

    /// @param counter messages of the handler so far, this one included
    /// @param nonce the sender's nonce with this handler, this message included
    function message_id(uint64 counter, address handler, address sender, uint256 nonce)
        internal
        pure
        returns (uint256)
    {
        return uint256(keccak256(abi.encodePacked(counter, handler, sender, nonce)));
    }

    /// @notice Binds a created message to its route in 88 bits, so that its record stays one word.
    function commitment(string memory to_chain, address from_handler, uint256 to_handler)
        internal
        pure
        returns (bytes11)
    {
        return bytes11(keccak256(abi.encode(to_chain, from_handler, to_handler)));
    }

    /// @notice What validators sign so that `settlement` on `chain_id` accepts a message.
    function receive_digest(InboundMessage memory message, string memory to_chain, uint256 chain_id, address settlement)
        internal
        pure
        returns (bytes32)
    {
        bytes32 content = keccak256(
            abi.encode(
                RECEIVE_TYPE,
                message.txid,
                keccak256(bytes(message.from_chain)),
                keccak256(bytes(to_chain)),
                message.from_address,
                message.from_handler,
                uint256(uint160(message.to_handler)),
                message.payload_type,
                keccak256(message.payload)
            )
        );
        return _typed(chain_id, settlement, content);
    }

    /// @notice What validators sign so that the source's `settlement` accepts a result.
    function callback_digest(
        InboundCallback memory callback,
        string memory to_chain,
        uint256 chain_id,
        address settlement
    ) internal pure returns (bytes32) {
        bytes32 content = keccak256(
            abi.encode(
                CALLBACK_TYPE,
                callback.txid,
                keccak256(bytes(callback.from_chain)),
                keccak256(bytes(to_chain)),
                callback.from_handler,
                uint256(uint160(callback.to_handler)),
                callback.status
            )
        );
        return _typed(chain_id, settlement, content);
    }

    function _typed(uint256 chain_id, address settlement, bytes32 content) private pure returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                DOMAIN_TYPE, keccak256(bytes(DOMAIN_NAME)), keccak256(bytes(DOMAIN_VERSION)), chain_id, settlement
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, content));
    }
}
