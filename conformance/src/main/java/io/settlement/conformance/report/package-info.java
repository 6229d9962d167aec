// SPDX-License-Identifier: Apache-2.0
/** What a run found, written down for people and programs, signed, and compared with others. */
@NullMarked
package io.settlement.conformance.report;

import org.jspecify.annotations.NullMarked;
