// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.call;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that the owner of a plan is to sign.
 *
 * @param chainId EIP-155 chain id
 * @param data 0x and hexadecimal digits
 * @param value wei, decimal text; absent when it is what a quote says
 * @param valueFrom {@code quote} when the value in wei is what a quote says; else absent
 * @param ask for the quote; absent when the value is known
 * @param does what it does, for people
 */
public record CallView(
    ChainName chain,
    long chainId,
    EvmAddress to,
    String data,
    @Nullable String value,
    @Nullable String valueFrom,
    @Nullable Ask ask,
    String does) {

  /**
   * What another service is to be asked, through the same door.
   *
   * @param service who answers
   */
  public record Ask(String service, String method, String path, Map<String, String> body) {
    /** Keeps its own copy. */
    public Ask {
      body = Map.copyOf(body);
    }
  }
}
