package dev.holdfast.chat;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.MEGAN;
import static dev.holdfast.chat.ChatBench.OWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.dispatch.ConversationDispatcher;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.testing.Samples;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people enter has an end, and so has what one of them may ask for. */
class LimitsTests {

  @AutoClose
  private final ChatBench bench =
      new ChatBench(Map.of("holdfast.limits.open-requests-per-person", "2"));

  @Test
  void aCommentThatIsTooLongDecidesNothing() {
    Request request = bench.submitted();
    Map<String, String> data = new HashMap<>();
    data.put("requestId", request.id().toString());
    data.put("version", String.valueOf(request.version()));
    data.put("comment", "x".repeat(501));
    ActionResponse said =
        bench
            .bench
            .get(ConversationDispatcher.class)
            .clicked(bench.click(MEGAN, "request.reject", data));
    assertThat(((ActionResponse.Tell) said).text()).contains("The comment is too long");
    assertThat(bench.newest().state()).isEqualTo(RequestState.AWAITING_APPROVAL);
  }

  @Test
  void aMessageThatIsTooLongIsNotCut() {
    assertThat(answer(ALEX, "backups Contoso Dev " + "x".repeat(1000)))
        .contains("Your message is too long: it has 1,020 characters");
  }

  @Test
  void aPersonWithTooManyOpenRequestsHasToWait() {
    bench.submitted();
    bench.submitted();
    String draft = bench.draft();
    ActionResponse said = confirmed(draft, Samples.DEV.displayName());
    assertThat(ChatBench.text(((ActionResponse.Show) said).card()))
        .contains("You already have 2 open requests");
    assertThat(bench.requests()).hasSize(2);
  }

  @Test
  void aTargetWhoseNameHidesSomethingIsConfirmedByItsId() {
    String name = "Contoso\u200B Dev";
    bench.api.put(Samples.DEV.id(), name, "Ready", "Enabled", "Sandbox");
    assertThat(ChatBench.text(bench.review(ChatBench.filledIn()))).contains("Contoso⟨U+200B⟩ Dev");
    String draft = bench.draft();
    assertThat(ChatBench.text(((ActionResponse.Show) confirmed(draft, name)).card()))
        .contains("Enter its ID instead: " + Samples.DEV.id());
    assertThat(bench.requests()).isEmpty();
    confirmed(draft, Samples.DEV.id());
    assertThat(bench.requests()).hasSize(1);
    for (String command : List.of("status", "status " + bench.newest().id(), "approvals")) {
      assertThat(answer(MEGAN, command)).contains("Contoso⟨U+200B⟩ Dev");
    }
  }

  private ActionResponse confirmed(String draft, String typed) {
    return bench
        .bench
        .get(ConversationDispatcher.class)
        .clicked(bench.click(ALEX, "restore.submit", Map.of("draft", draft, "confirm", typed)));
  }

  @Test
  void releaseIsForThoseWhomThePolicyNames() {
    assertThat(answer(MEGAN, "release")).isEqualTo("No task is parked.");
    assertThat(answer(MEGAN, "release drive-request R-1042")).contains("no parked task");
    assertThat(answer(ALEX, "release")).contains("Only people whom the policy names");
  }

  @Test
  void aReleaseIsInTheAuditLog() {
    JdbcClient jdbc = bench.bench.get(JdbcClient.class);
    park("drive-request", "R-7", 240);
    String released = "select who_name || ': ' || words from audit where what = 'TASK_RELEASED'";
    assertThat(answer(ALEX, "release drive-request R-7")).contains("Only people");
    assertThat(jdbc.sql(released).query(String.class).list()).isEmpty();
    answer(MEGAN, "release drive-request R-7");
    assertThat(jdbc.sql(released).query(String.class).list())
        .containsExactly("Megan Bowen: drive-request R-7");
  }

  @Test
  void allTasksOfANameAreReleasedAtOnce() {
    park("deliver-webhook", "1", 0);
    park("deliver-webhook", "2", 240);
    assertThat(answer(MEGAN, "release"))
        .isEqualTo("release deliver-webhook 1\nrelease deliver-webhook 2 (failed 240 times)");
    assertThat(answer(ALEX, "release deliver-webhook all")).contains("Only people");
    assertThat(answer(MEGAN, "release deliver-webhook all"))
        .isEqualTo("Released: deliver-webhook all. It runs again now.");
    assertThat(answer(MEGAN, "release deliver-webhook all")).contains("no parked task");
    assertThat(answer(MEGAN, "release")).isEqualTo("No task is parked.");
  }

  private void park(String task, String instance, int failures) {
    bench
        .bench
        .get(JdbcClient.class)
        .sql(
            """
            insert into scheduled_tasks
              (task_name, task_instance, execution_time, picked, consecutive_failures, version)
            values (?, ?, ?, false, ?, 1)
            """)
        .params(
            task,
            instance,
            Instant.parse("3000-01-01T00:00:00Z").atOffset(ZoneOffset.UTC),
            failures)
        .update();
  }

  private String answer(ChatUser who, String text) {
    Reply answer = bench.answer(new IncomingMessage("activity", who, OWN, text));
    return answer.card().map(ChatBench::text).orElse(answer.text());
  }
}
