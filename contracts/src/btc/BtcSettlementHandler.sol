// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Governed} from "../Governed.sol";
import {CrossChainMsgStatus, CrossChainTxStatus, PayloadType} from "../SettlementTypes.sol";
import {ArtifactTransfer} from "../artifacts/ArtifactTransfer.sol";
import {ISettlementArtifact} from "../artifacts/ISettlementArtifact.sol";
import {ISettlement} from "../interfaces/ISettlement.sol";
import {ISettlementHandler} from "../interfaces/ISettlementHandler.sol";
import {MessageV1} from "../libraries/MessageV1.sol";
import {SettlementHashes} from "../libraries/SettlementHashes.sol";
import {BtcPayload} from "./BtcPayload.sol";
import {IBtcSettlementHandler} from "./IBtcSettlementHandler.sol";

/// @notice Bitcoin is a chain like any other: its name is "Bitcoin", its handlers are vaults, its
/// messages are attested by the same validators. BTC in a vault is minted here as the vault's artifact,
/// an artifact given back is burned when the vault has paid.
///
/// @dev The BTC of a deposit message is in custody already, so what a message ends as must tell the vault
/// what to do. Success: the output stands behind artifacts, now or as soon as what is in the way is gone
/// (minting is paused, the vault is not known yet: the deposit is held). Failed: it stands behind nothing
/// here. That is for what can never become right: a malformed payload, no receiver, no amount. A Failed
/// message leaves no trace: should it have failed for lack of gas or by expiry, a new message about the
/// same output credits it.
///
/// A vault may pay a withdrawal only before its message's deadline; after it the message expires and the
/// artifacts go back.
contract BtcSettlementHandler is Governed, ReentrancyGuardTransient, ISettlementHandler, IBtcSettlementHandler {
    using SafeERC20 for IERC20;
    using ArtifactTransfer for IERC20;
    using SafeCast for uint256;

    string public constant BITCOIN = "Bitcoin";
    /// @dev Satoshi; there will never be more.
    uint256 public constant MAX_AMOUNT = 21_000_000 * 10 ** 8;

    bytes32 private constant BITCOIN_HASH = keccak256("Bitcoin");
    uint256 private constant BTC_DECIMALS = 8;
    uint256 private constant MIN_ADDRESS_LENGTH = 14;
    /// @dev What the settlement contract demands at least; a vault is no contract and uses none.
    uint64 private constant VAULT_GAS = 50_000;
    uint64 private constant MIN_LIFETIME = 10 minutes;
    uint64 private constant MAX_LIFETIME = 30 days;

    ISettlement public immutable settlement;
    address public immutable artifact;

    /// @notice The vault that pays withdrawals.
    uint256 public withdrawal_vault;
    /// @notice Satoshi a withdrawal is at least worth: below it Bitcoin's fee would eat it.
    uint64 public minimum_withdrawal;
    /// @notice Seconds a vault has to pay a withdrawal.
    uint64 public withdrawal_lifetime;
    Totals public totals;

    mapping(uint256 vault => bool) public is_vault;
    mapping(bytes32 outpoint => Deposit) public deposits;
    /// @notice The vault of a deposit that was held.
    mapping(bytes32 outpoint => uint256 vault) public vault_of;
    mapping(uint256 txid => Withdrawal) public withdrawals;
    mapping(address account => uint256) public claimable;

    modifier onlySettlement() {
        if (msg.sender != address(settlement)) revert OnlySettlement(msg.sender);
        _;
    }

    /// @param artifact_ the artifact of the vaults' primitive; this contract must become its operator
    constructor(address settlement_, address artifact_) {
        if (settlement_.code.length == 0) revert NotAContract(settlement_);
        if (artifact_.code.length == 0) revert NotAContract(artifact_);
        uint256 decimals = ISettlementArtifact(artifact_).decimals();
        if (decimals != BTC_DECIMALS) revert UnexpectedDecimals(artifact_, decimals);
        if (keccak256(bytes(ISettlement(settlement_).contract_chain_name())) == BITCOIN_HASH) {
            revert SameChain(BITCOIN);
        }
        settlement = ISettlement(settlement_);
        artifact = artifact_;
    }

    /// @param owner_ upgrades the contract and names its managers
    /// @param vault the first vault; it also pays the withdrawals
    /// @param minimum satoshi, see minimum_withdrawal
    /// @param lifetime seconds, see withdrawal_lifetime
    function initialize(address owner_, address[] calldata managers, uint256 vault, uint64 minimum, uint64 lifetime)
        external
        initializer
    {
        __Governed_init(owner_);
        for (uint256 i; i < managers.length; ++i) {
            _add_manager(managers[i]);
        }
        _add_vault(vault);
        _set_withdrawal_vault(vault);
        _set_withdrawal_terms(minimum, lifetime);
    }

    // ------------------------------------------------------------------ from Bitcoin

    /// @inheritdoc ISettlementHandler
    /// @dev Replays end at the output: it is credited once, whatever message and sequence speak of it.
    function receive_cross_chain_msg(
        uint256 txid,
        string calldata from_chain,
        uint256,
        uint256 from_handler,
        PayloadType payload_type,
        bytes calldata message,
        uint8,
        bytes calldata
    ) external onlySettlement nonReentrant returns (bool) {
        if (keccak256(bytes(from_chain)) != BITCOIN_HASH) return false;
        (bool valid, BtcPayload.Transfer memory deposit) = _decode(payload_type, message);
        return valid && _fits(deposit) && _account_for(txid, from_handler, deposit);
    }

    /// @notice Mints a held deposit when nothing is in its way any more. Anyone may ask.
    function credit_deposit(bytes32 outpoint) external nonReentrant {
        Deposit memory deposit = _held(outpoint);
        uint256 vault = vault_of[outpoint];
        if (!is_vault[vault]) revert VaultUnknown(vault);
        _credit(outpoint, deposit.receiver, deposit.amount);
        ISettlementArtifact(artifact).mint_to(deposit.receiver, deposit.amount);
    }

    /// @notice Gives a held deposit up, for ever; the vault returns its BTC.
    function reject_deposit(bytes32 outpoint) external onlyRole(MANAGER_ROLE) {
        Deposit memory deposit = _held(outpoint);
        deposits[outpoint].status = DepositStatus.Rejected;
        emit DepositRejected(outpoint, deposit.receiver, deposit.amount);
    }

    // ------------------------------------------------------------------ to Bitcoin

    /// @notice Takes the caller's artifacts into escrow and asks the vault to pay a Bitcoin address.
    /// @param amount satoshi; the caller must have approved them
    /// @return txid the withdrawal's id
    /// @dev The wei that come along prepay delivery and callback; what is left of them goes to the caller.
    function withdraw_request(string calldata btc_address, uint256 amount) external payable returns (uint256 txid) {
        return withdraw_request_for(msg.sender, btc_address, amount);
    }

    /// @notice The same with the caller's artifacts and for somebody else: the record, a refund of the
    /// artifacts and a refund of the gas are the beneficiary's.
    function withdraw_request_for(address beneficiary, string calldata btc_address, uint256 amount)
        public
        payable
        nonReentrant
        returns (uint256 txid)
    {
        _check_withdrawal(beneficiary, btc_address, amount);
        IERC20(artifact).take(msg.sender, amount);
        totals.escrowed += uint64(amount);

        uint256 nonce = settlement.next_nonce(address(this), beneficiary);
        bytes memory message = _message(beneficiary, btc_address, amount, nonce);
        txid = settlement.send_cross_chain_msg_with_terms{value: msg.value}(
            BITCOIN, beneficiary, withdrawal_vault, PayloadType.BTCWithdraw, message, VAULT_GAS, withdrawal_lifetime
        );
        if (withdrawals[txid].status != CrossChainTxStatus.Unknow) revert DuplicateTxid(txid);
        withdrawals[txid] = Withdrawal(beneficiary, CrossChainTxStatus.Pending, nonce.toUint32(), uint56(amount));
        emit WithdrawLocked(bytes32(txid), beneficiary, btc_address, amount);
    }

    /// @inheritdoc ISettlementHandler
    /// @dev The settlement contract has compared the route with the message's record. Whether the vault is
    /// still known does not matter: a withdrawal that left must end.
    function receive_cross_chain_callback(
        uint256 txid,
        string calldata,
        uint256,
        CrossChainMsgStatus status,
        uint8,
        bytes calldata
    ) external onlySettlement nonReentrant returns (bool) {
        Withdrawal memory withdrawal = withdrawals[txid];
        if (withdrawal.status != CrossChainTxStatus.Pending) revert InvalidWithdrawalStatus(txid, withdrawal.status);
        bool success = status == CrossChainMsgStatus.Success;
        CrossChainTxStatus end = success ? CrossChainTxStatus.Settled : CrossChainTxStatus.Failed;
        withdrawals[txid].status = end;
        totals.escrowed -= withdrawal.amount;
        emit WithdrawSettled(bytes32(txid), end, withdrawal.amount);
        if (success) _burn(withdrawal.amount);
        else _give_back(txid, withdrawal.from, withdrawal.amount);
        return true;
    }

    /// @notice Pays the caller's refunds that could not be pushed, to an account that can take them.
    function claim(address to) external nonReentrant {
        uint256 amount = claimable[msg.sender];
        if (amount == 0) revert NothingToClaim(msg.sender);
        claimable[msg.sender] = 0;
        totals.unclaimed -= uint64(amount);
        emit Claimed(msg.sender, to, amount);
        IERC20(artifact).safeTransfer(to, amount);
    }

    // ------------------------------------------------------------------ administration

    /// @notice Deposits into this vault are minted from now on, those that were held for it too.
    function add_vault(uint256 vault) external onlyRole(MANAGER_ROLE) {
        _add_vault(vault);
    }

    /// @notice Deposits into this vault are held from now on.
    function remove_vault(uint256 vault) external onlyRole(MANAGER_ROLE) {
        if (!is_vault[vault]) revert VaultUnknown(vault);
        if (vault == withdrawal_vault) revert VaultInUse(vault);
        is_vault[vault] = false;
        emit VaultRemoved(vault);
    }

    function set_withdrawal_vault(uint256 vault) external onlyRole(MANAGER_ROLE) {
        _set_withdrawal_vault(vault);
    }

    function set_withdrawal_terms(uint64 minimum, uint64 lifetime) external onlyRole(MANAGER_ROLE) {
        _set_withdrawal_terms(minimum, lifetime);
    }

    // ------------------------------------------------------------------ views

    function is_valid_handler(string calldata remote_chain, uint256 handler) external view returns (bool) {
        return keccak256(bytes(remote_chain)) == BITCOIN_HASH && is_vault[handler];
    }

    /// @notice Artifacts of withdrawals whose result has not come home.
    function escrowed() external view returns (uint256) {
        return totals.escrowed;
    }

    // ------------------------------------------------------------------ rules

    function _decode(PayloadType payload_type, bytes calldata message)
        private
        pure
        returns (bool, BtcPayload.Transfer memory deposit)
    {
        if (
            payload_type != PayloadType.BTCDeposit || !MessageV1.is_valid(message)
                || MessageV1.payload_type(message) != uint8(PayloadType.BTCDeposit)
        ) return (false, deposit);
        return BtcPayload.try_decode(MessageV1.payload(message));
    }

    /// @dev Only what can never become right is refused here.
    function _fits(BtcPayload.Transfer memory deposit) private view returns (bool) {
        return deposit.btc_txid != 0 && uint256(deposit.index) <= type(uint32).max && deposit.amount != 0
            && deposit.amount <= MAX_AMOUNT && deposit.account != 0 && deposit.account <= type(uint160).max
            && deposit.account != uint160(address(this));
    }

    /// @return false only for an output whose BTC the vault was told to return
    function _account_for(uint256 txid, uint256 vault, BtcPayload.Transfer memory deposit) private returns (bool) {
        bytes32 outpoint = BtcPayload.outpoint(deposit.btc_txid, deposit.index);
        DepositStatus known = deposits[outpoint].status;
        if (known != DepositStatus.Unknown) {
            emit DepositRepeated(txid, outpoint);
            return known != DepositStatus.Rejected;
        }
        address receiver = address(uint160(deposit.account));
        uint64 amount = uint64(deposit.amount);
        deposits[outpoint] = Deposit(receiver, amount, DepositStatus.Held);
        if (!is_vault[vault]) {
            _hold(txid, outpoint, vault, HoldReason.VaultUnknown);
        } else {
            try ISettlementArtifact(artifact).mint_to(receiver, amount) {
                _credit(outpoint, receiver, amount);
            } catch {
                _hold(txid, outpoint, vault, HoldReason.MintRefused);
            }
        }
        return true;
    }

    function _hold(uint256 txid, bytes32 outpoint, uint256 vault, HoldReason reason) private {
        vault_of[outpoint] = vault;
        emit DepositHeld(txid, outpoint, deposits[outpoint].receiver, deposits[outpoint].amount, reason);
    }

    function _credit(bytes32 outpoint, address receiver, uint64 amount) private {
        deposits[outpoint].status = DepositStatus.Credited;
        totals.credited += amount;
        emit DepositCredited(outpoint, receiver, amount);
    }

    function _held(bytes32 outpoint) private view returns (Deposit memory deposit) {
        deposit = deposits[outpoint];
        if (deposit.status != DepositStatus.Held) revert DepositNotHeld(outpoint, deposit.status);
    }

    function _check_withdrawal(address beneficiary, string calldata btc_address, uint256 amount) private view {
        if (amount < minimum_withdrawal || amount > MAX_AMOUNT) {
            revert AmountOutOfRange(amount, minimum_withdrawal, MAX_AMOUNT);
        }
        uint256 length = bytes(btc_address).length;
        if (length < MIN_ADDRESS_LENGTH || length > BtcPayload.MAX_ADDRESS_LENGTH) {
            revert InvalidBtcAddressLength(length, MIN_ADDRESS_LENGTH, BtcPayload.MAX_ADDRESS_LENGTH);
        }
        if (beneficiary == address(0) || beneficiary == address(this)) revert InvalidBeneficiary(beneficiary);
    }

    /// @dev The nonce is the settlement contract's own, so that the two can never disagree.
    function _message(address beneficiary, string calldata btc_address, uint256 amount, uint256 nonce)
        private
        view
        returns (bytes memory)
    {
        uint256 id = SettlementHashes.message_id(uint64(nonce), address(this), beneficiary, nonce);
        bytes memory withdrawal =
            BtcPayload.encode(BtcPayload.Transfer(0, bytes32(nonce), btc_address, uint160(beneficiary), amount));
        return MessageV1.encode(id, PayloadType.BTCWithdraw, withdrawal);
    }

    function _burn(uint256 amount) private {
        totals.redeemed += uint64(amount);
        ISettlementArtifact(artifact).burn_from(address(this), amount);
    }

    function _give_back(uint256 txid, address to, uint256 amount) private {
        if (IERC20(artifact).trySafeTransfer(to, amount)) return;
        claimable[to] += amount;
        totals.unclaimed += uint64(amount);
        emit RefundClaimable(txid, to, amount);
    }

    function _add_vault(uint256 vault) private {
        if (vault == 0) revert InvalidVault(vault);
        if (is_vault[vault]) revert VaultAlreadyKnown(vault);
        is_vault[vault] = true;
        emit VaultAdded(vault);
    }

    function _set_withdrawal_vault(uint256 vault) private {
        if (!is_vault[vault]) revert VaultUnknown(vault);
        withdrawal_vault = vault;
        emit WithdrawalVaultChanged(vault);
    }

    function _set_withdrawal_terms(uint64 minimum, uint64 lifetime) private {
        bool valid = minimum != 0 && minimum <= MAX_AMOUNT && lifetime >= MIN_LIFETIME && lifetime <= MAX_LIFETIME;
        if (!valid) revert InvalidWithdrawalTerms(minimum, lifetime);
        minimum_withdrawal = minimum;
        withdrawal_lifetime = lifetime;
        emit WithdrawalTermsChanged(minimum, lifetime);
    }

    /// @dev The settlement contract and the artifact are for ever: escrow and records belong to them.
    function _check_upgrade(address next) internal view override {
        BtcSettlementHandler other = BtcSettlementHandler(next);
        bool same = address(other.settlement()) == address(settlement) && other.artifact() == artifact;
        if (!same) revert UpgradeMismatch(next);
    }
}
