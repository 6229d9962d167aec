// SPDX-License-Identifier: Apache-2.0
/** Double-entry bookings of what each message moves. */
@NullMarked
package io.settlement.artifact.book;

import org.jspecify.annotations.NullMarked;
