// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

/** Why a chain gave no answer. Who catches it decides by type what to do. */
public abstract sealed class ChainException extends RuntimeException
    permits Unreachable, RpcError, Reverted, Disagreement {
  private static final long serialVersionUID = 1L;

  ChainException(String message) {
    super(message);
  }

  ChainException(String message, Throwable cause) {
    super(message, cause);
  }
}
