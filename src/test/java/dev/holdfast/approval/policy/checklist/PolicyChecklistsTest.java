package dev.holdfast.approval.policy.checklist;

import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.CopyType;
import dev.holdfast.approval.policy.EnvironmentCondition.Attribute;
import dev.holdfast.approval.policy.Guardians;
import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.Policy.Checklist;
import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.message.Message;
import dev.holdfast.operation.copy.CopySpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.checklist.ChecklistItem;
import dev.holdfast.request.checklist.KnownItem;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.TargetObservation;
import dev.holdfast.request.verification.FinOpsProgress;
import dev.holdfast.testing.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which list a request gets. */
class PolicyChecklistsTest {

  private static final List<String> DATAVERSE =
      List.of("users", "background-operations", "admin-mode");
  private static final List<String> FINOPS =
      List.of(
          "dual-write",
          "integrations",
          "batch-jobs",
          "secrets",
          "users",
          "background-operations",
          "admin-mode");

  private static final ChecklistItem SECRETS = ChecklistItem.of(KnownItem.SECRETS);

  @ParameterizedTest
  @ValueSource(strings = {"dataverse-only", "no-dataverse", ""})
  void withoutFinanceAndOperationsTheUsualListIsShort(String kind) {
    assertThat(keys(usual(onto(kind)))).isEqualTo(DATAVERSE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unified", "unified-sandbox", "unified-developer", "lcs", "lcs-sandbox"})
  void withItThereIsMoreToDo(String kind) {
    assertThat(keys(usual(onto(kind)))).isEqualTo(FINOPS);
  }

  @Test
  void theAppsOfTheSourceCount() {
    Request request = verifying("");
    request.completed().expectFinOps(FinOpsProgress.ordered(true, Optional.empty()));
    request.mainStep().succeed(Message.plain("done"), NOW);
    assertThat(keys(usual(request))).isEqualTo(FINOPS);
  }

  @Test
  void theAppsThatWereSeenCount() {
    Request request = verifying("");
    request
        .completed()
        .succeedInAdministrationMode(
            Message.plain("done"),
            true,
            new TargetObservation(
                NOW,
                "Ready",
                Optional.empty(),
                Optional.of(new TargetObservation.FinanceAndOperations(Optional.empty()))));
    assertThat(keys(usual(request))).isEqualTo(FINOPS);
  }

  @Test
  void theFirstListOfThePolicyThatCoversItCounts() {
    List<ChecklistItem> items =
        of(
            onto("unified-sandbox"),
            list("restore", "kind", "unified", List.of()),
            list("copy", "kind", "lcs", List.of()),
            list("copy", "kind", "unified", List.of(SECRETS)),
            new Checklist(List.of("copy"), List.of(), List.of()));
    assertThat(items).containsExactly(SECRETS);
  }

  @Test
  void aListWithoutItemsMeansThatThereIsNothingToDo() {
    assertThat(of(onto("unified"), new Checklist(List.of("copy"), List.of(), List.of()))).isEmpty();
  }

  @Test
  void whereNoneSurelyCoversItTheUsualListCounts() {
    assertThat(keys(of(onto(""), list("copy", "kind", "unified", List.of(SECRETS)))))
        .isEqualTo(DATAVERSE);
  }

  private static Checklist list(
      String operation, String attribute, String value, List<ChecklistItem> items) {
    return new Checklist(
        List.of(operation), List.of(new Attribute(attribute, List.of(value))), items);
  }

  private static List<ChecklistItem> usual(Request request) {
    return of(request);
  }

  private static List<ChecklistItem> of(Request request, Checklist... lists) {
    Policy policy =
        new Policy(
            List.of(), List.of(), "digest", Guardians.NONE, Optional.empty(), List.of(lists));
    return new PolicyChecklists(new PolicyInForce(policy)).itemsFor(request);
  }

  private static List<String> keys(List<ChecklistItem> items) {
    return items.stream().map(ChecklistItem::key).toList();
  }

  private static Request onto(String kind) {
    Request request = verifying(kind);
    request.mainStep().succeed(Message.plain("done"), NOW);
    return request;
  }

  private static Request verifying(String kind) {
    EnvironmentRef target =
        new EnvironmentRef(
            Samples.DEV.id(),
            Samples.DEV.displayName(),
            "",
            kind.isEmpty() ? Map.of() : Map.of("kind", kind));
    Request request =
        Request.submit(
            new RequestId(1),
            details(
                new CopySpec(UAT, target, CopyType.FULL, "", true, Optional.empty(), false), 0));
    request.mainStep().commitStart(NOW);
    request.mainStep().accepted(progress("Accepted"), "", NOW);
    request.mainStep().beginVerification(NOW);
    return request;
  }
}
