// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

/** A claim and what becomes of it. */
record Judged(Claim claim, Verdict verdict) {}
