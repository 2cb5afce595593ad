package dev.holdfast.chat;

import static dev.holdfast.testing.Samples.restore;

import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.holdfast.app.OperationCatalogConfiguration;
import dev.holdfast.bot.dispatch.ActivityDeduplicator;
import dev.holdfast.bot.dispatch.AddressedReply;
import dev.holdfast.bot.dispatch.ExpiredActivities;
import dev.holdfast.bot.dispatch.ReplyTaskStore;
import dev.holdfast.messaging.Address;
import dev.holdfast.operation.draft.DraftInputs;
import dev.holdfast.operation.draft.DraftQueries;
import dev.holdfast.operation.draft.DraftRepository;
import dev.holdfast.operation.draft.ExpiredDrafts;
import dev.holdfast.operation.draft.ReviewedDraft;
import dev.holdfast.operation.restore.RestoreFormInput;
import dev.holdfast.request.store.RequestJsonFactory;
import dev.holdfast.testing.plans.Exercise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** What the package asks the database. */
public final class QueriesOfTheChat implements Exercise {

  /** The first of those that a table that has grown holds. */
  private static final Instant LONG_AGO = Instant.parse("2024-01-08T00:00:30Z");

  /** The document of a draft for a table that has grown. */
  public static String document() {
    return RequestJsonFactory.mapper(OperationCatalogConfiguration.operationCatalog())
        .writeValueAsString(draft("draft-1"));
  }

  private static ReviewedDraft draft(String id) {
    return new ReviewedDraft(
        id,
        "id-alex",
        DraftInputs.stored(RestoreFormInput.of(Map.of())),
        restore(),
        List.of(),
        "",
        LONG_AGO,
        false);
  }

  @Override
  public List<Class<?>> beans() {
    return List.of(
        DraftRepository.class,
        ExpiredActivities.class,
        ExpiredDrafts.class,
        ActivityDeduplicator.class,
        ReplyTaskStore.class);
  }

  @Override
  public void run(ApplicationContext context) {
    DraftRepository drafts = context.getBean(DraftRepository.class);
    drafts.add(draft("a new one"));
    drafts.replace(draft("draft-500"));
    DraftQueries.run(drafts, "draft-500");
    drafts.find("draft-500");
    ActivityDeduplicator retries = context.getBean(ActivityDeduplicator.class);
    retries.takeOnce("activity-500", () -> {});
    retries.keep("activity-500", AddressedReply.text(new Address.Person("id-500"), "Hello"));
    retries.keep("a new one", AddressedReply.text(new Address.Person("id-500"), "Hello"));
    retries.kept("activity-500");
    retries.forgetReply("activity-500");
    context.getBean(ExpiredActivities.class).delete(50);
    context.getBean(ExpiredDrafts.class).delete(50);
    tasks(context.getBean(ReplyTaskStore.class));
  }

  private static void tasks(ReplyTaskStore tasks) {
    TaskInstanceId task = TaskInstanceId.of("drive-request", "R-500");
    tasks.postpone(task, LONG_AGO.plus(Duration.ofDays(20_000)));
    tasks.extend(List.of(task), LONG_AGO.plus(Duration.ofDays(20_000)));
    tasks.postponeAfterFailure(task, LONG_AGO.plus(Duration.ofDays(20_000)));
    tasks.remove(List.of(task));
  }
}
