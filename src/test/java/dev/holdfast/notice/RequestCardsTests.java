package dev.holdfast.notice;

import static dev.holdfast.notice.NoticeBench.MEGAN_CHAT;
import static dev.holdfast.notice.NoticeBench.OWN_CHAT;
import static dev.holdfast.notice.NoticeBench.progress;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.BERLIN;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.restoreOnlyFor;
import static dev.holdfast.testing.Samples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.card.Card;
import dev.holdfast.notice.Messenger.Posted;
import dev.holdfast.request.Ending;
import dev.holdfast.request.Progress;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.testing.Databases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which buttons the two faces of a request have in each of its states. */
class RequestCardsTests {

  private static final Pattern VERB =
      Pattern.compile("\"type\":\"Action.Execute\"[^{}]*\"verb\":\"([a-zA-Z.]+)\"");

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
  void whenItIsApprovedOnlyTheRequesterCanStillTakeItBack() {
    Request request = bench.approve(bench.submit(OWN_CHAT), MEGAN);
    assertThat(requestFace(request)).containsExactly("request.cancel", "request.refresh");
    assertThat(approvalFace(request)).containsExactly("request.refresh");
  }

  @Test
  void onceTheServiceIsCalledNobodyCan() {
    Request starting = bench.approve(bench.submit(OWN_CHAT), MEGAN);
    bench.change(starting, r -> r.starting(bench.now()));
    Request running = bench.runs(bench.submit(OWN_CHAT));
    Request verifying = bench.runs(bench.submit(OWN_CHAT));
    bench.change(verifying, r -> r.verifying(bench.now()));
    assertThat(List.of(starting, running, verifying))
        .allSatisfy(
            request -> {
              assertThat(requestFace(request)).containsExactly("request.refresh");
              assertThat(approvalFace(request)).containsExactly("request.refresh");
            });
  }

  @Test
  void aClosedRequestHasNoButtons() {
    Ending unknown = new Ending(bench.now(), "?", Optional.empty(), Optional.empty(), true);
    Request voided = bench.approve(bench.submit(OWN_CHAT), MEGAN);
    Request expired = bench.submit(OWN_CHAT);
    List<Request> closed =
        List.of(
            bench.succeed(bench.submit(OWN_CHAT)),
            bench.fail(bench.submit(OWN_CHAT)),
            bench.change(bench.runs(bench.submit(OWN_CHAT)), r -> r.becomeUnknown(unknown)),
            bench.reject(bench.submit(OWN_CHAT), MEGAN),
            bench.change(bench.submit(OWN_CHAT), r -> r.cancel(ALEX, bench.now())),
            bench.change(voided, r -> r.voidBecause("It is production now.", bench.now())),
            bench.change(expired, r -> r.expire(r.terms().expiresAt())));
    assertThat(closed)
        .allSatisfy(
            request -> {
              assertThat(requestFace(request)).isEmpty();
              assertThat(approvalFace(request)).isEmpty();
            });
  }

  @Test
  void afterARestoreInAdministrationModeBothFacesOfferToLeaveItUntilSomebodyDoes() {
    Request request = bench.succeedInAdministrationMode(bench.submit(OWN_CHAT));
    assertThat(requestFace(request)).containsExactly("request.leaveAdminMode");
    assertThat(approvalFace(request)).containsExactly("request.leaveAdminMode");
    bench.change(request, r -> r.leaveAdministrationMode(MEGAN, false, bench.now()));
    assertThat(requestFace(request)).containsExactly("request.refresh");
    assertThat(approvalFace(request)).containsExactly("request.refresh");
    bench.change(request, r -> r.leaving().done("It was out already.", bench.now()));
    assertThat(requestFace(request)).isEmpty();
  }

