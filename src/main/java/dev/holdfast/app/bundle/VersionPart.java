package dev.holdfast.app.bundle;

import dev.holdfast.support.BuildVersion;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** What runs here. */
public final class VersionPart {

  private VersionPart() {}

  public static List<String> lines(BuildVersion version, Clock clock) {
    Runtime machine = Runtime.getRuntime();
    return List.of(
        "written: " + clock.instant(),
        version.line(),
        "Java: " + System.getProperty("java.vendor") + " " + Runtime.version(),
        "system: "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        "processors: " + machine.availableProcessors(),
        "memory at most: " + machine.maxMemory() / (1024 * 1024) + " MB",
        "zone and language: " + ZoneId.systemDefault() + ", " + Locale.getDefault());
  }
}
