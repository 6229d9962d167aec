// SPDX-License-Identifier: Apache-2.0
/** The proof that the books balance, and what they add up to. */
@NullMarked
package io.settlement.artifact.reserve;

import org.jspecify.annotations.NullMarked;
