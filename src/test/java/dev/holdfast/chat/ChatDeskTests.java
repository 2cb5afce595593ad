package dev.holdfast.chat;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.OWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.SettableClock;
import dev.holdfast.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;

/** What is stored to be answered; with db-scheduler's own store. */
@ParameterizedClass
@EnumSource(Databases.class)
class ChatDeskTests {

  private final ClickDesk clicks =
      new ClickDesk(
          Mockito.mock(),
          Mockito.mock(),
          Mockito.mock(),
          Mockito.mock(),
          new OtherClicks(null, null, null, null, null));
  private final TestDatabase database;
  private SchedulerClient stored;
  private ChatDesk desk;

  ChatDeskTests(Databases database) {
    this.database = database.fresh();
  }

  @BeforeEach
  void open() {
    Answers answers = Mockito.mock(Answers.class);
    stored =
        SchedulerClient.Builder.create(
                database.dataSource(),
                AnswerTasks.answerMessage(answers),
                AnswerTasks.answerClick(answers),
                AnswerTasks.welcome(answers))
            .serializer(new Jackson3Serializer())
            .build();
    desk =
        new ChatDesk(
            stored,
            clicks,
            Mockito.mock(DecisionDesk.class),
            Mockito.mock(SearchDesk.class),
            new SettableClock(Samples.NOW));
  }

  @Test
  void aMessageIsStoredAsItWasSaid() {
    Said said = new Said("activity-said", ALEX, OWN, "backups Contoso “UAT” 🙂");
    desk.said(said);
    assertThat(data("activity-said")).containsExactly(said);
  }

  @Test
  void theSameMessageTwiceIsStoredOnce() {
    desk.said(new Said("activity-1", ALEX, OWN, "status"));
    desk.said(new Said("activity-1", ALEX, OWN, "status"));
    assertThat(data("activity-1")).hasSize(1);
  }

  @Test
  void theSameClickTwiceIsStoredOnceAndAnsweredBothTimes() {
    Clicked clicked =
        new Clicked("click-1", ALEX, OWN, "m-1", "backups.show", Map.of("environment", "env-1"));
    assertThat(desk.clicked(clicked)).isInstanceOf(Reaction.Tell.class);
    assertThat(desk.clicked(clicked)).isInstanceOf(Reaction.Tell.class);
    assertThat(data("click-1")).containsExactly(clicked);
  }

  @Test
  void anUnknownButtonIsRefusedAndNothingIsStored() {
    for (String verb : List.of("", "request.delete", "RESTORE.REVIEW")) {
      Clicked clicked = new Clicked("click-" + verb, ALEX, OWN, "m-1", verb, Map.of());
      assertThat(desk.clicked(clicked)).isInstanceOf(Reaction.Refuse.class);
      assertThat(data("click-" + verb)).isEmpty();
    }
  }

  @Test
  void aPlaceIsWelcomedOnce() {
    desk.installed("activity-a", OWN);
    desk.installed("activity-b", OWN);
    assertThat(data(OWN.conversation())).containsExactly(OWN);
  }

  private List<Object> data(String instance) {
    return stored.getScheduledExecutions().stream()
        .filter(task -> task.getTaskInstance().getId().equals(instance))
        .map(ScheduledExecution::getData)
        .map(Object.class::cast)
        .toList();
  }
}
