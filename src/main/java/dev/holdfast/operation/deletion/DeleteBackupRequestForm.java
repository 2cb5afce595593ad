package dev.holdfast.operation.deletion;

import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.operation.RequestForm;
import dev.holdfast.operation.ReviewForm;
import dev.holdfast.operation.draft.DraftInputs;
import dev.holdfast.request.Request;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** How people ask for a backup to be deleted. */
final class DeleteBackupRequestForm implements RequestForm<DeleteBackupSpec> {

  @Override
  public ActionVerb verb() {
    return DeleteBackupFormAction.VERB;
  }

  @Override
  public Map<String, String> again(Request request, DeleteBackupSpec spec, ZoneId zone) {
    return new DeleteBackupInput(
            spec.target().id(), spec.backupId(), request.details().reason(), "")
        .toData();
  }

  @Override
  public Optional<ReviewForm> review() {
    return Optional.of(
        new ReviewForm(
            DeleteBackupReviewView::new,
            stored -> DraftInputs.read(stored, DeleteBackupInput.class).toData()));
  }
}
