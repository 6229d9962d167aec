// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {CrossChainMsgStatus, CrossChainTxStatus, PayloadType} from "../../src/SettlementTypes.sol";
import {ISettlementToken} from "../../src/interfaces/ISettlementToken.sol";
import {ERC20Payload} from "../../src/libraries/ERC20Payload.sol";
import {MessageV1} from "../../src/libraries/MessageV1.sol";
import {SettlementHashes} from "../../src/libraries/SettlementHashes.sol";
import {ILegacyHandler, LegacySettlement} from "./LegacySettlement.sol";

/// @notice A MintBurn handler as version 0.1.0 has it: it makes its own txids and hopes that they are the
/// settlement contract's, and keeps the tokens of what failed. Tests only.
contract LegacyHandler is ILegacyHandler {
    struct CreatedCrossChainTx {
        uint256 txid;
        string from_chain;
        string to_chain;
        address from;
        uint256 to;
        address from_token;
        uint256 to_token;
        uint256 amount;
        CrossChainTxStatus status;
    }

    LegacySettlement public immutable settlement;
    address public immutable token;
    string public chain;
    address private immutable _owner;
    uint64 public cross_chain_msg_id_counter;
    mapping(address user => uint256) public nonce_manager;
    mapping(uint256 txid => CreatedCrossChainTx) public create_cross_txs;
    mapping(string remote_chain => mapping(uint256 handler => bool)) public is_valid_handler;

    event CrossChainLocked(
        uint256 indexed txid,
        address indexed from,
        uint256 indexed to,
        string from_chain,
        string to_chain,
        address from_token,
        uint256 to_token,
        uint256 amount,
        uint8 mode
    );

    modifier onlySettlement() {
        require(msg.sender == address(settlement), "Not chakra settlement");
        _;
    }

    constructor(LegacySettlement settlement_, address token_) {
        settlement = settlement_;
        token = token_;
        chain = settlement_.contract_chain_name();
        _owner = msg.sender;
    }

    function add_handler(string memory remote_chain, uint256 handler) external {
        require(msg.sender == _owner, "Not the owner");
        is_valid_handler[remote_chain][handler] = true;
    }

    function remove_handler(string memory remote_chain, uint256 handler) external {
        require(msg.sender == _owner, "Not the owner");
        is_valid_handler[remote_chain][handler] = false;
    }

    /// @dev Whether the destination knows this handler is not asked.
    function cross_chain_erc20_settlement(
        string memory to_chain,
        uint256 to_handler,
        uint256 to_token,
        uint256 to,
        uint256 amount
    ) external {
        require(amount > 0, "Amount must be greater than 0");
        require(to != 0, "Invalid to address");
        require(to_handler != 0, "Invalid to handler address");
        require(to_token != 0, "Invalid to token address");
        require(IERC20(token).balanceOf(msg.sender) >= amount, "Insufficient balance");
        require(IERC20(token).transferFrom(msg.sender, address(this), amount), "Transfer failed");
        uint256 nonce = ++nonce_manager[msg.sender];
        uint256 txid = SettlementHashes.txid(chain, to_chain, msg.sender, address(this), to_handler, nonce);
        create_cross_txs[txid] = CreatedCrossChainTx(
            txid, chain, to_chain, msg.sender, to, address(this), to_token, amount, CrossChainTxStatus.Pending
        );
        settlement.send_cross_chain_msg(
            to_chain, msg.sender, to_handler, PayloadType.ERC20, _message(nonce, to_token, to, amount)
        );
        emit CrossChainLocked(txid, msg.sender, to, chain, to_chain, address(this), to_token, amount, 0);
    }

    function receive_cross_chain_msg(
        uint256,
        string calldata from_chain,
        uint256,
        uint256 from_handler,
        PayloadType payload_type,
        bytes calldata payload,
        uint8,
        bytes calldata
    ) external onlySettlement returns (bool) {
        if (!is_valid_handler[from_chain][from_handler]) return false;
        require(payload_type == PayloadType.ERC20, "Invalid payload type");
        _mint(payload[MessageV1.HEADER_LENGTH + 1:]);
        return true;
    }

    function receive_cross_chain_callback(
        uint256 txid,
        string calldata from_chain,
        uint256 from_handler,
        CrossChainMsgStatus status,
        uint8,
        bytes calldata
    ) external onlySettlement returns (bool) {
        if (!is_valid_handler[from_chain][from_handler]) return false;
        CreatedCrossChainTx storage created = create_cross_txs[txid];
        require(created.status == CrossChainTxStatus.Pending, "invalid CrossChainTxStatus");
        if (status == CrossChainMsgStatus.Success) {
            ISettlementToken(token).burn_from(address(this), created.amount);
            created.status = CrossChainTxStatus.Settled;
        } else {
            created.status = CrossChainTxStatus.Failed;
        }
        return true;
    }

    /// @dev Neither the method nor the tokens are looked at, and `to` is cut to an address.
    function _mint(bytes calldata fields) private {
        (, uint256 to,,, uint256 amount) = abi.decode(fields, (uint256, uint256, uint256, uint256, uint256));
        ISettlementToken(token).mint_to(address(uint160(to)), amount);
    }

    function _message(uint256 nonce, uint256 to_token, uint256 to, uint256 amount) private returns (bytes memory) {
        uint256 id = SettlementHashes.message_id(++cross_chain_msg_id_counter, address(this), msg.sender, nonce);
        bytes memory transfer =
            ERC20Payload.encode(ERC20Payload.Transfer(uint160(msg.sender), to, uint160(token), to_token, amount));
        return MessageV1.encode(id, PayloadType.ERC20, transfer);
    }
}
