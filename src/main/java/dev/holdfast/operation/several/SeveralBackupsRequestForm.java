package dev.holdfast.operation.several;

import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.operation.RequestForm;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.EnvironmentRef;
import java.time.ZoneId;
import java.util.Map;

/** How people ask for backups of several environments. */
final class SeveralBackupsRequestForm implements RequestForm<SeveralBackupsSpec> {

  @Override
  public ActionVerb verb() {
    return SeveralBackupsFormAction.VERB;
  }

  @Override
  public Map<String, String> again(Request request, SeveralBackupsSpec spec, ZoneId zone) {
    return Map.of(
        SeveralBackupsForm.OFFERED,
        EnvironmentIds.text(spec.sources().stream().map(EnvironmentRef::id).toList()),
        "label",
        spec.label());
  }
}
