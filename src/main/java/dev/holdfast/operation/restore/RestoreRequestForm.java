package dev.holdfast.operation.restore;

import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.operation.RequestForm;
import dev.holdfast.operation.ReviewForm;
import dev.holdfast.operation.draft.DraftInputs;
import dev.holdfast.request.Request;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** How people ask for a restore. */
final class RestoreRequestForm implements RequestForm<RestoreSpec> {

  @Override
  public ActionVerb verb() {
    return RestoreFormAction.VERB;
  }

  /** The instant is what was asked for, also where it was that of a manual backup. */
  @Override
  public Map<String, String> again(Request request, RestoreSpec spec, ZoneId zone) {
    return RestoreFormInput.between(spec.source().id(), spec.target().id())
        .fromInstant(spec.point(), zone)
        .withTargetName(spec.newName().orElse(""))
        .withSecurityGroup(spec.securityGroupId().orElse(""))
        .withoutAuditData(spec.skipAuditData())
        .withSafetyBackup(spec.safetyBackup())
        .because(request.details().reason())
        .toData();
  }

  @Override
  public Optional<Map<String, String>> anew(RestoreSpec spec) {
    return Optional.of(
        RestoreFormInput.between(spec.source().id(), spec.target().id())
            .withoutAuditData(spec.skipAuditData())
            .withSafetyBackup(spec.safetyBackup())
            .toData());
  }

  @Override
  public Optional<ReviewForm> review() {
    return Optional.of(
        new ReviewForm(
            RestoreReviewView::new,
            stored -> DraftInputs.read(stored, RestoreFormInput.class).toData()));
  }
}
