// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

/**
 * How long a leg takes, as measured lately.
 *
 * @param p50Seconds half of them were no slower
 * @param p95Seconds 95 of 100 were no slower
 */
record LegTime(long p50Seconds, long p95Seconds) {}
