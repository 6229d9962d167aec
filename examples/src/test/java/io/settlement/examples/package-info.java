// SPDX-License-Identifier: Apache-2.0
/** Tries the examples against the real parts. */
@NullMarked
package io.settlement.examples;

import org.jspecify.annotations.NullMarked;
