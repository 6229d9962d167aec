// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

/**
 * Something that is not as it should be.
 *
 * @param what names it, the same in every round
 * @param detail what it is now, with its entries
 */
record Finding(String what, String detail) {}
