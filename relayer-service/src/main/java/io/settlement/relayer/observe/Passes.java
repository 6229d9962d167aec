// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

/** What one look at a chain consists of, in its order. */
record Passes(FinalPass finals, HeadPass head, EarlyPass early, HoleRepair holes) {}
