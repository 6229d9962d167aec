// SPDX-License-Identifier: Apache-2.0
/** The chart as operators get it: rendered from value sets, and compared with what is deployed. */
@NullMarked
package io.settlement.helm;

import org.jspecify.annotations.NullMarked;
