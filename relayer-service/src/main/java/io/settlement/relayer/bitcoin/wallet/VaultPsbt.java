// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.Crypto;
import fr.acinq.bitcoin.PrivateKey;
import fr.acinq.bitcoin.PublicKey;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.ScriptWitness;
import fr.acinq.bitcoin.SigHash;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxOut;
import fr.acinq.bitcoin.psbt.Input;
import fr.acinq.bitcoin.psbt.KeyPathWithMaster;
import fr.acinq.bitcoin.psbt.Psbt;
import fr.acinq.bitcoin.utils.Either;
import io.settlement.relayer.bitcoin.wallet.Spend.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A spend as cosigners pass it around (BIP-174). Of what others wrote only signatures are taken
 * over, and only those that hold for this vault's keys and for everything the transaction says.
 */
public final class VaultPsbt {
  private static final int SIGNATURE_VERSION_WITNESS = 1;

  private final VaultDescriptor vault;
  private final Spend spend;
  private final Psbt psbt;

  private VaultPsbt(VaultDescriptor vault, Spend spend, Psbt psbt) {
    this.vault = vault;
    this.spend = spend;
    this.psbt = psbt;
  }

  /** Text that is no PSBT, or one of another transaction, or with signatures that do not hold. */
  public static final class Invalid extends Exception {
    private static final long serialVersionUID = 1L;

    Invalid(String message) {
      super(message);
    }
  }

  /** Unsigned. */
  public static VaultPsbt of(VaultDescriptor vault, Spend spend) {
    Psbt psbt = new Psbt(spend.transaction(vault));
    for (Coin coin : spend.inputs()) {
      VaultScript script = vault.script(coin.branch(), coin.index());
      psbt =
          sure(
              psbt.updateWitnessInput(
                  coin.outpoint(),
                  new TxOut(new Satoshi(coin.value()), script.output()),
                  null,
                  script.witness(),
                  SigHash.SIGHASH_ALL,
                  script.paths(),
                  null,
                  null,
                  Map.of()));
    }
    Optional<Change> change = spend.change();
    if (change.isPresent()) {
      VaultScript script = vault.script(VaultDescriptor.CHANGE, change.get().index());
      int last = spend.payouts().size();
      psbt =
          sure(
              psbt.updateWitnessOutput(
                  last, script.witness(), null, script.paths(), null, Map.of()));
    }
    return new VaultPsbt(vault, spend, psbt);
  }

  /**
   * Where an unsigned transaction says its inputs come from; nothing of it is believed yet.
   *
   * @throws Invalid when it is no PSBT
   */
  public static Transaction transactionOf(String base64) throws Invalid {
    return read(base64).global.tx;
  }

  /**
   * The branch and index each input names, by the path of any of its keys.
   *
   * @throws Invalid when it is no PSBT or an input names none
   */
  public static List<Place> placesOf(String base64) throws Invalid {
    List<Place> places = new ArrayList<>();
    for (Input input : read(base64).inputs) {
      places.add(place(input.getDerivationPaths()));
    }
    return places;
  }

  /** Where a script is in its descriptor. */
  public record Place(int branch, long index) {}

  private static Place place(Map<PublicKey, KeyPathWithMaster> paths) throws Invalid {
    for (KeyPathWithMaster one : paths.values()) {
      List<Long> path = one.keyPath.path;
      if (path.size() >= 2) {
        long branch = path.get(path.size() - 2);
        return new Place(Math.toIntExact(Math.min(branch, Integer.MAX_VALUE)), path.getLast());
      }
    }
    throw new Invalid("an input names no path");
  }

  private static Psbt read(String base64) throws Invalid {
    try {
      Psbt psbt = Psbt.read(Base64.getDecoder().decode(base64)).getRight();
      if (psbt != null) {
        return psbt;
      }
    } catch (RuntimeException e) {
      throw new Invalid("not readable: " + e.getMessage());
    }
    throw new Invalid("not readable");
  }

  /** As it is passed around. */
  public String base64() {
    return Base64.getEncoder().encodeToString(Psbt.write(psbt).toByteArray());
  }

  /** What it spends and pays. */
  public Spend spend() {
    return spend;
  }

  /** The unsigned transaction. */
  public Transaction transaction() {
    return psbt.global.tx;
  }

