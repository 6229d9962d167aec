// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.limit;

import java.time.Duration;

/**
 * What came of asking a source for requests.
 *
 * @param granted how many may pass
 * @param remaining how many are left there
 * @param pause how long there will be none, when none was granted
 */
record Grant(long granted, long remaining, Duration pause) {}
