package dev.holdfast.chat.request;

import static dev.holdfast.testing.Samples.MEGAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.request.Request;
import dev.holdfast.testing.Samples;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** {@code why} says what the policy says, about a request and about what one could request. */
class WhyRequestTests {

  private static final ChatUser APPROVER = new ChatUser(MEGAN.id(), MEGAN.name(), ZoneOffset.UTC);
  private static final ChatUser LEE = new ChatUser("id-lee", "Lee Gu", ZoneOffset.UTC);

  @AutoClose
  private final ChatBench bench =
      new ChatBench(Map.of("holdfast.policy[0].requesters", Samples.ALEX.id()));

  @Test
  void saysWhichRuleCountsWhoApprovesAndWhyOneMayNot() {
    Request request = bench.submitted();
    assertThat(why(ChatBench.ALEX, request.id().toString()).text())
        .startsWith(request.id() + " was requested by Alex Wilber.")
        .contains("(data leaves): Rule 1 counts, “*”.")
        .contains("(overwritten): 1 approval is needed, by ")
        .contains("(overwritten): 0 of 1 are given.")
        .endsWith("You can't approve it, because you requested it.");
    assertThat(why(APPROVER, request.id().toString()).text())
        .endsWith("You can approve or reject it.");
  }

  @Test
  void whoHasNothingToDoWithARequestIsNotToldOfIt() {
    Request request = bench.submitted();
    assertThat(why(LEE, request.id().toString()).text())
        .isEqualTo(why(LEE, "R-4711").text().replace("R-4711", request.id().toString()));
  }

  @Test
  void saysWhatOneCouldRequest() {
    String asked = Samples.DEV.displayName() + " from " + Samples.UAT.displayName();
    assertThat(text(why(ChatBench.ALEX, asked)))
        .contains("(data leaves): The rule lets Alex Wilber request this.")
        .contains("(overwritten): 1 approval is needed, by ");
    assertThat(text(why(APPROVER, asked)))
        .contains("(overwritten): The rule doesn't let Megan Bowen request this.")
        .doesNotContain("approval is needed");
  }

  private Reply why(ChatUser who, String what) {
    return bench.answer(new IncomingMessage("activity", who, ChatBench.OWN, "why " + what));
  }

  private static String text(Reply reply) {
    return ChatBench.text(reply.card().orElseThrow());
  }
}
