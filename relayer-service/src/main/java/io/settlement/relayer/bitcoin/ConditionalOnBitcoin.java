// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** The bean exists only where a Bitcoin node is configured. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ConditionalOnProperty("settlement.bitcoin.providers[0].url")
public @interface ConditionalOnBitcoin {}
