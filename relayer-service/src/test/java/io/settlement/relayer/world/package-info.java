// SPDX-License-Identifier: Apache-2.0
/** Two real chains and the accounts that act on them, for tests. */
@NullMarked
package io.settlement.relayer.world;

import org.jspecify.annotations.NullMarked;
