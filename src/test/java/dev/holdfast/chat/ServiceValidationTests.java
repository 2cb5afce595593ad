package dev.holdfast.chat;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.choices;
import static dev.holdfast.chat.ChatBench.filledIn;
import static dev.holdfast.chat.ChatBench.text;
import static dev.holdfast.chat.ChatBench.with;
import static dev.holdfast.testing.Samples.BERLIN;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.ScriptedAdminApi.fails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiCapabilities;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.RestoreCandidate;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.adminapi.ValidationResult;
import dev.holdfast.bot.dispatch.ConversationDispatcher;
import dev.holdfast.card.Card;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.operation.backup.BackupForm;
import dev.holdfast.operation.restore.RestoreForm;
import dev.holdfast.operation.restore.RestoreFormInput;
import dev.holdfast.operation.restore.why.RestoreEligibilityCards;
import dev.holdfast.request.AcceptedWarning;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the service itself says to a restore, as people see it. */
class ServiceValidationTests {

  private static final String OWN_CHECK = "Power Platform's own check";

  @AutoClose private final ChatBench bench = new ChatBench();

  @BeforeEach
  void open() {
    bench.api.capabilities = new AdminApiCapabilities(true, true, false, true, true);
    offers(DEV.id());
  }

  @Test
  void aReviewHasTheOrderCheckedAsItWouldBeGivenAndStartsNothing() {
    String group = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    Map<String, String> form = with(with(filledIn(), "securityGroup", group), "targetName", "New");
    assertThat(text(bench.review(form)))
        .contains(OWN_CHECK, "own check accepts this restore", "Power Platform offers Contoso Dev")
        .contains("restore.submit");
    assertThat(bench.api.validated)
        .containsExactly(
            new RestoreOrder(
                UAT.id(),
                DEV.id(),
                "New",
                Instant.parse("2026-11-19T17:00:00Z"),
                true,
                Optional.of(group)));
    assertThat(bench.api.restores).isEmpty();
  }

  @Test
  void whereTheServiceCannotBeAskedTheReviewSaysNothingOfIt() {
    bench.api.capabilities = new AdminApiCapabilities(false, false, true, true, true);
    assertThat(text(bench.review(filledIn()))).doesNotContain(OWN_CHECK).contains("restore.submit");
  }

  @Test
  void anObjectionLeavesNoButtonAndACraftedClickNoRequest() {
    objects("not eligible");
    assertThat(text(bench.review(filledIn())))
        .contains("own check found a problem: not eligible", "you can't submit this")
        .doesNotContain("restore.submit");
    bench
        .bench
        .get(ConversationDispatcher.class)
        .clicked(
            bench.click(
                ALEX,
                "restore.submit",
                Map.of("draft", stored(), "confirm", DEV.displayName(), "checks", "[]")));
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void anObjectionIsShownAsTheServiceWroteIt() {
    objects("**done** [click](https://evil.example)");
    assertThat(bench.review(filledIn()).json().toString())
        .contains("\\\\*\\\\*done", "\\\\[click\\\\](https");
  }

  @Test
  void whatCouldNotBeAskedIsForTheApproversToo() {
    bench.api.validation = fails(Kind.UNAVAILABLE, "The service answers 503.");
    bench.api.candidates = fails(Kind.FORBIDDEN, "The service answers 403.");
    assertThat(text(bench.review(filledIn())))
        .contains("couldn't get Power Platform's own check", "couldn't get the targets");
    assertThat(bench.submitted().details().warnings())
        .extracting(AcceptedWarning::sentence)
        .anyMatch(sentence -> sentence.contains("The service answers 503."))
        .anyMatch(sentence -> sentence.contains("The service answers 403."));
  }

  @Test
  void aFormOffersFirstWhatTheServiceOffersAndMarksTheRest() {
    bench.api.put("env-a", "A", "Ready", "Enabled", "Sandbox");
    Card form = form();
    assertThat(choices(form, "target")).startsWith(DEV.id()).contains("env-a");
    assertThat(text(form))
        .contains("A · Sandbox · UDE · not offered by Power Platform")
        .contains("Power Platform doesn't offer 2 of the targets");
  }

  @Test
  void aFormSaysThatTheServicesListCannotBeRead() {
    bench.api.candidates = fails(Kind.UNAVAILABLE, "The service answers 503.");
    assertThat(text(form()))
        .contains("couldn't get the targets that Power Platform offers. The service answers 503.")
        .doesNotContain("not offered by Power Platform");
  }

  @Test
  void aFormSaysNothingWhereTheServiceNamesNoTargetsOrAllOfThem() {
    offers(DEV.id(), UAT.id());
    assertThat(text(form())).doesNotContain("Power Platform doesn't offer");
    bench.api.capabilities = new AdminApiCapabilities(false, false, true, true, true);
    assertThat(text(form())).doesNotContain("Power Platform doesn't offer");
  }

  @Test
  void whyShowsADisagreementEitherWay() {
    offers("env-prod");
    assertThat(text(why(DEV.id())))
        .contains("doesn't offer Contoso Dev as a target for Contoso UAT", "with care");
    bench.api.put("env-prod", "Contoso Live", "Ready", "Enabled", "Production");
    assertThat(text(why("env-prod")))
        .contains("lists Contoso Live as a candidate", "rules R7, R14");
  }

  @Test
  void theListOfWhatIsLeftOutNamesWhatTheServiceWouldTake() {
    bench.api.put("env-prod", "Contoso Live", "Ready", "Enabled", "Production");
    offers("env-prod");
    assertThat(text(leftOut()))
        .containsSubsequence("Nothing can be restored to a production", "lists Contoso Live");
    bench.api.candidates = fails(Kind.UNAVAILABLE, "The service answers 503.");
    assertThat(text(leftOut())).containsOnlyOnce("The service answers 503.");
  }

  @Test
  void notesThatTheServiceDoesNotKeepStayWithTheRequest() {
    assertThat(text(bench.bench.get(BackupForm.class).form(UAT.id(), "", "", ALEX)))
        .contains("Power Platform doesn't store notes with a backup");
    bench.api.capabilities = new AdminApiCapabilities(false, false, true, true, true);
    assertThat(text(bench.bench.get(BackupForm.class).form(UAT.id(), "", "", ALEX)))
        .doesNotContain("doesn't store notes");
  }

  private void offers(String... ids) {
    List<RestoreCandidate> named =
        Stream.of(ids).map(id -> new RestoreCandidate(id, "Somebody")).toList();
    bench.api.candidates = () -> named;
  }

  private void objects(String words) {
    bench.api.validation =
        () -> new ValidationResult(false, "ValidationFailed", List.of(words), Optional.empty());
  }

  private Card form() {
    return bench.bench.get(RestoreForm.class).form(RestoreFormInput.of(filledIn()), ChatBench.ALEX);
  }

  private Card why(String target) {
    return bench
        .bench
        .get(RestoreEligibilityCards.class)
        .why(target, Optional.of(UAT.id()), ChatBench.ALEX);
  }

  private Card leftOut() {
    return bench
        .bench
        .get(RestoreEligibilityCards.class)
        .leftOut(
            bench.bench.get(PreflightService.class).read(UAT.id()),
            bench.bench.get(EnvironmentCatalog.class).all().subjects(),
            BERLIN);
  }

  private String stored() {
    return bench
        .bench
        .get(JdbcClient.class)
        .sql("select id from drafts")
        .query(String.class)
        .single();
  }
}
