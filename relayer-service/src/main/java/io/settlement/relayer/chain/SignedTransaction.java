// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.chain;

import io.settlement.chain.contract.Signable;
import io.settlement.chain.keys.SubmitterKey;
import io.settlement.events.value.Hash;
import java.math.BigInteger;
import java.util.Arrays;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

/**
 * The bytes a node takes. Broadcasting them again is harmless; signing the same draft again gives
 * the same bytes.
 *
 * @param hash names it on the chain
 * @param raw the signed transaction
 */
@SuppressWarnings("ArrayRecordComponent")
public record SignedTransaction(Hash hash, byte[] raw) {

  /** Signs a draft with the submitter's key. */
  public static SignedTransaction sign(Draft draft, SubmitterKey key) {
    RawTransaction unsigned = draft.legacy() ? legacy(draft) : dynamic(draft);
    Signable preimage =
        new Signable(
            draft.legacy()
                ? TransactionEncoder.encode(unsigned, draft.chainId())
                : TransactionEncoder.encode(unsigned));
    Sign.SignatureData signature = parts(key.sign(preimage));
    byte[] raw =
        TransactionEncoder.encode(
            unsigned,
            draft.legacy()
                ? TransactionEncoder.createEip155SignatureData(signature, draft.chainId())
                : signature);
    return new SignedTransaction(keccak(raw), raw);
  }

  private static RawTransaction dynamic(Draft draft) {
    return RawTransaction.createTransaction(
        draft.chainId(),
        BigInteger.valueOf(draft.nonce()),
        BigInteger.valueOf(draft.call().gasLimit().units()),
        draft.call().to().hex(),
        draft.call().value().value(),
        Numeric.toHexString(draft.call().calldata()),
        draft.fees().tip().value(),
        draft.fees().max().value());
  }

  private static RawTransaction legacy(Draft draft) {
    return RawTransaction.createTransaction(
        BigInteger.valueOf(draft.nonce()),
        draft.fees().max().value(),
        BigInteger.valueOf(draft.call().gasLimit().units()),
        draft.call().to().hex(),
        draft.call().value().value(),
        Numeric.toHexString(draft.call().calldata()));
  }

  private static Sign.SignatureData parts(byte[] signature) {
    return new Sign.SignatureData(
        signature[64], Arrays.copyOf(signature, 32), Arrays.copyOfRange(signature, 32, 64));
  }

  private static Hash keccak(byte[] bytes) {
    return Hash.of(org.web3j.crypto.Hash.sha3(bytes));
  }
}
