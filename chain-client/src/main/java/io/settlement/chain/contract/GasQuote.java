// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.time.Instant;

/**
 * A price that the operator promises for one message; what a quote signer signs.
 *
 * @param id names the quote in the operator's books
 * @param txid the message, known before it is sent: see {@link TxIds}
 * @param payer gets back what is left
 * @param amount what has to come along
 * @param legsHash what was promised for each leg, as the operator's books have it
 * @param payloadHash of what was quoted
 * @param expiry last second of the vault's chain in which it is honoured
 */
public record GasQuote(
    Hash id,
    TxId txid,
    EvmAddress payer,
    Wei amount,
    Hash legsHash,
    Hash payloadHash,
    Instant expiry) {
  private static final byte[] DOMAIN_TYPE =
      Keccak.text(
          "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
  private static final byte[] TYPE =
      Keccak.text(
          "GasQuote(bytes32 id,uint256 txid,address payer,uint256 amount,bytes32 legsHash,"
              + "bytes32 payloadHash,uint64 expiry)");
  private static final byte[] NAME = Keccak.text("SettlementGasService");
  private static final byte[] VERSION = Keccak.text("1");

  /**
   * What is signed (EIP-712).
   *
   * @param chainId of the vault's chain
   * @param vault the gas service that is paid
   */
  public Hash digest(long chainId, EvmAddress vault) {
    return form(chainId, vault).digest();
  }

  /** The same before it is hashed. */
  public Signable form(long chainId, EvmAddress vault) {
    byte[] separator =
        Keccak.bytes(
            DOMAIN_TYPE,
            NAME,
            VERSION,
            Abi.word(BigInteger.valueOf(chainId)),
            Abi.word(vault.toBigInteger()));
    return Digests.form(separator, Keccak.bytes(TYPE, Abi.encode(struct())));
  }

  /** How {@link #payloadHash} names the bytes that will be sent. */
  public static Hash hashOf(byte[] payload) {
    return Hash.of(Keccak.bytes(payload));
  }

  /** As the contract is given it. */
  Abi struct() {
    return Abi.tuple(
        Abi.uint(id.toBigInteger()),
        Abi.uint(txid.toBigInteger()),
        Abi.address(payer),
        Abi.uint(amount.value()),
        Abi.uint(legsHash.toBigInteger()),
        Abi.uint(payloadHash.toBigInteger()),
        Abi.uint(expiry.getEpochSecond()));
  }
}
