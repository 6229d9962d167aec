// SPDX-License-Identifier: Apache-2.0
/** Whether a step is possible: primitives, routes, baskets as they are now. */
@NullMarked
package io.settlement.artifact.plan.check;

import org.jspecify.annotations.NullMarked;
