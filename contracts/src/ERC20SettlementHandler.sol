// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ShortString, ShortStrings} from "@openzeppelin/contracts/utils/ShortStrings.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {Governed} from "./Governed.sol";
import {CrossChainMsgStatus, CrossChainTxStatus, PayloadType, SettlementMode} from "./SettlementTypes.sol";
import {IERC20SettlementHandler} from "./interfaces/IERC20SettlementHandler.sol";
import {IGasService} from "./interfaces/IGasService.sol";
import {ISettlement} from "./interfaces/ISettlement.sol";
import {ISettlementHandler} from "./interfaces/ISettlementHandler.sol";
import {ISettlementToken} from "./interfaces/ISettlementToken.sol";
import {ERC20Payload} from "./libraries/ERC20Payload.sol";
import {MessageV1} from "./libraries/MessageV1.sol";
import {SettlementHashes} from "./libraries/SettlementHashes.sol";
import {Terms} from "./libraries/Terms.sol";

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
/// @dev Liquidity is counted, escrow is the rest: an unlock can never spend what a refund needs.
contract ERC20SettlementHandler is Governed, ReentrancyGuardTransient, ISettlementHandler, IERC20SettlementHandler {
    using SafeERC20 for IERC20;
    using BitMaps for BitMaps.BitMap;

    /// @dev One word; `LARGE` says that the amount is in `_large_amounts`.
    struct CreatedTransfer {
        address from;
        CrossChainTxStatus status;
        uint88 amount;
    }

    uint88 private constant LARGE = type(uint88).max;
    /// @dev A route's word: zero is unknown, one is valid without a token, else it is the token.
    uint256 private constant TOKENLESS = 1;

    ISettlement public immutable settlement;
    /// @notice The settlement contract's when this was built; paid directly, which saves a hop of the wei.
    /// @dev Whoever gives that contract another one upgrades its handlers too; until then sending with wei
    /// reverts.
    IGasService public immutable gas_service;
    IERC20 public immutable token;
    SettlementMode public immutable mode;
    ShortString private immutable _chain;

    uint256 private _liquidity;
    uint256 private _claimables;
    mapping(uint256 txid => CreatedTransfer) private _transfers;
    mapping(uint256 txid => uint256) private _large_amounts;
    /// @dev Sequences that arrived here. Kept beside the settlement contract's own record, so that
    /// exchanging that contract can never replay one.
    mapping(bytes32 from_chain => BitMaps.BitMap) private _processed;
    mapping(address account => uint256) public claimable;
    mapping(bytes32 chain_hash => mapping(uint256 handler => uint256)) private _routes;

    modifier onlySettlement() {
        if (msg.sender != address(settlement)) revert OnlySettlement(msg.sender);
        _;
    }

    constructor(address settlement_, address token_, SettlementMode mode_) {
        if (token_ == address(0) || settlement_ == address(0)) revert ZeroAddress();
        settlement = ISettlement(settlement_);
        gas_service = IGasService(ISettlement(settlement_).gas_service());
        token = IERC20(token_);
        mode = mode_;
        _chain = ShortStrings.toShortString(ISettlement(settlement_).contract_chain_name());
    }

    /// @param owner_ upgrades the contract and names managers
    /// @param managers decide about routes
    function initialize(address owner_, address[] calldata managers) external initializer {
        __Governed_init(owner_);
        _add_managers(managers);
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
        txid = _send(to_chain, to_handler, to_token, to, amount);
        if (msg.value > 0) gas_service.prepay{value: msg.value}(txid, msg.sender);
    }

    /// @notice The same against a price the operator promised.
    /// @param quote for the txid that this message gets; see `next_txid`
    function cross_chain_erc20_settlement_quoted(
        string calldata to_chain,
        uint256 to_handler,
        uint256 to_token,
        uint256 to,
        uint256 amount,
        IGasService.GasQuote calldata quote,
        bytes calldata signature
    ) external payable nonReentrant returns (uint256 txid) {
        txid = _send(to_chain, to_handler, to_token, to, amount);
        if (quote.txid != txid) revert QuoteMismatch(quote.id, quote.txid, txid);
        gas_service.prepay_quoted{value: msg.value}(quote, signature);
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
        bytes calldata terms
    ) external onlySettlement nonReentrant returns (bool) {
        bytes32 source = keccak256(bytes(from_chain));
        _process(source, Terms.sequence(terms), txid);
        return _arrive(_routes[source][from_handler], from_address, payload_type, payload);
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
        CreatedTransfer memory transfer = _transfers[txid];
        if (transfer.status != CrossChainTxStatus.Pending) revert InvalidTransferStatus(txid, transfer.status);
        bool success = status == CrossChainMsgStatus.Success;
        CrossChainTxStatus end = success ? CrossChainTxStatus.Settled : CrossChainTxStatus.Failed;
        uint256 amount = _amount_of(txid, transfer);
        _transfers[txid].status = end;
        emit CrossChainSettled(txid, end, amount);
        if (success) _consume(amount);
        else _give_back(txid, transfer.from, amount);
        return true;
    }

    /// @notice Pays the caller's refunds that could not be pushed.
    function claim() external nonReentrant {
        uint256 amount = claimable[msg.sender];
        if (amount == 0) revert NothingToClaim(msg.sender);
        claimable[msg.sender] = 0;
        _claimables -= amount;
        emit Claimed(msg.sender, amount);
        token.safeTransfer(msg.sender, amount);
    }

    // ------------------------------------------------------------------ administration

    /// @notice Opens a route. Nothing is sent over it until its token is set.
    function add_handler(string calldata remote_chain, uint256 handler) external onlyRole(MANAGER_ROLE) {
        if (handler == 0) revert InvalidHandler(handler);
        bytes32 remote = keccak256(bytes(remote_chain));
        if (remote == keccak256(bytes(chain()))) revert SameChain(remote_chain);
        if (_routes[remote][handler] != 0) revert RouteExists(remote_chain, handler);
        _routes[remote][handler] = TOKENLESS;
        emit HandlerAdded(remote_chain, handler);
    }

    /// @notice Closes a route: nothing leaves, what arrives fails and is refunded at its source; what
    /// left before still ends.
    function remove_handler(string calldata remote_chain, uint256 handler) external onlyRole(MANAGER_ROLE) {
        delete _routes[keccak256(bytes(remote_chain))][handler];
        emit HandlerRemoved(remote_chain, handler);
    }

    function set_remote_token(string calldata remote_chain, uint256 handler, uint256 remote_token)
        external
        onlyRole(MANAGER_ROLE)
    {
        if (remote_token <= TOKENLESS) revert InvalidRemoteToken(remote_token);
        bytes32 remote = keccak256(bytes(remote_chain));
        if (_routes[remote][handler] == 0) revert RouteUnknown(remote_chain, handler);
        _routes[remote][handler] = remote_token;
        emit RemoteTokenSet(remote_chain, handler, remote_token);
    }

    /// @notice Anyone may add what arriving transfers are paid from; it stays.
    function add_liquidity(uint256 amount) external nonReentrant {
        if (!_unlocks()) revert LiquidityUnused(mode);
        if (amount == 0) revert ZeroAmount();
        _take(msg.sender, amount);
        _liquidity += amount;
        emit LiquidityAdded(msg.sender, amount);
    }

    // ------------------------------------------------------------------ views

    function chain() public view returns (string memory) {
        return ShortStrings.toString(_chain);
    }

    /// @notice The id the sender's next transfer over a route will have.
    function next_txid(address sender, string calldata to_chain, uint256 to_handler) external view returns (uint256) {
        uint256 nonce = settlement.next_nonce(address(this), sender);
        return SettlementHashes.txid(chain(), to_chain, sender, address(this), to_handler, nonce);
    }

    function create_cross_txs(uint256 txid)
        external
        view
        returns (address from, CrossChainTxStatus status, uint256 amount)
    {
        CreatedTransfer memory transfer = _transfers[txid];
        return (transfer.from, transfer.status, _amount_of(txid, transfer));
    }

    /// @notice Whether a message of the other chain arrived here, however it ended.
    function processed(string calldata from_chain, uint64 sequence) external view returns (bool) {
        return _processed[keccak256(bytes(from_chain))].get(sequence);
    }

    function is_valid_handler(string calldata remote_chain, uint256 handler) external view returns (bool) {
        return _routes[keccak256(bytes(remote_chain))][handler] != 0;
    }

    /// @notice The token of a route's other side; zero while it is not set.
    function remote_token_of(string calldata remote_chain, uint256 handler) external view returns (uint256) {
        uint256 route = _routes[keccak256(bytes(remote_chain))][handler];
        return route > TOKENLESS ? route : 0;
    }

    /// @notice Tokens of transfers whose result has not come home, and whatever was sent here by mistake.
    function escrowed() external view returns (uint256) {
        return token.balanceOf(address(this)) - _liquidity - _claimables;
    }

    /// @notice Tokens that arriving transfers can be paid from.
    function liquidity() external view returns (uint256) {
        return _liquidity;
    }

    // ------------------------------------------------------------------ rules

    function _send(string calldata to_chain, uint256 to_handler, uint256 to_token, uint256 to, uint256 amount)
        private
        returns (uint256 txid)
    {
        if (amount == 0) revert ZeroAmount();
        if (to == 0 || to > type(uint160).max) revert InvalidReceiver(to);
        _check_route(to_chain, to_handler, to_token);
        _take(msg.sender, amount);
        txid = settlement.send_cross_chain_msg(
            to_chain, msg.sender, to_handler, PayloadType.ERC20, _message(to_token, to, amount)
        );
        _record(txid, amount);
        emit CrossChainLocked(txid, msg.sender, to, chain(), to_chain, address(token), to_token, amount, mode);
    }

    function _check_route(string calldata to_chain, uint256 to_handler, uint256 to_token) private view {
        uint256 route = _routes[keccak256(bytes(to_chain))][to_handler];
        if (route == 0) revert RouteUnknown(to_chain, to_handler);
        if (route == TOKENLESS) revert RemoteTokenUnknown(to_chain, to_handler);
        if (route != to_token) revert RemoteTokenMismatch(to_token, route);
    }

    /// @dev The nonce is the settlement contract's own, so that the two can never disagree; it serves as
    /// the protocol's counter too.
    function _message(uint256 to_token, uint256 to, uint256 amount) private view returns (bytes memory) {
        uint256 nonce = settlement.next_nonce(address(this), msg.sender);
        uint256 id = SettlementHashes.message_id(uint64(nonce), address(this), msg.sender, nonce);
        bytes memory transfer = ERC20Payload.encode(
            ERC20Payload.Transfer(uint160(msg.sender), to, uint160(address(token)), to_token, amount)
        );
        return MessageV1.encode(id, PayloadType.ERC20, transfer);
    }

    function _record(uint256 txid, uint256 amount) private {
        CreatedTransfer storage transfer = _transfers[txid];
        if (transfer.status != CrossChainTxStatus.Unknow) revert DuplicateTxid(txid);
        uint88 small = LARGE;
        // Smaller than LARGE, so nothing is cut off.
        if (amount < LARGE) small = uint88(amount);
        else _large_amounts[txid] = amount;
        transfer.from = msg.sender;
        transfer.status = CrossChainTxStatus.Pending;
        transfer.amount = small;
    }

    function _amount_of(uint256 txid, CreatedTransfer memory transfer) private view returns (uint256) {
        return transfer.amount == LARGE ? _large_amounts[txid] : transfer.amount;
    }

    function _process(bytes32 source, uint64 sequence, uint256 txid) private {
        BitMaps.BitMap storage seen = _processed[source];
        if (seen.get(sequence)) revert AlreadyProcessed(txid);
        seen.set(sequence);
    }

    /// @dev False for whatever does not fit: the message fails and its sender is refunded.
    function _arrive(uint256 route, uint256 from_address, PayloadType payload_type, bytes calldata message)
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

    function _fits(ERC20Payload.Transfer memory transfer, uint256 route, uint256 from_address)
        private
        view
        returns (bool)
    {
        return route > TOKENLESS && transfer.from_token == route && transfer.to_token == uint160(address(token))
            && transfer.from == from_address && transfer.amount != 0 && transfer.to != 0
            && transfer.to <= type(uint160).max && transfer.to != uint160(address(this));
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
        _liquidity -= amount;
        token.safeTransfer(to, amount);
        return true;
    }

    function _consume(uint256 amount) private {
        if (_unlocks()) _liquidity += amount;
        else ISettlementToken(address(token)).burn_from(address(this), amount);
    }

    function _give_back(uint256 txid, address to, uint256 amount) private {
        if (token.trySafeTransfer(to, amount)) return;
        claimable[to] += amount;
        _claimables += amount;
        emit RefundClaimable(txid, to, amount);
    }

    /// @dev The mirrored direction: a side that locks pays arrivals from what it holds, a side that
    /// burns mints them.
    function _unlocks() private view returns (bool) {
        return mode == SettlementMode.LockMint || mode == SettlementMode.LockUnlock;
    }

    function _check_upgrade(address next) internal view override {
        ERC20SettlementHandler other = ERC20SettlementHandler(next);
        if (
            address(other.settlement()) != address(settlement) || address(other.token()) != address(token)
                || other.mode() != mode || keccak256(bytes(other.chain())) != keccak256(bytes(chain()))
        ) revert UpgradeMismatch(next);
    }
}
