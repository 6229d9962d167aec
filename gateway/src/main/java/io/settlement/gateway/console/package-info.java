// SPDX-License-Identifier: Apache-2.0
/** The web console: files that the build bundles, and how browsers are told to treat them. */
@NullMarked
package io.settlement.gateway.console;

import org.jspecify.annotations.NullMarked;
