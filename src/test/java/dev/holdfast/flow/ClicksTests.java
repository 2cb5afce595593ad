package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.RunningHoldfast;
import dev.holdfast.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Clicks that cross: one decision, and every card is true once everything is told. */
@Tag("postgresql")
class ClicksTests extends MainJob<Clock> {

  private static final String ALREADY = "Already approved by";

  private final FakePerson adele = teams.person("Adele Vance", "Asia/Kathmandu");
  private final FakeConversation adeleChat = teams.personal(adele);
  private final ExecutorService clickers = Executors.newCachedThreadPool();
  private RunningHoldfast holdfast;

  ClicksTests() {
    super(Clock.systemUTC());
  }

  @Override
  Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>(super.settings());
    settings.put("holdfast.policy[0].approvers", megan.entraId() + "," + adele.entraId());
    return settings;
  }

  private void start(TestDatabase database) {
    holdfast = RunningHoldfast.start(database, simulator.baseUrl(), settings());
    teams.talksTo(holdfast.messages());
  }

  @AfterEach
  void stop() {
    clickers.shutdownNow();
    holdfast.close();
  }

  @ParameterizedTest
  @EnumSource
  void twoApproversAtTheSameMoment(Databases kind) throws Exception {
    start(kind.fresh());
    install();
    adeleChat.installs(adele);
    submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage inChannel = approvers.awaitText("Alex Wilber");
    FakeMessage adeles = adeleChat.awaitText("Alex Wilber");
    meganChat.awaitText("Alex Wilber");
    approvers.reads(megan, inChannel);

    List<String> answers =
        atOnce(
            List.of(
                () -> approvers.clicks(megan, inChannel, "request.approve", Map.of()),
                () -> adeleChat.clicks(adele, adeles, "request.approve", Map.of())));

    assertThat(answers).filteredOn(answer -> answer.contains(ALREADY)).hasSize(1);
    isDecidedOnceAndToldTruly();
  }

  @Test
  void aClickRepeatedTenTimes() throws Exception {
    start(Databases.H2.fresh());
    install();
    submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage approval = meganChat.awaitText("Alex Wilber");
    JsonNode card = approval.card();

    Callable<JsonNode> click =
        () -> meganChat.clicksOn(card, megan, approval, "request.approve", Map.of());
    List<String> answers = atOnce(Stream.generate(() -> click).limit(10).toList());

    assertThat(answers).filteredOn(answer -> answer.contains(ALREADY)).hasSize(9);
    isDecidedOnceAndToldTruly();
  }

  @Test
  void clicksOnCardsFromBeforeARestart() {
    TestDatabase database = Databases.H2.fresh();
    start(database);
    install();
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage inChannel = approvers.awaitText("Alex Wilber");
    FakeMessage inPerson = meganChat.awaitText("Alex Wilber");
    JsonNode channelBefore = approvers.reads(megan, inChannel).cardFor(megan);
    JsonNode ownBefore = inPerson.card();
    JsonNode requestersBefore = request.card();
    holdfast.close();
    start(database);

    JsonNode first =
        approvers.clicksOn(channelBefore, megan, inChannel, "request.approve", Map.of());
    JsonNode second = meganChat.clicksOn(ownBefore, megan, inPerson, "request.reject", Map.of());
    JsonNode cancel =
        alexChat.clicksOn(requestersBefore, alex, request, "request.cancel", Map.of());

    assertThat(first.toString()).doesNotContain(ALREADY);
    assertThat(second.toString()).contains(ALREADY);
    assertThat(cancel.toString()).contains("R-1001").doesNotContain("Canceled");
    isDecidedOnceAndToldTruly();
  }

  private List<String> atOnce(List<Callable<JsonNode>> clicks)
      throws InterruptedException, ExecutionException {
    List<String> answers = new java.util.ArrayList<>();
    for (Future<JsonNode> answer : clickers.invokeAll(clicks)) {
      answers.add(answer.get().toString());
    }
    return answers;
  }

  private void isDecidedOnceAndToldTruly() {
    alexChat.awaitText("Contoso Dev is restored");
    await("everything to be told").atMost(Duration.ofSeconds(20)).until(() -> waiting() == 0);
    Request request = holdfast.get(RequestRepository.class).find(new RequestId(1001)).orElseThrow();
    assertThat(request.state()).isEqualTo(RequestState.SUCCEEDED);
    assertThat(request.decisions()).hasSize(1);
    assertThat(restoreCalls()).isEqualTo(1);
    List<FakeMessage> cards =
        Stream.of(alexChat, meganChat, adeleChat, approvers)
            .flatMap(place -> place.messages().stream())
            .filter(message -> message.text().contains("Restore · R"))
            .toList();
    assertThat(cards).hasSizeGreaterThanOrEqualTo(3);
    assertThat(cards)
        .allSatisfy(
            card -> {
              assertThat(card.text()).contains("Succeeded");
              for (String done : List.of("request.approve", "request.reject", "request.cancel")) {
                assertThat(offers(card, done)).isFalse();
              }
            });
  }

  private long waiting() {
    return holdfast
        .get(JdbcClient.class)
        .sql("select count(*) from outbox where given_up_at is null")
        .query(Long.class)
        .single();
  }
}
