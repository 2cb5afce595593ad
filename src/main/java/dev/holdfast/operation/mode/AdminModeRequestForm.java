package dev.holdfast.operation.mode;

import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.operation.RequestForm;
import dev.holdfast.request.Request;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** How people ask for a change of administration mode. */
final class AdminModeRequestForm implements RequestForm<AdminModeSpec> {

  @Override
  public ActionVerb verb() {
    return AdminModeFormAction.VERB;
  }

  @Override
  public Map<String, String> again(Request request, AdminModeSpec spec, ZoneId zone) {
    return Map.of(
        AdminModeInput.SOURCE,
        spec.environment().id(),
        AdminModeInput.MODE,
        AdminModeInput.word(spec.mode()),
        AdminModeInput.REASON,
        request.details().reason());
  }

  @Override
  public Optional<Map<String, String>> opposite(AdminModeSpec spec) {
    return Optional.of(
        Map.of(
            AdminModeInput.SOURCE,
            spec.environment().id(),
            AdminModeInput.MODE,
            AdminModeInput.word(spec.opposite())));
  }
}
