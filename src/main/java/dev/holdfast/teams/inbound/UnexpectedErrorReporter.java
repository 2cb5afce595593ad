package dev.holdfast.teams.inbound;

import dev.holdfast.card.CardTexts;
import dev.holdfast.support.LogContext;
import dev.holdfast.teams.activity.InboundActivity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Failures that nobody foresaw: the log has the whole story, the person a number to quote. */
@Component
class UnexpectedErrorReporter {

  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrorReporter.class);

  /** Logs the failure and returns the sentence to show, which tells nothing of the inside. */
  String sentence(InboundActivity incoming, Throwable failure) {
    var reference = LogContext.reference();
    LOG.error(
        "Incident {}: the {} activity {} in {} failed; the sender is told the reference",
        reference,
        incoming.activity().getType(),
        incoming.id(),
        incoming.place().conversation(),
        failure);
    return CardTexts.SHARED.of("teams.unexpected", "reference", reference);
  }
}
