// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import java.time.Duration;
import java.time.Instant;

/**
 * What a run found of one requirement.
 *
 * @param requirement its id
 * @param outcome what the check says
 * @param at when it was looked at
 * @param took how long looking took
 */
public record Finding(String requirement, Outcome outcome, Instant at, Duration took) {}
