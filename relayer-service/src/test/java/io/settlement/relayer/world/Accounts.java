// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.world;

import io.settlement.events.value.EvmAddress;

/** Accounts every test node knows and signs for itself. */
public final class Accounts {
  /** Pays refunds. */
  public static final EvmAddress REFUNDER =
      new EvmAddress("0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65");

  /** Holds tokens on both chains. */
  public static final EvmAddress HOLDER =
      new EvmAddress("0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc");

  /** A second submitter. */
  public static final EvmAddress SECOND =
      new EvmAddress("0x14dC79964da2C08b23698B3D3cc7Ca32193d9955");

  /** Anybody. */
  public static final EvmAddress STRANGER =
      new EvmAddress("0x976EA74026E726554dB657fA54763abd0C3a0aa9");

  private Accounts() {}
}
