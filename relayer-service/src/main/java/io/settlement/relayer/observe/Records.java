// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

/** What is kept of final blocks beside their facts. */
record Records(
    GapCertificates certificates, Sequences sequences, Backfills backfills, ToldFacts told) {}
