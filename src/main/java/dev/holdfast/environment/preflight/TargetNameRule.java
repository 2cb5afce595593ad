package dev.holdfast.environment.preflight;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.EnvironmentNameIndex;
import dev.holdfast.environment.EnvironmentProfile;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether the new name of a restore's target is free. Power Platform takes a name twice, but then
 * nobody can tell the two apart, in a command or on an approver's card.
 */
@Component
public class TargetNameRule {

  private final EnvironmentCatalog catalog;
  private final AdminApi api;

  public TargetNameRule(EnvironmentCatalog catalog, AdminApi api) {
    this.catalog = catalog;
    this.api = api;
  }

  /**
   * A red finding if another environment has the name.
   *
   * @param name empty for an unchanged one
   */
  Optional<Finding> taken(String name, EnvironmentProfile target) {
    if (name.isBlank()) {
      return Optional.empty();
    }
    return catalog.all().subjects().stream()
        .filter(other -> !other.id().equalsIgnoreCase(target.id()))
        .filter(other -> isSame(other.name(), name) && stillHas(other, name))
        .findFirst()
        .map(other -> RuleId.NAME.red("rule.name.red", "id", other.id(), "name", other.name()));
  }

  /** The catalog may be minutes old. What can't be read is believed to have its name still. */
  private boolean stillHas(EnvironmentProfile other, String name) {
    try {
      return isSame(api.environment(other.id()).displayName(), name);
    } catch (AdminApiException e) {
      return e.kind() != AdminApiException.Kind.NOT_FOUND;
    }
  }

  private static boolean isSame(String one, String other) {
    return EnvironmentNameIndex.fold(one).equals(EnvironmentNameIndex.fold(other));
  }
}
