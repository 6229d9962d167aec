// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

/** What lanes do that is for no message. */
record OwnErrands(TopUpTable topUps, PublicationTable publications) {}
