// SPDX-License-Identifier: Apache-2.0
/** What operators and guardians stop, and how much may pass: asked before anything is sent. */
@NullMarked
package io.settlement.relayer.limit;

import org.jspecify.annotations.NullMarked;
