package dev.holdfast.approval.policy.compare;

import dev.holdfast.approval.policy.People;
import dev.holdfast.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Collects what becomes possible, and what no longer is. */
final class Findings {

  private final List<Message> possible = new ArrayList<>();
  private final List<Message> stricter = new ArrayList<>();
  private final PeopleWords words;

  /**
   * @param names from the ID of a person to what they are called
   */
  Findings(UnaryOperator<String> names) {
    this.words = new PeopleWords(names);
  }

  PolicyComparison comparison() {
    return new PolicyComparison(List.copyOf(possible), List.copyOf(stricter));
  }

  PeopleWords words() {
    return words;
  }

  void possible(Message what) {
    possible.add(what);
  }

  void stricter(Message what) {
    stricter.add(what);
  }

  /** Something whose values have an order. */
  void value(boolean isLooser, Message what) {
    (isLooser ? possible : stricter).add(what);
  }

  /**
   * A right of people.
   *
   * @param more says who has it from now on
   * @param less says who no longer has it
   */
  void people(Message more, Message less, People before, People next) {
    PeopleComparison.Added added = PeopleComparison.added(before, next);
    if (!added.isEmpty()) {
      possible.add(more.with("people", words.of(added)));
    }
    PeopleComparison.Added removed = PeopleComparison.added(next, before);
    if (!removed.isEmpty()) {
      stricter.add(less.with("people", words.of(removed)));
    }
  }

  /** Nobody has said how to compare it, so it may allow anything. */
  void unknown(Place place, RecordDifference difference) {
    possible.add(
        Message.of(
            "policy.change.other",
            "place",
            place.message(),
            "key",
            difference.component(),
            "next",
            String.valueOf(difference.next()),
            "before",
            String.valueOf(difference.before())));
  }
}
