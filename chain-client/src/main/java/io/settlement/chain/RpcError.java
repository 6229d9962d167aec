// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

/** The node understood and refused. Asking again gives the same answer. */
public final class RpcError extends ChainException {
  private static final long serialVersionUID = 1L;

  private final int code;

  /**
   * @param code the JSON-RPC error code
   * @param message the node's own words
   */
  public RpcError(int code, String message) {
    super(message + " (JSON-RPC error " + code + ")");
    this.code = code;
  }

  /** The JSON-RPC error code. */
  public int code() {
    return code;
  }
}
