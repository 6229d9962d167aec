// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {PausableUpgradeable} from "@openzeppelin/contracts-upgradeable/utils/PausableUpgradeable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Governed} from "./Governed.sol";
import {CrossChainMsgStatus, InboundCallback, InboundMessage, PayloadType} from "./SettlementTypes.sol";
import {IGasService} from "./interfaces/IGasService.sol";
import {ISettlement} from "./interfaces/ISettlement.sol";
import {ISettlementHandler} from "./interfaces/ISettlementHandler.sol";
import {ISettlementSignatureVerifier} from "./interfaces/ISettlementSignatureVerifier.sol";
import {BoundedCall} from "./libraries/BoundedCall.sol";
import {MessageV1} from "./libraries/MessageV1.sol";
import {SettlementHashes} from "./libraries/SettlementHashes.sol";

/// @notice Sends messages of registered handlers, receives attested ones, settles their results.
/// @dev A message costs one word here: the payload lives in the log, the record keeps who sent it, how
/// it stands and a commitment to its route.
contract Settlement is Governed, PausableUpgradeable, ReentrancyGuardTransient, ISettlement {
    uint8 private constant RECEIVE_LEG = 1;
    uint8 private constant CALLBACK_LEG = 2;

    uint256 private constant MAX_CHAIN_NAME_LENGTH = 31;
    /// @notice Bytes; longer messages are refused so that any message fits a delivery transaction.
    uint256 public constant MAX_PAYLOAD_LENGTH = 8192;

    uint64 private constant DEFAULT_HANDLER_GAS = 500_000;
    uint256 private constant MIN_HANDLER_GAS = 100_000;
    uint256 private constant MAX_HANDLER_GAS = 5_000_000;
    /// @dev Gas for what follows a handler's call even if that used all it was given.
    uint256 private constant AFTER_HANDLER_GAS = 40_000;
    /// @dev Gas a batch must bring for each member beside one handler's full share: what a token transfer
    /// uses at most, measured and rounded up.
    uint256 private constant RECEIVE_MEMBER_GAS = 120_000;
    uint256 private constant CALLBACK_MEMBER_GAS = 80_000;
    /// @dev Gas kept back for each batch member not yet handled, so that every one is at least logged.
    uint256 private constant SKIP_GAS = 8_000;
    /// @dev What the metering event itself costs, measured; counted to the message.
    uint256 private constant METERING_GAS = 2_000;

    /// @dev One word.
    struct CreatedTx {
        address from_address;
        uint8 status;
        bytes11 commitment;
    }

    string public contract_chain_name;
    uint256 public chain_id;
    ISettlementSignatureVerifier public signature_verifier;
    /// @notice Gas every handler call gets: exactly that, so that a poor submitter cannot make a message
    /// fail and a greedy handler cannot starve its neighbours in a batch.
    uint64 public handler_gas;
    IGasService public gas_service;

    mapping(address handler => bool) public is_registered_handler;
    mapping(address from_handler => mapping(address from_address => uint256)) private _nonces;
    mapping(uint256 txid => CreatedTx) public create_cross_txs;
    mapping(uint256 txid => CrossChainMsgStatus) public receive_cross_txs;

    modifier onlySelf() {
        if (msg.sender != address(this)) revert OnlyItself(msg.sender);
        _;
    }

    /// @param chain_name this chain's canonical name, byte for byte as the registry has it
    /// @param owner_ upgrades, pauses and names managers
    /// @param managers register handlers
    function initialize(
        string calldata chain_name,
        uint256 chain_id_,
        address owner_,
        address[] calldata managers,
        address verifier,
        address gas_service_
    ) external initializer {
        _check_chain_name(chain_name);
        if (chain_id_ != block.chainid) revert WrongChainId(chain_id_, block.chainid);
        if (verifier.code.length == 0) revert NotAContract(verifier);
        if (gas_service_.code.length == 0) revert NotAContract(gas_service_);
        __Governed_init(owner_);
        for (uint256 i; i < managers.length; ++i) {
            if (managers[i] == address(0)) revert ZeroAddress();
            _add_manager(managers[i]);
        }
        contract_chain_name = chain_name;
        chain_id = chain_id_;
        signature_verifier = ISettlementSignatureVerifier(verifier);
        gas_service = IGasService(gas_service_);
        handler_gas = DEFAULT_HANDLER_GAS;
    }

    // ------------------------------------------------------------------ sending

    /// @notice Called by a registered handler for its user. The wei that come along prepay the message.
    /// @param from_address the user; refunds of gas go there
    /// @param to_handler the handler on the other chain, as its family writes addresses
    /// @param payload a MessageV1 whose type byte says `payload_type`
    /// @return txid the only source of ids: handlers take theirs from here
    function send_cross_chain_msg(
        string calldata to_chain,
        address from_address,
        uint256 to_handler,
        PayloadType payload_type,
        bytes calldata payload
    ) external payable whenNotPaused returns (uint256 txid) {
        if (!is_registered_handler[msg.sender]) revert HandlerNotRegistered(msg.sender);
        if (from_address == address(0)) revert ZeroAddress();
        if (to_handler == 0) revert InvalidHandler(to_handler);
        _check_chain_name(to_chain);
        _check_payload(payload_type, payload);

        string memory from_chain = contract_chain_name;
        _check_other_chain(to_chain, from_chain);
        uint256 nonce = ++_nonces[msg.sender][from_address];
        txid = SettlementHashes.txid(from_chain, to_chain, from_address, msg.sender, to_handler, nonce);
        if (create_cross_txs[txid].status != 0) revert DuplicateTxid(txid);
        bytes11 commitment = SettlementHashes.commitment(to_chain, msg.sender, to_handler);
        create_cross_txs[txid] = CreatedTx(from_address, uint8(CrossChainMsgStatus.Pending), commitment);
        emit CrossChainMsg(txid, from_address, from_chain, to_chain, msg.sender, to_handler, payload_type, payload);
        gas_service.prepay{value: msg.value}(txid, from_address);
    }

    // ------------------------------------------------------------------ receiving

    /// @notice Delivers one attested message; anyone may. Reverts as a whole when the signatures do not
    /// hold, the message was received before, or the gas left does not cover the handler's share.
    function receive_cross_chain_msg(
        uint256 txid,
        string calldata from_chain,
        uint256 from_address,
        uint256 from_handler,
        address to_handler,
        PayloadType payload_type,
        bytes calldata payload,
        uint8 sign_type,
        bytes calldata signatures
    ) external whenNotPaused nonReentrant {
        uint256 start = gasleft();
        InboundMessage memory message;
        message.txid = txid;
        message.from_chain = from_chain;
        message.from_address = from_address;
        message.from_handler = from_handler;
        message.to_handler = to_handler;
        message.payload_type = uint8(payload_type);
        message.payload = payload;
        message.sign_type = sign_type;
        message.signatures = signatures;
        _receive(message);
        emit CrossChainMsgGas(txid, RECEIVE_LEG, start - gasleft() + METERING_GAS);
    }

    /// @notice Delivers many; a member that cannot be received is skipped and logged.
    function receive_cross_chain_msgs(InboundMessage[] calldata messages) external whenNotPaused nonReentrant {
        uint256 start = gasleft();
        _check_batch_gas(messages.length * RECEIVE_MEMBER_GAS);
        for (uint256 i; i < messages.length; ++i) {
            bytes4 problem = InsufficientHandlerGas.selector;
            bool done;
            uint256 reserved = (messages.length - i) * SKIP_GAS;
            if (gasleft() > reserved + handler_gas) {
                try this.receive_member{gas: gasleft() - reserved}(messages[i]) {
                    done = true;
                } catch (bytes memory reason) {
                    problem = bytes4(reason);
                }
            }
            start = _meter(messages[i].txid, RECEIVE_LEG, start, done, problem);
        }
    }

    /// @dev The isolation of a batch member: whatever reverts in here takes only this member back.
    function receive_member(InboundMessage calldata message) external onlySelf {
        _receive(message);
    }

    // ------------------------------------------------------------------ settling

    /// @notice Brings one attested result home; anyone may. A handler that reverts leaves the message
    /// Pending, so that the callback can be sent again.
    function receive_cross_chain_callback(
        uint256 txid,
        string calldata from_chain,
        uint256 from_handler,
        address to_handler,
        CrossChainMsgStatus status,
        uint8 sign_type,
        bytes calldata signatures
    ) external whenNotPaused nonReentrant {
        uint256 start = gasleft();
        _settle(InboundCallback(txid, from_chain, from_handler, to_handler, uint8(status), sign_type, signatures));
        emit CrossChainMsgGas(txid, CALLBACK_LEG, start - gasleft() + METERING_GAS);
    }

    /// @notice Brings many results home; a member that cannot be settled is skipped and logged.
    function receive_cross_chain_callbacks(InboundCallback[] calldata callbacks) external whenNotPaused nonReentrant {
        uint256 start = gasleft();
        _check_batch_gas(callbacks.length * CALLBACK_MEMBER_GAS);
        for (uint256 i; i < callbacks.length; ++i) {
            bytes4 problem = InsufficientHandlerGas.selector;
            bool done;
            uint256 reserved = (callbacks.length - i) * SKIP_GAS;
            if (gasleft() > reserved + handler_gas) {
                try this.settle_member{gas: gasleft() - reserved}(callbacks[i]) {
                    done = true;
                } catch (bytes memory reason) {
                    problem = bytes4(reason);
                }
            }
            start = _meter(callbacks[i].txid, CALLBACK_LEG, start, done, problem);
        }
    }

    /// @dev See `receive_member`.
    function settle_member(InboundCallback calldata callback) external onlySelf {
        _settle(callback);
    }

    // ------------------------------------------------------------------ administration

    function register_handler(address handler) external onlyRole(MANAGER_ROLE) {
        if (handler.code.length == 0) revert NotAContract(handler);
        if (is_registered_handler[handler]) revert HandlerAlreadyRegistered(handler);
        is_registered_handler[handler] = true;
        emit HandlerRegistered(handler);
    }

    /// @notice From now on the handler sends nothing and messages to it fail; results of what it sent
    /// before still come home, so that its users get their refunds.
    function remove_handler(address handler) external onlyRole(MANAGER_ROLE) {
        if (!is_registered_handler[handler]) revert HandlerNotRegistered(handler);
        is_registered_handler[handler] = false;
        emit HandlerRemoved(handler);
    }

    function set_handler_gas(uint64 new_gas) external onlyRole(MANAGER_ROLE) {
        if (new_gas < MIN_HANDLER_GAS || new_gas > MAX_HANDLER_GAS) {
            revert HandlerGasOutOfRange(new_gas, MIN_HANDLER_GAS, MAX_HANDLER_GAS);
        }
        emit HandlerGasChanged(handler_gas, new_gas);
        handler_gas = new_gas;
    }

    function pause() external onlyRole(DEFAULT_ADMIN_ROLE) {
        _pause();
    }

    function unpause() external onlyRole(DEFAULT_ADMIN_ROLE) {
        _unpause();
    }

    // ------------------------------------------------------------------ views

    /// @notice Messages of a user through a handler so far.
    function view_nonce(address from_handler, address from_address) external view returns (uint256) {
        return _nonces[from_handler][from_address];
    }

    function view_required_validators_num() external view returns (uint256) {
        return signature_verifier.required_validators();
    }

    function is_validator(address account) external view returns (bool) {
        return signature_verifier.is_validator(account);
    }

    /// @notice What this chain's validators sign to let a message in.
    function receive_digest(InboundMessage memory message) public view returns (bytes32) {
        return SettlementHashes.receive_digest(message, contract_chain_name, block.chainid, address(this));
    }

    /// @notice What this chain's validators sign to let a result home.
    function callback_digest(InboundCallback memory callback) public view returns (bytes32) {
        return SettlementHashes.callback_digest(callback, contract_chain_name, block.chainid, address(this));
    }

    // ------------------------------------------------------------------ rules

    function _receive(InboundMessage memory message) private {
        CrossChainMsgStatus known = receive_cross_txs[message.txid];
        if (known != CrossChainMsgStatus.Unknow) revert InvalidTransactionStatus(message.txid, known);
        string memory own_name = contract_chain_name;
        _check_other_chain(message.from_chain, own_name);
        if (message.payload_type > uint8(type(PayloadType).max)) {
            revert PayloadTypeMismatch(message.payload_type, uint8(type(PayloadType).max));
        }
        bytes32 digest = receive_digest(message);
        if (!signature_verifier.verify(digest, message.signatures, message.sign_type)) {
            revert InvalidSignatures(message.txid, digest);
        }

        receive_cross_txs[message.txid] = CrossChainMsgStatus.Pending;
        CrossChainMsgStatus outcome = _deliver(message) ? CrossChainMsgStatus.Success : CrossChainMsgStatus.Failed;
        receive_cross_txs[message.txid] = outcome;
        emit CrossChainHandleResult(
            message.txid,
            outcome,
            own_name,
            message.from_chain,
            message.to_handler,
            message.from_handler,
            PayloadType(message.payload_type)
        );
    }

    /// @dev True only when a registered handler answered `true` within its gas.
    function _deliver(InboundMessage memory message) private returns (bool answer) {
        if (!is_registered_handler[message.to_handler]) return false;
        (, answer) = _call_handler(
            message.to_handler,
            abi.encodeCall(
                ISettlementHandler.receive_cross_chain_msg,
                (
                    message.txid,
                    message.from_chain,
                    message.from_address,
                    message.from_handler,
                    PayloadType(message.payload_type),
                    message.payload,
                    message.sign_type,
                    message.signatures
                )
            )
        );
    }

    /// @dev The route is compared with the record, and the signatures are checked, before anything
    /// changes. Whether the handler is still registered does not matter: what it sent must end.
    function _settle(InboundCallback memory callback) private {
        CreatedTx memory created = create_cross_txs[callback.txid];
        if (created.status != uint8(CrossChainMsgStatus.Pending)) {
            revert InvalidTransactionStatus(callback.txid, CrossChainMsgStatus(created.status));
        }
        if (
            callback.status != uint8(CrossChainMsgStatus.Success)
                && callback.status != uint8(CrossChainMsgStatus.Failed)
        ) revert InvalidCallbackStatus(callback.txid, callback.status);
        bytes11 route = SettlementHashes.commitment(callback.from_chain, callback.to_handler, callback.from_handler);
        if (route != created.commitment) revert RecordMismatch(callback.txid, created.commitment, route);
        bytes32 digest = callback_digest(callback);
        if (!signature_verifier.verify(digest, callback.signatures, callback.sign_type)) {
            revert InvalidSignatures(callback.txid, digest);
        }

        create_cross_txs[callback.txid].status = callback.status;
        CrossChainMsgStatus outcome = CrossChainMsgStatus(callback.status);
        if (!_bring_home(callback, outcome)) {
            outcome = CrossChainMsgStatus.Failed;
            create_cross_txs[callback.txid].status = uint8(outcome);
        }
        emit CrossChainResult(
            callback.txid,
            contract_chain_name,
            callback.from_chain,
            created.from_address,
            callback.to_handler,
            callback.from_handler,
            outcome
        );
    }

    function _bring_home(InboundCallback memory callback, CrossChainMsgStatus status) private returns (bool answer) {
        bool returned;
        (returned, answer) = _call_handler(
            callback.to_handler,
            abi.encodeCall(
                ISettlementHandler.receive_cross_chain_callback,
                (
                    callback.txid,
                    callback.from_chain,
                    callback.from_handler,
                    status,
                    callback.sign_type,
                    callback.signatures
                )
            )
        );
        if (!returned) revert CallbackRefused(callback.txid, callback.to_handler);
    }

    function _call_handler(address handler, bytes memory data) private returns (bool returned, bool answer) {
        uint256 gas_limit = handler_gas;
        _check_gas(BoundedCall.gas_needed(gas_limit) + AFTER_HANDLER_GAS);
        return BoundedCall.ask(handler, gas_limit, data);
    }

    /// @dev A batch that could only skip is refused, so that what a node estimates for it is enough when
    /// its handlers behave. A submitter who trusts none of them brings `handler_gas` for each.
    function _check_batch_gas(uint256 members_gas) private view {
        _check_gas(BoundedCall.gas_needed(handler_gas) + AFTER_HANDLER_GAS + members_gas);
    }

    function _check_gas(uint256 needed) private view {
        if (gasleft() < needed) revert InsufficientHandlerGas(needed, gasleft());
    }

    /// @dev Everything since the last member counts to this one, the loop around it included.
    function _meter(uint256 txid, uint8 leg, uint256 start, bool done, bytes4 problem) private returns (uint256) {
        uint256 used = start - gasleft() + METERING_GAS;
        if (done) emit CrossChainMsgGas(txid, leg, used);
        else emit CrossChainMsgSkipped(txid, leg, problem, used);
        return start - used;
    }

    /// @dev Letters, digits and hyphens are left to the registry; here only what breaks hashes or storage.
    function _check_chain_name(string calldata name) private pure {
        uint256 length = bytes(name).length;
        if (length == 0 || length > MAX_CHAIN_NAME_LENGTH) revert InvalidChainName(name);
    }

    function _check_other_chain(string memory other, string memory own) private pure {
        if (keccak256(bytes(other)) == keccak256(bytes(own))) revert SameChain(own);
    }

    function _check_payload(PayloadType payload_type, bytes calldata payload) private pure {
        if (payload.length > MAX_PAYLOAD_LENGTH || !MessageV1.is_valid(payload)) {
            revert InvalidPayload(payload.length);
        }
        uint8 carried = MessageV1.payload_type(payload);
        if (uint8(payload_type) != carried) revert PayloadTypeMismatch(uint8(payload_type), carried);
    }
}
