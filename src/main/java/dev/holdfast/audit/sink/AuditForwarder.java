package dev.holdfast.audit.sink;

import dev.holdfast.audit.AuditExporter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Forwards what the audit log has and the sink doesn't, in the order of the chain. A batch counts
 * when the sink has it; after a crash in between it comes again, so each line can come twice, and
 * none is left out.
 */
@Component
class AuditForwarder {

  static final int BATCH = 200;

  /** Of one run; the next goes on. */
  private static final int MOST_BATCHES = 50;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 7;

  private static final Logger log = LoggerFactory.getLogger(AuditForwarder.class);

  private final Optional<AuditSink> sink;
  private final AuditExporter exporter;
  private final SinkPositions positions;
  private final Clock clock;

  AuditForwarder(
      AuditProperties properties, AuditExporter exporter, SinkPositions positions, Clock clock) {
    this.sink = sink(properties.sink());
    this.exporter = exporter;
    this.positions = positions;
    this.clock = clock;
  }

  private static Optional<AuditSink> sink(AuditProperties.Sink sink) {
    return sink.file()
        .<AuditSink>map(file -> new FileSink(Path.of(file)))
        .or(() -> sink.url().map(url -> new EndpointSink(url, sink.authorization())));
  }

  /** Forwards some batches, unless it's to wait after a failure. */
  void forward() {
    if (sink.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    if (positions.get().retryAt().filter(now::isBefore).isPresent()) {
      return;
    }
    int batches = 0;
    while (batches < MOST_BATCHES && forwardBatch(sink.get())) {
      batches++;
    }
  }

  /** Whether there may be more. */
  private boolean forwardBatch(AuditSink to) {
    SinkPosition from = positions.get();
    List<AuditExporter.Line> lines = exporter.behind(from.position(), BATCH);
    if (lines.isEmpty()) {
      return false;
    }
    try {
      to.take(lines.stream().map(AuditExporter.Line::json).toList());
    } catch (IOException e) {
      failed(from, e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    if (from.failures() > 0) {
      log.info("The audit log is forwarded again");
    }
    long last = lines.get(lines.size() - 1).position();
    return positions.sent(from.position(), last, clock.instant()) && lines.size() == BATCH;
  }

  private void failed(SinkPosition from, IOException why) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(from.failures(), MOST_DOUBLINGS));
    if (from.failures() == 0) {
      log.warn("The audit log isn't forwarded, trying again: {}", why.toString());
    }
    positions.failed(from.failures() + 1, clock.instant().plus(pause), why.toString());
  }
}
