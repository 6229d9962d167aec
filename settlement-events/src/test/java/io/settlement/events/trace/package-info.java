// SPDX-License-Identifier: Apache-2.0
/** Where traces go in tests. */
@NullMarked
package io.settlement.events.trace;

import org.jspecify.annotations.NullMarked;
