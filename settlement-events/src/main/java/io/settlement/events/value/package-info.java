// SPDX-License-Identifier: Apache-2.0
/** Always-valid values that events, tables and REST bodies spell the same way. */
@NullMarked
package io.settlement.events.value;

import org.jspecify.annotations.NullMarked;
