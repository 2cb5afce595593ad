package dev.holdfast.notification.card;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.holdfast.card.CardView;
import dev.holdfast.card.view.EnvironmentSummary;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.ServiceErrorDetails;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something happened that its reader should know. It is sent alone, so title and sentence are also
 * the toast.
 *
 * @param from and {@code to}: the environments it is about; for a backup, and for whatever is about
 *     one environment, only {@code from}
 * @param facts a few: duration, restore point, requested by
 * @param nextSteps what there is to do now, a sentence each
 * @param service the service's own words on a failure
 * @param link the request it is about
 */
public record NotificationView(
    @JsonUnwrapped Headline headline,
    Optional<EnvironmentSummary> from,
    Optional<EnvironmentSummary> to,
    List<Fact> facts,
    List<String> nextSteps,
    Optional<ServiceErrorDetails> service,
    @JsonUnwrapped RequestLink link)
    implements CardView {

  /**
   * What happened.
   *
   * @param title such as {@code Contoso Dev is restored}
   * @param sentence complete in itself
   */
  public record Headline(String title, Tone tone, String sentence) {}

  /**
   * How to get to a request.
   *
   * @param requestId such as {@code R-1042}; may be empty
   * @param open data of {@code request.show}; empty for no button
   */
  public record RequestLink(String requestId, Optional<Map<String, String>> open) {}

  @Override
  public String template() {
    return "notice";
  }

  @Override
  public Message summary() {
    return Message.of(
        "card.notice.summary", "title", headline.title(), "sentence", headline.sentence());
  }
}
