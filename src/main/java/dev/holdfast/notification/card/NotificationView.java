package dev.holdfast.notification.card;

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
 * @param title such as {@code Contoso Dev is restored}
 * @param sentence what happened, complete in itself
 * @param from and {@code to}: the environments it is about; for a backup, and for whatever is about
 *     one environment, only {@code from}
 * @param facts a few: duration, restore point, requested by
 * @param nextSteps what there is to do now, a sentence each
 * @param service the service's own words on a failure
 * @param requestId such as {@code R-1042}; may be empty
 * @param open data of {@code request.show}; empty for no button
 */
public record NotificationView(
    String title,
    Tone tone,
    String sentence,
    Optional<EnvironmentSummary> from,
    Optional<EnvironmentSummary> to,
    List<Fact> facts,
    List<String> nextSteps,
    Optional<ServiceErrorDetails> service,
    String requestId,
    Optional<Map<String, String>> open)
    implements CardView {

  @Override
  public String template() {
    return "notice";
  }

  @Override
  public Message summary() {
    return Message.of("card.notice.summary", "title", title, "sentence", sentence);
  }
}
