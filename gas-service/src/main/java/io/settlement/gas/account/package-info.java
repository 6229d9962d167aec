// SPDX-License-Identifier: Apache-2.0
/**
 * The gas account of each message: prepayment, coverage, costs, refund, in a double-entry ledger.
 */
@NullMarked
package io.settlement.gas.account;

import org.jspecify.annotations.NullMarked;
