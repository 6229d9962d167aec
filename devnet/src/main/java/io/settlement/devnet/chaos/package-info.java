// SPDX-License-Identifier: Apache-2.0
/** Trouble for a world under load: what goes wrong, and how often, by a seed. */
@NullMarked
package io.settlement.devnet.chaos;

import org.jspecify.annotations.NullMarked;
