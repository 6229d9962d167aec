// SPDX-License-Identifier: Apache-2.0
/**
 * What a step of a plan does: what it takes, what it yields, which fact shows it, what takes it
 * back.
 */
@NullMarked
package io.settlement.artifact.plan.act;

import org.jspecify.annotations.NullMarked;
