package dev.holdfast.notification.card;

import dev.holdfast.approval.Permission;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.AutoRefresh;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.CheckRow;
import dev.holdfast.card.view.Tone;
import dev.holdfast.notification.card.ticket.TicketFacts;
import dev.holdfast.operation.Operation;
import dev.holdfast.operation.start.StartFacts;
import dev.holdfast.request.AcceptedWarning;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The card of those who decide, while there is something to decide. */
final class ApprovalCardMapper {

  /** The rule that says what is lost. */
  private static final String LOSS = "R13";

  private ApprovalCardMapper() {}

  static ApprovalView view(
      Request request,
      Operation<?> operation,
      RequestSubject subject,
      ViewerContext reading,
      Optional<Banner> banner,
      String commentError,
      Optional<AutoRefresh> refresh) {
    CardTexts texts = new CardTexts(reading.zone());
    RequestDetails details = request.details();
    return new ApprovalView(
        new ApprovalView.Heading(
            request.id().toString(),
            RequestTexts.kind(request, operation, texts),
            texts.of(operation.approvalTitle()),
            banner),
        new ApprovalView.Submission(
            RequestTexts.requester(request, texts),
            texts.at(details.submission().at()),
            details.reason()),
        subject,
        Stream.of(
                StartFacts.of(request.queue().planned(), texts),
                TicketFacts.of(request, texts),
                EmergencyTexts.facts(request, texts),
                operation.optionsWithSafetyBackup(texts),
                RequestTexts.environments(details.spec(), texts))
            .flatMap(List::stream)
            .toList(),
        findings(details.warnings(), texts),
        approvals(request, texts),
        new ApprovalView.Decision(
            commentError,
            reading.may(Permission.APPROVE)
                ? Optional.of(RequestTexts.idAndVersion(request))
                : Optional.empty(),
            refresh));
  }

  private static ApprovalView.Findings findings(List<AcceptedWarning> warnings, CardTexts texts) {
    return new ApprovalView.Findings(
        warnings.stream()
            .filter(ApprovalCardMapper::isLoss)
            .map(warning -> texts.of(warning.message()))
            .toList(),
        warnings(warnings, texts));
  }

  private static ApprovalView.Approvals approvals(Request request, CardTexts texts) {
    return new ApprovalView.Approvals(
        texts.of(RequestTexts.approvals(request)),
        texts.at(request.terms().expiresAt()),
        RequestTexts.decisions(request, texts));
  }

  private static List<CheckRow> warnings(List<AcceptedWarning> warnings, CardTexts texts) {
    return warnings.stream()
        .filter(warning -> !isLoss(warning))
        .map(warning -> new CheckRow(Tone.ATTENTION, texts.of(warning.message()), Optional.empty()))
        .toList();
  }

  private static boolean isLoss(AcceptedWarning warning) {
    return warning.rule().equals(LOSS);
  }
}
