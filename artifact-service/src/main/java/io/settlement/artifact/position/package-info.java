// SPDX-License-Identifier: Apache-2.0
/** Bookings of what the contracts around an artifact log, read at final blocks. */
@NullMarked
package io.settlement.artifact.position;

import org.jspecify.annotations.NullMarked;
