package dev.holdfast.notification.card;

import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.operation.Operation;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws what is told while a request awaits approval. */
@Component
public class WindowNoticeRenderer {

  private final CardRenderer cards;
  private final OperationCatalog operations;

  WindowNoticeRenderer(CardRenderer cards, OperationCatalog operations) {
    this.cards = cards;
    this.operations = operations;
  }

  public Card reminder(Request request, ZoneId zone) {
    return cards.render(WindowNoticeMapper.reminder(request, operation(request), zone));
  }

  public Card expiryWarning(Request request, ZoneId zone) {
    return cards.render(WindowNoticeMapper.expiryWarning(request, zone));
  }

  /** What was decided last for an approver; empty if nothing was. */
  public Optional<Card> decidedFor(Request request, Person approver, ZoneId zone) {
    return request.decisions().stream()
        .filter(decision -> decision.acting().filter(acting -> acting.isFor(approver)).isPresent())
        .reduce((first, second) -> second)
        .map(
            decision ->
                cards.render(
                    WindowNoticeMapper.decidedFor(request, operation(request), decision, zone)));
  }

  private Operation<?> operation(Request request) {
    return operations.of(request.details().spec());
  }
}
