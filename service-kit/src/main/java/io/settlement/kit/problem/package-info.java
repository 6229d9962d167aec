// SPDX-License-Identifier: Apache-2.0
/** Every refusal is an RFC 9457 problem with a stable code. */
@NullMarked
package io.settlement.kit.problem;

import org.jspecify.annotations.NullMarked;
