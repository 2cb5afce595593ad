package dev.holdfast.operation.series;

import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.operation.Operation;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.operation.RequestForm;
import dev.holdfast.operation.ReviewForm;
import dev.holdfast.operation.repeat.RepeatForm;
import dev.holdfast.operation.repeat.SeriesSpec;
import dev.holdfast.request.Request;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How people ask for a series: by the form of what is done each time. */
final class SeriesRequestForm implements RequestForm<SeriesSpec> {

  private final OperationCatalog operations;

  SeriesRequestForm(OperationCatalog operations) {
    this.operations = operations;
  }

  @Override
  public ActionVerb verb() {
    return SeriesFormAction.VERB;
  }

  @Override
  public Map<String, String> again(Request request, SeriesSpec spec, ZoneId zone) {
    Operation<?> each = operations.of(spec.run());
    Map<String, String> data = new HashMap<>(each.again(request, zone));
    data.put(RepeatForm.ID, spec.times().words());
    data.put(SeriesFormAction.FORM, each.formVerb().name());
    return data;
  }

  /** That of what is done each time. */
  @Override
  public Optional<ReviewForm> review(SeriesSpec spec) {
    return operations.of(spec.run()).review();
  }
}
