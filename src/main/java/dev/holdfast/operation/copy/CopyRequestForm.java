package dev.holdfast.operation.copy;

import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.operation.RequestForm;
import dev.holdfast.operation.ReviewForm;
import dev.holdfast.operation.draft.DraftInputs;
import dev.holdfast.request.Request;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** How people ask for a copy. */
final class CopyRequestForm implements RequestForm<CopySpec> {

  @Override
  public ActionVerb verb() {
    return CopyFormAction.VERB;
  }

  @Override
  public Map<String, String> again(Request request, CopySpec spec, ZoneId zone) {
    return CopyFormInput.of(spec, request.details().reason()).toData();
  }

  @Override
  public Optional<Map<String, String>> anew(CopySpec spec) {
    return Optional.of(CopyFormInput.of(spec, "").toData());
  }

  @Override
  public Optional<ReviewForm> review() {
    return Optional.of(
        new ReviewForm(
            CopyReviewView::new, stored -> DraftInputs.read(stored, CopyFormInput.class).toData()));
  }
}
