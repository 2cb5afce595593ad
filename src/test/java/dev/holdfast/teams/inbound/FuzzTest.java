package dev.holdfast.teams.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.holdfast.request.Request;
import dev.holdfast.teams.Activities;
import dev.holdfast.teams.Mutants;
import dev.holdfast.teams.WholeHoldfast;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Lane;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends mutants of real activities to the endpoint of the whole of Holdfast: 20,000 in {@code
 * verify}, a million with {@code mvn -Pfuzz test -Dtest=FuzzTest}. A failure names the fewest steps
 * that lead to it and the bytes.
 */
@Tag(Lane.APPLICATION)
class FuzzTest {

  private static final int MUTANTS = Integer.getInteger("tests.mutants", 20_000);
  private static final long SEED = Long.getLong("tests.mutants.seed", 20261123);
  private static final int A_LITTLE_LATER = 2000;

  /** What the short lists of a mutant's parts can make known. */
  private static final int KNOWN_OF_THE_LISTS = 400;

  /** Bytes that are changed at random sometimes make an id that was never seen. */
  private static final int ONE_NEW_ID_IN = 2000;

  private static final Set<Integer> STATUSES = Set.of(200, 400, 403, 413);

  private final ListAppender<ILoggingEvent> incidents = new ListAppender<>();
  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();
  private WholeHoldfast holdfast;
  private Mutants mutants;

  @BeforeEach
  void start() {
    holdfast = WholeHoldfast.start(Databases.H2.fresh());
    mutants =
        new Mutants(
            Stream.concat(Activities.captured().stream(), clicks()).map(this::here).toList());
    quiet(Level.ERROR);
    incidents.start();
    ((Logger) LoggerFactory.getLogger(UnexpectedErrorReporter.class)).addAppender(incidents);
  }

  @AfterEach
  void stop() {
    ((Logger) LoggerFactory.getLogger(UnexpectedErrorReporter.class)).detachAppender(incidents);
    quiet(Level.INFO);
    holdfast.close();
  }

  @Test
  void nothingThatIsSentBreaksChangesOrFillsAnything() throws IOException {
    var before = holdfast.state();
    var random = new Random(SEED);
    var usedEarly = 0L;
    int[] answered = new int[600];
    for (int sent = 1; sent <= MUTANTS; sent++) {
      var steps = Mutants.steps(random);
      var answer = send(steps);
      if (!isSound(answer)) {
        throw failure(steps);
      }
      answered[answer.getStatusCode().value()]++;
      if (sent % A_LITTLE_LATER == 0) {
        assertThat(holdfast.waiting()).isLessThanOrEqualTo(A_LITTLE_LATER);
        holdfast.answersAndForgets();
      }
      if (sent == MUTANTS / 4) {
        usedEarly = used();
      }
    }
    assertThat(holdfast.state()).isEqualTo(before);
    assertThat(answered[200]).isGreaterThan(MUTANTS / 3);
    assertThat(answered[400]).isGreaterThan(MUTANTS / 50);
    assertThat(holdfast.known())
        .as("people, conversations, cards and refusals")
        .isLessThan(KNOWN_OF_THE_LISTS + MUTANTS / ONE_NEW_ID_IN);
    var usedLate = used();
    System.out.printf(
        "%,d mutants: %,d taken, %,d no activity, %,d refused, %,d too large; %,d KB used at a"
            + " quarter, %,d KB at the end; %d known%n",
        MUTANTS,
        answered[200],
        answered[400],
        answered[403],
        answered[413],
        usedEarly / 1024,
        usedLate / 1024,
        holdfast.known());
    assertThat(usedLate).isLessThan(usedEarly + 16 * 1024 * 1024);
  }

  private boolean isSound(ResponseEntity<byte[]> answer) {
    var body = answer.getBody() == null ? "" : new String(answer.getBody(), StandardCharsets.UTF_8);
    return STATUSES.contains(answer.getStatusCode().value())
        && Stream.of("Exception", "InternalError", "dev.holdfast").noneMatch(body::contains)
        && incidents.list.isEmpty()
        && Locale.getDefault().equals(locale)
        && TimeZone.getDefault().equals(zone);
  }

  /** One after the other, so that each runs at once and isn't deferred. */
  @SuppressWarnings("unchecked")
  private ResponseEntity<byte[]> send(List<Long> steps) throws IOException {
    var request = new MockHttpServletRequest("POST", "/api/messages");
    request.setContent(mutants.bytes(steps));
    return (ResponseEntity<byte[]>) holdfast.endpoint().receive(request);
  }

  /** Leaves out the steps without which it fails as well. */
  private AssertionError failure(List<Long> steps) throws IOException {
    var what =
        incidents.list.isEmpty()
            ? "no incident"
            : incidents.list.get(0).getThrowableProxy().getClassName()
                + ": "
                + incidents.list.get(0).getThrowableProxy().getMessage();
    var fewest = steps;
    for (var step : steps.subList(1, steps.size())) {
      var fewer = new ArrayList<>(fewest);
      fewer.remove(step);
      incidents.list.clear();
      if (!isSound(send(fewer))) {
        fewest = fewer;
      }
    }
    incidents.list.clear();
    var answer = send(fewest);
    return new AssertionError(
        "%s; steps %s answered %s: %s"
            .formatted(
                what, fewest, answer, new String(mutants.bytes(fewest), StandardCharsets.UTF_8)));
  }

  /** Bytes on the heap once the garbage is gone. */
  private static long used() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  /** What somebody may press who is neither the requester nor an approver. */
  private Stream<ObjectNode> clicks() {
    var request = holdfast.request();
    return Stream.of("request.approve", "request.reject", "request.cancel", "restore.submit")
        .flatMap(
            verb -> {
              var execute = Activities.execute();
              var action = execute.withObject("value").withObject("action");
              fill(action.put("verb", verb).withObject("data"), request);
              var submit = Activities.submit();
              fill(submit.withObject("value").put("verb", verb), request);
              return Stream.of(execute, submit);
            });
  }

  private static void fill(ObjectNode data, Request request) {
    data.put("requestId", request.id().toString())
        .put("version", Long.toString(request.version()))
        .put("digest", request.details().digest().hex())
        .put("comment", "**done**")
        .put("draft", "d-1")
        .put("confirm", "Contoso Dev");
  }

  private ObjectNode here(ObjectNode activity) {
    return activity.put("serviceUrl", "http://127.0.0.1:1/connector");
  }

  private static void quiet(Level level) {
    ((Logger) LoggerFactory.getLogger("dev.holdfast")).setLevel(level);
  }
}
