// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import io.settlement.chain.contract.Erc20Abi;
import io.settlement.devnet.evm.Account;
import io.settlement.devnet.evm.Node;
import io.settlement.devnet.evm.Wallet;
import io.settlement.devnet.journey.Sending;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Accounts made for one run: fresh, funded, and with leave for the handler to take their tokens.
 */
final class Senders {
  private static final BigInteger RICH = BigInteger.TEN.pow(22);
  private static final long SIMPLE_CALL = 150_000;

  /** Gas that any transfer gets along with. */
  static final long TRANSFER = 600_000;

  private final Sending sending;
  private final List<Account> accounts = new ArrayList<>();
  private final BigInteger maxFee;

  private Senders(Sending sending, int count) {
    this.sending = sending;
    this.maxFee = sending.from().wallet(sending.sender()).maxFee().shiftLeft(2);
    for (int i = 0; i < count; i++) {
      accounts.add(Account.random());
    }
  }

  /** Makes them ready on the source chain. */
  static Senders prepare(Sending sending, int count, int messages, TokenAmount each) {
    Senders senders = new Senders(sending, count);
    Node node = sending.from().node();
    for (Account account : senders.accounts) {
      node.call("anvil_setBalance", account.address().hex(), "0x" + RICH.toString(16));
    }
    senders.giveTokens(messages, each);
    senders.approve();
    return senders;
  }

  /** The same transfer by each of the accounts, whose next nonce is 1. */
  List<Sending> sendings() {
    return accounts.stream().map(sending::by).toList();
  }

  /** So many transfers, signed; each account's in the order of its nonces. */
  List<List<Shot>> sign(int messages, TokenAmount each, Wei prepayment) {
    Sending first = sending.by(accounts.get(0));
    long gas = first.from().wallet(accounts.get(0)).estimate(first.transfer(each, prepayment));
    List<List<Shot>> queues = new ArrayList<>();
    for (int i = 0; i < accounts.size(); i++) {
      Sending own = sending.by(accounts.get(i));
      Wallet wallet = own.from().wallet(accounts.get(i));
      Wallet.Action transfer = own.transfer(each, prepayment);
      List<Shot> queue = new ArrayList<>();
      for (int n = 0; n < LoadPlan.share(messages, accounts.size(), i); n++) {
        queue.add(new Shot(own, wallet.sign(transfer, 1L + n, gas + gas / 2, maxFee)));
      }
      queues.add(queue);
    }
    return queues;
  }

  private void giveTokens(int messages, TokenAmount each) {
    Wallet treasury = sending.from().wallet(sending.sender());
    EvmAddress token = sending.sourceHandler().token();
    long nonce = treasury.nonce();
    List<String> transfers = new ArrayList<>();
    for (int i = 0; i < accounts.size(); i++) {
      TokenAmount amount = each.times(LoadPlan.share(messages, accounts.size(), i));
      byte[] data = Erc20Abi.transfer(accounts.get(i).address(), amount);
      Wallet.Action give = new Wallet.Action(token, data, Wei.ZERO);
      transfers.add(treasury.sign(give, nonce + i, SIMPLE_CALL, maxFee));
    }
    mine(treasury, transfers);
  }

  private void approve() {
    TokenAmount all = new TokenAmount(BigInteger.ONE.shiftLeft(255));
    List<String> approvals = new ArrayList<>();
    for (Account account : accounts) {
      Wallet wallet = sending.from().wallet(account);
      approvals.add(wallet.sign(sending.approval(all), 0, SIMPLE_CALL, maxFee));
    }
    mine(sending.from().wallet(sending.sender()), approvals);
  }

  private static void mine(Wallet wallet, List<String> transactions) {
    List<Hash> hashes = transactions.stream().map(wallet::broadcast).toList();
    for (Hash hash : hashes) {
      if (!wallet.await(hash).success()) {
        throw new io.settlement.devnet.terminal.Failure("Transaction " + hash + " reverted.");
      }
    }
  }
}
