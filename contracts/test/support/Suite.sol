// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {ERC20SettlementHandler} from "../../src/ERC20SettlementHandler.sol";
import {GasService} from "../../src/GasService.sol";
import {Governed} from "../../src/Governed.sol";
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
import {SettlementHashes} from "../../src/libraries/SettlementHashes.sol";
import {Terms} from "../../src/libraries/Terms.sol";
import {MerkleTree} from "./MerkleTree.sol";
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
        ISettlement settlement;
        SettlementToken token;
        SettlementToken wrapped;
        TestToken coin;
        ERC20SettlementHandler mint_burn;
        ERC20SettlementHandler lock_unlock;
        /// @dev Alpha's is the home of its coin, Beta's wraps it; and the other way round.
        ERC20SettlementHandler lock_mint;
        ERC20SettlementHandler burn_unlock;
    }

    uint48 internal constant MIN_DELAY = 2 days;
    uint48 internal constant OVERLAP = 1 days;
    uint256 internal constant UNIT = 10 ** 8;
    /// @dev Validator keys, ascending by address: 0x3C44…, 0x7099…, 0x90F7….
    uint256[3] internal KEYS = [
        uint256(0x5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a),
        uint256(0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d),
        uint256(0x7c852118294e51e653712a81e05800f419141751be58f605c371e15141b007a6)
    ];

    address internal owner = _account("owner");
    address internal guardian = _account("guardian");
    address internal refunder = _account("refunder");
    address internal relayer = _account("relayer");
    address internal user = _account("user");
    address internal receiver = _account("receiver");

    Chain internal alpha;
    Chain internal beta;

    function setUp() public virtual {
        vm.warp(1_767_225_600);
        _build(alpha, "Alpha", 31337);
        _build(beta, "Beta", 31338);
        _connect(alpha, alpha.mint_burn, beta, beta.mint_burn);
        _connect(alpha, alpha.lock_unlock, beta, beta.lock_unlock);
        _connect(alpha, alpha.lock_mint, beta, beta.burn_unlock);
        _connect(beta, beta.lock_mint, alpha, alpha.burn_unlock);
        vm.deal(user, 100 ether);
        vm.deal(relayer, 100 ether);
        _on(alpha);
    }

    // ------------------------------------------------------------------ building

    function _build(Chain storage chain, string memory name, uint256 id) internal {
        chain.name = name;
        chain.id = id;
        _on(chain);
        chain.verifier = _chain_verifier();
        _build_core(chain);
        chain.token = _new_token();
        chain.wrapped = _new_token();
        chain.coin = new TestToken(owner, "Test Token", "TEST", 8);
        chain.mint_burn = _new_handler(chain, SettlementMode.MintBurn, address(chain.token));
        chain.lock_unlock = _new_handler(chain, SettlementMode.LockUnlock, address(chain.coin));
        chain.lock_mint = _new_handler(chain, SettlementMode.LockMint, address(chain.coin));
        chain.burn_unlock = _new_handler(chain, SettlementMode.BurnUnlock, address(chain.wrapped));
        vm.startPrank(owner);
        chain.token.add_operator(address(chain.mint_burn));
        chain.wrapped.add_operator(address(chain.burn_unlock));
        chain.token.mint_to(user, 1_000 * UNIT);
        chain.coin.mint(user, 1_000 * UNIT);
        chain.coin.mint(owner, 100 * UNIT);
        chain.coin.approve(address(chain.lock_unlock), 100 * UNIT);
        chain.lock_unlock.add_liquidity(100 * UNIT);
        vm.stopPrank();
    }

    function _build_core(Chain storage chain) private {
        address gas = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 2);
        address code = _settlement_code(chain.name, address(chain.verifier), gas);
        chain.settlement = ISettlement(_proxy(code, _settlement_start()));
        chain.gas =
            new GasService(owner, address(chain.settlement), _list(owner), _list(refunder), _list(owner), _list(owner));
        vm.assertEq(address(chain.gas), gas, "address of the gas service");
    }

    /// @dev Deployed from its artifact: the tests need not be compiled as it is.
    function _settlement_code(string memory name, address verifier, address gas) internal returns (address) {
        return vm.deployCode("Settlement.sol:Settlement", abi.encode(name, verifier, gas));
    }

    function _settlement_start() internal view returns (bytes memory) {
        return abi.encodeWithSignature("initialize(address,address[],address[])", owner, _list(owner), _list(guardian));
    }

    /// @dev Three validators of which two must sign, unless a test wants others.
    function _chain_verifier() internal virtual returns (SettlementSignatureVerifier) {
        return _new_verifier(2);
    }

    function _new_verifier(uint16 required) internal returns (SettlementSignatureVerifier verifier) {
        verifier = new SettlementSignatureVerifier(owner, _list(owner), _validators(), required, MIN_DELAY, OVERLAP);
        bytes32 role = verifier.GUARDIAN_ROLE();
        vm.prank(owner);
        verifier.grantRole(role, guardian);
    }

    function _validators() internal view returns (address[] memory validators) {
        validators = new address[](KEYS.length);
        for (uint256 i; i < KEYS.length; ++i) {
            validators[i] = vm.addr(KEYS[i]);
        }
    }

    function _new_token() internal returns (SettlementToken) {
        return new SettlementToken(owner, _list(owner), "Settlement Token", "SETL", 8);
    }

    function _new_handler(Chain storage chain, SettlementMode mode, address token)
        internal
        returns (ERC20SettlementHandler handler)
    {
        handler = ERC20SettlementHandler(
            _proxy(
                address(new ERC20SettlementHandler(address(chain.settlement), token, mode)),
                abi.encodeCall(ERC20SettlementHandler.initialize, (owner, _list(owner)))
            )
        );
        vm.prank(owner);
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
        _attest(to, message);
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
            if (logs[i].topics[0] == ISettlement.CrossChainMsg.selector) _read_content(logs[i], message);
            if (logs[i].topics[0] == ISettlement.CrossChainMsgTerms.selector) _read_terms(logs[i], message);
        }
    }

    function _read_content(Vm.Log memory log, InboundMessage memory message) private pure {
        message.txid = uint256(log.topics[1]);
        message.from_address = uint256(log.topics[2]);
        address from_handler;
        uint256 to_handler;
        (message.from_chain,, from_handler, to_handler, message.payload_type, message.payload) =
            abi.decode(log.data, (string, string, address, uint256, uint8, bytes));
        message.from_handler = _id(from_handler);
        message.to_handler = address(uint160(to_handler));
    }

    function _read_terms(Vm.Log memory log, InboundMessage memory message) private pure {
        (, message.sequence, message.handler_gas, message.deadline) =
            abi.decode(log.data, (uint256, uint64, uint64, uint64));
    }

    /// @notice Two validators of `to` sign the message.
    function _attest(Chain storage to, InboundMessage memory message) internal {
        message.signatures = _sign(_receive_digest(to, message), 2);
    }

    /// @notice Two validators of `to` sign that the message expired.
    function _attest_expiry(Chain storage to, InboundMessage memory message) internal {
        _on(to);
        message.signatures = _sign(to.settlement.expire_digest(message), 2);
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
                _terms_and_certificate(m)
            );
    }

    function _terms_and_certificate(InboundMessage memory m) internal pure returns (bytes memory) {
        return bytes.concat(Terms.pack(m.sequence, m.handler_gas, m.deadline), m.signatures);
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

    function _expire_all(Chain storage to, InboundMessage[] memory messages) internal {
        _on(to);
        vm.prank(relayer);
        to.settlement.expire_cross_chain_msgs(messages);
    }

    /// @notice What two validators sign once for all of `leaves`.
    function _sign_bundle(bytes32[] memory leaves) internal view returns (bytes memory) {
        return _sign(_bundle_digest(leaves), 2);
    }

    function _bundle_digest(bytes32[] memory leaves) internal pure returns (bytes32) {
        return SettlementHashes.bundle_digest(MerkleTree.root(leaves), SettlementHashes.bundle_domain());
    }

    /// @notice The certificate of one leaf of a bundle, for sign_type 1.
    function _certificate(bytes32[] memory leaves, uint256 leaf, bytes memory signatures)
        internal
        pure
        returns (bytes memory)
    {
        bytes32[] memory siblings = MerkleTree.proof(leaves, leaf);
        return bytes.concat(bytes1(uint8(siblings.length)), abi.encodePacked(siblings), signatures);
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
        return chain.settlement.received_status(message.from_chain, message.sequence);
    }

    function _created(Chain storage chain, InboundMessage memory message) internal view returns (CrossChainMsgStatus) {
        (, uint8 status,,) = chain.settlement.create_cross_txs(message.txid);
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

    function _governed(Chain storage chain) internal view returns (Governed) {
        return Governed(address(chain.settlement));
    }

    function _one(InboundMessage memory message) internal pure returns (InboundMessage[] memory messages) {
        messages = new InboundMessage[](1);
        messages[0] = message;
    }

    function _list(address account) internal pure returns (address[] memory accounts) {
        accounts = new address[](1);
        accounts[0] = account;
    }

    function _id(address account) internal pure returns (uint256) {
        return uint160(account);
    }

    function _account(string memory name) internal returns (address account) {
        account = vm.addr(uint256(keccak256(bytes(name))));
        vm.label(account, name);
    }
}
