// SPDX-License-Identifier: Apache-2.0
/**
 * What is locked, minted, unlocked and burned of each artifact, where, and whether the books
 * balance.
 */
@NullMarked
package io.settlement.artifact;

import org.jspecify.annotations.NullMarked;
