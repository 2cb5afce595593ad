package dev.holdfast.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With real processes that play npx and the Playground, so that trees and leftovers are real. */
@Tag("process")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell plays npx")
class PlaygroundManagerTest {

  private static final URI BOT = URI.create("http://127.0.0.1:3978/api/messages");

  @TempDir private Path directory;
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final List<PlaygroundManager> runs = new ArrayList<>();
  private LocalProperties settings;

  @BeforeEach
  void twoFreePorts() throws IOException {
    try (ServerSocket one = new ServerSocket(0);
        ServerSocket other = new ServerSocket(0)) {
      settings = settings(one.getLocalPort(), other.getLocalPort());
    }
  }

  @AfterEach
  void endAll() {
    runs.forEach(PlaygroundManager::destroy);
  }

  @Test
  void opensBothWindowsAndIsPresentInTheirChannels() throws IOException {
    run().open(BOT);

    assertThat(console())
        .contains("Alex Wilber, who asks", "http://localhost:" + settings.requesterPort())
        .contains("Megan Bowen, who approves", "http://localhost:" + settings.approverPort());
    assertThat(installed("requester")).containsExactly("channel-alex");
    assertThat(installed("approver")).containsExactly("channel-megan");
  }

  @Test
  void endsTheWholeTreeOfEachWindow() {
    PlaygroundManager windows = run();
    windows.open(BOT);
    List<ProcessHandle> processes = processes();
    assertThat(processes).as("npx and the Playground, twice").hasSize(4);

    windows.destroy();

    assertThat(processes).noneMatch(ProcessHandle::isAlive);
    assertThat(directory.resolve("requester/processes.json")).doesNotExist();
  }

  @Test
  void takesOverTheWindowsOfAKilledRun() throws IOException {
    run().open(BOT);
    List<ProcessHandle> before = processes();
    settings.directory().resolve("requester").resolve(FakePlayground.INSTALLED).toFile().delete();

    PlaygroundManager second = run();
    second.open(BOT);

    assertThat(processes()).containsExactlyInAnyOrderElementsOf(before);
    assertThat(directory.resolve("requester").resolve(FakePlayground.INSTALLED)).doesNotExist();
    second.destroy();
    assertThat(before).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void replacesAWindowThatTalksToAnotherBot() {
    run().open(BOT);
    List<ProcessHandle> before = processes();

    run().open(URI.create("http://127.0.0.1:3979/api/messages"));

    assertThat(before).noneMatch(ProcessHandle::isAlive);
    assertThat(processes()).hasSize(4).allMatch(ProcessHandle::isAlive);
  }

  @Test
  void refusesAPortThatAnotherProgramHoldsAndLeavesThatProgramAlone() throws IOException {
    HttpServer stranger =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stranger.createContext("/", exchange -> exchange.sendResponseHeaders(404, -1));
    stranger.start();
    try {
      settings = settings(stranger.getAddress().getPort(), settings.approverPort());
      assertThatThrownBy(() -> run().open(BOT))
          .isInstanceOf(PortInUseException.class)
          .hasMessage("Port %d is held by another program.", settings.requesterPort());
    } finally {
      stranger.stop(0);
    }
  }

  @Test
  void refusesAPlaygroundThatItDoesNotKnow() throws IOException {
    run().open(BOT);
    Files.delete(directory.resolve("approver/processes.json"));
    List<ProcessHandle> requester = processes("requester");
    try {
      PlaygroundManager second = run();
      assertThatThrownBy(() -> second.open(BOT))
          .hasMessageContaining("an Agents Playground that this Holdfast did not start");
    } finally {
      ProcessHandle.current()
          .descendants()
          .filter(process -> !requester.contains(process))
          .forEach(ProcessHandle::destroy);
    }
  }

  @Test
  void aRunThatOpenedNothingEndsNothing() {
    run().open(BOT);

    run().destroy();

    assertThat(processes()).hasSize(4).allMatch(ProcessHandle::isAlive);
  }

  @Test
  void saysWhereToLookWhenAWindowDoesNotStart() {
    List<String> broken = List.of("sh", "-c", "exit 1");

    run(() -> Optional.of(broken)).open(BOT);

    assertThat(console())
        .contains("it opened no chat windows: its process ended; see ")
        .contains("window.log")
        .contains(BOT.toString());
  }

  @Test
  void goesOnWithoutNode() {
    run(Optional::empty).open(BOT);

    assertThat(console()).contains("npx", "install Node.js", BOT.toString());
  }

  private PlaygroundManager run() {
    return run(() -> Optional.of(FakePlayground.command()));
  }

  private PlaygroundManager run(PlaygroundLauncher command) {
    PrintStream out = new PrintStream(console, true, StandardCharsets.UTF_8);
    PlaygroundManager windows = new PlaygroundManager(settings, command, out);
    runs.add(windows);
    return windows;
  }

  private LocalProperties settings(int requesterPort, int approverPort) {
    return new LocalProperties(
        true, requesterPort, approverPort, 0, directory, false, Duration.ofSeconds(30));
  }

  private String console() {
    return console.toString(StandardCharsets.UTF_8);
  }

  private List<String> installed(String window) throws IOException {
    return Files.readAllLines(directory.resolve(window).resolve(FakePlayground.INSTALLED));
  }

  private List<ProcessHandle> processes() {
    List<ProcessHandle> all = new ArrayList<>(processes("requester"));
    all.addAll(processes("approver"));
    return all;
  }

  private List<ProcessHandle> processes(String window) {
    return WindowProcessFile.read(directory.resolve(window).toAbsolutePath()).stream()
        .flatMap(record -> record.running().stream())
        .toList();
  }
}
