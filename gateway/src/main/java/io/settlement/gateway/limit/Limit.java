// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.limit;

/**
 * What a caller may ask.
 *
 * @param requestsPerSecond in the long run
 * @param burst at once
 * @param perDay of the calendar in UTC; 0 is no quota
 * @param perMonth of the calendar in UTC; 0 is no quota
 */
record Limit(int requestsPerSecond, int burst, long perDay, long perMonth) {}
