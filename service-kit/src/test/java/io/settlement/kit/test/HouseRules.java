// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * What the structure of every module keeps to. A service's test is one line: {@code
 * HouseRules.check(GasApplication.class)}.
 */
public final class HouseRules {
  private static final List<String> SERVICES =
      List.of("relayer", "gas", "artifact", "registry", "gateway");
  private static final Pattern EMPTY_NAME =
      Pattern.compile("Common\\w*|\\w*(Impl|Util|Utils|Helper|Manager|Dto)");
  private static final Pattern SPEAKS_KAFKA = Pattern.compile("\\w*Edge|LaneOwner\\w*");

  /** Names a structured log line (ECS) has itself: a line with such a key is lost as a whole. */
  private static final Pattern TAKEN_LOG_KEY =
      Pattern.compile(
          "addKeyValue\\(\\s*\"(@timestamp|ecs|error|log|message|process|service|tags)\"");

  private HouseRules() {}

  /**
   * Checks the package of a class and everything below it.
   *
   * @throws AssertionError with every violation of the first rule that is broken
   */
  public static void check(Class<?> inTheRootPackage) {
    check(inTheRootPackage.getPackageName());
  }

  /**
   * Checks a package and everything below it.
   *
   * @throws AssertionError with every violation of the first rule that is broken
   */
  public static void check(String rootPackage) {
    JavaClasses classes = below(rootPackage);
    rules().forEach(rule -> rule.allowEmptyShould(true).check(classes));
    everyLogLineIsWritten(Path.of(System.getProperty("basedir", "."), "src/main/java"));
  }

  private static void everyLogLineIsWritten(Path sources) {
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher taken = TAKEN_LOG_KEY.matcher(Files.readString(file));
        if (taken.find()) {
          throw new AssertionError(file + " logs under a name that is taken: " + taken.group(1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For services that know chains only by what others tell of them, but for some rooms. */
  public static void readsNoChain(Class<?> application, String... except) {
    noClasses()
        .that()
        .resideOutsideOfPackages(except)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.web3j..", "io.settlement.chain..")
        .check(below(application.getPackageName()));
  }

  /** For services that nobody builds upon: all but the application is package-private. */
  public static void onlyItIsPublic(Class<?> application) {
    classes()
        .that()
        .doNotHaveFullyQualifiedName(application.getName())
        .should()
        .notBePublic()
        .check(below(application.getPackageName()));
  }

  static List<ArchRule> rules() {
    return List.of(
        servicesDoNotKnowEachOther(),
        web3jStaysInTheChainRooms(),
        kafkaStaysAtTheEdges(),
        namesSayWhatThingsAre(),
        settingsAreRecords(),
        packagesHaveNoCycles(),
        packagesSayWhatTheyAreFor());
  }

  static ArchRule servicesDoNotKnowEachOther() {
    return classes()
        .that(
            resideInAnyPackage(
                SERVICES.stream().map(HouseRules::packagesOf).toArray(String[]::new)))
        .should(
            new ArchCondition<JavaClass>("know no other service") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                String own = serviceOf(type);
                type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> !serviceOf(dependency.getTargetClass()).isEmpty())
                    .filter(dependency -> !serviceOf(dependency.getTargetClass()).equals(own))
                    .forEach(
                        dependency ->
                            events.add(
                                SimpleConditionEvent.violated(
                                    dependency, dependency.getDescription())));
              }
            });
  }

  static ArchRule web3jStaysInTheChainRooms() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.settlement.chain..", "io.settlement.relayer.chain..", "io.settlement.devnet..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.web3j..");
  }

  static ArchRule kafkaStaysAtTheEdges() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("io.settlement.kit..", "io.settlement.devnet..")
        .and(
            describe(
                "are neither an *Edge nor the owner of lanes",
                type -> !SPEAKS_KAFKA.matcher(outermost(type).getSimpleName()).matches()))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..",
            "org.springframework.kafka..",
            "org.springframework.cloud.stream..");
  }

  static ArchRule namesSayWhatThingsAre() {
    return noClasses()
        .should(
            ArchCondition.from(
                describe(
                    "be called *Impl, *Util(s), *Helper, *Manager, *Dto or Common*",
                    (JavaClass type) -> EMPTY_NAME.matcher(type.getSimpleName()).matches())));
  }

  static ArchRule settingsAreRecords() {
    return classes().that().haveSimpleNameEndingWith("Settings").should().beRecords();
  }

  static ArchRule packagesHaveNoCycles() {
    return slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                return type.getPackageName().startsWith("io.settlement.")
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
              }

              @Override
              public String getDescription() {
                return "packages";
              }
            })
        .should()
        .beFreeOfCycles();
  }

  static ArchRule packagesSayWhatTheyAreFor() {
    return classes()
        .that(inOurPackages())
        .should(
            new ArchCondition<JavaClass>("reside in a package with a @NullMarked package-info") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                  events.add(
                      SimpleConditionEvent.violated(
                          type, type.getName() + " is in a package without package-info"));
                }
              }
            });
  }

  private static DescribedPredicate<JavaClass> inOurPackages() {
    return describe("ours", type -> type.getPackageName().startsWith("io.settlement"));
  }

  private static JavaClasses below(String rootPackage) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(rootPackage);
  }

  private static String packagesOf(String service) {
    return "io.settlement." + service + "..";
  }

  private static String serviceOf(JavaClass type) {
    String name = type.getPackageName() + ".";
    return SERVICES.stream()
        .filter(service -> name.startsWith("io.settlement." + service + "."))
        .findFirst()
        .orElse("");
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(HouseRules::outermost).orElse(type);
  }
}
