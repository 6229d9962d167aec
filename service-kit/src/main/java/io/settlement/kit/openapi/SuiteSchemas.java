// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Knows how the suite's value types are written, and what its bodies are called. */
final class SuiteSchemas extends ModelResolver {

  SuiteSchemas(ObjectMapper mapper) {
    super(mapper, new SchemaNames());
    openapi31(true);
  }

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
    Schema<?> value = ValueSchemas.of(_mapper.constructType(type.getType()).getRawClass());
    return value == null ? super.resolve(type, context, next) : value;
  }
}
