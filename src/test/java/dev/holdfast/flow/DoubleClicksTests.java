package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestDetails.Submission;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.RunningHoldfast;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.TestDatabase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The same button pressed twice at the same moment, and each click goes to another replica. */
@Tag("postgresql")
class DoubleClicksTests extends MainJob<Clock> {

  private static final int TIMES = 200;

  private final TestDatabase database = Databases.POSTGRESQL.fresh();
  private final List<RunningHoldfast> replicas = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(8);

  DoubleClicksTests() {
    super(Clock.systemUTC());
  }

  @Override
  Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>(super.settings());
    settings.put("holdfast.teams.limits.per-sender", 100_000);
    settings.put("holdfast.teams.limits.per-conversation", 100_000);
    return settings;
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    replicas.forEach(RunningHoldfast::close);
  }

  @Test
  void areOneDecisionEach() throws Exception {
    for (int i = 0; i < 2; i++) {
      replicas.add(RunningHoldfast.start(database, simulator.baseUrl(), settings()));
    }
    List<Request> requests = new ArrayList<>();
    List<Callable<String>> clicks = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      Request request = asked(i);
      requests.add(request);
      replicas.forEach(replica -> clicks.add(() -> approves(request, replica.messages())));
    }

    List<String> answers = new ArrayList<>();
    for (Future<String> answer : threads.invokeAll(clicks)) {
      answers.add(answer.get());
    }

    assertThat(answers).filteredOn(answer -> answer.contains("Already approved by")).hasSize(TIMES);
    assertThat(requests)
        .allSatisfy(
            request -> {
              Request now = stored(request.id());
              assertThat(now.decisions()).hasSize(1);
              assertThat(now.state()).isEqualTo(RequestState.AWAITING_APPROVAL);
            });
    assertThat(
            replicas
                .get(0)
                .get(JdbcClient.class)
                .sql("select count(*) from audit where what = 'APPROVED'")
                .query(Integer.class)
                .single())
        .isEqualTo(TIMES);
  }

  /** Needs two approvals, so that one changes nothing at the admin API. */
  private Request asked(int number) {
    RequestDetails like = Samples.details(Samples.restore(), 2, "draft-" + number);
    Instant now = Instant.now();
    RequestDetails details =
        new RequestDetails(
            like.spec(),
            like.requester(),
            like.reason(),
            like.warnings(),
            new Submission(
                like.submission().draft(),
                like.submission().zone(),
                like.submission().origin(),
                now),
            ApprovalTerms.ofAffected(
                like.spec(), 2, List.of(megan.entraId(), "another"), now.plus(Duration.ofDays(1))));
    RunningHoldfast replica = replicas.get(0);
    RequestRepository requests = replica.get(RequestRepository.class);
    Request request = Request.submit(requests.nextId(), details);
    replica
        .get(TransactionTemplate.class)
        .executeWithoutResult(status -> requests.add(request, request.submitted()));
    return request;
  }

  private String approves(Request request, URI replica) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("requestId", request.id().toString());
    data.put("version", Long.toString(request.version()));
    data.put("digest", request.details().digest().hex());
    String click = meganChat.pressing(megan, "1", "request.approve", data).toString();
    return teams.send(replica, click.getBytes(StandardCharsets.UTF_8)).body();
  }

  private Request stored(RequestId id) {
    return replicas.get(0).get(RequestRepository.class).find(id).orElseThrow();
  }
}
