// SPDX-License-Identifier: Apache-2.0
/** What a check is, what it looks at, and how all of them are run against a chain. */
@NullMarked
package io.settlement.conformance;

import org.jspecify.annotations.NullMarked;
