// SPDX-License-Identifier: Apache-2.0
/** Looks at every provider each minute, and keeps for a month how it answered. */
@NullMarked
package io.settlement.registry.servicelevel;

import org.jspecify.annotations.NullMarked;
