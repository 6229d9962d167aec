// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component that its record always has and that facts written before lack: its record says what
 * stands in for it. Its schema does not require it.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayBeAbsent {
  /** Where it is missing, for readers: "in facts written before …". */
  String value();
}
