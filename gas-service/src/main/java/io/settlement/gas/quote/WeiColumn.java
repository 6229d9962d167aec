// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.value.Wei;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Wei as numeric(78,0). */
@Converter(autoApply = true)
class WeiColumn implements AttributeConverter<Wei, BigInteger> {

  @Override
  public @Nullable BigInteger convertToDatabaseColumn(@Nullable Wei wei) {
    return wei == null ? null : wei.value();
  }

  @Override
  public @Nullable Wei convertToEntityAttribute(@Nullable BigInteger column) {
    return column == null ? null : new Wei(column);
  }
}
