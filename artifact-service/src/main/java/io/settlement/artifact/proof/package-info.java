// SPDX-License-Identifier: Apache-2.0
/**
 * The proof that what is in custody stands behind every artifact, and what happens when it does
 * not.
 */
@NullMarked
package io.settlement.artifact.proof;

import org.jspecify.annotations.NullMarked;
