// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {ISettlementArtifact} from "./ISettlementArtifact.sol";
import {ISettlementArtifactRegistry} from "./ISettlementArtifactRegistry.sol";

/// @notice Asks a contract everything an artifact answers. Each question gets limited gas and at most
/// two words of its answer are copied, so a hostile contract costs its registrar little.
/// @dev Text is accepted as `string` and as `bytes`: on the wire they are the same.
library ArtifactProbe {
    /// @dev Enough for a proxy whose metadata fills a hundred storage words.
    uint256 private constant GAS = 300_000;
    uint256 private constant WORD = 32;
    /// @dev No interface has this one; who answers it would answer anything.
    bytes4 private constant NONSENSE = 0xffffffff;

    /// @notice Reverts unless `account` answers like an artifact with these decimals.
    function require_artifact(address account, uint256 decimals) internal view {
        if (account.code.length == 0) revert ISettlementArtifactRegistry.NotAContract(account);
        (bool answered, uint256 size,,) = _ask(account, abi.encodePacked(NONSENSE));
        if (answered && size != 0) revert ISettlementArtifactRegistry.NotAnArtifact(account, NONSENSE);

        uint256 actual = _number(account, abi.encodeCall(IERC20Metadata.decimals, ()));
        if (actual != decimals) revert ISettlementArtifactRegistry.UnexpectedDecimals(account, decimals, actual);
        _number(account, abi.encodeCall(IERC20.totalSupply, ()));
        _number(account, abi.encodeCall(IERC20.balanceOf, (address(this))));
        _number(account, abi.encodeCall(IERC20.allowance, (address(this), account)));
        _require_text(account, IERC20Metadata.name.selector);
        _require_text(account, IERC20Metadata.symbol.selector);
        _require_text(account, ISettlementArtifact.artifact_metadata.selector);
    }

    function _number(address account, bytes memory question) private view returns (uint256) {
        (bool answered, uint256 size, uint256 value,) = _ask(account, question);
        if (!answered || size != WORD) revert ISettlementArtifactRegistry.NotAnArtifact(account, bytes4(question));
        return value;
    }

    /// @dev offset[32] = 32 ‖ length[32] > 0 ‖ at least that many bytes.
    function _require_text(address account, bytes4 selector) private view {
        (bool answered, uint256 size, uint256 offset, uint256 length) = _ask(account, abi.encodePacked(selector));
        bool text = answered && size > 2 * WORD && offset == WORD && length != 0 && length <= size - 2 * WORD;
        if (!text) revert ISettlementArtifactRegistry.NotAnArtifact(account, selector);
    }

    function _ask(address account, bytes memory question)
        private
        view
        returns (bool answered, uint256 size, uint256 first, uint256 second)
    {
        uint256 gas_limit = GAS;
        assembly ("memory-safe") {
            mstore(0, 0)
            mstore(32, 0)
            answered := staticcall(gas_limit, account, add(question, 32), mload(question), 0, 64)
            size := returndatasize()
            first := mload(0)
            second := mload(32)
        }
    }
}
