package dev.holdfast.operation.retention;

import dev.holdfast.adminapi.AdminApi.RetentionPeriod;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.operation.RequestForm;
import dev.holdfast.operation.ReviewForm;
import dev.holdfast.operation.draft.DraftInputs;
import dev.holdfast.request.Request;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** How people ask for a change of the backup retention. */
final class RetentionRequestForm implements RequestForm<RetentionSpec> {

  @Override
  public ActionVerb verb() {
    return RetentionFormAction.VERB;
  }

  @Override
  public Map<String, String> again(Request request, RetentionSpec spec, ZoneId zone) {
    return input(spec, spec.period().iso(), request.details().reason());
  }

  /** The period of before; what was deleted meanwhile doesn't come back. */
  @Override
  public Optional<Map<String, String>> opposite(RetentionSpec spec) {
    return RetentionPeriod.ofDays(spec.was()).map(was -> input(spec, was.iso(), ""));
  }

  private static Map<String, String> input(RetentionSpec spec, String period, String reason) {
    return new RetentionInput(spec.environment().id(), period, reason, "").toData();
  }

  @Override
  public Optional<ReviewForm> review() {
    return Optional.of(
        new ReviewForm(
            RetentionReviewView::new,
            stored -> DraftInputs.read(stored, RetentionInput.class).toData()));
  }
}
