// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.Stage;
import io.settlement.events.value.TxId;
import io.settlement.relayer.lane.Purpose;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator's wish to try again led to.
 *
 * @param stage where the message stands now
 * @param restarted what its lanes try again; empty when it was only judged anew
 */
record Redrive(TxId txid, @Nullable Stage stage, List<Purpose> restarted) {}
