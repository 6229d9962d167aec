// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {vm} from "../support/Vm.sol";

/// @notice What one chain shall be like: PLAN names the JSON file that bin/deploy.mjs writes for it.
/// @dev {name, home, validators[], required, minDelay, overlap, timelockDelay, multisig, owners[],
/// threshold, managers[], guardians[], refunders[], collectors[], quoteSigners[], priceSigners[],
/// holders[], out}. `multisig` is the zero address when one is to be made of `owners` and `threshold`;
/// `managers`, `guardians` and `collectors` are the multisig when nobody is named.
abstract contract Plan {
    bool public constant IS_SCRIPT = true;

    /// @notice Seconds after which GasPriceService gives a price no more.
    uint64 internal constant MAX_PRICE_AGE = 1 hours;
    /// @notice Basis points: a rate may move by a fifth, fees tenfold in one publication.
    uint32 internal constant MAX_RATE_CHANGE = 2_000;
    uint32 internal constant MAX_FEE_CHANGE = 90_000;

    bytes32 internal constant MANAGER_ROLE = keccak256("MANAGER_ROLE");

    string internal _plan;
    address internal _deployer;

    function _read_plan() internal {
        _plan = vm.readFile(vm.envString("PLAN"));
        _deployer = vm.addr(vm.envUint("DEPLOYER_KEY"));
    }

    /// @notice What deploys this chain's settlement contract. Read from its artifact, because a script that
    /// imported it would have to go through the IR pipeline with it.
    function _settlement_code(string memory name, address verifier, address gas_service)
        internal
        view
        returns (bytes memory)
    {
        return bytes.concat(vm.getCode("Settlement.sol:Settlement"), abi.encode(name, verifier, gas_service));
    }

    function _name() internal view returns (string memory) {
        return vm.parseJsonString(_plan, ".name");
    }

    /// @return whether tokens are locked here that others mint
    function _is_home() internal view returns (bool) {
        return vm.parseJsonBool(_plan, ".home");
    }

    function _number(string memory key) internal view returns (uint256) {
        return vm.parseJsonUint(_plan, string.concat(".", key));
    }

    function _addresses(string memory key) internal view returns (address[] memory) {
        return vm.parseJsonAddressArray(_plan, string.concat(".", key));
    }

    function _people(string memory key, address otherwise) internal view returns (address[] memory named) {
        named = _addresses(key);
        if (named.length > 0) return named;
        named = new address[](1);
        named[0] = otherwise;
    }

    function _with(address[] memory some, address one_more) internal pure returns (address[] memory all) {
        all = new address[](some.length + 1);
        for (uint256 i; i < some.length; ++i) {
            all[i] = some[i];
        }
        all[some.length] = one_more;
    }

    function _is_among(address[] memory some, address one) internal pure returns (bool) {
        for (uint256 i; i < some.length; ++i) {
            if (some[i] == one) return true;
        }
        return false;
    }

    function _only(address one) internal pure returns (address[] memory list) {
        list = new address[](1);
        list[0] = one;
    }
}
