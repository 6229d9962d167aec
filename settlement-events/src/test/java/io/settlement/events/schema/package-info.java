// SPDX-License-Identifier: Apache-2.0
/** What consumers are given of the facts: schemas, the AsyncAPI document, the page of topics. */
@NullMarked
package io.settlement.events.schema;

import org.jspecify.annotations.NullMarked;
