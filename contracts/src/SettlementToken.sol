// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ISettlementToken} from "./interfaces/ISettlementToken.sol";

/// @notice A token whose supply the handlers make and take: what they may is the operator role.
/// @dev Never upgraded: its holders trust what they read.
contract SettlementToken is AccessControlDefaultAdminRules, ERC20, ISettlementToken {
    bytes32 public constant OPERATOR_ROLE = keccak256("OPERATOR_ROLE");

    /// @dev Seconds between the start and the acceptance of a change of owner.
    uint48 private constant OWNERSHIP_DELAY = 1 days;

    uint8 private immutable _decimals;

    event OperatorAdded(address indexed owner, address indexed operator);
    event OperatorRemoved(address indexed owner, address indexed operator);

    error ZeroOperator();

    /// @param owner_ names operators
    /// @param operators usually the handlers
    /// @param decimals_ must be the same on every chain the token lives on; 8 for everything that is BTC
    constructor(address owner_, address[] memory operators, string memory name_, string memory symbol_, uint8 decimals_)
        AccessControlDefaultAdminRules(OWNERSHIP_DELAY, owner_)
        ERC20(name_, symbol_)
    {
        _decimals = decimals_;
        for (uint256 i; i < operators.length; ++i) {
            _add_operator(operators[i]);
        }
    }

    function add_operator(address operator) external onlyRole(DEFAULT_ADMIN_ROLE) {
        _add_operator(operator);
    }

    function remove_operator(address operator) external onlyRole(DEFAULT_ADMIN_ROLE) {
        if (_revokeRole(OPERATOR_ROLE, operator)) emit OperatorRemoved(msg.sender, operator);
    }

    function is_operator(address account) external view returns (bool) {
        return hasRole(OPERATOR_ROLE, account);
    }

    function mint(uint256 amount) external onlyRole(OPERATOR_ROLE) {
        _mint(msg.sender, amount);
    }

    function mint_to(address to, uint256 amount) external onlyRole(OPERATOR_ROLE) {
        _mint(to, amount);
    }

    function burn(uint256 amount) external onlyRole(OPERATOR_ROLE) {
        _burn(msg.sender, amount);
    }

    /// @notice An operator burns its own tokens, or another's within the allowance it was given.
    function burn_from(address account, uint256 amount) external onlyRole(OPERATOR_ROLE) {
        if (account != msg.sender) _spendAllowance(account, msg.sender, amount);
        _burn(account, amount);
    }

    function decimals() public view override returns (uint8) {
        return _decimals;
    }

    function _add_operator(address operator) private {
        if (operator == address(0)) revert ZeroOperator();
        if (_grantRole(OPERATOR_ROLE, operator)) emit OperatorAdded(msg.sender, operator);
    }
}
