package dev.holdfast.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.audit.AuditVerification;
import dev.holdfast.request.Decision;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.Goldens;
import dev.holdfast.testing.Lane;
import dev.holdfast.testing.SteppedHoldfast;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A Holdfast of commit f2baffe is stopped in the middle of its work, and today's starts in its
 * place. What happens then happens once, in {@link #upgrade}; each test looks at one side of it.
 */
@Tag(Lane.APPLICATION)
@EachDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpgradeTests {

  private static final int FIRST_UNDER_WAY = 1017;
  private static final int LAST_UNDER_WAY = 1025;

  @Parameter Databases database;
  private F2baffe before;
  private SteppedHoldfast holdfast;
  private List<String> readAtStart;
  private List<String> postsAtStart;
  private final Map<String, JsonNode> answers = new LinkedHashMap<>();

  @BeforeParameterizedClassInvocation
  void upgrade(Databases database) {
    before = new F2baffe(database);
    holdfast = before.start();
    readAtStart = requests().stream().map(UpgradeTests::line).toList();
    postsAtStart = posts();
    clickWhatWasPostedBefore();
    settle();
    holdfast.pass(Duration.ofHours(5));
    settle();
  }

  private void clickWhatWasPostedBefore() {
    click("second approval", before.adeleChat, before.adele, "R-1020", "request.approve", Map.of());
    click("approval", before.meganChat, before.megan, "R-1021", "request.approve", Map.of());
    click(
        "submission of a review",
        before.alexChat,
        before.alex,
        "Litware Berlin UAT",
        "restore.submit",
        Map.of("confirm", "Litware Berlin UAT"));
    click(
        "leaving administration mode",
        before.meganChat,
        before.megan,
        "R-1016",
        "request.leaveAdminMode",
        Map.of());
    click(
        "settling",
        before.meganChat,
        before.megan,
        "R-1006",
        "request.settle",
        Map.of("settlement", "GIVE_UP", "comment", "seen by the new version"));
  }

  private void click(
      String what,
      FakeConversation where,
      FakePerson who,
      String on,
      String verb,
      Map<String, String> inputs) {
    FakeMessage message =
        where.messages().stream()
            .filter(one -> one.text().contains(on) && offers(one, verb))
            .reduce((older, newer) -> newer)
            .orElseThrow(() -> new AssertionError("No card about " + on + " offers " + verb));
    answers.put(what, where.clicksOn(message.card(), who, message, verb, inputs));
  }

  private static boolean offers(FakeMessage message, String verb) {
    return message.card().toString().contains("\"verb\":\"" + verb + "\"");
  }

  /** Until nothing is due within seconds: messages keep apart from each other. */
  private void settle() {
    holdfast.pass(Duration.ofSeconds(20));
  }

  private List<Request> requests() {
    return before.jdbc().queryForList("select id from requests order by id", Long.class).stream()
        .map(id -> holdfast.get(RequestRepository.class).find(new RequestId(id)).orElseThrow())
        .toList();
  }

  private Request request(int number) {
    return holdfast.get(RequestRepository.class).find(new RequestId(number)).orElseThrow();
  }

  private static String line(Request request) {
    return "%s %s version %d decisions %d mode %s digest %s"
        .formatted(
            request.id(),
            request.state(),
            request.version(),
            request.decisions().size(),
            request.administrationMode().map(mode -> mode.phase().name()).orElse("-"),
            request.details().digest().hex());
  }

  @AfterParameterizedClassInvocation
  void stop() {
    holdfast.close();
    before.close();
  }

  @Test
  void eachRequestIsReadAsItWas() {
    assertThat(readAtStart).containsExactlyElementsOf(Goldens.read("f2baffe/requests.txt"));
  }

  @Test
  void whatWasApprovedKeepsItsDigest() {
    assertThat(
            requests().stream()
                .flatMap(
                    request ->
                        request.decisions().stream()
                            .filter(Decision::approves)
                            .map(decision -> decision.digest().equals(request.details().digest()))))
        .isNotEmpty()
        .containsOnly(true);
  }

  @Test
  void anApprovalFromBeforeHolds() {
    Request half = request(1020);
    assertThat(half.decisions())
        .extracting(decision -> decision.by().name())
        .containsExactly("Megan Bowen", "Adele Vance");
    assertThat(half.state()).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void whatWasUnderWayCameToItsEnd() {
    assertThat(IntStream.rangeClosed(FIRST_UNDER_WAY, LAST_UNDER_WAY).mapToObj(this::request))
        .allSatisfy(request -> assertThat(request.state()).isEqualTo(RequestState.SUCCEEDED));
  }

  /** Calls of the version before included. */
  @Test
  void nothingWasStartedTwice() {
    Goldens.assertNames("f2baffe/orders.txt", before.orders());
  }

  @Test
  void administrationModeIsLeftWhereverItWasAskedFor() {
    assertThat(List.of(1001, 1012, 1013, 1014, 1015, 1016))
        .allSatisfy(
            number ->
                assertThat(request(number).administrationMode().orElseThrow().phase())
                    .isEqualTo(TargetAdminMode.Phase.LEFT));
  }

  /** The version before had a task of its own for it, in each of its phases. */
  @Test
  void whatWasJustBeingLeftBecameARequestOfItsOwn() {
    assertThat(List.of(1012, 1013, 1014, 1015))
        .allSatisfy(
            number -> {
              Request other =
                  holdfast
                      .get(RequestRepository.class)
                      .find(request(number).leaving().wish().request().orElseThrow())
                      .orElseThrow();
              assertThat(other.details().followUpOf()).contains(new RequestId(number));
              assertThat(other.state()).isEqualTo(RequestState.SUCCEEDED);
            });
    assertThat(request(1001).leaving().wish().request()).isEmpty();
  }

  @Test
  void aReviewFromBeforeWasSubmitted() {
    Request fromDraft = holdfast.get(RequestRepository.class).find(submitted()).orElseThrow();
    assertThat(fromDraft.state()).isEqualTo(RequestState.AWAITING_APPROVAL);
    assertThat(fromDraft.details().reason()).isEqualTo("reviewed by the version before");
  }

  @Test
  void anUnknownOutcomeFromBeforeWasSettled() {
    assertThat(request(1006).resolution().isGivenUp()).isTrue();
    assertThat(request(1007).resolution().isGivenUp()).isTrue();
    assertThat(request(1008).state()).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void whatWasSaidBeforeIsAnswered() {
    before.alexChat.awaitText("before the change");
    before.group.awaitText("Fabrikam Berlin UAT");
    assertThat(requests())
        .filteredOn(request -> request.id().number() > LAST_UNDER_WAY)
        .filteredOn(request -> request.details().followUpOf().isEmpty())
        .filteredOn(request -> !request.id().equals(submitted()))
        .singleElement()
        .extracting(Request::state)
        .isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void cardsFromBeforeAreKeptUpToDate() {
    assertThat(posts()).containsAll(postsAtStart);
    List<String> ofARunningOne =
        before
            .jdbc()
            .queryForList("select activity from posts where request_id = 1018", String.class);
    assertThat(ofARunningOne).isNotEmpty();
    assertThat(before.teams.messages())
        .filteredOn(message -> ofARunningOne.contains(message.id()))
        .hasSameSizeAs(ofARunningOne)
        .allSatisfy(message -> assertThat(message.history()).hasSizeGreaterThan(1));
  }

  @Test
  void theAuditLogVerifies() {
    assertThat(holdfast.get(AuditVerification.class).all().state().name()).isEqualTo("OK");
  }

  @Test
  void noTaskIsLeftBehind() {
    Goldens.assertNames("tasks.txt", holdfast.tasks());
    assertThat(
            before
                .jdbc()
                .queryForList("select distinct task_name from scheduled_tasks", String.class))
        .isSubsetOf(holdfast.tasks());
    assertThat(
            before
                .jdbc()
                .queryForList(
                    "select task_instance from scheduled_tasks where consecutive_failures > 0",
                    String.class))
        .isEmpty();
  }

  @Test
  void eachClickOnACardFromBeforeIsAnswered() {
    assertThat(answers)
        .allSatisfy(
            (what, answer) ->
                assertThat(answer.path("statusCode").asInt())
                    .as("%s: %s", what, answer)
                    .isEqualTo(200));
  }

  @Test
  void eachVerbFromBeforeIsKnown() {
    assertThat(Goldens.read("verbs.txt"))
        .allSatisfy(verb -> assertThat(press(verb)).doesNotContain("UnknownAction"));
  }

  /** As a card of any age may. */
  private String press(String verb) {
    JsonNode data =
        JsonNodeFactory.instance
            .objectNode()
            .put("requestId", "R-1001")
            .put("environment", "c0a50000-0000-4000-8000-000000000003")
            .put("target", "c0a50000-0000-4000-8000-000000000003");
    return before.teams.deliver(before.alexChat.pressing(before.alex, "1", verb, data)).toString();
  }

  /** The request that came of a review. */
  private RequestId submitted() {
    return new RequestId(
        before
            .jdbc()
            .queryForObject(
                "select id from requests where body like '%reviewed by the version before%'",
                Long.class));
  }

  private List<String> posts() {
    return before
        .jdbc()
        .query(
            "select id, request_id, address, activity from posts order by id",
            (row, number) ->
                "%s R-%s %s %s"
                    .formatted(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)));
  }
}
