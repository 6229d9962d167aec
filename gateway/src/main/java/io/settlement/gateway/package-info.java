// SPDX-License-Identifier: Apache-2.0
/** The one public door. */
@NullMarked
package io.settlement.gateway;

import org.jspecify.annotations.NullMarked;
