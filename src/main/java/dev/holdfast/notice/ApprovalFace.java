package dev.holdfast.notice;

import dev.holdfast.card.ApprovalView;
import dev.holdfast.card.Banner;
import dev.holdfast.card.CheckLine;
import dev.holdfast.card.Refresh;
import dev.holdfast.card.Times;
import dev.holdfast.card.Tone;
import dev.holdfast.request.Request;
import dev.holdfast.request.Terms;
import dev.holdfast.request.Warning;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The card of those who decide, while there is something to decide. */
final class ApprovalFace {

  /** The rule that says what is lost. */
  private static final String LOSS = "R13";

  private ApprovalFace() {}

  static ApprovalView view(
      Request request,
      Reading reading,
      Optional<Banner> banner,
      String commentError,
      Optional<Refresh> refresh) {
    ZoneId zone = reading.zone();
    Terms terms = request.terms();
    return new ApprovalView(
        request.id().toString(),
        RequestWords.kind(terms.work()),
        banner,
        terms.requester().name(),
        Times.both(terms.createdAt(), zone),
        terms.reason(),
        RequestWords.side(terms.work().source()),
        RequestWords.target(terms.work()),
        RequestWords.point(terms.work(), zone),
        RequestWords.pointName(terms.work()),
        RequestWords.options(terms.work()),
        terms.warnings().stream()
            .filter(ApprovalFace::isLoss)
            .map(warning -> Times.spelledOut(warning.sentence(), zone))
            .toList(),
        warnings(terms.warnings(), zone),
        request.approving().given() + " of " + terms.approvals() + " approvals given",
        Times.both(terms.expiresAt(), zone),
        RequestWords.decisions(request, zone),
        commentError,
        reading.reader() == Reader.DECIDES
            ? Optional.of(RequestWords.idAndVersion(request))
            : Optional.empty(),
        refresh);
  }

  private static List<CheckLine> warnings(List<Warning> warnings, ZoneId zone) {
    return warnings.stream()
        .filter(warning -> !isLoss(warning))
        .map(
            warning ->
                new CheckLine(
                    Tone.ATTENTION, Times.spelledOut(warning.sentence(), zone), Optional.empty()))
        .toList();
  }

  private static boolean isLoss(Warning warning) {
    return warning.rule().equals(LOSS);
  }
}