  /**
   * Adds the signatures of a cosigner to every input.
   *
   * @throws IllegalArgumentException when the key is none of the vault's
   */
  public VaultPsbt sign(VaultKey key) {
    if (!key.belongsTo(vault)) {
      throw new IllegalArgumentException("key " + key + " is none of the vault's");
    }
    Psbt signed = psbt;
    for (int at = 0; at < spend.inputs().size(); at++) {
      Coin coin = spend.inputs().get(at);
      PrivateKey own = key.at(coin.branch(), coin.index());
      signed = sure(signed.sign(own, at)).getPsbt();
    }
    return new VaultPsbt(vault, spend, signed);
  }

  /**
   * Takes over the signatures of another copy.
   *
   * @throws Invalid when it is a PSBT of another transaction, or any signature in it does not hold
   */
  public VaultPsbt combine(String base64) throws Invalid {
    Psbt other = read(base64);
    if (!other.global.tx.equals(psbt.global.tx)) {
      throw new Invalid("of another transaction");
    }
    Psbt clean = VaultPsbt.of(vault, spend).psbt;
    for (int at = 0; at < spend.inputs().size(); at++) {
      for (Map.Entry<PublicKey, ByteVector> one :
          other.inputs.get(at).getPartialSigs().entrySet()) {
        if (!holds(at, one.getKey(), one.getValue())) {
          throw new Invalid("a signature of input " + at + " does not hold");
        }
      }
      clean = withSignatures(clean, at, other.inputs.get(at).getPartialSigs());
    }
    return new VaultPsbt(vault, spend, sure(Psbt.combine(psbt, clean)));
  }

  private Psbt withSignatures(Psbt clean, int at, Map<PublicKey, ByteVector> signatures) {
    Input.WitnessInput.PartiallySignedWitnessInput input =
        (Input.WitnessInput.PartiallySignedWitnessInput) clean.inputs.get(at);
    List<Input> inputs = new ArrayList<>(clean.inputs);
    inputs.set(
        at,
        new Input.WitnessInput.PartiallySignedWitnessInput(
            input.getTxOut(),
            null,
            input.getSighashType(),
            signatures,
            input.getDerivationPaths(),
            null,
            input.getWitnessScript(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            null,
            Map.of(),
            null,
            List.of()));
    return new Psbt(clean.global, inputs, clean.outputs);
  }

  /** Everything signed (SIGHASH_ALL) by one of the script's own keys. */
  private boolean holds(int at, PublicKey key, ByteVector signature) {
    Coin coin = spend.inputs().get(at);
    VaultScript script = vault.script(coin.branch(), coin.index());
    byte[] bytes = signature.toByteArray();
    if (!script.keys().contains(key)
        || bytes.length <= 1
        || bytes[bytes.length - 1] != SigHash.SIGHASH_ALL
        || !Crypto.isDERSignature(bytes)) {
      return false;
    }
    byte[] der = Arrays.copyOf(bytes, bytes.length - 1);
    if (!Crypto.isLowDERSignature(der)) {
      return false;
    }
    byte[] digest =
        transaction()
            .hashForSigning(
                at,
                Script.write(script.witness()),
                SigHash.SIGHASH_ALL,
                new Satoshi(coin.value()),
                SIGNATURE_VERSION_WITNESS);
    return Crypto.verifySignature(digest, Crypto.decodeSignatureLax(der), key);
  }

  /** How many cosigners have signed every input. */
  public int signatures() {
    Set<Integer> signed = new HashSet<>();
    for (int at = 0; at < psbt.inputs.size(); at++) {
      signed.add(psbt.inputs.get(at).getPartialSigs().size());
    }
    return signed.stream().mapToInt(Integer::intValue).min().orElse(0);
  }

  /** Whether enough have signed. */
  public boolean isComplete() {
    return signatures() >= vault.threshold();
  }

  /**
   * The transaction with its witnesses, checked against the coins it spends.
   *
   * @throws IllegalStateException when signatures are missing
   */
  public Transaction extract() {
    if (!isComplete()) {
      throw new IllegalStateException(signatures() + " of " + vault.threshold() + " signatures");
    }
    Psbt complete = psbt;
    for (int at = 0; at < spend.inputs().size(); at++) {
      complete = sure(complete.finalizeWitnessInput(at, witness(at)));
    }
    return sure(complete.extract());
  }

  private ScriptWitness witness(int at) {
    Coin coin = spend.inputs().get(at);
    VaultScript script = vault.script(coin.branch(), coin.index());
    return vault.witness(script, psbt.inputs.get(at).getPartialSigs());
  }

  private static <F, R> R sure(Either<F, R> result) {
    R right = result.getRight();
    if (right == null) {
      throw new IllegalStateException("PSBT: " + result.getLeft());
    }
    return right;
  }
}
