// SPDX-License-Identifier: Apache-2.0
/** What the owner of a plan is to sign. */
@NullMarked
package io.settlement.artifact.plan.call;

import org.jspecify.annotations.NullMarked;
