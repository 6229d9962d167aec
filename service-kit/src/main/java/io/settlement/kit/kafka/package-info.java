// SPDX-License-Identifier: Apache-2.0
/** Topics that exist before anyone reads, and the one way bytes leave for Kafka. */
@NullMarked
package io.settlement.kit.kafka;

import org.jspecify.annotations.NullMarked;
