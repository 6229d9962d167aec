// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {SettlementReceiving} from "./settlement/SettlementReceiving.sol";
import {SettlementSending} from "./settlement/SettlementSending.sol";
import {SettlementSettling} from "./settlement/SettlementSettling.sol";
import {SettlementState} from "./settlement/SettlementState.sol";

/// @notice Sends messages of registered handlers, receives attested ones, settles their results. One per
/// chain, behind a proxy; what it is made of lies in `settlement/`.
contract Settlement is SettlementSending, SettlementReceiving, SettlementSettling {
    /// @param chain_name this chain's canonical name, byte for byte as the registry has it
    /// @param gas_service_ may be deployed later
    constructor(string memory chain_name, address verifier, address gas_service_)
        SettlementState(chain_name, verifier, gas_service_)
    {}

    /// @param owner_ upgrades, and names managers and guardians
    /// @param managers register handlers, set defaults, end pauses
    /// @param guardians begin pauses
    function initialize(address owner_, address[] calldata managers, address[] calldata guardians)
        external
        initializer
    {
        __Governed_init(owner_);
        _add_managers(managers);
        for (uint256 i; i < guardians.length; ++i) {
            _add_guardian(guardians[i]);
        }
        _settings = Settings(DEFAULT_HANDLER_GAS, DEFAULT_LIFETIME, false, false);
    }
}
