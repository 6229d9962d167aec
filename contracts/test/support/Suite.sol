// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {ERC20SettlementHandler} from "../../src/ERC20SettlementHandler.sol";
import {GasService} from "../../src/GasService.sol";
import {Settlement} from "../../src/Settlement.sol";
import {SettlementSignatureVerifier} from "../../src/SettlementSignatureVerifier.sol";
import {SettlementToken} from "../../src/SettlementToken.sol";
import {
    CrossChainMsgStatus,
    InboundCallback,
    InboundMessage,
    PayloadType,
    SettlementMode
} from "../../src/SettlementTypes.sol";
import {TestToken} from "../../src/TestToken.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {Vm, vm} from "../../support/Vm.sol";

/// @notice Two chains in one EVM: both sets of contracts live side by side and `_on` changes the chain
/// id. The test carries messages between them as validators and relayer would.
abstract contract Suite {
    bool public constant IS_TEST = true;

    struct Chain {
        string name;
        uint256 id;
        SettlementSignatureVerifier verifier;
        GasService gas;
        Settlement settlement;
        SettlementToken token;
        TestToken coin;
        ERC20SettlementHandler mint_burn;
        ERC20SettlementHandler lock_unlock;
    }

    uint256 internal constant UNIT = 10 ** 8;
    /// @dev Validator keys, ascending by address: 0x3C44…, 0x7099…, 0x90F7….
    uint256[3] internal KEYS = [
        uint256(0x5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a),
        uint256(0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d),
        uint256(0x7c852118294e51e653712a81e05800f419141751be58f605c371e15141b007a6)
    ];

    address internal owner = _account("owner");
    address internal refunder = _account("refunder");
    address internal relayer = _account("relayer");
    address internal user = _account("user");
    address internal receiver = _account("receiver");

    Chain internal alpha;
    Chain internal beta;

    function setUp() public virtual {
        _build(alpha, "Alpha", 31337);
        _build(beta, "Beta", 31338);
        _connect(alpha, alpha.mint_burn, beta, beta.mint_burn);
        _connect(alpha, alpha.lock_unlock, beta, beta.lock_unlock);
        vm.deal(user, 100 ether);
        vm.deal(relayer, 100 ether);
        _on(alpha);
    }

    // ------------------------------------------------------------------ building

    function _build(Chain storage chain, string memory name, uint256 id) internal {
        chain.name = name;
        chain.id = id;
        _on(chain);
        vm.startPrank(owner);
        _build_core(chain);
        chain.token = _new_token();
        chain.coin = new TestToken(owner, "Test Token", "TEST", 8);
        chain.mint_burn = _new_handler(chain, SettlementMode.MintBurn, address(chain.token));
        chain.token.add_operator(address(chain.mint_burn));
        chain.lock_unlock = _new_handler(chain, SettlementMode.LockUnlock, address(chain.coin));
        chain.token.mint_to(user, 1_000 * UNIT);
        chain.coin.mint(user, 1_000 * UNIT);
        chain.coin.mint(owner, 100 * UNIT);
        chain.coin.approve(address(chain.lock_unlock), 100 * UNIT);
        chain.lock_unlock.add_liquidity(100 * UNIT);
        vm.stopPrank();
    }

    function _build_core(Chain storage chain) private {
        chain.verifier = _new_verifier(2);
        address[] memory refunders = new address[](1);
        refunders[0] = refunder;
        address[] memory managers = new address[](1);
        managers[0] = owner;
        address gas_code = address(new GasService());
        address settlement_code = address(new Settlement());
        address expected = vm.computeCreateAddress(owner, vm.getNonce(owner) + 1);
        chain.gas = GasService(_proxy(gas_code, abi.encodeCall(GasService.initialize, (owner, expected, refunders))));
        chain.settlement = Settlement(
            _proxy(
                settlement_code,
                abi.encodeCall(
                    Settlement.initialize,
                    (chain.name, chain.id, owner, managers, address(chain.verifier), address(chain.gas))
                )
            )
        );
        vm.assertEq(address(chain.settlement), expected, "address of the settlement contract");
    }

    function _new_verifier(uint256 required) internal returns (SettlementSignatureVerifier) {
        address[] memory validators = new address[](KEYS.length);
        for (uint256 i; i < KEYS.length; ++i) {
            validators[i] = vm.addr(KEYS[i]);
        }
        return SettlementSignatureVerifier(
            _proxy(
                address(new SettlementSignatureVerifier()),
                abi.encodeCall(SettlementSignatureVerifier.initialize, (owner, validators, required))
            )
        );
    }

    function _new_token() internal returns (SettlementToken) {
        return SettlementToken(
            _proxy(
                address(new SettlementToken()),
                abi.encodeCall(SettlementToken.initialize, (owner, owner, "Settlement Token", "SETL", 8))
            )
        );
    }

    /// @dev As the owner.
    function _new_handler(Chain storage chain, SettlementMode mode, address token)
        internal
        returns (ERC20SettlementHandler handler)
    {
        handler = ERC20SettlementHandler(
            _proxy(
                address(new ERC20SettlementHandler()),
                abi.encodeCall(
                    ERC20SettlementHandler.initialize, (owner, mode, chain.name, token, address(chain.settlement))
                )
            )
        );
        chain.settlement.register_handler(address(handler));
    }

    function _connect(
        Chain storage left,
        ERC20SettlementHandler left_handler,
        Chain storage right,
        ERC20SettlementHandler right_handler
    ) internal {
        vm.startPrank(owner);
        _open(left_handler, right.name, right_handler);
        _open(right_handler, left.name, left_handler);
        vm.stopPrank();
    }

    function _open(ERC20SettlementHandler from, string memory name, ERC20SettlementHandler to) private {
        from.add_handler(name, _id(address(to)));
        from.set_remote_token(name, _id(address(to)), _id(address(to.token())));
    }

    function _proxy(address code, bytes memory data) internal returns (address) {
        return address(new ERC1967Proxy(code, data));
    }

    function _on(Chain storage chain) internal {
        vm.chainId(chain.id);
    }

    // ------------------------------------------------------------------ carrying messages

    /// @notice The user sends over a route; what is returned is what validators would read and sign.
    function _send(
        Chain storage from,
        ERC20SettlementHandler from_handler,
        Chain storage to,
        ERC20SettlementHandler to_handler,
        uint256 amount,
        uint256 prepaid
    ) internal returns (InboundMessage memory message) {
        _on(from);
        vm.startPrank(user);
        from_handler.token().approve(address(from_handler), amount);
        vm.recordLogs();
        from_handler.cross_chain_erc20_settlement{value: prepaid}(
            to.name, _id(address(to_handler)), _id(address(to_handler.token())), _id(receiver), amount
        );
        vm.stopPrank();
        message = _sent();
        message.signatures = _sign(_receive_digest(to, message), 2);
    }

    function _send_mint_burn(uint256 amount, uint256 prepaid) internal returns (InboundMessage memory) {
        return _send(alpha, alpha.mint_burn, beta, beta.mint_burn, amount, prepaid);
    }

    function _send_lock_unlock(uint256 amount) internal returns (InboundMessage memory) {
        return _send(alpha, alpha.lock_unlock, beta, beta.lock_unlock, amount, 0);
    }

    /// @notice The last CrossChainMsg among the recorded logs.
    function _sent() internal returns (InboundMessage memory) {
        return _message_in(vm.getRecordedLogs());
    }

    function _message_in(Vm.Log[] memory logs) internal pure returns (InboundMessage memory message) {
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != ISettlement.CrossChainMsg.selector) continue;
            message.txid = uint256(logs[i].topics[1]);
            message.from_address = uint256(logs[i].topics[2]);
            address from_handler;
            uint256 to_handler;
            (message.from_chain,, from_handler, to_handler, message.payload_type, message.payload) =
                abi.decode(logs[i].data, (string, string, address, uint256, uint8, bytes));
            message.from_handler = _id(from_handler);
            message.to_handler = address(uint160(to_handler));
        }
    }

    function _deliver(Chain storage to, InboundMessage memory message) internal {
        _on(to);
        vm.prank(relayer);
        _receive_call(to, message);
    }

    function _receive_call(Chain storage to, InboundMessage memory m) internal {
        to.settlement
            .receive_cross_chain_msg(
                m.txid,
                m.from_chain,
                m.from_address,
                m.from_handler,
                m.to_handler,
                PayloadType(m.payload_type),
                m.payload,
                m.sign_type,
                m.signatures
            );
    }

    function _deliver_all(Chain storage to, InboundMessage[] memory messages) internal {
        _on(to);
        vm.prank(relayer);
        to.settlement.receive_cross_chain_msgs(messages);
    }

    /// @notice The result of `message`, delivered on `from`, signed for its source `to`.
    function _result(Chain storage from, Chain storage to, InboundMessage memory message, CrossChainMsgStatus status)
        internal
        returns (InboundCallback memory callback)
    {
        callback = InboundCallback(
            message.txid,
            from.name,
            _id(message.to_handler),
            address(uint160(message.from_handler)),
            uint8(status),
            0,
            ""
        );
        callback.signatures = _sign(_callback_digest(to, callback), 2);
    }

    function _bring_home(Chain storage to, InboundCallback memory callback) internal {
        _on(to);
        vm.prank(relayer);
        _callback_call(to, callback);
    }

    function _callback_call(Chain storage to, InboundCallback memory c) internal {
        to.settlement
            .receive_cross_chain_callback(
                c.txid,
                c.from_chain,
                c.from_handler,
                c.to_handler,
                CrossChainMsgStatus(c.status),
                c.sign_type,
                c.signatures
            );
    }

    function _bring_home_all(Chain storage to, InboundCallback[] memory callbacks) internal {
        _on(to);
        vm.prank(relayer);
        to.settlement.receive_cross_chain_callbacks(callbacks);
    }

    function _receive_digest(Chain storage to, InboundMessage memory message) internal returns (bytes32) {
        _on(to);
        return to.settlement.receive_digest(message);
    }

    function _callback_digest(Chain storage to, InboundCallback memory callback) internal returns (bytes32) {
        _on(to);
        return to.settlement.callback_digest(callback);
    }

    /// @notice A bundle of the first `count` validators, ascending as the verifier wants it.
    function _sign(bytes32 digest, uint256 count) internal view returns (bytes memory bundle) {
        for (uint256 i; i < count; ++i) {
            bundle = bytes.concat(bundle, _signature(KEYS[i], digest));
        }
    }

    function _signature(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    // ------------------------------------------------------------------ looking

    function _received(Chain storage chain, InboundMessage memory message) internal view returns (CrossChainMsgStatus) {
        return chain.settlement.receive_cross_txs(message.txid);
    }

    function _created(Chain storage chain, InboundMessage memory message) internal view returns (CrossChainMsgStatus) {
        (, uint8 status,) = chain.settlement.create_cross_txs(message.txid);
        return CrossChainMsgStatus(status);
    }

    function _expect(CrossChainMsgStatus actual, CrossChainMsgStatus expected, string memory what) internal pure {
        vm.assertEq(uint256(actual), uint256(expected), what);
    }

    /// @return count how many of the recorded logs have this topic
    function _count(Vm.Log[] memory logs, bytes32 topic) internal pure returns (uint256 count) {
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] == topic) ++count;
        }
    }

    /// @return log the first with this topic and this txid
    function _log(Vm.Log[] memory logs, bytes32 topic, uint256 txid) internal pure returns (Vm.Log memory log) {
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] == topic && uint256(logs[i].topics[1]) == txid) return logs[i];
        }
        revert("the log is missing");
    }

    function _id(address account) internal pure returns (uint256) {
        return uint160(account);
    }

    function _account(string memory name) internal returns (address account) {
        account = vm.addr(uint256(keccak256(bytes(name))));
        vm.label(account, name);
    }
}
