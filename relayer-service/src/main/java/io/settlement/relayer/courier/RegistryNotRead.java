// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

/** The registry's state is not read yet: no message is judged before. Passes by itself. */
final class RegistryNotRead extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RegistryNotRead() {
    super("the registry has not been read yet");
  }
}
