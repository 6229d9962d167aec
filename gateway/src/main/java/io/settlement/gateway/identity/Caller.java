// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import io.settlement.events.value.EvmAddress;
import java.util.Set;

/**
 * Who calls.
 *
 * @param name of the partner or operator
 * @param scopes what he may do
 * @param payers accounts whose money he may see
 * @param credential the id of the key he came by, or of his sign-in
 */
record Caller(String name, Set<String> scopes, Set<EvmAddress> payers, String credential) {
  /** All there are: what each may is in the kit. */
  static final Set<String> SCOPES = Set.of("partner", "viewer", "approver", "operator", "admin");

  /** How partners and operators may be called, as a regular expression. */
  static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  /** They travel in a header of every request to a service. */
  static final int MOST_PAYERS = 64;
}
