// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.settlement.conformance",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule aChainsTeamNeedsNothingOfTheSuite =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "org.apache.kafka..",
              "io.settlement.events..",
              "io.settlement.chain..",
              "io.settlement.kit..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.settlement.(**)").should().beFreeOfCycles();
}
