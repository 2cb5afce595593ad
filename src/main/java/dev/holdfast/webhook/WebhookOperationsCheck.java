package dev.holdfast.webhook;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.holdfast.request.step.OperationSpecs;
import dev.holdfast.settings.InvalidSettingsException;
import dev.holdfast.settings.SettingProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Keeps Holdfast from starting when an endpoint wants an operation that there isn't. */
@Component
class WebhookOperationsCheck implements SmartInitializingSingleton {

  private final WebhookProperties webhooks;
  private final OperationSpecs specs;

  WebhookOperationsCheck(WebhookProperties webhooks, OperationSpecs specs) {
    this.webhooks = webhooks;
    this.specs = specs;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> known =
        specs.specTypes().stream()
            .map(type -> type.getAnnotation(JsonTypeName.class))
            .filter(Objects::nonNull)
            .map(JsonTypeName::value)
            .sorted()
            .toList();
    List<SettingProblem> problems = new ArrayList<>();
    for (int i = 0; i < webhooks.endpoints().size(); i++) {
      List<String> unknown =
          webhooks.endpoints().get(i).only().operations().stream()
              .filter(kind -> !known.contains(kind))
              .toList();
      if (!unknown.isEmpty()) {
        problems.add(
            new SettingProblem(
                "holdfast.webhooks.endpoints[%d].only.operations".formatted(i),
                "these aren't operations: " + String.join(", ", unknown),
                "Operations are " + String.join(", ", known) + "."));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems);
    }
  }
}
