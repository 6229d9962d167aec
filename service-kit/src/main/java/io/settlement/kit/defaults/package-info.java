// SPDX-License-Identifier: Apache-2.0
/**
 * What is true of every service before its own application.yml speaks: settings, clock,
 * conversions.
 */
@NullMarked
package io.settlement.kit.defaults;

import org.jspecify.annotations.NullMarked;
