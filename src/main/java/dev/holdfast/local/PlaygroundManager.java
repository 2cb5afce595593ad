package dev.holdfast.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.client.RestClientException;

/**
 * Opens a chat window for the person who asks and one for the person who approves as soon as
 * Holdfast serves, and ends them with it. Windows that a killed Holdfast left behind are taken
 * over: they still hold the conversation, and pages that are open on them go on.
 */
final class PlaygroundManager implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(PlaygroundManager.class);
  private static final long LOOK_EVERY_MILLIS = 100;

  private final LocalProperties settings;
  private final PlaygroundLauncher command;
  private final StartupInstructions invitation;
  private final List<PlaygroundWindow> windows;
  private final Queue<WindowProcess> open = new ConcurrentLinkedQueue<>();
  private volatile boolean closing;

  PlaygroundManager(LocalProperties settings, PlaygroundLauncher command, PrintStream console) {
    this.settings = settings;
    this.command = command;
    this.invitation = new StartupInstructions(console);
    this.windows = PlaygroundWindow.all(settings);
  }

  @EventListener
  void onReady(ApplicationReadyEvent event) {
    String port =
        event.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port");
    open(URI.create("http://127.0.0.1:" + port + "/api/messages"));
  }

  /**
   * Opens the windows and says so on the console, or says how else to talk to the bot.
   *
   * @throws PortInUseException when a port is held by a program that is not ours
   */
  void open(URI botEndpoint) {
    if (!settings.windows()) {
      invitation.withoutWindows("they are switched off (holdfast.local.windows)", botEndpoint);
      return;
    }
    Optional<List<String>> start = command.find();
    if (start.isEmpty()) {
      invitation.withoutWindows("npx, which comes with Node.js, is not on the PATH", botEndpoint);
      return;
    }
    try {
      for (PlaygroundWindow window : windows) {
        open(window, start.get(), botEndpoint);
      }
      invitation.to(windows);
    } catch (IOException | RestClientException | WindowFailedException e) {
      if (!closing) {
        log.warn("A chat window did not start. Holdfast goes on without it. {}", e.toString());
        invitation.withoutWindows(String.valueOf(e.getMessage()), botEndpoint);
      }
    }
  }

  private void open(PlaygroundWindow window, List<String> start, URI botEndpoint)
      throws IOException {
    WindowProcess process = new WindowProcess(window);
    PlaygroundClient playground = PlaygroundClient.at(window.address());
    if (isOurs(window, playground, botEndpoint)) {
      open.add(process);
      log.info("Took over the window of {}, left by an earlier run", window.person().displayName());
      return;
    }
    process.end();
    requireFree(window, playground);
    open.add(process);
    Process started = process.start(start, botEndpoint, settings.openBrowser());
    awaitAnswer(started, playground, process);
    process.remember(botEndpoint, started);
    window.conversations().forEach(playground::install);
  }

  private static boolean isOurs(
      PlaygroundWindow window, PlaygroundClient playground, URI botEndpoint) {
    return WindowProcessFile.read(window.directory())
            .filter(record -> record.botEndpoint().equals(botEndpoint))
            .filter(record -> !record.running().isEmpty())
            .isPresent()
        && playground.shows(window);
  }

  /** The Playground itself would quietly move to a random port. */
  private static void requireFree(PlaygroundWindow window, PlaygroundClient playground) {
    try (ServerSocket probe = new ServerSocket(window.port())) {
      log.debug("Port {} is free", probe.getLocalPort());
    } catch (IOException e) {
      throw new PortInUseException(
          window.port(),
          playground.answers()
              ? "an Agents Playground that this Holdfast did not start"
              : "another program");
    }
  }

  private void awaitAnswer(Process started, PlaygroundClient playground, WindowProcess process) {
    long deadline = System.nanoTime() + settings.startWithin().toNanos();
    try {
      while (!playground.answers()) {
        if (started.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
          throw new WindowFailedException("its process ended; see " + process.log());
        }
        if (System.nanoTime() - deadline > 0) {
          throw new WindowFailedException(
              "it did not answer within " + settings.startWithin() + "; see " + process.log());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WindowFailedException("its start was interrupted");
    }
  }

  /** Ends the windows that this run opened or took over, and no other. */
  @Override
  public void destroy() {
    closing = true;
    open.forEach(WindowProcess::end);
  }

  private static final class WindowFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WindowFailedException(String why) {
      super(why);
    }
  }
}
