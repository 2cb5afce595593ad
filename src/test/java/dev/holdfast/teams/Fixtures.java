package dev.holdfast.teams;

import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** Values that several tests need. */
final class Fixtures {

  static final TeamsProperties PROPERTIES =
      new TeamsProperties(
          null,
          null,
          List.of("localhost", "127.0.0.1"),
          null,
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          DataSize.ofKilobytes(256));

  private Fixtures() {}
}
