package dev.holdfast.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlaygroundWindowTest {

  private final LocalProperties settings = settings(0);
  private final PlaygroundConfigFile requester = PlaygroundWindow.ofRequester(settings).config();
  private final PlaygroundConfigFile approver = PlaygroundWindow.ofApprover(settings).config();

  @Test
  void bothWindowsKnowTheSameTenantBotAndPeople() {
    assertThat(requester.tenantId()).isEqualTo(approver.tenantId());
    assertThat(requester.bot()).isEqualTo(approver.bot());
    assertThat(people(requester)).containsExactlyInAnyOrderElementsOf(people(approver));
  }

  @Test
  void eachWindowHasItsOwnPersonAndChats() {
    assertThat(requester.currentUser().name()).isEqualTo("Alex Wilber");
    assertThat(approver.currentUser().name()).isEqualTo("Megan Bowen");
    assertThat(Stream.of(requester, approver).flatMap(PlaygroundWindowTest::chats))
        .doesNotHaveDuplicates();
  }

  @Test
  void thePlaygroundsSchemaWantsFiveOthersAndOneChannel() {
    assertThat(requester.users()).hasSize(5).doesNotContain(requester.currentUser());
    assertThat(requester.team().channels()).hasSize(1);
  }

  @Test
  void aSecondApproverHasAWindowWhereOneIsAskedFor() {
    assertThat(PlaygroundWindow.all(settings)).hasSize(2);

    List<PlaygroundWindow> three = PlaygroundWindow.all(settings(56152));

    assertThat(three)
        .extracting(window -> window.person().displayName())
        .containsExactly("Alex Wilber", "Megan Bowen", "Adele Vance");
    assertThat(three.stream().map(PlaygroundWindow::config).flatMap(PlaygroundWindowTest::chats))
        .doesNotHaveDuplicates();
    assertThat(three).extracting(PlaygroundWindow::directory).doesNotHaveDuplicates();
  }

  private static LocalProperties settings(int secondApproverPort) {
    return new LocalProperties(
        true,
        56150,
        56151,
        secondApproverPort,
        Path.of("data/local"),
        false,
        Duration.ofMinutes(3));
  }

  private static List<PlaygroundConfigFile.User> people(PlaygroundConfigFile config) {
    return Stream.concat(Stream.of(config.currentUser()), config.users().stream()).toList();
  }

  private static Stream<String> chats(PlaygroundConfigFile config) {
    return Stream.concat(
        Stream.of(config.personalChat().id(), config.groupChat().id(), config.team().id()),
        config.team().channels().stream().map(PlaygroundConfigFile.NamedChat::id));
  }
}
