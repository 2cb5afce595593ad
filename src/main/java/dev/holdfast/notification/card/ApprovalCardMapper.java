package dev.holdfast.notification.card;


import dev.holdfast.card.DateTimeFormat;
import dev.holdfast.card.view.AutoRefresh;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.CheckRow;
import dev.holdfast.card.view.Tone;
import dev.holdfast.request.AcceptedWarning;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The card of those who decide, while there is something to decide. */
final class ApprovalCardMapper {

  /** The rule that says what is lost. */
  private static final String LOSS = "R13";

  private ApprovalCardMapper() {}

  static ApprovalView view(
      Request request,
      ViewerContext reading,
      Optional<Banner> banner,
      String commentError,
      Optional<AutoRefresh> refresh) {
    ZoneId zone = reading.zone();
    RequestDetails details = request.details();
    return new ApprovalView(
        request.id().toString(),
        RequestTexts.kind(details.spec()),
        banner,
        details.requester().name(),
        DateTimeFormat.both(details.createdAt(), zone),
        details.reason(),
        RequestTexts.side(details.spec().source()),
        RequestTexts.target(details.spec()),
        RequestTexts.point(details.spec(), zone),
        RequestTexts.pointName(details.spec()),
        RequestTexts.options(details.spec()),
        details.warnings().stream()
            .filter(ApprovalCardMapper::isLoss)
            .map(warning -> DateTimeFormat.spelledOut(warning.sentence(), zone))
            .toList(),
        warnings(details.warnings(), zone),
        request.approval().approvalCount() + " of " + details.approvals() + " approvals given",
        DateTimeFormat.both(details.expiresAt(), zone),
        RequestTexts.decisions(request, zone),
        commentError,
        reading.reader() == Reader.DECIDES
            ? Optional.of(RequestTexts.idAndVersion(request))
            : Optional.empty(),
        refresh);
  }

  private static List<CheckRow> warnings(List<AcceptedWarning> warnings, ZoneId zone) {
    return warnings.stream()
        .filter(warning -> !isLoss(warning))
        .map(
            warning ->
                new CheckRow(
                    Tone.ATTENTION,
                    DateTimeFormat.spelledOut(warning.sentence(), zone),
                    Optional.empty()))
        .toList();
  }

  private static boolean isLoss(AcceptedWarning warning) {
    return warning.rule().equals(LOSS);
  }
}
