package dev.holdfast.operation.backup;

import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.operation.RequestForm;
import dev.holdfast.request.Request;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** How people ask for a manual backup. */
final class BackupRequestForm implements RequestForm<BackupSpec> {

  @Override
  public ActionVerb verb() {
    return BackupFormAction.VERB;
  }

  @Override
  public Map<String, String> again(Request request, BackupSpec spec, ZoneId zone) {
    return Map.of("environment", spec.source().id(), "label", spec.label());
  }

  @Override
  public Optional<Map<String, String>> anew(BackupSpec spec) {
    return Optional.of(Map.of("environment", spec.source().id()));
  }
}
