package dev.holdfast.notice;

import static dev.holdfast.notice.NoticeBench.MEGAN_CHAT;
import static dev.holdfast.notice.NoticeBench.OWN_CHAT;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.BERLIN;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.restoreOnlyFor;
import static dev.holdfast.testing.Samples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.card.Card;
import dev.holdfast.notice.Messenger.Posted;
import dev.holdfast.request.Ending;
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

/** Which buttons the two faces of a request have in each of its states. */
class RequestCardsTests {

  private static final Pattern VERB =
      Pattern.compile("\"type\":\"Action.Execute\"[^{}]*\"verb\":\"([a-z.]+)\"");

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
