// SPDX-License-Identifier: Apache-2.0
/** Tells what passes by itself from what comes back: for readers of facts and for requests. */
@NullMarked
package io.settlement.kit.failure;

import org.jspecify.annotations.NullMarked;
