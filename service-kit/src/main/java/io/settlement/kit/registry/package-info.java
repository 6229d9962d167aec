// SPDX-License-Identifier: Apache-2.0
/** The registry's current state, held by each instance itself. */
@NullMarked
package io.settlement.kit.registry;

import org.jspecify.annotations.NullMarked;
