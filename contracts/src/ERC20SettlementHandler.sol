// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Governed} from "./Governed.sol";
import {CrossChainMsgStatus, CrossChainTxStatus, PayloadType, SettlementMode} from "./SettlementTypes.sol";
import {IERC20SettlementHandler} from "./interfaces/IERC20SettlementHandler.sol";
import {ISettlement} from "./interfaces/ISettlement.sol";
import {ISettlementHandler} from "./interfaces/ISettlementHandler.sol";
import {ISettlementToken} from "./interfaces/ISettlementToken.sol";
import {ERC20Payload} from "./libraries/ERC20Payload.sol";
import {MessageV1} from "./libraries/MessageV1.sol";
import {SettlementHashes} from "./libraries/SettlementHashes.sol";

/// @notice One token, one mode, any number of routes. Whatever the mode, what leaves goes to escrow
/// first and is burned, kept or returned when the result comes home; the mode names what happens to
/// what leaves, and what arrives takes the mirrored way.
///
/// | mode       | pairs with | arriving tokens are    | escrow of a successful transfer |
/// |------------|------------|------------------------|---------------------------------|
/// | MintBurn   | MintBurn   | minted                 | burned                          |
/// | LockMint   | BurnUnlock | unlocked from backing  | kept as backing                 |
/// | BurnUnlock | LockMint   | minted                 | burned                          |
/// | LockUnlock | LockUnlock | unlocked from liquidity| kept as liquidity               |
///
/// @dev Escrow and liquidity are counted apart, so that an unlock can never spend what a refund needs.
contract ERC20SettlementHandler is Governed, ReentrancyGuardTransient, ISettlementHandler, IERC20SettlementHandler {
    using SafeERC20 for IERC20;
    using SafeCast for uint256;

    struct CreatedTransfer {
        address from;
        CrossChainTxStatus status;
        uint256 amount;
    }

    struct Route {
        bool valid;
        uint256 token;
    }

    string public chain;
    IERC20 public token;
    SettlementMode public mode;
    uint64 public cross_chain_msg_id_counter;
    ISettlement public settlement;

    uint128 private _escrowed;
    uint128 private _liquidity;

    mapping(uint256 txid => CreatedTransfer) public create_cross_txs;
    /// @notice Messages that arrived here. Kept beside the settlement contract's own record, so
    /// that exchanging that contract can never replay one.
    mapping(uint256 txid => bool) public processed;
    mapping(address account => uint256) public claimable;
    mapping(bytes32 chain_hash => mapping(uint256 handler => Route)) private _routes;

    modifier onlySettlement() {
        if (msg.sender != address(settlement)) revert OnlySettlement(msg.sender);
        _;
    }

    /// @param owner_ upgrades the contract and decides about routes
    /// @param chain_ this chain's name; must be the settlement contract's, byte for byte
    function initialize(
        address owner_,
        SettlementMode mode_,
        string calldata chain_,
        address token_,
        address settlement_
    ) external initializer {
        if (token_ == address(0) || settlement_ == address(0)) revert ZeroAddress();
        string memory actual = ISettlement(settlement_).contract_chain_name();
        if (keccak256(bytes(chain_)) != keccak256(bytes(actual))) revert ChainNameMismatch(chain_, actual);
        __Governed_init(owner_);
        mode = mode_;
        chain = chain_;
        token = IERC20(token_);
        settlement = ISettlement(settlement_);
    }

    // ------------------------------------------------------------------ sending

    /// @notice Takes `amount` of the caller's tokens into escrow and sends them to `to` on another chain.
    /// @param to_token the token the route's other side is registered with; stated so that the sender
    /// sees what arrives
    /// @param to receiver, an address of the other chain
    /// @param amount smallest units; the caller must have approved them
    /// @return txid the message's id
    /// @dev The wei that come along prepay delivery and callback; see GasService.
    function cross_chain_erc20_settlement(
        string calldata to_chain,
        uint256 to_handler,
        uint256 to_token,
        uint256 to,
        uint256 amount
    ) external payable nonReentrant returns (uint256 txid) {
        if (amount == 0) revert ZeroAmount();
        if (to == 0 || to > type(uint160).max) revert InvalidReceiver(to);
        _check_route(to_chain, to_handler, to_token);
        _take(msg.sender, amount);
        _escrowed += amount.toUint128();

        bytes memory message = _message(to_token, to, amount);
        txid = settlement.send_cross_chain_msg{value: msg.value}(
            to_chain, msg.sender, to_handler, PayloadType.ERC20, message
        );
        if (create_cross_txs[txid].status != CrossChainTxStatus.Unknow) revert DuplicateTxid(txid);
        create_cross_txs[txid] = CreatedTransfer(msg.sender, CrossChainTxStatus.Pending, amount);
        emit CrossChainLocked(txid, msg.sender, to, chain, to_chain, address(token), to_token, amount, mode);
    }

    // ------------------------------------------------------------------ receiving

    /// @inheritdoc ISettlementHandler
    /// @dev The settlement contract has verified the signatures; here only the content counts.
    function receive_cross_chain_msg(
        uint256 txid,
        string calldata from_chain,
        uint256 from_address,
        uint256 from_handler,
        PayloadType payload_type,
        bytes calldata payload,
        uint8,
        bytes calldata
    ) external onlySettlement nonReentrant returns (bool) {
        if (processed[txid]) revert AlreadyProcessed(txid);
        processed[txid] = true;
        Route memory route = _routes[keccak256(bytes(from_chain))][from_handler];
        return _arrive(route, from_address, payload_type, payload);
    }

    /// @inheritdoc ISettlementHandler
    /// @dev The settlement contract has compared the route with the message's record. Whether the route
    /// is still open does not matter: a transfer that left must end.
    function receive_cross_chain_callback(
        uint256 txid,
        string calldata,
        uint256,
        CrossChainMsgStatus status,
        uint8,
        bytes calldata
    ) external onlySettlement nonReentrant returns (bool) {
        CreatedTransfer memory transfer = create_cross_txs[txid];
        if (transfer.status != CrossChainTxStatus.Pending) revert InvalidTransferStatus(txid, transfer.status);
        bool success = status == CrossChainMsgStatus.Success;
        CrossChainTxStatus end = success ? CrossChainTxStatus.Settled : CrossChainTxStatus.Failed;
        create_cross_txs[txid].status = end;
        _escrowed -= uint128(transfer.amount);
        emit CrossChainSettled(txid, end, transfer.amount);
        if (success) _consume(transfer.amount);
        else _give_back(txid, transfer.from, transfer.amount);
        return true;
    }

    /// @notice Pays the caller's refunds that could not be pushed.
    function claim() external nonReentrant {
        uint256 amount = claimable[msg.sender];
        if (amount == 0) revert NothingToClaim(msg.sender);
        claimable[msg.sender] = 0;
        emit Claimed(msg.sender, amount);
        token.safeTransfer(msg.sender, amount);
    }

    // ------------------------------------------------------------------ administration

    /// @notice Opens a route. Nothing is sent over it until its token is set.
    function add_handler(string calldata remote_chain, uint256 handler) external onlyRole(DEFAULT_ADMIN_ROLE) {
        if (handler == 0) revert InvalidHandler(handler);
        if (keccak256(bytes(remote_chain)) == keccak256(bytes(chain))) revert SameChain(remote_chain);
        _routes[keccak256(bytes(remote_chain))][handler].valid = true;
        emit HandlerAdded(remote_chain, handler);
    }

    /// @notice Closes a route: nothing leaves, what arrives fails and is refunded at its source; what
    /// left before still ends.
    function remove_handler(string calldata remote_chain, uint256 handler) external onlyRole(DEFAULT_ADMIN_ROLE) {
        delete _routes[keccak256(bytes(remote_chain))][handler];
        emit HandlerRemoved(remote_chain, handler);
    }

    function set_remote_token(string calldata remote_chain, uint256 handler, uint256 remote_token)
        external
        onlyRole(DEFAULT_ADMIN_ROLE)
    {
        Route storage route = _routes[keccak256(bytes(remote_chain))][handler];
        if (!route.valid) revert RouteUnknown(remote_chain, handler);
        route.token = remote_token;
        emit RemoteTokenSet(remote_chain, handler, remote_token);
    }

    /// @notice Anyone may add what arriving transfers are paid from; it stays.
    function add_liquidity(uint256 amount) external nonReentrant {
        if (!_unlocks()) revert LiquidityUnused(mode);
        if (amount == 0) revert ZeroAmount();
        _take(msg.sender, amount);
        _liquidity += amount.toUint128();
        emit LiquidityAdded(msg.sender, amount);
    }

    // ------------------------------------------------------------------ views

    function is_valid_handler(string calldata remote_chain, uint256 handler) external view returns (bool) {
        return _routes[keccak256(bytes(remote_chain))][handler].valid;
    }

    /// @notice The token of a route's other side; zero while it is not set.
    function remote_token_of(string calldata remote_chain, uint256 handler) external view returns (uint256) {
        return _routes[keccak256(bytes(remote_chain))][handler].token;
    }

    /// @notice Tokens of transfers whose result has not come home.
    function escrowed() external view returns (uint256) {
        return _escrowed;
    }

    /// @notice Tokens that arriving transfers can be paid from.
    function liquidity() external view returns (uint256) {
        return _liquidity;
    }

    // ------------------------------------------------------------------ rules

    function _check_route(string calldata to_chain, uint256 to_handler, uint256 to_token) private view {
        Route memory route = _routes[keccak256(bytes(to_chain))][to_handler];
        if (!route.valid) revert RouteUnknown(to_chain, to_handler);
        if (route.token == 0) revert RemoteTokenUnknown(to_chain, to_handler);
        if (route.token != to_token) revert RemoteTokenMismatch(to_token, route.token);
    }

    /// @dev The nonce is the settlement contract's own, so that the two can never disagree.
    function _message(uint256 to_token, uint256 to, uint256 amount) private returns (bytes memory) {
        uint256 nonce = settlement.view_nonce(address(this), msg.sender) + 1;
        uint256 id = SettlementHashes.message_id(++cross_chain_msg_id_counter, address(this), msg.sender, nonce);
        bytes memory transfer = ERC20Payload.encode(
            ERC20Payload.Transfer(uint160(msg.sender), to, uint160(address(token)), to_token, amount)
        );
        return MessageV1.encode(id, PayloadType.ERC20, transfer);
    }

    /// @dev False for whatever does not fit: the message fails and its sender is refunded.
    function _arrive(Route memory route, uint256 from_address, PayloadType payload_type, bytes calldata message)
        private
        returns (bool)
    {
        (bool valid, ERC20Payload.Transfer memory transfer) = _decode(payload_type, message);
        if (!valid || !_fits(transfer, route, from_address)) return false;
        return _give(address(uint160(transfer.to)), transfer.amount);
    }

    function _decode(PayloadType payload_type, bytes calldata message)
        private
        pure
        returns (bool, ERC20Payload.Transfer memory transfer)
    {
        if (
            payload_type != PayloadType.ERC20 || !MessageV1.is_valid(message)
                || MessageV1.payload_type(message) != uint8(PayloadType.ERC20)
        ) return (false, transfer);
        return ERC20Payload.try_decode(MessageV1.payload(message));
    }

    function _fits(ERC20Payload.Transfer memory transfer, Route memory route, uint256 from_address)
        private
        view
        returns (bool)
    {
        return route.valid && route.token != 0 && transfer.from_token == route.token
            && transfer.to_token == uint160(address(token)) && transfer.from == from_address && transfer.amount != 0
            && transfer.to != 0 && transfer.to <= type(uint160).max && transfer.to != uint160(address(this));
    }

    function _take(address from, uint256 amount) private {
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(from, address(this), amount);
        uint256 received = token.balanceOf(address(this)) - before;
        if (received != amount) revert UnexpectedAmountReceived(amount, received);
    }

    /// @dev False when the liquidity does not suffice: the message fails and its sender is refunded.
    function _give(address to, uint256 amount) private returns (bool) {
        if (!_unlocks()) {
            ISettlementToken(address(token)).mint_to(to, amount);
            return true;
        }
        if (amount > _liquidity) return false;
        _liquidity -= uint128(amount);
        token.safeTransfer(to, amount);
        return true;
    }

    function _consume(uint256 amount) private {
        if (_unlocks()) _liquidity += uint128(amount);
        else ISettlementToken(address(token)).burn_from(address(this), amount);
    }

    function _give_back(uint256 txid, address to, uint256 amount) private {
        if (token.trySafeTransfer(to, amount)) return;
        claimable[to] += amount;
        emit RefundClaimable(txid, to, amount);
    }

    /// @dev The mirrored direction: a side that locks pays arrivals from what it holds, a side that
    /// burns mints them.
    function _unlocks() private view returns (bool) {
        return mode == SettlementMode.LockMint || mode == SettlementMode.LockUnlock;
    }
}
