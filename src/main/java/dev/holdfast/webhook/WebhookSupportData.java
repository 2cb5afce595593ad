package dev.holdfast.webhook;

import dev.holdfast.doctor.SupportData;
import dev.holdfast.webhook.WebhookBacklog.OfEndpoint;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How many events haven't arrived, by endpoint. */
@Component
class WebhookSupportData implements SupportData {

  private final WebhookProperties webhooks;
  private final WebhookBacklog backlog;
  private final GoneEndpoints gone;

  WebhookSupportData(WebhookProperties webhooks, WebhookBacklog backlog, GoneEndpoints gone) {
    this.webhooks = webhooks;
    this.backlog = backlog;
    this.gone = gone;
  }

  @Override
  public String fileName() {
    return "webhooks.txt";
  }

  @Override
  public List<String> lines() {
    Stream<String> away =
        webhooks.endpoints().stream()
            .flatMap(
                each ->
                    gone.goneSince(each).stream()
                        .map(since -> each.name() + " answered 410 Gone at " + since));
    return Stream.of(
            Stream.of("endpoints: " + webhooks.endpoints().size()),
            backlog.byEndpoint().stream().map(WebhookSupportData::line),
            away)
        .flatMap(each -> each)
        .toList();
  }

  private static String line(OfEndpoint one) {
    return "%s %s: %d %s"
        .formatted(
            one.endpoint(),
            one.state().name().toLowerCase(Locale.ROOT),
            one.events(),
            one.trouble().orElse(""))
        .strip();
  }
}
