package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The service's own check, which ends after the review is shown, and what else the service says.
 */
class CheckedLaterFlowTests extends SteppedJob {

  private void start(Databases database) {
    start(
        database.fresh(),
        Map.of(
            "holdfast.admin-api.api",
            AdminApiFlavor.PPAPI,
            "holdfast.admin-api.validation-patience",
            "1ms"));
    install();
  }

  @ParameterizedTest
  @EnumSource
  void theReviewShowsWhatTheServiceObjectsToLater(Databases database) {
    start(database);
    FakeMessage review = reviewRestore("Contoso UAT", "Northwind Checked");
    assertThat(review.text()).contains("Power Platform is still checking this restore");
    pass(Duration.ofSeconds(15));
    FakeMessage later =
        alexChat.awaitMessage(
            "the result of the check",
            m -> m.id().equals(review.id()) && m.text().contains("(suggested: Northwind)"));
    assertThat(offers(later, "restore.submit")).isFalse();
    assertThat(later.text()).contains("20 characters").doesNotContain("is still checking");
  }

  @Test
  void whatTheServiceKnowsOfTheAppsIsInTheReviewAndWhyNamesWhoToldEachFinding() {
    start(Databases.H2);
    assertThat(reviewRestore("Contoso UAT", "Northwind Newer").text())
        .contains("Northwind Newer has the newer version 10.0.2645.136")
        .contains("From the Power Platform API (finopsproperties)")
        .contains("50.0 GB free (Available)", "FinOpsDatabase 50.0 GB free");
    alexChat.says(alex, "why Northwind Window from Contoso UAT");
    List<String> why =
        alexChat
            .awaitText("is in the maintenance window of Northwind Window")
            .text()
            .lines()
            .filter(line -> line.startsWith("From "))
            .toList();
    assertThat(why)
        .hasSizeGreaterThan(10)
        .allMatch(line -> line.startsWith("From the Power Platform API"))
        .anyMatch(line -> line.startsWith("From the Power Platform API (finopsproperties) · "))
        .anyMatch(line -> line.startsWith("From the Power Platform API (finopsadminsettings) · "));
  }
}
