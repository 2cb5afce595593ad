package dev.holdfast.local;

import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** What the console tells the person who has just started Holdfast on one machine. */
final class StartupInstructions {

  private final PrintStream console;

  StartupInstructions(PrintStream console) {
    this.console = console;
  }

  void to(List<PlaygroundWindow> windows) {
    String addresses =
        windows.stream()
            .map(
                window ->
                    "  %-28s %s"
                        .formatted(
                            window.person().displayName() + ", " + window.role(), window.address()))
            .collect(Collectors.joining(System.lineSeparator()));
    console.printf(
        """

        Holdfast is ready. Open the windows in a browser first; a page that is not open misses what
        is said:

        %s

        Three things to try:
          1. As Alex:  restore Contoso UAT to Contoso Dev at yesterday 18:00
          2. As Megan: approve it in Finance operations - Approvals, or in the chat with Holdfast
          3. As either: status

        Ctrl-C ends Holdfast and its windows.

        """,
        addresses);
  }

  void withoutWindows(String why, URI botEndpoint) {
    console.printf(
        """

        Holdfast is ready, but it opened no chat windows: %s.
        To get them, install Node.js 20 or newer and start Holdfast again. Any other Bot Framework
        client can talk to it too, at %s.

        """,
        why, botEndpoint);
  }
}
