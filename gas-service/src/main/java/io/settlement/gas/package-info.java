// SPDX-License-Identifier: Apache-2.0
/** What a message costs on every chain it touches, who prepaid it, and what goes back. */
@NullMarked
package io.settlement.gas;

import org.jspecify.annotations.NullMarked;
