// SPDX-License-Identifier: Apache-2.0
/**
 * The local world: PostgreSQL, Kafka, two chains, contracts, five services and three validators.
 */
@NullMarked
package io.settlement.devnet.world;

import org.jspecify.annotations.NullMarked;
