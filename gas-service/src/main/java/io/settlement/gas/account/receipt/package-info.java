// SPDX-License-Identifier: Apache-2.0
/** Receipts of ended messages, their trees, and how payers claim by them. */
@NullMarked
package io.settlement.gas.account.receipt;

import org.jspecify.annotations.NullMarked;
