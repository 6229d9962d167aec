// SPDX-License-Identifier: Apache-2.0
/** Which of the three jobs this process does: one jar runs as observer, validator, courier, or any mix. */
@NullMarked
package io.settlement.relayer.role;

import org.jspecify.annotations.NullMarked;
