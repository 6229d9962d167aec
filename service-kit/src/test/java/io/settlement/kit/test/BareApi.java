// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.settlement.kit.defaults.DefaultsAutoConfiguration;
import io.settlement.kit.openapi.OpenApiAutoConfiguration;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.JavadocPropertyCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.JavadocProvider;
import org.springdoc.webmvc.core.configuration.MultipleOpenApiSupportConfiguration;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.objenesis.ObjenesisStd;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service says of its API, without the service: all its controllers, whatever they are
 * conditional on, with nothing behind them.
 */
final class BareApi {
  private static final ObjenesisStd INSTANCES = new ObjenesisStd();

  private BareApi() {}

  /** The document of the controllers in a package and those below it. */
  static JsonNode of(String basePackage) {
    AtomicReference<String> document = new AtomicReference<>("");
    new WebApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                JacksonAutoConfiguration.class,
                HttpMessageConvertersAutoConfiguration.class,
                WebMvcAutoConfiguration.class,
                DefaultsAutoConfiguration.class,
                SpringDocConfigProperties.class,
                SpringDocConfiguration.class,
                SpringDocWebMvcConfiguration.class,
                MultipleOpenApiSupportConfiguration.class,
                OpenApiAutoConfiguration.class))
        .withBean(JavadocProvider.class, SourceJavadoc::new)
        .withBean(JavadocPropertyCustomizer.class)
        .withBean(ProblemResponses.class, () -> new ProblemResponses(basePackage))
        .withInitializer(BareApi::likeASuitesService)
        .withInitializer(context -> addControllers(context, basePackage))
        .run(context -> document.set(ask(context)));
    return new JsonMapper().readTree(document.get());
  }

  private static String ask(WebApplicationContext context) throws Exception {
    return MockMvcBuilders.webAppContextSetup(context)
        .build()
        .perform(get("/v3/api-docs"))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private static void likeASuitesService(ConfigurableApplicationContext context) {
    try {
      new YamlPropertySourceLoader()
          .load("defaults", new ClassPathResource("settlement-defaults.yml"))
          .forEach(context.getEnvironment().getPropertySources()::addLast);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void addControllers(ConfigurableApplicationContext context, String basePackage) {
    try {
      String pattern = "classpath*:" + basePackage.replace('.', '/') + "/**/*.class";
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        if (String.valueOf(file.getURL()).contains("/test-classes/")) {
          continue;
        }
        String name =
            new CachingMetadataReaderFactory()
                .getMetadataReader(file)
                .getClassMetadata()
                .getClassName();
        Class<?> type = Class.forName(name, false, BareApi.class.getClassLoader());
        if (isPartOfTheApi(type)) {
          context.getBeanFactory().registerSingleton(name, INSTANCES.newInstance(type));
        }
      }
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isPartOfTheApi(Class<?> type) {
    return AnnotatedElementUtils.hasAnnotation(type, RestController.class)
        || (AnnotatedElementUtils.hasAnnotation(type, Component.class)
            && Arrays.asList(type.getInterfaces()).contains(GlobalOpenApiCustomizer.class));
  }
}
