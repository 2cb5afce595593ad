package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiProperties.Choice;
import dev.holdfast.testing.ApiClient;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A change of administration mode from the typed command to the notice, over HTTP to both sides.
 * The Power Platform API by itself has no call for it (facts 2.5).
 */
class AdminModeFlowTests extends SteppedJob {

  /** Contoso Dev. */
  private static final String DEV = "c0a50000-0000-4000-8000-000000000003";

  private static final String PIPELINE = "00000000-0000-0000-0000-000000000031";

  private void start(Choice api, Map<String, Object> more) {
    Map<String, Object> settings = new LinkedHashMap<>(more);
    settings.put("holdfast.admin-api.api", api);
    start(Databases.H2.fresh(), settings);
    install();
  }

  @ParameterizedTest
  @EnumSource
  void theModeIsTurnedOnWithAnApprovalAndOffByUndoingIt(Choice api) {
    start(api, Map.of());
    FakeMessage form = form("admin mode on Contoso Dev");
    assertThat(form.card().toString()).contains("\"value\":\"on-without-background\"");
    submit(form, "on-without-background");
    if (api == Choice.PPAPI) {
      assertThat(form.text()).contains("The admin API that Holdfast uses can't change");
      alexChat.awaitMessage(
          "it can't be submitted",
          m -> m.id().equals(form.id()) && m.text().contains("Change them in the Power Platform"));
      assertThat(modeCalls()).isZero();
      return;
    }
    FakeMessage approval = approve("R-1001");
    assertThat(approval.text())
        .contains("Approve this change of administration mode?", "on, was off")
        .contains("System Administrator", "Plug-ins and workflows still run");
    alexChat.awaitText("Contoso Dev is in administration mode, with background operations off");
    alexChat.says(alex, "history Contoso Dev");
    alexChat.awaitText("administration mode on, background operations off for Contoso Dev");

    alexChat.says(alex, "why R-1001");
    alexChat.awaitText("Contoso Dev (administration mode is set)");

    FakeMessage back = form("undo R-1001");
    assertThat(back.card().toString()).contains("\"value\":\"off\"");
    submit(back, "off");
    alexChat.awaitText("Administration mode is off on Contoso Dev");
    assertThat(orders("edit").map(order -> order.path("body").toString()))
        .hasSize(2)
        .anySatisfy(body -> assertThat(body).contains("AdminMode", "Disabled"))
        .anySatisfy(body -> assertThat(body).doesNotContain("AdminMode", "Disabled"));
  }

  @ParameterizedTest
  @EnumSource(names = "PPAPI", mode = EnumSource.Mode.EXCLUDE)
  void backgroundOperationsAreTurnedOffAndOnInTheMode(Choice api) {
    start(api, Map.of());
    submit(form("admin mode on Contoso Dev with background operations"), "on");
    approve("R-1001");
    alexChat.awaitText("Contoso Dev is in administration mode, with background operations on");
    submit(form("turn off background operations on Contoso Dev"), "on-without-background");
    approve("R-1002");
    alexChat.awaitText("Background operations are off on Contoso Dev");
    FakeMessage form = form("background operations on Contoso Dev");
    assertThat(form.card().toString()).contains("\"value\":\"on\"");
    submit(form, "on");
    approve("R-1003");
    alexChat.awaitText("Background operations run on Contoso Dev");
    assertThat(modeCalls()).isEqualTo(3);
  }

  @Test
  void whatIsSetAlreadyIsNotRequested() {
    start(Choice.BOTH, Map.of());
    FakeMessage form = form("admin mode off Contoso Dev");
    submit(form, "off");
    alexChat.awaitMessage(
        "it says so", m -> m.id().equals(form.id()) && m.text().contains("is set to this already"));
    assertThat(modeCalls()).isZero();
  }

  @Test
  void aRehearsalShowsTheCallAndMakesNone() {
    start(Choice.BOTH, Map.of("holdfast.rehearsal", true));
    submit(form("admin mode on Contoso Dev"), "on");
    approve("R-1001");
    assertThat(alexChat.awaitText("Rehearsal: R-1001 would have started").text())
        .contains("(1) PATCH /", "AdminMode");
    assertThat(modeCalls()).isZero();
  }

  @Test
  void anApplicationAsksForIt() {
    start(
        Choice.BOTH,
        Map.of(
            "holdfast.policy[0].requesters[0]",
            "*",
            "holdfast.policy[0].requesters[1]",
            "app:" + PIPELINE,
            "holdfast.api.applications[0].id",
            PIPELINE,
            "holdfast.api.applications[0].name",
            "Release pipeline"));
    ApiClient pipeline = ApiClient.of(holdfast().messages(), PIPELINE);
    String order =
        ("{\"operation\":\"admin-mode\",\"target\":\"%s\",\"administrationMode\":true,"
                + "\"reason\":\"deployment\"}")
            .formatted(DEV);
    String taken = pipeline.post("/requests", "run-1", order).text("id");
    holdfast().work();
    assertThat(pipeline.get("/requests/" + taken).text("state")).isEqualTo("awaitingApproval");
    approve("R-1001");
    meganChat.awaitText("Contoso Dev is in administration mode, with background operations on");
    assertThat(
            pipeline
                .post(
                    "/requests",
                    "run-2",
                    order.replace("true", "false,\"backgroundOperations\":false"))
                .response()
                .body())
        .contains("can be off only while administration mode is on");
  }

  private FakeMessage form(String command) {
    alexChat.says(alex, command);
    return alexChat.awaitMessage("the form", m -> offers(m, "adminmode.submit"));
  }

  private void submit(FakeMessage form, String mode) {
    alexChat.clicks(
        alex, form, "adminmode.submit", Map.of("mode", mode, "reason", "deployment of a package"));
  }

  private FakeMessage approve(String id) {
    FakeMessage approval =
        meganChat.awaitMessage(
            "the approval of " + id, m -> m.text().contains(id) && offers(m, "request.approve"));
    meganChat.clicks(megan, approval, "request.approve", Map.of());
    return approval;
  }
}
