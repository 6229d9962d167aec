// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecordNullnessTest {
  enum Way {
    HERE,
    THERE
  }

  record Inner(String always) {}

  record Outer(
      String always,
      @Nullable String perhaps,
      long number,
      @Nullable Inner perhapsOne,
      @Nullable Way perhapsWay,
      List<Inner> many) {}

  record NothingSure(@Nullable String perhaps) {}

  private static JsonNode described(Class<?> type) {
    ModelConverters converters = new ModelConverters(/* openapi31= */ true);
    converters.addConverter(new RecordNullness());
    return JsonMapper.shared().readTree(Json31.pretty(converters.readAll(type)));
  }

  @Test
  void whatIsNotNullableIsRequired() {
    JsonNode models = described(Outer.class);

    assertThat(models.at("/Outer/required").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder("always", "number", "many");
    assertThat(models.at("/Inner/required").valueStream().map(JsonNode::asString))
        .containsExactly("always");
    assertThat(described(NothingSure.class).at("/NothingSure").has("required")).isFalse();
  }

  @Test
  void whatIsNullableMayBeNull() {
    JsonNode properties = described(Outer.class).at("/Outer/properties");

    assertThat(properties.at("/always/type").asString()).isEqualTo("string");
    assertThat(properties.at("/perhaps/type").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder("string", "null");
    assertThat(properties.at("/perhapsOne/oneOf/0/$ref").asString()).endsWith("/Inner");
    assertThat(properties.at("/perhapsOne/oneOf/1/type").asString()).isEqualTo("null");
    assertThat(properties.at("/perhapsWay/oneOf/0/enum")).hasSize(2);
  }
}
