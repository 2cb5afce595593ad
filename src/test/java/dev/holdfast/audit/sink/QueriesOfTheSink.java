package dev.holdfast.audit.sink;

import static dev.holdfast.testing.Samples.NOW;

import dev.holdfast.audit.AuditExporter;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.testing.plans.Exercise;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mockito.Mockito;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the package asks the database. */
public final class QueriesOfTheSink implements Exercise {

  /** No configuration by annotation, which every Holdfast of a test would find. */
  static class Seals {

    @Bean
    static SealPosts sealPosts(JdbcClient jdbc, Clock clock) {
      AuditExporter exporter = Mockito.mock(AuditExporter.class);
      Mockito.when(exporter.seal()).thenReturn(new AuditExporter.Seal(5, "hash"));
      AuditProperties properties = Mockito.mock(AuditProperties.class);
      Mockito.when(properties.sealChannel()).thenReturn(Optional.of("channel"));
      Messenger messenger = Mockito.mock(Messenger.class);
      return new SealPosts(properties, () -> messenger, exporter, jdbc, clock);
    }
  }

  @Override
  public List<Class<?>> beans() {
    return List.of(SinkPositions.class, Seals.class);
  }

  @Override
  public void run(ApplicationContext context) {
    context.getBean(SealPosts.class).postIfDue();
    SinkPositions positions = context.getBean(SinkPositions.class);
    positions.get();
    positions.sent(0, 10, NOW);
    positions.failed(1, NOW, "refused");
  }
}
