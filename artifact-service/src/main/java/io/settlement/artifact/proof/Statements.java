// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.artifact.proof.ReserveProof.Proof;
import io.settlement.artifact.proof.VaultProof.Custody;
import io.settlement.artifact.reserve.PastBalances;
import io.settlement.artifact.reserve.PastBalances.Point;
import io.settlement.chain.contract.Signable;
import io.settlement.chain.keys.SigningKey;
import io.settlement.events.ArtifactEvent.StatementSigned;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.TokenAmount;
import io.settlement.kit.outbox.Outbox;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs what a proof found. The text is JSON; the signature is the one wallets give for a text
 * (EIP-191), so anybody can check it with the signer's address. Each statement names the hash of
 * the one before.
 */
final class Statements {
  private static final JsonMapper JSON = new JsonMapper();

  private final SigningKey key;
  private final StatementTable table;
  private final PastBalances books;
  private final Outbox outbox;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Statements(
      SigningKey key,
      StatementTable table,
      PastBalances books,
      Outbox outbox,
      Clock clock,
      TransactionTemplate transaction) {
    this.key = key;
    this.table = table;
    this.books = books;
    this.outbox = outbox;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** Whether the newest is older than a moment, or says something else about the balance. */
  boolean isDue(String artifact, boolean balanced, Instant before) {
    return table
        .newest(artifact)
        .map(last -> last.at().isBefore(before) || last.balanced() != balanced)
        .orElse(true);
  }

  Statement sign(Proof proof, boolean balanced) {
    String artifact = proof.primitive().artifact();
    return transaction.execute(
        status -> {
          table.hold(artifact);
          Statement last = table.newest(artifact).orElse(null);
          Statement next = sign(proof, balanced, last);
          table.keep(artifact, next);
          outbox.append(
              new StatementSigned(
                  artifact,
                  next.number(),
                  next.hash(),
                  next.signer(),
                  next.signature(),
                  new TokenAmount(proof.sums().minted().max(BigInteger.ZERO)),
                  new TokenAmount(proof.sums().reserve().max(BigInteger.ZERO)),
                  balanced,
                  next.at()));
          return next;
        });
  }

  private Statement sign(Proof proof, boolean balanced, @Nullable Statement last) {
    Instant now = clock.instant();
    long number = last == null ? 1 : last.number() + 1;
    String text = JSON.writeValueAsString(content(proof, balanced, number, last, now));
    byte[] bytes = text.getBytes(UTF_8);
    return new Statement(
        number,
        now,
        text,
        new Signable(bytes).digest(),
        key.address(),
        Hex.encode(key.sign(personal(bytes))),
        balanced);
  }

  /** What a wallet signs when it is shown this text. */
  static Signable personal(byte[] text) {
    byte[] prefix = ("\u0019Ethereum Signed Message:\n" + text.length).getBytes(UTF_8);
    return new Signable(
        ByteBuffer.allocate(prefix.length + text.length).put(prefix).put(text).array());
  }

  private Map<String, Object> content(
      Proof proof, boolean balanced, long number, @Nullable Statement last, Instant now) {
    String artifact = proof.primitive().artifact();
    Point point = books.newest(artifact);
    Sums sums = proof.sums();
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("artifact", artifact);
    content.put("primitive", proof.primitive().id());
    content.put("number", number);
    content.put("at", now.toString());
    content.put("previous", last == null ? null : last.hash().hex());
    content.put("books", Map.of("hash", point.hash(), "seq", point.seq()));
    content.put("balanced", balanced);
    content.put("circulating", sums.circulating().toString());
    content.put("inFlight", sums.inFlight().toString());
    content.put("awaitingPayout", sums.awaitingPayout().toString());
    content.put("unassigned", sums.unassigned().toString());
    content.put("deposits", sums.deposits().toString());
    content.put("withdrawals", sums.withdrawals().toString());
    content.put("reserve", sums.reserve().toString());
    content.put("operatorBears", sums.operatorBears().toString());
    content.put("difference", sums.difference().toString());
    content.put("chains", proof.chains().stream().map(Statements::supply).toList());
    content.put("vault", vault(proof));
    content.put("findings", proof.findings().stream().map(Finding::detail).toList());
    return content;
  }

  private static Map<String, Object> supply(ChainSupply chain) {
    Map<String, Object> supply = new LinkedHashMap<>();
    supply.put("chain", chain.chain().value());
    supply.put("block", chain.block());
    supply.put("blockHash", chain.blockHash().hex());
    supply.put("token", chain.token().hex());
    supply.put("supply", chain.found().toString());
    supply.put("books", chain.books().toString());
    supply.put("mintingPaused", chain.mintingPaused());
    return supply;
  }

  private static @Nullable Map<String, Object> vault(Proof proof) {
    Custody custody = proof.custody();
    if (custody == null) {
      return null;
    }
    Map<String, Object> vault = new LinkedHashMap<>();
    vault.put("height", custody.holding().height());
    vault.put("block", custody.holding().block().hex());
    vault.put("counted", custody.counted().toString());
    vault.put("uncounted", custody.uncounted().toString());
    List<Map<String, String>> outputs =
        custody.holding().outputs().stream()
            .map(held -> Map.of("amount", held.amount().toString(), "output", held.name()))
            .toList();
    vault.put("outputs", outputs);
    return vault;
  }

  /** A signed statement. */
  record Statement(
      long number,
      Instant at,
      String text,
      Hash hash,
      EvmAddress signer,
      String signature,
      boolean balanced) {}
}
