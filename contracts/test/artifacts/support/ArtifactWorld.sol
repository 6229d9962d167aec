// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {PayloadType} from "../../../src/SettlementTypes.sol";
import {Primitive, TransferPolicy} from "../../../src/artifacts/ISettlementArtifact.sol";
import {SettlementArtifact} from "../../../src/artifacts/SettlementArtifact.sol";
import {BtcPayload} from "../../../src/btc/BtcPayload.sol";
import {BtcSettlementHandler} from "../../../src/btc/BtcSettlementHandler.sol";
import {MessageV1} from "../../../src/libraries/MessageV1.sol";
import {vm} from "../../../support/Vm.sol";
import {SettlementStandIn} from "./SettlementStandIn.sol";

/// @notice One primitive on one chain: its artifact, its handler and a settlement contract that stands in.
abstract contract ArtifactWorld {
    bool public constant IS_TEST = true;

    uint256 internal constant UNIT = 10 ** 8;
    uint256 internal constant VAULT = uint256(keccak256("vault"));
    uint256 internal constant OTHER_VAULT = uint256(keccak256("other vault"));
    uint64 internal constant MINIMUM = 10_000;
    uint64 internal constant LIFETIME = 3 days;
    string internal constant BTC_ADDRESS = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq";

    address internal owner = _account("owner");
    address internal manager = _account("manager");
    address internal guardian = _account("guardian");
    address internal user = _account("user");
    address internal other = _account("other");

    SettlementStandIn internal settlement;
    SettlementArtifact internal artifact;
    BtcSettlementHandler internal btc;

    function setUp() public virtual {
        settlement = new SettlementStandIn("Alpha");
        artifact = _new_artifact(TransferPolicy.Restricted);
        btc = _new_btc(address(settlement), address(artifact));
        vm.prank(owner);
        artifact.add_operator(address(btc));
    }

    function _new_artifact(TransferPolicy policy) internal returns (SettlementArtifact) {
        return new SettlementArtifact(_setup(policy));
    }

    function _setup(TransferPolicy policy) internal view returns (SettlementArtifact.Setup memory setup) {
        setup.owner = owner;
        setup.managers = _one(manager);
        setup.guardians = _one(guardian);
        setup.name = "Native BTC, Cobo";
        setup.symbol = "nBTC-cobo";
        setup.decimals = 8;
        setup.policy = policy;
        setup.primitive = Primitive("cobo", "ipfs://specification", keccak256("specification"));
    }

    function _new_btc(address settlement_, address artifact_) internal returns (BtcSettlementHandler) {
        bytes memory data =
            abi.encodeCall(BtcSettlementHandler.initialize, (owner, _one(manager), VAULT, MINIMUM, LIFETIME));
        address code = address(new BtcSettlementHandler(settlement_, artifact_));
        return BtcSettlementHandler(address(new ERC1967Proxy(code, data)));
    }

    // ------------------------------------------------------------------ BTC comes in

    function _deposit(uint256 btc_txid, uint256 index, address to, uint256 amount) internal returns (bool) {
        return _deposit_from(VAULT, _btc(btc_txid, index, uint160(to), amount));
    }

    function _deposit_from(uint256 vault, bytes memory payload) internal returns (bool) {
        bytes memory message = MessageV1.encode(1, PayloadType.BTCDeposit, payload);
        return settlement.deliver(btc, "Bitcoin", vault, PayloadType.BTCDeposit, message);
    }

    function _btc(uint256 btc_txid, uint256 index, uint256 to, uint256 amount) internal pure returns (bytes memory) {
        return BtcPayload.encode(BtcPayload.Transfer(btc_txid, bytes32(index), BTC_ADDRESS, to, amount));
    }

    function _outpoint(uint256 btc_txid, uint256 index) internal pure returns (bytes32) {
        return keccak256(abi.encode(btc_txid, index));
    }

    // ------------------------------------------------------------------ words

    function _allow(address counterparty) internal {
        vm.prank(manager);
        artifact.set_counterparty(counterparty, true);
    }

    function _one(address account) internal pure returns (address[] memory accounts) {
        accounts = new address[](1);
        accounts[0] = account;
    }

    function _between(uint256 value, uint256 low, uint256 high) internal pure returns (uint256) {
        return low + value % (high - low + 1);
    }

    function _missing_role(address account, string memory role) internal pure returns (bytes memory) {
        return abi.encodeWithSignature("AccessControlUnauthorizedAccount(address,bytes32)", account, _role(role));
    }

    function _role(string memory role) internal pure returns (bytes32) {
        return bytes(role).length == 0 ? bytes32(0) : keccak256(bytes(role));
    }

    function _account(string memory name) internal returns (address account) {
        account = vm.addr(uint256(keccak256(bytes(name))));
        vm.label(account, name);
    }
}
