// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.defaults;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells readers of the API's description what the compiler knows: a component of a record is always
 * there, unless it is {@link Nullable}; then it may be null or left out.
 */
@SuppressWarnings({"rawtypes", "unchecked"})
final class RecordNullness implements ModelConverter {
  private static final String REFERENCE = "#/components/schemas/";
  private static final String NULL = "null";

  @Override
  public boolean isOpenapi31() {
    return true;
  }

  @Override
  public @Nullable Schema resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
    Schema resolved = others.hasNext() ? others.next().resolve(type, context, others) : null;
    if (resolved != null) {
      Class<?> raw = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
      Schema model = definition(resolved, context.getDefinedModels());
      if (raw.isRecord() && model != null && model.getProperties() != null) {
        describe(model, raw.getRecordComponents());
      }
    }
    return resolved;
  }

  private static @Nullable Schema definition(Schema resolved, Map<String, Schema> models) {
    String reference = resolved.get$ref();
    return reference == null ? resolved : models.get(reference.substring(REFERENCE.length()));
  }

  private static void describe(Schema model, RecordComponent[] components) {
    Map<String, Schema> properties = model.getProperties();
    Set<String> required = new LinkedHashSet<>();
    for (RecordComponent component : components) {
      String name = nameOf(component);
      Schema property = properties.get(name);
      if (property == null) {
        continue;
      }
      if (mayBeMissing(component)) {
        properties.put(name, orNull(property));
      } else {
        required.add(name);
      }
    }
    model.setRequired(required.isEmpty() ? null : List.copyOf(required));
  }

  private static boolean mayBeMissing(RecordComponent component) {
    return component.getType() == Optional.class
        || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static String nameOf(RecordComponent component) {
    JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
    return given == null || given.value().isEmpty() ? component.getName() : given.value();
  }

  private static Schema orNull(Schema property) {
    if (property.getOneOf() != null) {
      return property;
    }
    Set<String> types = property.getTypes();
    if (types == null || property.getEnum() != null) {
      Schema nothing = new JsonSchema();
      nothing.addType(NULL);
      return new JsonSchema().oneOf(List.of(property, nothing));
    }
    property.addType(NULL);
    return property;
  }
}
