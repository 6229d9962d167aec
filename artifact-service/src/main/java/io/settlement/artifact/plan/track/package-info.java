// SPDX-License-Identifier: Apache-2.0
/** How far plans have come, by what chains and messages said. */
@NullMarked
package io.settlement.artifact.plan.track;

import org.jspecify.annotations.NullMarked;
