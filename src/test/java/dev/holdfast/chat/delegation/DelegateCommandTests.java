package dev.holdfast.chat.delegation;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.LEE;
import static dev.holdfast.chat.ChatBench.MEGAN;
import static dev.holdfast.chat.ChatBench.OWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.Policies;
import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.MentionedPerson;
import dev.holdfast.bot.Reply;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.request.window.ApprovalWindow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code delegate} as people type it. */
class DelegateCommandTests {

  @AutoClose private final ChatBench bench = new ChatBench(Map.of());

  @BeforeEach
  void begin() {
    bench
        .bench
        .get(PolicyInForce.class)
        .replace(
            Policies.of(
                List.of(MEGAN.id()),
                1,
                ApprovalWindow.of(Duration.ofDays(1)),
                List.of(LEE.id()),
                List.of()));
  }

  @Test
  void anApproverDelegatesToWhoIsMentioned() {
    assertThat(answer(MEGAN, "delegate to <at>Lee Gu</at> until tomorrow 18:00", LEE))
        .contains("Lee Gu can approve and reject requests for you until", "18:00");
    assertThat(answer(MEGAN, "delegations")).contains("Lee Gu decides for you until");
    assertThat(answer(LEE, "delegate")).contains("You decide for Megan Bowen until");
    assertThat(answer(ALEX, "delegate")).contains("Nobody decides for you");
    assertThat(answer(MEGAN, "delegate end <at>Lee Gu</at>", LEE))
        .contains("Lee Gu no longer decides for you.");
    assertThat(answer(MEGAN, "delegate end")).contains("Nobody decides for you");
  }

  @Test
  void whatIsMissingIsAskedFor() {
    assertThat(answer(MEGAN, "delegate until Friday")).contains("delegate needs a person");
    assertThat(answer(MEGAN, "delegate to Lee Gu")).contains("delegate needs an end");
    assertThat(answer(MEGAN, "delegate to Lee Gu until Friday"))
        .contains("can't tell who Lee Gu is");
    assertThat(answer(MEGAN, "delegate end Lee Gu")).contains("can't tell who Lee Gu is");
    assertThat(answer(MEGAN, "delegate to <at>Lee Gu</at> until soon", LEE))
        .contains("doesn't understand when it ends");
    assertThat(answer(MEGAN, "delegations")).contains("Nobody decides for you");
  }

  @Test
  void whomNoRuleAcceptsIsRefused() {
    assertThat(answer(MEGAN, "delegate to <at>Alex Wilber</at> until tomorrow", ALEX))
        .contains("No rule of the policy lets you delegate to Alex Wilber.");
    assertThat(answer(MEGAN, "delegate to <at>Megan Bowen</at> until tomorrow", MEGAN))
        .contains("No rule of the policy lets you delegate to Megan Bowen.");
    assertThat(answer(MEGAN, "delegate to 00000000-0000-0000-0000-000000000099 until tomorrow"))
        .contains("lets you delegate to 00000000-0000-0000-0000-000000000099.");
  }

  @Test
  void whoApprovesNothingDelegatesNothing() {
    assertThat(answer(ALEX, "delegate to <at>Lee Gu</at> until tomorrow", LEE))
        .contains("You can't delegate.");
    assertThat(answer(MEGAN, "help")).contains("delegate to @Megan Bowen until Friday");
    assertThat(answer(ALEX, "help")).doesNotContain("delegate to @Megan Bowen until Friday");
  }

  private String answer(ChatUser who, String text, ChatUser... mentioned) {
    List<MentionedPerson> people =
        List.of(mentioned).stream()
            .map(one -> new MentionedPerson(one.name(), Optional.of(one.id())))
            .toList();
    Reply answer = bench.answer(new IncomingMessage("activity", who, OWN, text, people));
    return answer.card().map(ChatBench::text).orElse(answer.text());
  }
}
