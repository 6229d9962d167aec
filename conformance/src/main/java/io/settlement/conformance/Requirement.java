// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

/**
 * One thing a chain must do.
 *
 * @param id as {@code EVM-01}
 * @param kind how it is looked at
 * @param title a few words
 * @param text what the documentation demands
 * @param source where it demands that
 * @param method how it is checked here
 * @param mandatory whether a chain that fails it is refused; the others are only reported
 */
public record Requirement(
    String id,
    Kind kind,
    String title,
    String text,
    String source,
    String method,
    boolean mandatory) {

  private static final String EVM = "standard-evm-requirements";
  private static final String INTEGRATION = "layer-2s-and-execution-layer-integration";

  /** Automatic and mandatory, from the page of EVM requirements. */
  public static Requirement evm(String id, String title, String text, String method) {
    return new Requirement(id, Kind.AUTOMATIC, title, text, EVM, method, true);
  }

  /** Mandatory, from the page on integration. */
  public static Requirement integration(
      String id, Kind kind, String title, String text, String method) {
    return new Requirement(id, kind, title, text, INTEGRATION, method, true);
  }

  /** The same, but a chain without it is not refused. */
  public Requirement reportOnly() {
    return new Requirement(id, kind, title, text, source, method, false);
  }
}
