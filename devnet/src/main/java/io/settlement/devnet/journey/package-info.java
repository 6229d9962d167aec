// SPDX-License-Identifier: Apache-2.0
/** The language journeys speak to a running world: gateway, chains and Kafka, nothing else. */
@NullMarked
package io.settlement.devnet.journey;

import org.jspecify.annotations.NullMarked;
