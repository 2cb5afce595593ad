package dev.holdfast.notification;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.BERLIN;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.restore;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.approval.policy.PolicyEvaluatorTests;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.approval.policy.PolicyProperties.Target;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.message.Message;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.notification.card.RequestCardRenderer;
import dev.holdfast.notification.card.ViewerContext;
import dev.holdfast.notification.delivery.OutboxDelivery;
import dev.holdfast.notification.store.NotificationProperties;
import dev.holdfast.request.AcceptedWarning;
import dev.holdfast.request.ApproverDirectory;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestDetails.Submission;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.FakeMessenger;
import dev.holdfast.testing.FakePeople;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.TestDatabase;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notices on a database, with a fake messenger; the test plays the scheduler. */
public final class NoticeBench implements AutoCloseable {

  public static final Address ALEX_CHAT = new Address.Conversation("chat-alex");
  public static final Address MEGAN_CHAT = new Address.Person(MEGAN.id());
  public static final Address ADELE_CHAT = new Address.Person(ADELE.id());
  public static final Address APPROVERS = new Address.Conversation("approvers");
  public static final Duration RETRY_AFTER = Duration.ofSeconds(5);
  public static final Duration GIVE_UP_AFTER = Duration.ofDays(3);
  public static final RequestOrigin OWN_CHAT = new RequestOrigin("chat-alex", "message-1", true);
  static final RequestOrigin THREAD = new RequestOrigin("channel;messageid=1", "message-1", false);

  private static final CardRenderer CARDS = new CardRenderer();

  public final Workbench bench;
  public final FakeMessenger messenger = new FakeMessenger();
  public final FakePeople people = new FakePeople();

  public NoticeBench(TestDatabase database) {
    this(database, List.of(MEGAN.id(), ADELE.id()));
  }

  /**
   * @param approvers of everything, by the policy
   */
  public NoticeBench(TestDatabase database, List<String> approvers) {
    bench = new Workbench(database);
    bench
        .with(Messenger.class, messenger)
        .with(PersonDirectory.class, people)
        .with(CardRenderer.class, CARDS)
        .with(ApproverDirectory.class, () -> approvers)
        .with(
            PolicyProperties.class,
            new PolicyProperties(
                List.of(
                    PolicyEvaluatorTests.rule("*", List.of("*"), approvers, 1, Target.ALLOWED))))
        .withPermissions()
        .with(
            NotificationProperties.class,
            new NotificationProperties(Optional.of("approvers"), RETRY_AFTER, GIVE_UP_AFTER))
        .with(AdminApi.class, new ScriptedAdminApi())
        .open("request", "audit", "notification", "operation.adminmode");
  }

  /** Alex asks for a restore that needs one approval. */
  public Request submit(RequestOrigin origin) {
    return submit(restore(), origin, 1);
  }

  public Request submit(OperationSpec work, RequestOrigin origin, int approvals) {
    RequestDetails details =
        new RequestDetails(
            work,
            ALEX,
            "fresh data for testing",
            List.of(new AcceptedWarning("R13", "Everything in Contoso Dev will be overwritten.")),
            new Submission("draft-" + bench.requests().nextId(), BERLIN, origin, NOW),
            Samples.terms(
                work, approvals, List.of(MEGAN.id(), ADELE.id()), NOW.plus(Duration.ofDays(1))));
    return bench.add(Request.submit(bench.requests().nextId(), details));
  }

  public Request change(Request request, Function<Request, RequestEvent> transition) {
    return bench.change(request, transition);
  }

  public Request approve(Request request, Person by) {
    return change(request, r -> r.approval().approve(by, "go ahead", r.details().digest(), now()));
  }

  public Request reject(Request request, Person by) {
    return change(request, r -> r.approval().reject(by, "not this week", now()));
  }

  public Request runs(Request request) {
    approve(request, MEGAN);
    change(request, r -> r.mainStep().commitStart(now()));
    return change(request, r -> r.mainStep().accepted(progress("Running"), "", now()));
  }

  /** From the approval to the end. */
  public Request succeed(Request request) {
    runs(request);
    change(request, r -> r.mainStep().beginVerification(now()));
    return change(
        request, r -> r.mainStep().succeed(Message.plain("It is in administration mode."), now()));
  }

  /** The same, with the target left in administration mode. */
  public Request succeedInAdministrationMode(Request request) {
    runs(request);
    change(request, r -> r.mainStep().beginVerification(now()));
    return change(
        request,
        r -> r.completed().succeedInAdministrationMode(Message.plain("It is ready."), true, now()));
  }

  public Request fail(Request request) {
    runs(request);
    return change(
        request,
        r ->
            r.mainStep()
                .fail(
                    new Outcome(
                        now(),
                        Message.plain("It failed."),
                        Optional.of("Boom"),
                        Optional.of("correlation-1"),
                        true)));
  }

  public static OperationProgress progress(String word) {
    return new OperationProgress(
        Optional.empty(), Optional.of("operation-1"), word, List.of(), NOW, NOW);
  }

  /** What the requester reads on the request's card. */
  public String requestCard(Request request) {
    return bench
        .get(RequestCardRenderer.class)
        .of(
            bench.requests().find(request.id()).orElseThrow(),
            viewer(ALEX, request),
            Optional.empty())
        .json()
        .toString();
  }

  /** How a person reads the card of a request in their own chat. */
  public ViewerContext viewer(Person who, Request request) {
    Request now = bench.requests().find(request.id()).orElse(request);
    return new ViewerContext(
        Optional.of(bench.get(PermissionEvaluator.class).of(who, now)), false, BERLIN);
  }

  public Instant now() {
    return bench.clock.instant();
  }

  /** The rows that wait for delivery, the oldest first. */
  public List<Long> rows() {
    return jdbc()
        .sql("select id from outbox where given_up_at is null order by id")
        .query(Long.class)
        .list();
  }

  public Optional<Duration> attempt(long row) {
    return bench.get(OutboxDelivery.class).attempt(row);
  }

  /** Plays the scheduler until nothing can be delivered any more. */
  public void deliver() {
    List<Long> before;
    do {
      before = rows();
      before.forEach(this::attempt);
    } while (!rows().isEmpty() && !rows().equals(before));
  }

  /** Delivers what there is and forgets it, so that only what comes next is seen. */
  public void settle() {
    deliver();
    messenger.clear();
  }

  public JdbcClient jdbc() {
    return bench.get(JdbcClient.class);
  }

  @Override
  public void close() {
    bench.close();
  }
}
