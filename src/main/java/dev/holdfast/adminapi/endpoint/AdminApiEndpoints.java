package dev.holdfast.adminapi.endpoint;

import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.AdminApiProperties.Choice;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The admin APIs that are called, each with its own properties. A cloud without a Power Platform
 * API has one only, whatever is configured. What stands in for BAP on this machine stands in for
 * the other, too, so that no token of a test leaves it.
 */
public final class AdminApiEndpoints {

  private final AdminApiProperties properties;
  private final Map<AdminApiFlavor, AdminApiProperties> each = new EnumMap<>(AdminApiFlavor.class);

  public AdminApiEndpoints(AdminApiProperties properties, PowerPlatformApiProperties second) {
    this.properties = properties;
    each.put(properties.api().first(), properties);
    if (properties.api() == Choice.BOTH) {
      AdminApiProperties ppapi =
          properties.only(
              AdminApiFlavor.PPAPI,
              properties.onLoopback() && second.baseUrl() == null
                  ? properties.baseUrl()
                  : second.baseUrl(),
              second.audience(),
              second.allowedHosts());
      if (ppapi.baseUrl() != null && ppapi.audience() != null) {
        each.put(AdminApiFlavor.PPAPI, ppapi);
      }
    }
  }

  /** In the order in which people know them: BAP first. */
  public Map<AdminApiFlavor, AdminApiProperties> each() {
    return each;
  }

  /** The properties of one; empty if it isn't called. */
  public Optional<AdminApiProperties> of(AdminApiFlavor flavor) {
    return Optional.ofNullable(each.get(flavor));
  }

  /** The application as which all are called; empty if the configuration doesn't name it. */
  public Optional<String> clientId() {
    return Optional.ofNullable(properties.clientId());
  }

  /** Whether none is anywhere but on this machine. */
  public boolean onLoopback() {
    return each.values().stream().allMatch(AdminApiProperties::onLoopback);
  }

  /** Whether both were configured, and this cloud has only one. */
  public boolean oneIsMissing() {
    return properties.api() == Choice.BOTH && each.size() == 1;
  }
}
