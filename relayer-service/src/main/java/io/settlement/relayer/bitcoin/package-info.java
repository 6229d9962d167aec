// SPDX-License-Identifier: Apache-2.0
/**
 * Bitcoin for every role: the vaults the operator configured, the nodes they are read by, and what
 * the relayer's other rooms and those that read and pay Bitcoin tell each other.
 */
@NullMarked
package io.settlement.relayer.bitcoin;

import org.jspecify.annotations.NullMarked;
