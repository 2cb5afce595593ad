package dev.holdfast.app;

import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.event.RequestEventListeners;
import dev.holdfast.testing.Goldens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The page about the events is made from the list of listeners, and can't differ from it. */
class EventsPageTest {

  @Test
  void thePageShowsWhoIsToldOfWhat() {
    RequestEventListeners listeners =
        RequestEventConfiguration.requestEventListeners(new StaticListableBeanFactory());
    List<String> lines =
        new ArrayList<>(
            List.of(
                "# Events",
                "",
                "Made from `RequestEventConfiguration` by `EventsPageTest`; don't edit it. Write it"
                    + " anew with `-Dgoldens=rewrite`.",
                "",
                "What happens to a request is told to these listeners, in this order, in the"
                    + " transaction that saves the request. They write rows and call nobody, so all"
                    + " of it is committed or none.",
                "",
                "| event | listeners |",
                "| --- | --- |"));
    for (RequestEventType type : RequestEventType.values()) {
      lines.add("| %s | %s |".formatted(type, String.join(", ", listeners.namesFor(type))));
    }
    Goldens.assertLines(Path.of("src/docs/EVENTS.md"), lines);
  }
}
