// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {CrossChainMsgStatus, PayloadType, SettlementMode} from "../../src/SettlementTypes.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {ISettlementHandler} from "../../src/interfaces/ISettlementHandler.sol";
import {ERC20Payload} from "../../src/libraries/ERC20Payload.sol";
import {MessageV1} from "../../src/libraries/MessageV1.sol";
import {Terms} from "../../src/libraries/Terms.sol";

/// @notice A handler that is its own token and breaks exactly one rule, to see that the rule's check finds
/// it. For tests only.
contract BrokenHandler is ERC20, ISettlementHandler {
    enum Fault {
        None,
        RefusesEverything,
        PaysTwice,
        PaysNothing,
        TakesAgain,
        AnyChain,
        AnyHandler,
        AnyCaller,
        AnyCallback,
        AnyPayload,
        KeepsEscrow,
        RefundsTwice,
        Expensive,
        SaysTrueUnpaid,
        BurnsGas,
        Bomb,
        Ownerless,
        OtherSettlement,
        ForgetsPeer
    }

    ISettlement private immutable _settlement;
    Fault private immutable _fault;
    address private immutable _owner;
    string private _peer_chain;
    uint256 private immutable _peer;
    uint256 private immutable _peer_token;

    mapping(bytes32 arrival => bool) private _taken;
    mapping(uint256 txid => address) private _senders;
    mapping(uint256 txid => uint256) private _escrow;
    mapping(uint256 => uint256) private _waste;

    error OnlySettlement(address caller);
    error AlreadyProcessed(uint256 txid);
    error NotPending(uint256 txid);
    error OnlySelf();

    constructor(ISettlement settlement_, Fault fault, string memory peer_chain, uint256 peer, uint256 peer_token)
        ERC20("Broken", "BROKEN")
    {
        _settlement = settlement_;
        _fault = fault;
        _owner = msg.sender;
        _peer_chain = peer_chain;
        _peer = peer;
        _peer_token = peer_token;
    }

    function owner() external view returns (address) {
        return _fault == Fault.Ownerless ? address(0) : _owner;
    }

    function settlement() external view returns (address) {
        return _fault == Fault.OtherSettlement ? address(this) : address(_settlement);
    }

    function mode() external pure returns (SettlementMode) {
        return SettlementMode.MintBurn;
    }

    function token() external view returns (address) {
        return address(this);
    }

    function is_valid_handler(string calldata chain, uint256 handler) external view returns (bool) {
        return _fault != Fault.ForgetsPeer && handler == _peer && keccak256(bytes(chain)) == _peer_hash();
    }

    function cross_chain_erc20_settlement(
        string calldata to_chain,
        uint256 to_handler,
        uint256 to_token,
        uint256 to,
        uint256 amount
    ) external payable returns (uint256 txid) {
        _transfer(msg.sender, address(this), amount);
        bytes memory transfer = ERC20Payload.encode(
            ERC20Payload.Transfer(uint160(msg.sender), to, uint160(address(this)), to_token, amount)
        );
        txid = _settlement.send_cross_chain_msg{value: msg.value}(
            to_chain, msg.sender, to_handler, PayloadType.ERC20, MessageV1.encode(1, PayloadType.ERC20, transfer)
        );
        _senders[txid] = msg.sender;
        _escrow[txid] = amount;
    }

    function receive_cross_chain_msg(
        uint256 txid,
        string calldata from_chain,
        uint256 from_address,
        uint256 from_handler,
        PayloadType payload_type,
        bytes calldata message,
        uint8,
        bytes calldata terms
    ) external returns (bool) {
        if (_fault != Fault.AnyCaller) _only_settlement();
        bytes32 source = keccak256(bytes(from_chain));
        _take(txid, keccak256(abi.encode(source, Terms.sequence(terms))));
        if (_fault == Fault.RefusesEverything || !_is_peer(source, from_handler)) return _refuse();
        (bool valid, ERC20Payload.Transfer memory transfer) = _decode(payload_type, message);
        if (!valid || transfer.from != from_address) return _fault == Fault.AnyPayload || _refuse();
        return _arrive(address(uint160(transfer.to)), transfer.amount);
    }

    function receive_cross_chain_callback(
        uint256 txid,
        string calldata,
        uint256,
        CrossChainMsgStatus status,
        uint8,
        bytes calldata
    ) external returns (bool) {
        if (_fault != Fault.AnyCallback) _only_settlement();
        uint256 amount = _escrow[txid];
        if (amount == 0) revert NotPending(txid);
        if (_fault == Fault.RefundsTwice) _mint(address(this), amount);
        else delete _escrow[txid];
        if (status == CrossChainMsgStatus.Success) _burn(address(this), amount);
        else if (_fault != Fault.KeepsEscrow) _transfer(address(this), _senders[txid], amount);
        return true;
    }

    /// @dev Apart, so that it can run out of gas alone.
    function pay(address to, uint256 amount) external {
        if (msg.sender != address(this)) revert OnlySelf();
        _mint(to, amount);
    }

    function _arrive(address to, uint256 amount) private returns (bool) {
        if (_fault == Fault.PaysNothing) return true;
        if (_fault == Fault.PaysTwice) _mint(to, amount);
        if (_fault == Fault.Expensive) {
            for (uint256 i; i < 40; ++i) {
                _waste[i] = 1;
            }
        }
        if (_fault == Fault.SaysTrueUnpaid) {
            try this.pay{gas: gasleft() / 2}(to, amount) {} catch {}
            return true;
        }
        _mint(to, amount);
        if (_fault == Fault.Bomb) {
            assembly {
                mstore(0, 1)
                return(0, 100000)
            }
        }
        return true;
    }

    function _take(uint256 txid, bytes32 arrival) private {
        if (_taken[arrival] && _fault != Fault.TakesAgain) revert AlreadyProcessed(txid);
        _taken[arrival] = true;
    }

    function _refuse() private view returns (bool) {
        if (_fault == Fault.BurnsGas) {
            assembly {
                invalid()
            }
        }
        return false;
    }

    function _is_peer(bytes32 source, uint256 handler) private view returns (bool) {
        return (source == _peer_hash() || _fault == Fault.AnyChain) && (handler == _peer || _fault == Fault.AnyHandler);
    }

    function _peer_hash() private view returns (bytes32) {
        return keccak256(bytes(_peer_chain));
    }

    function _decode(PayloadType payload_type, bytes calldata message)
        private
        view
        returns (bool valid, ERC20Payload.Transfer memory transfer)
    {
        if (payload_type != PayloadType.ERC20 || !MessageV1.is_valid(message)) return (false, transfer);
        if (MessageV1.payload_type(message) != uint8(PayloadType.ERC20)) return (false, transfer);
        (valid, transfer) = ERC20Payload.try_decode(MessageV1.payload(message));
        valid = valid && transfer.from_token == _peer_token && transfer.to_token == uint160(address(this));
    }

    function _only_settlement() private view {
        if (msg.sender != address(_settlement)) revert OnlySettlement(msg.sender);
    }
}
