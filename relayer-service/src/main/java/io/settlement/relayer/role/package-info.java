// SPDX-License-Identifier: Apache-2.0
/**
 * Which of the three jobs this process does: one jar runs as observer, validator, courier, or any
 * mix. {@code settlement.relayer.functions.<role>} names the Kafka functions of a role; the active
 * ones become {@code spring.cloud.function.definition}.
 */
@NullMarked
package io.settlement.relayer.role;

import org.jspecify.annotations.NullMarked;
