// SPDX-License-Identifier: Apache-2.0
/** Whether a process can work, asked from beside it. */
@NullMarked
package io.settlement.kit.health;

import org.jspecify.annotations.NullMarked;
