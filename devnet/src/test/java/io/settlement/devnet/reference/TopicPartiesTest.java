// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topic;
import io.settlement.events.Topics;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether services write and read what is declared of their topics, by their bytecode. */
class TopicPartiesTest {
  private static final List<String> SERVICES =
      List.of("artifact-service", "gas-service", "gateway", "handler-registry", "relayer-service");

  /** How a service follows a topic of which the kit keeps the state. */
  private static final Map<String, String> VIEWS =
      Map.of(
          Topics.REGISTRY, "io.settlement.kit.registry.RegistryView",
          Topics.LIQUIDITY, "io.settlement.kit.liquidity.LiquidityView");

  private static final String FOLLOWER = "io.settlement.kit.follow.TopicFollower";

  private static final Map<String, JavaClasses> CLASSES =
      SERVICES.stream().collect(Collectors.toMap(name -> name, TopicPartiesTest::classes));

  @ParameterizedTest
  @MethodSource("topics")
  void onlyTheDeclaredServiceMakesFactsOfTheTopic(Topic<? extends SuiteEvent> topic) {
    assertThat(services(one -> makes(one, topic))).containsExactly(service(topic.writer()));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void theDeclaredServicesReadTheTopic(Topic<? extends SuiteEvent> topic) {
    assertThat(services(one -> reads(one, topic)))
        .containsExactlyElementsOf(
            topic.readers().stream().map(TopicPartiesTest::service).sorted().toList());
  }

  static List<Topic<? extends SuiteEvent>> topics() {
    return Topics.ALL;
  }

  private static Set<String> services(Predicate<JavaClass> does) {
    Set<String> found = new TreeSet<>();
    CLASSES.forEach(
        (service, classes) -> {
          if (classes.stream().anyMatch(does)) {
            found.add(service);
          }
        });
    return found;
  }

  private static boolean makes(JavaClass one, Topic<?> topic) {
    return one.getConstructorCallsFromSelf().stream()
        .anyMatch(call -> call.getTargetOwner().isAssignableTo(topic.events()));
  }

  private static boolean reads(JavaClass one, Topic<?> topic) {
    String view = VIEWS.get(topic.name());
    if (view != null) {
      return one.getAccessesFromSelf().stream().anyMatch(access -> owner(access).equals(view));
    }
    boolean follows =
        one.getSimpleName().endsWith("Edge")
            || one.getConstructorCallsFromSelf().stream()
                .anyMatch(call -> owner(call).equals(FOLLOWER));
    return follows
        && one.getFieldAccessesFromSelf().stream()
            .anyMatch(
                access ->
                    owner(access).equals(Topics.class.getName())
                        && access.getTarget().getName().equals(constant(topic)));
  }

  private static String owner(JavaAccess<?> access) {
    return access.getTargetOwner().getName();
  }

  /** The name of the constant that holds a topic. */
  private static String constant(Topic<?> topic) {
    for (Field field : Topics.class.getFields()) {
      try {
        if (topic.equals(field.get(null))) {
          return field.getName();
        }
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("no constant holds " + topic.name());
  }

  private static String service(String party) {
    return party.replaceAll(" .*", "");
  }

  private static JavaClasses classes(String service) {
    Path classes = Path.of("..", service, "target", "classes").toAbsolutePath().normalize();
    return new ClassFileImporter().importPath(classes);
  }
}
