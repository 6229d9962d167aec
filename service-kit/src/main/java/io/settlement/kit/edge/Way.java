// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.edge;

import io.settlement.events.SuiteEvent;
import io.settlement.events.Topic;

/** From a topic to a flow; types the flow has nothing to do with are passed over. */
record Way<E extends SuiteEvent>(Topic<E> topic, PassedOver passedOver, FactHandler<E> handler) {}
