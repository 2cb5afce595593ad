package dev.holdfast.teams;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import dev.holdfast.HoldfastApplication;
import dev.holdfast.card.Card;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.request.Request;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.teams.inbound.MessagesController;
import dev.holdfast.testing.Lane;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All of Holdfast with one request in it that waits for approval. Nothing leaves it, and what it
 * stores to be done is not done.
 */
public final class WholeHoldfast implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final JdbcClient jdbc;
  private final Request request = Samples.awaiting(1);

  private WholeHoldfast(ConfigurableApplicationContext context) {
    this.context = context;
    this.jdbc = context.getBean(JdbcClient.class);
    var requests = context.getBean(RequestRepository.class);
    context
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(status -> requests.add(request, request.submitted()));
  }

  public static WholeHoldfast start(TestDatabase database) {
    Lane.requires(Lane.APPLICATION);
    var arguments = new ArrayList<>(database.arguments());
    arguments.addAll(
        List.of(
            "--server.port=0",
            "--db-scheduler.enabled=false",
            "--holdfast.local.windows=false",
            "--holdfast.simulator.enabled=false",
            "--holdfast.admin-api.base-url=http://127.0.0.1:1",
            "--holdfast.teams.limits.per-conversation=100000000",
            "--holdfast.teams.limits.per-sender=100000000",
            "--holdfast.teams.limits.searches-per-sender=100000000",
            "--logging.level.dev.holdfast=error"));
    return new WholeHoldfast(
        new SpringApplicationBuilder(HoldfastApplication.class, Silence.class)
            .profiles("local")
            .registerShutdownHook(false)
            .run(arguments.toArray(String[]::new)));
  }

  public MessagesController endpoint() {
    return context.getBean(MessagesController.class);
  }

  /** The request as it was at the start. */
  public Request request() {
    return request;
  }

  /** All that nobody has asked for in earnest here. */
  public Map<String, List<String>> state() {
    return Map.of(
        "requests", rows("requests"),
        "audit", rows("audit where request_version is not null"),
        "drafts", rows("drafts"),
        "subscriptions", rows("subscriptions"),
        "outbox", rows("outbox"));
  }

  /** How many answers are waiting to be given. */
  public long waiting() {
    return count("scheduled_tasks");
  }

  /**
   * How many people and conversations are known, which cards they have asked to see, and which of
   * them were refused what.
   */
  public long known() {
    return count("people")
        + count("conversations")
        + count("posts")
        + count("audit where request_version is null");
  }

  /** A day passes. */
  public void answersAndForgets() {
    jdbc.sql("delete from scheduled_tasks").update();
    jdbc.sql("delete from activities_seen").update();
  }

  private List<String> rows(String table) {
    return jdbc.sql("select * from " + table).query().listOfRows().stream()
        .map(String::valueOf)
        .toList();
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  @Override
  public void close() {
    context.close();
  }

  static class Silence {

    @Bean
    SchedulerClient stored(DataSource database, List<Task<?>> tasks) {
      return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database), tasks)
          .serializer(new Jackson3Serializer())
          .build();
    }

    @Bean
    @Primary
    Messenger nobody() {
      return new Messenger() {
        @Override
        public Posted post(Address to, Card card) {
          return new Posted("nowhere", "1");
        }

        @Override
        public Posted say(Address to, String text) {
          return new Posted("nowhere", "1");
        }

        @Override
        public void showTyping(String conversation) {}

        @Override
        public void update(Posted message, Card card) {}
      };
    }
  }
}
