// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {CrossChainMsgStatus, InboundMessage, PayloadType} from "../../src/SettlementTypes.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {ISettlementHandler} from "../../src/interfaces/ISettlementHandler.sol";
import {MessageV1} from "../../src/libraries/MessageV1.sol";

/// @notice A handler that answers messages and callbacks in every way that could hurt.
contract HostileHandler is ISettlementHandler {
    enum Temper {
        Accepts,
        Refuses,
        Reverts,
        BurnsAllGas,
        ReturnsABomb,
        RevertsWithABomb,
        ReturnsNothing,
        ReturnsTwo,
        Reenters
    }

    ISettlement private immutable _settlement;
    Temper public temper;
    InboundMessage private _other;
    uint256 public calls;

    constructor(ISettlement settlement) {
        _settlement = settlement;
    }

    function become(Temper temper_) external {
        temper = temper_;
    }

    /// @param other the message it tries to get delivered from inside its own delivery
    function prepare(InboundMessage calldata other) external {
        _other = other;
    }

    function send(string calldata to_chain, address from_address, uint256 to_handler)
        external
        payable
        returns (uint256)
    {
        bytes memory message = MessageV1.encode(1, PayloadType.Raw, "hello");
        return _settlement.send_cross_chain_msg{value: msg.value}(
            to_chain, from_address, to_handler, PayloadType.Raw, message
        );
    }

    function receive_cross_chain_msg(
        uint256,
        string calldata,
        uint256,
        uint256,
        PayloadType,
        bytes calldata,
        uint8,
        bytes calldata
    ) external returns (bool) {
        return _answer();
    }

    function receive_cross_chain_callback(uint256, string calldata, uint256, CrossChainMsgStatus, uint8, bytes calldata)
        external
        returns (bool)
    {
        return _answer();
    }

    function _answer() private returns (bool) {
        ++calls;
        if (temper == Temper.Refuses) return false;
        if (temper == Temper.Reverts) revert("not today");
        if (temper == Temper.BurnsAllGas) while (true) ++calls;
        if (temper == Temper.ReturnsABomb) _bomb(false);
        if (temper == Temper.RevertsWithABomb) _bomb(true);
        if (temper == Temper.ReturnsNothing) _return(0, 0);
        if (temper == Temper.ReturnsTwo) _return(2, 32);
        if (temper == Temper.Reenters) _reenter();
        return true;
    }

    /// @dev 300 000 bytes: whoever copies them pays more than the whole handler call may cost.
    function _bomb(bool reverts) private pure {
        assembly {
            if reverts { revert(0, 300000) }
            return(0, 300000)
        }
    }

    function _return(uint256 value, uint256 length) private pure {
        assembly {
            mstore(0, value)
            return(0, length)
        }
    }

    function _reenter() private {
        InboundMessage[] memory others = new InboundMessage[](1);
        others[0] = _other;
        _settlement.receive_cross_chain_msgs(others);
    }
}
