// SPDX-License-Identifier: Apache-2.0
/** What the ledger said at any moment: balances, and statements of a payer and month. */
@NullMarked
package io.settlement.gas.account.statement;

import org.jspecify.annotations.NullMarked;
