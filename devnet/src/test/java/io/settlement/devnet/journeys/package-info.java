// SPDX-License-Identifier: Apache-2.0
/**
 * Journeys through one real world: they see gateway, chains and Kafka, never a service's classes.
 */
@NullMarked
package io.settlement.devnet.journeys;

import org.jspecify.annotations.NullMarked;
