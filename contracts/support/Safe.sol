// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {vm} from "./Vm.sol";

/// @notice The part of a Safe 1.5.0 that governance uses.
interface ISafe {
    function setup(
        address[] calldata owners,
        uint256 threshold,
        address to,
        bytes calldata data,
        address fallback_handler,
        address payment_token,
        uint256 payment,
        address payable payment_receiver
    ) external;

    function execTransaction(
        address to,
        uint256 value,
        bytes calldata data,
        uint8 operation,
        uint256 safe_gas,
        uint256 base_gas,
        uint256 gas_price,
        address gas_token,
        address payable refund_receiver,
        bytes calldata signatures
    ) external payable returns (bool success);

    function getTransactionHash(
        address to,
        uint256 value,
        bytes calldata data,
        uint8 operation,
        uint256 safe_gas,
        uint256 base_gas,
        uint256 gas_price,
        address gas_token,
        address refund_receiver,
        uint256 nonce
    ) external view returns (bytes32);

    function nonce() external view returns (uint256);

    function getOwners() external view returns (address[] memory);

    function getThreshold() external view returns (uint256);
}

interface ISafeProxyFactory {
    function createProxyWithNonce(address singleton, bytes calldata initializer, uint256 salt)
        external
        returns (address);
}

/// @notice Deploys a Safe from the code that Safe publishes on npm. Where a chain has Safe's contracts
/// already, a multisig made with them is named instead.
library SafeDeployment {
    string private constant BUILD = "node_modules/@safe-global/safe-smart-account/build/artifacts/contracts/";

    error NotDeployed(string what);

    function deploy(address[] memory owners, uint256 threshold) internal returns (ISafe) {
        address singleton = _create("SafeL2.sol/SafeL2.json");
        ISafeProxyFactory factory = ISafeProxyFactory(_create("proxies/SafeProxyFactory.sol/SafeProxyFactory.json"));
        bytes memory setup = abi.encodeCall(
            ISafe.setup, (owners, threshold, address(0), "", address(0), address(0), 0, payable(address(0)))
        );
        return ISafe(factory.createProxyWithNonce(singleton, setup, 0));
    }

    function _create(string memory artifact) private returns (address made) {
        bytes memory code = vm.parseJsonBytes(vm.readFile(string.concat(BUILD, artifact)), ".bytecode");
        assembly ("memory-safe") {
            made := create(0, add(code, 32), mload(code))
        }
        if (made == address(0)) revert NotDeployed(artifact);
    }
}
