// SPDX-License-Identifier: Apache-2.0
/** Processes of the local world: how they start, where they log, how surely they end. */
@NullMarked
package io.settlement.devnet.process;

import org.jspecify.annotations.NullMarked;
