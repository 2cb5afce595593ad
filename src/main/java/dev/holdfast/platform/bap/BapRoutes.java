package dev.holdfast.platform.bap;

import dev.holdfast.platform.AdminApiException;
import dev.holdfast.platform.AdminApiException.Answer;
import dev.holdfast.platform.AdminApiException.Kind;
import java.net.URI;
import java.util.regex.Pattern;

/** The addresses of the admin API, with the versions that the cmdlets ask for (facts 1.1). */
record BapRoutes(URI base) {

  private static final String ROOT = "/providers/Microsoft.BusinessAppPlatform";

  /** A GUID, or {@code Default-} and a GUID; the service's alias {@code ~default} is not used. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,100}");

  URI environments() {
    return at("/scopes/admin/environments?api-version=2023-06-01");
  }

  URI environment(String id) {
    return at(
        "/scopes/admin/environments/%s?api-version=2023-06-01&$expand=permissions,properties.capacity"
            .formatted(checked(id)));
  }

  URI runtimeState(String id) {
    return at("/scopes/admin/environments/%s?api-version=2021-04-01".formatted(checked(id)));
  }

  URI backups(String id) {
    return at("/environments/%s/backups?api-version=2019-05-01".formatted(checked(id)));
  }

  URI restoreTo(String targetId) {
    return at("/environments/%s/restoreTo?api-version=2019-05-01".formatted(checked(targetId)));
  }

  URI operations(String id) {
    return at(
        "/lifecycleOperations?api-version=2024-05-01&$filter=environment%%20eq%%20'%s'"
            .formatted(checked(id)));
  }

  URI operation(String operationId) {
    return at("/lifecycleOperations/%s?api-version=2019-05-01".formatted(checked(operationId)));
  }

  URI registration(String clientId) {
    return at("/adminApplications/%s?api-version=2020-10-01".formatted(checked(clientId)));
  }

  /** An address that the service gave, which may lack host or scheme. */
  URI resolve(URI given) {
    return base.resolve(given);
  }

  private URI at(String path) {
    return base.resolve(ROOT + path);
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /**
   * An empty id would silently turn the read of one environment into the list of all (facts 1.1),
   * and a slash would make it another call altogether.
   */
  private static String checked(String id) {
    if (!isId(id)) {
      throw new AdminApiException(
          Kind.NOT_FOUND,
          "Power Platform has nothing with the id \"%s\".".formatted(id),
          Answer.NONE);
    }
    return id;
  }
}
