// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

/** How a requirement is looked at. */
public enum Kind {
  /** By asking a node, within seconds. */
  AUTOMATIC,
  /** By asking nodes for hours or under load. */
  OVER_TIME,
  /** By what the chain's team declares. */
  DECLARED,
  /** By people. */
  MANUAL
}
