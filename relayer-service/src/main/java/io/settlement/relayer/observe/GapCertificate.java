// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.value.Hash;

/**
 * That a range of final blocks was read with nothing left out.
 *
 * @param from first block
 * @param to last block
 * @param parent the block before the first
 * @param logs how many logs of ours it has
 */
record GapCertificate(
    long from, long to, Hash parent, Hash first, Hash last, long logs, Verification verified) {}
