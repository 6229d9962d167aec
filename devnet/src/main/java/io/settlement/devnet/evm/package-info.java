// SPDX-License-Identifier: Apache-2.0
/** Accounts that sign and nodes that are spoken to in plain JSON-RPC. */
@NullMarked
package io.settlement.devnet.evm;

import org.jspecify.annotations.NullMarked;
