// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A provider of a chain, without its address, which may hold an access token: who knows the address
 * finds the id, and who knows the id learns no address.
 *
 * @param value the first 16 hexadecimal digits of SHA-256 over chain id, a space and the address
 */
public record ProviderId(@JsonValue String value) {
  private static final int BYTES = 8;
  private static final Pattern SPELLING = Pattern.compile("[0-9a-f]{16}");

  /** Refuses what is no such id. */
  @JsonCreator
  public ProviderId {
    if (!SPELLING.matcher(value).matches()) {
      throw new InvalidValue("provider", value);
    }
  }

  /**
   * The id of an address.
   *
   * @param chainId EIP-155 chain id
   * @param address JSON-RPC over HTTP, exactly as it is configured
   */
  public static ProviderId of(long chainId, URI address) {
    byte[] named = (chainId + " " + address).getBytes(UTF_8);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(named);
      return new ProviderId(HexFormat.of().formatHex(hash, 0, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java knows SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