  @Test
  void theNextStepsSayOfTheModeOnlyWhatIsTrue() {
    Request out = bench.succeed(bench.submit(OWN_CHAT));
    assertThat(bench.requestCard(out)).contains("If Contoso Dev is in administration mode");
    Request request = bench.succeedInAdministrationMode(bench.submit(OWN_CHAT));
    assertThat(bench.requestCard(request)).contains("Then choose Leave administration mode");
    bench.change(request, r -> r.leaveAdministrationMode(MEGAN, false, bench.now()));
    assertThat(bench.requestCard(request))
        .contains("Wait until Contoso Dev has left", "Holdfast looks at it first");
    bench.change(request, r -> r.leaving().starting(bench.now()));
    assertThat(bench.requestCard(request)).contains("Holdfast calls the service");
    bench.change(request, r -> r.leaving().started(progress("Running"), "", bench.now()));
    assertThat(bench.requestCard(request)).contains("The service says: Running");
    bench.change(request, r -> r.leaving().waitFor("No answer.", bench.now()).orElseThrow());
    assertThat(bench.requestCard(request)).contains("No answer.");
    bench.change(request, r -> r.leaving().verifying(bench.now()));
    assertThat(bench.requestCard(request)).contains("Holdfast looks at the environment itself");
    bench.change(request, r -> r.leaving().done("It has left.", bench.now()));
    assertThat(bench.requestCard(request))
        .contains("Left by Megan Bowen", "It has left.", "Cloud flows are off")
        .doesNotContain("Wait until");
  }

  @Test
  void aMessageKeepsTheFaceThatWasPostedThere() {
    Request request = bench.submit(OWN_CHAT);
    bench.deliver();
    Posted megans = bench.messenger.sentTo(MEGAN_CHAT).get(0).where();
    Posted channels = bench.messenger.sentTo(NoticeBench.APPROVERS).get(0).where();
    assertThat(at(request, megans.conversation(), megans.activity())).contains("request.approve");
    assertThat(at(request, "approvers;messageid=7", channels.activity()))
        .contains("request.approve");
    assertThat(at(request, "chat-alex", "message-1")).contains("request.cancel");
    assertThat(at(request, megans.conversation(), "another")).contains("request.cancel");
  }

  @Test
  void howLongItTookIsSaidAtTheEndOnly() {
    Request request = bench.runs(bench.submit(OWN_CHAT));
    assertThat(bench.requestCard(request)).contains("\"Started\"").doesNotContain("\"Took\"");
    bench.bench.clock.advance(Duration.ofMinutes(65));
    bench.change(request, r -> r.verifying(bench.now()));
    bench.change(request, r -> r.succeed("It is done.", bench.now()));
    assertThat(bench.requestCard(request)).contains("\"Took\"", "1 h 5 min");
  }

  @ParameterizedTest
  @CsvSource({"Running, running", "InProgress, running", "Replicating, Replicating"})
  void aStageThatRunsIsSaidInPlainWords(String word, String shown) {
    Progress.Stage stage = new Progress.Stage("Prepare", Progress.Standing.RUNNING, word);
    Progress seen =
        new Progress(
            Optional.empty(),
            Optional.of("operation-1"),
            "Going",
            List.of(stage),
            bench.now(),
            bench.now());
    Request request =
        bench.change(
            bench.runs(bench.submit(OWN_CHAT)), r -> r.observe(seen, bench.now()).orElseThrow());
    assertThat(bench.requestCard(request)).contains("\"" + shown + "\"");
  }

  @Test
  void bothFacesNameTheSecurityGroupThatWasAskedFor() {
    String group = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    Request request = Request.submit(new RequestId(1001), terms(restoreOnlyFor(group), 1));
    String fact = "\"Security group\",\"value\":\"" + group;
    assertThat(json(cards().request(request, BERLIN, Optional.empty()))).contains(fact);
    assertThat(json(cards().approval(request, BERLIN, Optional.empty(), ""))).contains(fact);
    assertThat(json(cards().approval(bench.submit(OWN_CHAT), BERLIN, Optional.empty(), "")))
        .doesNotContain("Security group");
  }

  private static String json(Card card) {
    return card.json().toString();
  }

  private TreeSet<String> at(Request request, String conversation, String activity) {
    return verbs(cards().at(conversation, activity, request, BERLIN, Optional.empty()));
  }

  private TreeSet<String> requestFace(Request request) {
    return verbs(cards().request(request, BERLIN, Optional.empty()));
  }

  private TreeSet<String> approvalFace(Request request) {
    return verbs(cards().approval(request, BERLIN, Optional.empty(), ""));
  }

  private RequestCards cards() {
    return bench.bench.get(RequestCards.class);
  }

  private static TreeSet<String> verbs(Card card) {
    return VERB.matcher(card.json().toString())
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
  }
}
