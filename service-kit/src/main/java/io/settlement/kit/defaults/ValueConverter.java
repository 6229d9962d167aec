// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.defaults;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.LaneId;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/** Reads every value type from the text its JSON form has. */
final class ValueConverter implements GenericConverter {
  private static final Map<Class<?>, Function<String, Object>> READERS =
      Map.of(
          TxId.class, TxId::new,
          Hash.class, Hash::new,
          ChainName.class, ChainName::new,
          EvmAddress.class, EvmAddress::new,
          HandlerId.class, HandlerId::parse,
          RouteId.class, RouteId::parse,
          LaneId.class, LaneId::parse,
          Wei.class, Wei::parse,
          TokenAmount.class, TokenAmount::parse,
          Gas.class, ValueConverter::gas);

  @Override
  public Set<ConvertiblePair> getConvertibleTypes() {
    return READERS.keySet().stream()
        .map(type -> new ConvertiblePair(String.class, type))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public @Nullable Object convert(
      @Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
    Function<String, Object> reader = READERS.get(targetType.getType());
    return source == null || reader == null ? null : reader.apply(((String) source).strip());
  }

  private static Gas gas(String text) {
    try {
      return new Gas(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new InvalidValue("gas", text);
    }
  }
}
