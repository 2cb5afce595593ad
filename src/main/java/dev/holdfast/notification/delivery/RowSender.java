package dev.holdfast.notification.delivery;

import dev.holdfast.message.ReaderLanguage;
import dev.holdfast.messaging.ReaderLanguages;
import dev.holdfast.notification.policy.PolicyCardSender;
import dev.holdfast.notification.store.OutboxRepository;
import org.springframework.stereotype.Component;

/**
 * Sends what a row of the outbox asks for: about a request, a freeze, a delegation, a series, or a
 * policy.
 */
@Component
class RowSender {

  private final NotificationSender requests;
  private final FreezeAnnouncement freezes;
  private final DelegationAnnouncement delegations;
  private final SeriesAnnouncement series;
  private final WindowNotices windows;
  private final PolicyCardSender policies;
  private final ReaderLanguages languages;

  RowSender(
      NotificationSender requests,
      FreezeAnnouncement freezes,
      DelegationAnnouncement delegations,
      SeriesAnnouncement series,
      WindowNotices windows,
      PolicyCardSender policies,
      ReaderLanguages languages) {
    this.languages = languages;
    this.requests = requests;
    this.freezes = freezes;
    this.delegations = delegations;
    this.series = series;
    this.windows = windows;
    this.policies = policies;
  }

  /** Whether it is to be a new message, of which there could be two. */
  boolean sendsAnew(OutboxRepository.Row row) {
    return row.policyCard().isPresent()
        ? policies.sendsAnew(row.policyCard().getAsLong())
        : requests.sendsAnew(row);
  }

  /** Sends it in the language of its readers. Whether there was still something to send. */
  boolean tell(OutboxRepository.Row row) {
    return ReaderLanguage.in(languages.of(row.address()), () -> compose(row));
  }

  private boolean compose(OutboxRepository.Row row) {
    return switch (row.kind()) {
      case FROZEN, UNFROZEN -> freezes.tell(row);
      case DELEGATED, DELEGATION_ENDED -> delegations.tell(row);
      case REMINDER, EXPIRY_WARNING, DECIDED_FOR_YOU -> windows.tell(row);
      case SERIES_PAUSED, SERIES_ENDED -> series.tell(row);
      case POLICY -> policies.tell(row.policyCard().orElseThrow());
      case CARD, NOTICE, LEFT, NO_APPROVER, REVIEW_DUE -> requests.tell(row);
    };
  }
}
