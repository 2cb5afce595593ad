package dev.holdfast.webhook;

import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;

import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.support.ParkedTasks;
import dev.holdfast.testing.Workbench;
import dev.holdfast.testing.plans.Exercise;
import dev.holdfast.webhook.WebhookProperties.Endpoint;
import java.net.URI;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** What the package asks the database. */
public final class QueriesOfWebhooks implements Exercise {

  private static final Endpoint HOOK =
      Hooks.endpoint("hook-1", URI.create("https://hooks.example/"));

  /** No configuration by annotation, which every Holdfast of a test would find. */
  static class HowLong {

    @Bean
    static KeptEvents keptEvents() {
      return new KeptEvents(Hooks.of(HOOK), Workbench.RETENTION);
    }
  }

  @Override
  public List<Class<?>> beans() {
    return List.of(
        WebhookEventRepository.class,
        WebhookBacklog.class,
        GoneEndpoints.class,
        HowLong.class,
        ExpiredWebhookEvents.class);
  }

  @Override
  public void run(ApplicationContext context) {
    WebhookEventRepository events = context.getBean(WebhookEventRepository.class);
    RequestId request = new RequestId(4711);
    long id =
        events.add(
            HOOK.name(),
            new RequestEvent(
                request, 2, RequestEventType.APPROVED, RequestState.APPROVED, MEGAN, NOW, ""),
            "event",
            "{}",
            NOW);
    events.find(id);
    events.first(HOOK.name(), request);
    events.failed(id, "503");
    events.giveUp(id, "410", NOW);
    events.revive(id, NOW);
    events.delivered(id, NOW);
    events.delete(id);
    context.getBean(WebhookBacklog.class).count();
    context.getBean(WebhookBacklog.class).byEndpoint();
    GoneEndpoints gone = context.getBean(GoneEndpoints.class);
    gone.add(HOOK, NOW);
    gone.goneSince(HOOK);
    gone.forget(HOOK.name());
    context.getBean(ExpiredWebhookEvents.class).delete(10);
    context.getBean(ParkedTasks.class).releaseAll(WebhookTask.NAME);
  }
}
