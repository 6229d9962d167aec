// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Memory} from "@openzeppelin/contracts/utils/Memory.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {BoundedCall} from "../libraries/BoundedCall.sol";
import {SettlementHashes} from "../libraries/SettlementHashes.sol";
import {SettlementState} from "./SettlementState.sol";

/// @notice What deliveries and callbacks have in common.
/// @dev The inner rules answer with the selector of the problem instead of reverting: a single call makes
/// an error of it, a batch logs it and goes on. So one member can neither revert nor starve another; the
/// handler's call is the only one to code that is not ours, and it is bounded.
abstract contract SettlementAttested is SettlementState, ReentrancyGuardTransient {
    uint8 internal constant RECEIVE_LEG = 1;
    uint8 internal constant CALLBACK_LEG = 2;
    bytes4 internal constant NO_PROBLEM = 0;

    /// @dev Gas for what surrounds a handler's call even if that used all it was given: the record before
    /// it, the result and its logs after it.
    uint256 private constant AROUND_HANDLER_GAS = 70_000;
    /// @dev Gas kept back for each batch member not yet handled, so that every one is at least logged.
    uint256 private constant SKIP_GAS = 10_000;
    /// @dev What the metering event itself costs, measured; counted to the message.
    uint256 internal constant METERING_GAS = 2_000;

    /// @dev What all members of a transaction share.
    /// @param handler_gas what a callback's handler is given
    struct Here {
        string name;
        bytes32 domain;
        uint64 handler_gas;
    }

    /// @dev A batch as it runs.
    /// @param attested one certificate for all was found to hold
    /// @param left members not yet handled
    /// @param start gas that was left when the last member was done
    /// @param shared gas that what was done for all together costs each
    /// @param free memory that is given back after each member
    struct Run {
        Here here;
        bool attested;
        uint256 left;
        uint256 start;
        uint256 shared;
        Memory.Pointer free;
    }

    function _here() internal view returns (Here memory) {
        bytes32 domain = SettlementHashes.domain(block.chainid, address(this));
        return Here(contract_chain_name(), domain, 0);
    }

    /// @dev Where nothing is received while the guardian says so.
    function _open_here() internal view returns (Here memory here) {
        Settings memory settings = _settings;
        if (settings.receiving_paused) revert ReceivingIsPaused();
        here = _here();
        here.handler_gas = settings.default_handler_gas;
    }

    /// @dev A batch that could only skip is refused, so that what a node estimates for it is enough when
    /// its handlers behave. A submitter who trusts none of them brings every member's handler gas.
    /// @param member_gas to bring for each; zero when no handler is called
    function _begin(uint256 members, uint256 member_gas) internal view returns (Run memory run) {
        run.start = gasleft();
        run.left = members;
        run.here = _open_here();
        if (member_gas == 0) return run;
        uint256 needed = _gas_needed(run.here.handler_gas) + members * member_gas;
        if (gasleft() < needed) revert InsufficientHandlerGas(needed, gasleft());
    }

    /// @dev Gas that must be left before a handler may be called: less is never a message's failure.
    function _gas_needed(uint256 handler_gas) internal pure returns (uint256) {
        return BoundedCall.gas_needed(handler_gas) + AROUND_HANDLER_GAS;
    }

    function _lacks_gas(uint256 handler_gas, uint256 members_left) internal view returns (bool) {
        return gasleft() < _gas_needed(handler_gas) + members_left * SKIP_GAS;
    }

    function _is_signed(bytes32 digest, bytes calldata signatures, uint8 sign_type) internal view returns (bool) {
        return signature_verifier.verify(digest, signatures, sign_type);
    }

    /// @dev One certificate for all `leaves`, or nothing happens.
    function _check_bundle(
        Run memory run,
        bytes32[] memory leaves,
        bytes32[] calldata proof,
        bool[] calldata flags,
        bytes calldata signatures
    ) internal view {
        if (!signature_verifier.verify_bundle(leaves, proof, flags, signatures)) {
            revert InvalidBundle(leaves.length);
        }
        run.attested = true;
    }

    /// @dev What was done for all members together is shared out among them.
    function _share_out(Run memory run) internal view {
        if (run.left > 0) run.shared = (run.start - gasleft()) / run.left;
        run.start = gasleft();
        run.free = Memory.getFreeMemoryPointer();
    }

    /// @dev Everything since the last member counts to this one, the loop around it included.
    function _end_member(Run memory run, uint256 txid, uint8 leg, bytes4 problem) internal {
        uint256 used = run.start - gasleft() + METERING_GAS;
        if (problem == NO_PROBLEM) emit CrossChainMsgGas(txid, leg, used + run.shared);
        else emit CrossChainMsgSkipped(txid, leg, problem, used + run.shared);
        run.start -= used;
        --run.left;
        Memory.unsafeSetFreeMemoryPointer(run.free);
    }
}
