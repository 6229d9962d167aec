// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.settlement.artifact",
    importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

  @ArchTest
  static final ArchRule chainLibrariesStayInChainClient =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.web3j..");

  @ArchTest
  static final ArchRule otherServicesAreNotImported =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.settlement.relayer..",
              "io.settlement.gas..",
              "io.settlement.registry..",
              "io.settlement.gateway..",
              "io.settlement.devnet..");

  @ArchTest
  static final ArchRule messagesComeInByEdgesOnly =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Edge")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "org.springframework.kafka..",
              "org.springframework.cloud..",
              "org.springframework.messaging..");

  @ArchTest
  static final ArchRule namesSayTheJob =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto)")
          .orShould()
          .haveSimpleNameStartingWith("Common");

  @ArchTest
  static final ArchRule settingsAreRecords =
      classes().that().haveSimpleNameEndingWith("Settings").should().beRecords();

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.settlement.artifact.(*)..").should().beFreeOfCycles();
}
