// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.relayer.chain.Fees;
import io.settlement.relayer.chain.SignedTransaction;

/** One signed form of a submission. */
record Attempt(SignedTransaction transaction, Fees fees) {}
