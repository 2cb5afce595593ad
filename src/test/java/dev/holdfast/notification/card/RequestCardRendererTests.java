package dev.holdfast.notification.card;

import static dev.holdfast.notification.NoticeBench.OWN_CHAT;
import static dev.holdfast.notification.NoticeBench.progress;
import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.BERLIN;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreOnlyFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.card.Card;
import dev.holdfast.message.Message;
import dev.holdfast.notification.NoticeBench;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.OperationStage;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.StageStatus;
import dev.holdfast.request.verification.FinOpsActivity;
import dev.holdfast.request.verification.ServiceError;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.LeaveRequests;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Which buttons the two faces of a request have in each of its states. */
class RequestCardRendererTests {

  private static final Pattern VERB =
      Pattern.compile("\"type\":\"Action.Execute\"[^{}]*\"verb\":\"([a-zA-Z.]+)\"");

  private static final Person LEE = new Person("id-lee", "Lee Gu");
  private static final ViewerContext EVERYBODY = ViewerContext.byEverybody(BERLIN);

  private NoticeBench bench;

  @BeforeEach
  void open() {
    bench = new NoticeBench(Databases.H2.fresh());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void whileItAwaitsApprovalTheApproverDecidesAndTheRequesterCancels() {
    Request request = bench.submit(OWN_CHAT);
    assertThat(requestFace(request)).containsExactly("request.cancel", "request.refresh");
    assertThat(approvalFace(request)).containsExactly("request.approve", "request.reject");
  }

  @Test
  void whenItIsApprovedTheRequesterCanTakeItBackAndTheApproverTheApproval() {
    Request request = bench.approve(bench.submit(OWN_CHAT), MEGAN);
    assertThat(requestFace(request)).containsExactly("request.cancel", "request.refresh");
    assertThat(approvalFace(request)).containsExactly("request.refresh", "request.withdraw");
  }

  @Test
  void onceTheServiceIsCalledNobodyCan() {
    Request starting = bench.approve(bench.submit(OWN_CHAT), MEGAN);
    bench.change(starting, r -> r.mainStep().commitStart(bench.now()));
    Request running = bench.runs(bench.submit(OWN_CHAT));
    Request verifying = bench.runs(bench.submit(OWN_CHAT));
    bench.change(verifying, r -> r.mainStep().beginVerification(bench.now()));
    assertThat(List.of(starting, running, verifying))
        .allSatisfy(
            request -> {
              assertThat(requestFace(request)).containsExactly("request.refresh");
              assertThat(approvalFace(request)).containsExactly("request.refresh");
            });
  }

  @Test
  void aClosedRequestHasNoButtonThatChangesIt() {
    Outcome unknown =
        new Outcome(bench.now(), Message.plain("?"), Optional.empty(), Optional.empty(), true);
    Request asked =
        bench.change(bench.runs(bench.submit(OWN_CHAT)), r -> r.mainStep().outcomeUnknown(unknown));
    Request voided = bench.approve(bench.submit(OWN_CHAT), MEGAN);
    Request expired = bench.submit(OWN_CHAT);
    List<Request> closed =
        List.of(
            bench.succeed(bench.submit(OWN_CHAT)),
            bench.fail(bench.submit(OWN_CHAT)),
            bench.change(asked, r -> r.resolution().giveUp(MEGAN, "gone", bench.now())),
            bench.reject(bench.submit(OWN_CHAT), MEGAN),
            bench.change(bench.submit(OWN_CHAT), r -> r.approval().cancel(ALEX, bench.now())),
            bench.change(
                voided,
                r -> r.approval().voidRequest(Message.plain("It is production now."), bench.now())),
            bench.change(
                expired, r -> r.approval().expire(r.details().approvalTerms().expiresAt())));
    assertThat(closed)
        .allSatisfy(
            request -> {
              assertThat(requestFace(request))
                  .isSubsetOf("request.again", "request.supportDetails");
              assertThat(approvalFace(request))
                  .isSubsetOf("request.again", "request.supportDetails");
            });
  }

  @Test
  void afterARestoreInAdministrationModeBothFacesOfferToLeaveItUntilSomebodyDoes() {
    Request request = bench.succeedInAdministrationMode(bench.submit(OWN_CHAT));
    assertThat(requestFace(request)).containsExactly("request.leaveAdminMode");
    assertThat(approvalFace(request)).containsExactly("request.leaveAdminMode");
    Request other = LeaveRequests.ask(bench.bench, request, MEGAN);
    assertThat(requestFace(request)).containsExactly("request.refresh");
    assertThat(approvalFace(request)).containsExactly("request.refresh");
    LeaveRequests.done(bench.bench, other, "It was out already.");
    assertThat(requestFace(bench.bench.requests().find(request.id()).orElseThrow())).isEmpty();
  }

  /** Nothing of it looks like a success, and nobody is led out of administration mode. */
  @Test
  void whileFinanceAndOperationsIsLateTheCardSaysSoAtItsHead() {
    Request request = bench.runs(bench.submit(OWN_CHAT));
    bench.change(request, r -> r.mainStep().beginVerification(bench.now()));
    Message why = Message.plain("Its state is Failed.");
    bench.change(
        request,
        r -> r.completed().finOpsAwaited(why, Optional.empty(), bench.now()).orElseThrow());
    assertThat(bench.requestCard(request)).doesNotContain("Dataverse is restored");
    bench.change(request, r -> r.completed().finOpsLate(why, false, List.of(), bench.now()));
    assertThat(bench.requestCard(request))
        .contains("! Dataverse is restored, finance and operations isn't", "Its state is Failed.")
        .contains("\"style\":\"warning\"", "leave administration mode on")
        .doesNotContain("\"style\":\"good\"", "Verifying", "Succeeded");
    assertThat(requestFace(request)).containsExactly("request.refresh", "request.supportDetails");
  }

  @Test
  void whatTheServiceDoesWithTheAppsIsAStageUntilItsEndIsKnown() {
    Request request = bench.runs(bench.submit(OWN_CHAT));
    bench.change(request, r -> r.mainStep().beginVerification(bench.now()));
    Message why = Message.plain("Its state is Updating.");
    Optional<FinOpsActivity> latest =
        Optional.of(new FinOpsActivity("Database*Sync*", "In progress", Optional.of(NOW)));
    bench.change(request, r -> r.completed().finOpsAwaited(why, latest, bench.now()).orElseThrow());
    assertThat(bench.requestCard(request))
        .contains(
            "Finance and operations: Database\\\\*Sync\\\\*",
            "In progress since Fri 20 Nov 2026, 11:00");
    bench.change(request, r -> r.mainStep().succeed(Message.plain("done"), bench.now()));
    assertThat(bench.requestCard(request)).doesNotContain("In progress since");
  }

  /** Whatever the clock says, the end is no promise, and nothing of it looks like a failure. */
  @Test
  void whileItRunsTheCardSaysHowLongItUsuallyTakes() {
    Request first = bench.runs(bench.submit(OWN_CHAT));
    assertThat(bench.requestCard(first)).contains("Started").doesNotContain("Usual duration");
    bench.bench.clock.advance(Duration.ofHours(2));
    bench.change(first, r -> r.mainStep().beginVerification(bench.now()));
    bench.change(first, r -> r.mainStep().succeed(Message.plain("done"), bench.now()));
    assertThat(bench.requestCard(first)).doesNotContain("Usual duration", "Expected end");

    Request second = bench.submit(OWN_CHAT);
    assertThat(bench.requestCard(second)).doesNotContain("Usual duration");
    bench.runs(second);
    bench.bench.clock.advance(Duration.between(bench.now(), NOW));
    assertThat(bench.requestCard(second))
        .contains("about 2 h (1 restore onto Contoso Dev)", "Expected end", "10:00 UTC")
        .doesNotContain("longer than usual");
    bench.bench.clock.advance(Duration.ofMinutes(150));
    bench.change(second, r -> r.mainStep().beginVerification(bench.now()));
    assertThat(bench.requestCard(second))
        .contains("It takes longer than usual. Expected was about ")
        .doesNotContain("\"style\":\"warning\"", "\"style\":\"attention\"");
    bench.bench.clock.advance(Duration.between(bench.now(), NOW.minusSeconds(60)));
    assertThat(bench.requestCard(second)).doesNotContain("longer than usual");
  }

  /** The table knows the second code; the first is shown as it is. */
  @Test
  void whatTheServiceSaysWentWrongIsShownInAFewLinesWithItsDiagnosis() {
    Request request = bench.fail(bench.submit(OWN_CHAT));
    List<ServiceError> errors =
        List.of(
            error("Elsewhere", "older"),
            error("InsufficientCapacity_StorageDriven", "too *little*"),
            error("DataSyncFailed", "The sync didn't end."));
    bench.change(request, r -> r.completed().serviceErrorsRead(errors, bench.now()));
    assertThat(bench.requestCard(request))
        .contains("DataSyncFailed: The sync didn't end. (Restore, Run)")
        .contains("too \\\\*little\\\\*", "And 1 more in the support details.")
        .contains("too little free storage", "Free up or buy capacity")
        .doesNotContain("Elsewhere");
  }

  /** What is temporary is tried again; the form comes filled in, and approval is asked for anew. */
  @Test
  void aTemporaryFailureOffersToTryAgainWhenTheServiceHasRested() {
    Request request = bench.runs(bench.submit(OWN_CHAT));
    Outcome busy =
        new Outcome(
            bench.now(),
            Message.plain("It failed."),
            Optional.of("OperationNotStartable: busy"),
            Optional.empty(),
            true);
    bench.change(request, r -> r.mainStep().fail(busy));
    assertThat(bench.requestCard(request))
        .contains("Another operation was running", "Try again at ")
        .doesNotContain("\"title\":\"Try again\"");
    bench.bench.clock.advance(Duration.ofMinutes(30));
    assertThat(bench.requestCard(request)).contains("\"title\":\"Try again\"");
    assertThat(requestFace(request)).contains("request.again");
  }

  private static ServiceError error(String code, String message) {
    return new ServiceError(
        ServiceError.Source.OPERATION_ERRORS,
        "Restore",
        "Run",
        code,
        message,
        Optional.empty(),
        "");
  }

  /** Its click would be refused: the other request's card is the one to use. */
  @Test
  void whileAnotherRequestHasStartedOnTheTargetNobodyIsOfferedToLeaveTheMode() {
    Request request = bench.succeedInAdministrationMode(bench.submit(OWN_CHAT));
    assertThat(requestFace(request)).contains("request.leaveAdminMode");
    bench.bench.clock.advance(Duration.ofMinutes(1));
    Request other = bench.approve(bench.submit(OWN_CHAT), MEGAN);
    assertThat(requestFace(request)).contains("request.leaveAdminMode");
    bench.change(other, r -> r.mainStep().commitStart(bench.now()));
    assertThat(requestFace(request)).doesNotContain("request.leaveAdminMode");
    assertThat(bench.requestCard(request))
        .contains(other.id() + " is running on Contoso Dev now")
        .doesNotContain("select Turn off administration mode");
    bench.change(
        other,
        r ->
            r.mainStep()
                .fail(
                    new Outcome(
                        bench.now(),
                        Message.plain("no"),
                        Optional.empty(),
                        Optional.empty(),
                        true)));
    assertThat(bench.requestCard(request))
        .contains(other.id() + " was started on Contoso Dev since");
  }

  /** What the card offers has changed without an event of its own. */
  @Test
  void theCardsOfTheOtherRequestAreDrawnAgainThen() {
    Request request = bench.succeedInAdministrationMode(bench.submit(OWN_CHAT));
    Request other = bench.approve(bench.submit(OWN_CHAT), MEGAN);
    long before = cardsToUpdate(request);
    bench.change(other, r -> r.mainStep().commitStart(bench.now()));
    assertThat(cardsToUpdate(request)).isGreaterThan(before);
  }

  /** What the other request does shows on the first card, too. */
  @Test
  void theCardsOfTheRequestBeforeAreDrawnAgainWithEachStateOfItsFollowUp() {
    Request request = bench.succeedInAdministrationMode(bench.submit(OWN_CHAT));
    Request other = LeaveRequests.ask(bench.bench, request, MEGAN);
    bench.deliver();
    for (Function<Request, RequestEvent> step :
        List.<Function<Request, RequestEvent>>of(
            r -> r.mainStep().commitStart(bench.now()),
            r -> r.mainStep().accepted(progress("Running"), "", bench.now()),
            r -> r.mainStep().beginVerification(bench.now()))) {
      bench.change(other, step);
      assertThat(cardsToUpdate(request)).isPositive();
      bench.deliver();
      assertThat(cardsToUpdate(request)).isZero();
    }
  }

  /** The card says to wait for half an hour (R25). */
  @Test
  void afterAFailedRestoreItIsRequestedAgainOnlyWhenTheWaitIsOver() {
    Request request = bench.fail(bench.submit(OWN_CHAT));
    assertThat(requestFace(request)).doesNotContain("request.again");
    bench.bench.clock.advance(Duration.ofMinutes(30));
    assertThat(requestFace(request)).contains("request.again");
  }

  private long cardsToUpdate(Request request) {
    return bench
        .bench
        .get(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("select count(*) from outbox where request_id = ?")
        .param(request.id().number())
        .query(Long.class)
        .single();
  }

  @Test
  void theNextStepsSayOfTheModeOnlyWhatIsTrue() {
    Request out = bench.succeed(bench.submit(OWN_CHAT));
    assertThat(bench.requestCard(out)).contains("If Contoso Dev is in administration mode");
    Request request = bench.succeedInAdministrationMode(bench.submit(OWN_CHAT));
    assertThat(bench.requestCard(request)).contains("Then select Turn off administration mode");
    Request other = LeaveRequests.ask(bench.bench, request, MEGAN);
    assertThat(bench.requestCard(request))
        .contains(
            "Wait until administration mode is turned off",
            "Request " + other.id() + ": approved.");
    bench.change(other, r -> r.mainStep().commitStart(bench.now()));
    assertThat(bench.requestCard(request)).contains(": starting.");
    bench.change(other, r -> r.mainStep().accepted(progress("Running"), "", bench.now()));
    assertThat(bench.requestCard(request)).contains(": running.");
    assertThat(bench.requestCard(other)).contains("Power Platform reports the status Running");
    bench.change(other, r -> r.waitFor(Message.plain("No answer."), bench.now()).orElseThrow());
    assertThat(bench.requestCard(other)).contains("No answer.");
    bench.change(other, r -> r.mainStep().beginVerification(bench.now()));
    assertThat(bench.requestCard(request)).contains(": verifying.");
    assertThat(bench.requestCard(other)).contains("Checking the environment itself");
    LeaveRequests.done(bench.bench, other, "It has left.");
    assertThat(bench.requestCard(other)).contains("It has left.", "Background operations");
    assertThat(bench.requestCard(request))
        .contains("Turned off by Megan Bowen", "It has left.", "A restore turns off cloud flows")
        .doesNotContain("Wait until");
  }

  @Test
  void theNextStepNamesOnlyButtonsThatTheReaderHas() {
    Request request = bench.succeedInAdministrationMode(bench.submit(OWN_CHAT));
    assertThat(text(request, viewer(ALEX, request)))
        .contains("Then select Turn off administration mode.");
    assertThat(text(request, EVERYBODY))
        .contains("Then select Show what I can do on this card, and then Turn off administration");
    assertThat(text(request, viewer(LEE, request)))
        .contains("Then the requester or an approver selects Turn off administration mode");
  }

  @Test
  void whatAllSeeHasNobodysButtonsAndLeadsTo() {
    Request request = bench.approve(bench.submit(restore(), OWN_CHAT, 2), MEGAN);
    assertThat(face(request, EVERYBODY)).containsExactly("request.refresh");
    assertThat(face(request, MEGAN)).containsExactly("request.refresh", "request.withdraw");
    assertThat(face(request, LEE)).containsExactly("request.refresh");
    Request ended = bench.succeedInAdministrationMode(bench.submit(OWN_CHAT));
    assertThat(face(ended, EVERYBODY)).containsExactly("request.refresh");
    assertThat(face(ended, LEE)).isEmpty();
    assertThat(face(ended, MEGAN)).containsExactly("request.leaveAdminMode");
  }

  @Test
  void aSharedCardIsRefreshedByItselfForThoseWhoHaveSomethingToDo() {
    bench.people.know(MEGAN, "America/New_York");
    Request request = bench.submit(restore(), OWN_CHAT, 2);
    assertThat(refreshedFor(request))
        .containsExactly("8:orgid:id-alex", "29:id-megan", "8:orgid:id-adele");
    assertThat(refresh(request).at("/action/verb").asString()).isEqualTo("request.refresh");
    assertThat(refresh(request).at("/action/data/version").asString())
        .isEqualTo(Long.toString(request.version()));
    bench.approve(request, MEGAN);
    assertThat(refreshedFor(request)).containsExactly("8:orgid:id-alex", "8:orgid:id-adele");
    bench.approve(request, ADELE);
    assertThat(refreshedFor(request)).containsExactly("8:orgid:id-alex");
    bench.change(request, r -> r.mainStep().commitStart(bench.now()));
    assertThat(refresh(request).isMissingNode()).isTrue();
    bench.change(
        request,
        r ->
            r.mainStep()
                .fail(
                    new Outcome(
                        bench.now(),
                        Message.plain("no"),
                        Optional.empty(),
                        Optional.empty(),
                        false)));
    Request left = bench.succeedInAdministrationMode(bench.submit(OWN_CHAT));
    assertThat(refreshedFor(left)).hasSize(3);
    assertThat(refresh(bench.succeed(bench.submit(OWN_CHAT))).isMissingNode()).isTrue();
  }

  /** Teams refuses a card that names more (facts B2). */
  @Test
  void aCardIsRefreshedByItselfForSixtyPeopleAtMost() {
    List<String> many = IntStream.range(0, 100).mapToObj(n -> "id-" + n).toList();
    RequestDetails few = details(restore(), 1);
    RequestDetails details =
        new RequestDetails(
            few.spec(),
            few.requester(),
            few.reason(),
            few.warnings(),
            few.submission(),
            ApprovalTerms.ofAffected(few.spec(), 1, many, few.approvalTerms().expiresAt()));
    bench.close();
    bench = new NoticeBench(Databases.H2.fresh(), many);
    assertThat(refreshedFor(Request.submit(new RequestId(1001), details)))
        .hasSize(60)
        .startsWith("8:orgid:id-alex", "8:orgid:id-0");
  }

  @Test
  void inAChatOfOnesOwnThereIsNothingToRefreshByItself() {
    Request request = bench.submit(OWN_CHAT);
    Card card = cards().of(request, viewer(ALEX, request), Optional.empty());
    assertThat(card.json().has("refresh")).isFalse();
  }

  @Test
  void howLongItTookIsSaidAtTheEndOnly() {
    Request request = bench.runs(bench.submit(OWN_CHAT));
    assertThat(bench.requestCard(request)).contains("\"Started\"").doesNotContain("\"Duration\"");
    bench.bench.clock.advance(Duration.ofMinutes(65));
    bench.change(request, r -> r.mainStep().beginVerification(bench.now()));
    bench.change(request, r -> r.mainStep().succeed(Message.plain("It is done."), bench.now()));
    assertThat(bench.requestCard(request)).contains("\"Duration\"", "1 h 5 min");
  }

  @ParameterizedTest
  @CsvSource({"Running, running", "InProgress, running", "Replicating, Replicating"})
  void aStageThatRunsIsSaidInPlainWords(String word, String shown) {
    OperationStage stage = new OperationStage("Prepare", StageStatus.RUNNING, word);
    OperationProgress seen =
        new OperationProgress(
            Optional.empty(),
            Optional.of("operation-1"),
            "Going",
            List.of(stage),
            bench.now(),
            bench.now());
    Request request =
        bench.change(
            bench.runs(bench.submit(OWN_CHAT)),
            r -> r.mainStep().observe(seen, bench.now()).orElseThrow());
    assertThat(bench.requestCard(request)).contains("\"" + shown + "\"");
  }

  @Test
  void bothFacesNameTheSecurityGroupThatWasAskedFor() {
    String group = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    Request request = Request.submit(new RequestId(1001), details(restoreOnlyFor(group), 1));
    String fact = "\"Security group\",\"value\":\"" + group;
    for (Person reader : List.of(ALEX, MEGAN)) {
      assertThat(text(request, viewer(reader, request))).contains(fact);
      Request other = bench.submit(OWN_CHAT);
      assertThat(text(other, viewer(reader, other))).doesNotContain("Security group");
    }
  }

  private JsonNode refresh(Request request) {
    return cards()
        .of(request, ViewerContext.byEverybody(BERLIN), Optional.empty())
        .json()
        .path("refresh");
  }

  private List<String> refreshedFor(Request request) {
    return refresh(request).path("userIds").valueStream().map(JsonNode::asString).toList();
  }

  private ViewerContext viewer(Person who, Request request) {
    return bench.viewer(who, request);
  }

  private String text(Request request, ViewerContext reading) {
    return cards().of(request, reading, Optional.empty()).json().toString();
  }

  private TreeSet<String> face(Request request, Person reader) {
    return face(request, viewer(reader, request));
  }

  private TreeSet<String> face(Request request, ViewerContext reading) {
    return verbs(cards().of(request, reading, Optional.empty()));
  }

  private TreeSet<String> requestFace(Request request) {
    return face(request, ALEX);
  }

  private TreeSet<String> approvalFace(Request request) {
    return face(request, MEGAN);
  }

  private RequestCardRenderer cards() {
    return bench.bench.get(RequestCardRenderer.class);
  }

  private static TreeSet<String> verbs(Card card) {
    return VERB.matcher(card.json().toString())
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
  }
}
