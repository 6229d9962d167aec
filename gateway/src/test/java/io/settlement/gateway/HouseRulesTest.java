// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.settlement.gateway",
    importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

  @ArchTest
  static final ArchRule knowsNoOtherService =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.settlement.relayer..",
              "io.settlement.gas..",
              "io.settlement.artifact..",
              "io.settlement.registry..",
              "io.settlement.devnet..");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("io.settlement.gateway.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule readsNoChain =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.web3j..", "io.settlement.chain..");

  @ArchTest
  static final ArchRule kafkaComesInThroughEdgesOnly =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Edge")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "org.springframework.kafka..",
              "org.springframework.cloud.stream..",
              "org.springframework.messaging..");

  @ArchTest
  static final ArchRule namesSayWhatThingsAre =
      noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|Common[A-Za-z]*)");

  @ArchTest
  static final ArchRule onlyTheApplicationIsPublic =
      classes().that().haveSimpleNameNotEndingWith("Application").should().notBePublic();
}
