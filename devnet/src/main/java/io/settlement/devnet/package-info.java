// SPDX-License-Identifier: Apache-2.0
/** The three commands: up brings the world up, send sends through it, load measures it. */
@NullMarked
package io.settlement.devnet;

import org.jspecify.annotations.NullMarked;
