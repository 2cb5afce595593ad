package dev.holdfast.approval.window;

import dev.holdfast.testing.Goldens;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names that are stored in a column: other versions read and write them too. */
class StoredWindowNamesTest {

  @Test
  void theKindsOfPointsStay() {
    Goldens.assertNames(
        "columns/approval_window_events.kind.txt",
        Stream.of(WindowPoint.Kind.values()).map(Enum::name).toList());
  }
}
