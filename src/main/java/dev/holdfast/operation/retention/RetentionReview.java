package dev.holdfast.operation.retention;

import dev.holdfast.adminapi.AdminApi.RetentionPeriod;
import dev.holdfast.bot.environment.EnvironmentLabels;
import dev.holdfast.card.Card;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.operation.draft.DraftReview;
import dev.holdfast.operation.draft.Reviewer;
import org.springframework.stereotype.Component;

/** The review: the form is checked, and environment and backups are read afresh. */
@Component
class RetentionReview {

  private final RetentionCheck checks;
  private final RetentionForm forms;
  private final DraftReview reviews;
  private final EnvironmentLabels labels;

  RetentionReview(
      RetentionCheck checks, RetentionForm forms, DraftReview reviews, EnvironmentLabels labels) {
    this.checks = checks;
    this.forms = forms;
    this.reviews = reviews;
    this.labels = labels;
  }

  /** A form that is not complete comes back with what is wrong. */
  Card review(RetentionInput input, Reviewer by) {
    CheckedOrder found = check(input);
    return found.spec().isEmpty()
        ? forms.form(input, by.who(), found.errors())
        : reviews.review(input, found, by);
  }

  /** Checks what was put in, and where that is complete the environment as it is now. */
  CheckedOrder check(RetentionInput input) {
    if (!input.errors().isEmpty()) {
      return CheckedOrder.wrong(input.errors());
    }
    RetentionPeriod period = input.chosen().orElseThrow();
    RetentionPreflight read = checks.check(input.environment(), period);
    return CheckedOrder.of(spec(read, period), read.checks(), read.readAt());
  }

  /** Where it isn't known how long backups are kept, a check is red. */
  private RetentionSpec spec(RetentionPreflight read, RetentionPeriod period) {
    return new RetentionSpec(
        labels.name(read.affected()),
        period.days(),
        RetentionRules.days(read.affected()).orElse(0L).intValue());
  }
}
