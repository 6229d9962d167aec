// SPDX-License-Identifier: Apache-2.0
/** How an instance holds the newest facts of a compacted topic itself. */
@NullMarked
package io.settlement.kit.follow;

import org.jspecify.annotations.NullMarked;
