// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.relayer.chain.Fees;
import io.settlement.relayer.chain.SignedTransaction;

/**
 * One signed form of a submission.
 *
 * @param noop whether it only uses the nonce: what the submission carries is given up
 */
record Attempt(SignedTransaction transaction, Fees fees, boolean noop) {}
