// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.openapi;

import io.swagger.v3.oas.models.Operation;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * A parameter that leads to another method of the same path may be left out: then the other one
 * answers.
 */
final class Alternatives implements GlobalOperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
    if (mapping == null || operation.getParameters() == null) {
      return operation;
    }
    Set<String> leading = Arrays.stream(mapping.params()).collect(Collectors.toSet());
    operation.getParameters().stream()
        .filter(parameter -> leading.contains(parameter.getName()))
        .forEach(parameter -> parameter.setRequired(false));
    return operation;
  }
}
