// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.chain.EvmReader;
import io.settlement.chain.Receipt;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.kit.test.Anvil;
import java.math.BigInteger;
import java.util.List;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;

/** A user's wallet: nothing but what was answered, and the user's key. */
final class UserWallet {
  /** Anvil's sixth account, the holder; everybody knows its key. */
  private static final Credentials USER =
      Credentials.create("0x8b3a350cf5c34c9194ca85829a2df0ec3153be0318b5e2d3348e872092edffba");

  private static final BigInteger GWEI_10 = BigInteger.valueOf(10_000_000_000L);

  private UserWallet() {}

  static Receipt signAndSend(JsonNode transaction, EvmReader reader, Anvil node) {
    EvmAddress user = new EvmAddress(USER.getAddress());
    assertThat(new EvmAddress(transaction.get("from").asString())).isEqualTo(user);
    BigInteger nonce = BigInteger.valueOf(reader.transactionCount(user, false));
    BigInteger gas = BigInteger.valueOf(transaction.get("gas").asLong());
    BigInteger value = new BigInteger(transaction.get("value").asString());
    long chainId = transaction.get("chainId").asLong();
    String to = transaction.get("to").asString();
    String data = transaction.get("data").asString();
    boolean eip1559 = transaction.get("type").asInt() == 2;
    RawTransaction raw =
        eip1559
            ? RawTransaction.createTransaction(
                chainId, nonce, gas, to, value, data, BigInteger.ONE, GWEI_10)
            : RawTransaction.createTransaction(nonce, GWEI_10, gas, to, value, data);
    byte[] signed =
        eip1559
            ? TransactionEncoder.signMessage(raw, USER)
            : TransactionEncoder.signMessage(raw, chainId, USER);
    Hash hash =
        new Hash(node.rpc("eth_sendRawTransaction", Numeric.toHexString(signed)).asString());
    await().until(() -> reader.receipts(List.of(hash)).containsKey(hash));
    Receipt receipt = requireNonNull(reader.receipts(List.of(hash)).get(hash));
    assertThat(receipt).returns(true, Receipt::success);
    return receipt;
  }
}
