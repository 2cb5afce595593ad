package dev.holdfast.flow;

import static dev.holdfast.testing.ScriptedFinOps.error;
import static dev.holdfast.testing.ScriptedFinOps.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsApi;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.ScriptedFinOps;
import dev.holdfast.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.support.GenericApplicationContext;

/** Restores whose finance and operations part comes later than Dataverse, or not at all. */
@EachDatabase
class FinOpsFlowTests extends SteppedJob {

  private static final String LATE = "Dataverse is restored, finance and operations isn't";

  private static final String PREFIX = "holdfast.execution.finance-and-operations.";

  private final ScriptedFinOps finOps = new ScriptedFinOps();
  private final TestDatabase database;

  FinOpsFlowTests(Databases databases) {
    this.database = databases.fresh();
  }

  @BeforeEach
  void start() {
    start(
        database,
        Map.of(
            PREFIX + "late-after", "5s", PREFIX + "timeout", "1m", PREFIX + "poll-interval", "1s"),
        this::exchange);
    install();
  }

  private void exchange(GenericApplicationContext context) {
    context.registerBean(
        "scriptedFinOps",
        FinOpsApi.class,
        () -> finOps,
        definition -> ((AbstractBeanDefinition) definition).setPrimary(true));
  }

  @Test
  void whatComesAnHourLaterIsToldOnceAndSucceeds() {
    finOps.state = state("Updating");
    FakeMessage card = submitRestore("Contoso UAT", "Contoso Dev");
    approve();
    alexChat.awaitText(LATE);
    meganChat.awaitText(LATE);
    approvers.awaitText(LATE);
    FakeMessage late =
        alexChat.awaitMessage(
            "the card says so", m -> m.id().equals(card.id()) && m.text().contains(LATE));
    assertThat(late.text()).doesNotContain("✓ ", "Succeeded").contains("Its state is Updating.");
    assertThat(offers(late, "request.leaveAdminMode")).isFalse();
    finOps.state = state("Enabled");
    alexChat.awaitText("Contoso Dev is restored");
    alexChat.awaitMessage(
        "the card offers to turn administration mode off",
        m -> m.id().equals(card.id()) && offers(m, "request.leaveAdminMode"));
    assertThat(told()).isEqualTo(1);
    assertThat(restoreCalls()).isEqualTo(1);
  }

  @Test
  void whatFailsThereNeverSucceeds() {
    finOps.errors =
        new FinOpsAnswer.Known<>(
            List.of(error("DataSyncFailed", "The *sync* didn't end.", simulated.instant())));
    FakeMessage card = submitRestore("Contoso UAT", "Contoso Dev");
    approve();
    alexChat.awaitText("DataSyncFailed");
    FakeMessage unknown =
        alexChat.awaitMessage(
            "it is for people to settle",
            m -> m.id().equals(card.id()) && m.text().contains("Outcome unknown"));
    assertThat(offers(unknown, "request.leaveAdminMode")).isFalse();
    assertThat(unknown.text()).doesNotContain("Succeeded");
    alexChat.clicks(alex, unknown, "request.supportDetails", Map.of());
    assertThat(alexChat.awaitText("Support details of R-1001").text())
        .contains(
            "Operation ID: ",
            "DataSyncFailed: The \\*sync\\* didn't end.",
            "Dataverse ready: 2026");
    assertThat(told()).isEqualTo(1);
  }

  /** Nobody wants to wait any longer, so it's for people to say what came of it. */
  @Test
  void whatSomebodyStopsWaitingForIsResolvedByPeople() {
    finOps.state = state("Updating");
    FakeMessage card = submitRestore("Contoso UAT", "Contoso Dev");
    approve();
    FakeMessage late =
        meganChat.awaitMessage("an approver can end it", m -> offers(m, "request.stopWaiting"));
    assertThat(late.text()).contains(LATE);
    meganChat.clicks(megan, late, "request.stopWaiting", Map.of("comment", "needed elsewhere"));
    alexChat.awaitText("The outcome of R-1001 is unknown");
    FakeMessage unknown =
        alexChat.awaitMessage(
            "the card says who stopped",
            m -> m.id().equals(card.id()) && m.text().contains("“needed elsewhere”"));
    assertThat(unknown.text())
        .contains("Outcome unknown", "Megan Bowen stopped waiting", "Its state is Updating.")
        .doesNotContain("Succeeded");
    assertThat(offers(unknown, "request.leaveAdminMode")).isFalse();
    assertThat(offers(unknown, "request.stopWaiting")).isFalse();
    FakeMessage asked =
        meganChat.awaitMessage("an approver resolves it", m -> offers(m, "request.settle"));
    meganChat.clicks(
        megan, asked, "request.settle", Map.of("settlement", "CONFIRMED", "comment", "checked"));
    alexChat.awaitMessage(
        "it succeeded on a person's word",
        m -> m.id().equals(card.id()) && m.text().contains("Succeeded"));
    alexChat.awaitMessage(
        "the card offers to turn administration mode off",
        m -> m.id().equals(card.id()) && offers(m, "request.leaveAdminMode"));
    assertThat(restoreCalls()).isEqualTo(1);
  }

  /** In Alex's chat, as a message of its own. */
  private long told() {
    return alexChat.messages().stream()
        .filter(m -> m.text().startsWith("R-1001\n! " + LATE))
        .count();
  }

  private void approve() {
    FakeMessage approval =
        meganChat.awaitMessage("the approval", m -> offers(m, "request.approve"));
    meganChat.clicks(megan, approval, "request.approve", Map.of());
  }
}
