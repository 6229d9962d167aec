// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  @Test
  void theKitKeepsTheHouseRules() {
    assertThatCode(() -> HouseRules.check("io.settlement.kit")).doesNotThrowAnyException();
  }

  @Test
  void aNameThatSaysNothingIsFound() {
    JavaClasses classes = new ClassFileImporter().importClasses(FoundHelper.class);

    assertThatThrownBy(() -> HouseRules.namesSayWhatThingsAre().check(classes))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("FoundHelper");
  }

  static final class FoundHelper {}
}
