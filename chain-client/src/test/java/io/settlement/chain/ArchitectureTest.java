// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.stream.Stream;

@AnalyzeClasses(
    packages = "io.settlement.chain",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final DescribedPredicate<JavaClass> FOREIGN =
      resideInAnyPackage(
          "org.web3j..", "org.bouncycastle..", "fr.acinq..", "tools.jackson..", "okhttp3..");

  @ArchTest
  static final ArchRule publicSignaturesSpeakOurTypes =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat(visibleOutside())
          .should(mentionNothingForeign());

  @ArchTest
  static final ArchRule needsNoSpring =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework..");

  @ArchTest
  static final ArchRule readingKnowsNothingOfContracts =
      noClasses()
          .that()
          .resideInAPackage("io.settlement.chain")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.settlement.chain.contract");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.settlement.chain.(*)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule web3jStaysWithContractsAndKeys =
      classes()
          .that(
              DescribedPredicate.describe(
                  "use web3j",
                  type ->
                      type.getDirectDependenciesFromSelf().stream()
                          .anyMatch(
                              dependency ->
                                  dependency
                                      .getTargetClass()
                                      .getPackageName()
                                      .startsWith("org.web3j"))))
          .should()
          .resideInAnyPackage("io.settlement.chain.contract", "io.settlement.chain.keys");

  /** Types nested in an interface are public by nature; what counts is the outermost. */
  private static DescribedPredicate<JavaClass> visibleOutside() {
    return DescribedPredicate.describe(
        "are visible outside",
        type ->
            Stream.iterate(
                    Optional.of(type), Optional::isPresent, at -> at.get().getEnclosingClass())
                .allMatch(at -> at.get().getModifiers().contains(JavaModifier.PUBLIC)));
  }

  private static ArchCondition<JavaMethod> mentionNothingForeign() {
    return new ArchCondition<>("mention no foreign type") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
            .filter(FOREIGN)
            .forEach(type -> events.add(violation(method, type)));
      }
    };
  }

  private static ConditionEvent violation(JavaMember method, JavaClass type) {
    return SimpleConditionEvent.violated(
        method, method.getFullName() + " mentions " + type.getName());
  }
}
