package dev.holdfast.operation;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Fact;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.OperationSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How cards and messages put an operation of a type into words. */
public interface OperationPresenter<S extends OperationSpec> {

  /** At the head of a card: {@code Restore}. */
  Message title();

  /** The question to approvers: {@code Approve this restore?} */
  Message approvalTitle();

  /** In a sentence: {@code restore of Contoso UAT onto Contoso Dev}. */
  Message inShort(S spec);

  /** The head of the message that it's done: {@code Contoso Dev is restored}. */
  Message doneTitle(S spec);

  /** The head of the message that it failed: {@code The restore of Contoso Dev failed}. */
  Message failedTitle(S spec);

  /** What was chosen, beyond the environments and the instant. */
  List<Fact> options(S spec, CardTexts texts);

  /** The instant that is gone back to; empty when it goes back to none. */
  default Optional<Instant> point(S spec) {
    return Optional.empty();
  }

  /** Where that instant comes from; empty when there is none. */
  default Optional<Message> pointName(S spec) {
    return Optional.empty();
  }

  /** The same where a person chose it by a name, such as that of a backup; empty otherwise. */
  default Optional<Message> chosenPoint(S spec) {
    return Optional.empty();
  }

  /** What there is to do when it's done, besides administration mode and undo. */
  default List<Message> nextSteps(S spec) {
    return List.of();
  }

  /** What there is to do now; empty where nothing else than for other types. */
  default Optional<List<Message>> nextSteps(S spec, Request request) {
    return Optional.empty();
  }

  /** Whether somebody has to look after it although it succeeded. */
  default boolean needsAttention(S spec, Request succeeded) {
    return false;
  }
}
