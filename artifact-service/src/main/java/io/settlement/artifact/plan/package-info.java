// SPDX-License-Identifier: Apache-2.0
/** Strategies of several steps over artifacts and chains, each tracked as one plan. */
@NullMarked
package io.settlement.artifact.plan;

import org.jspecify.annotations.NullMarked;
