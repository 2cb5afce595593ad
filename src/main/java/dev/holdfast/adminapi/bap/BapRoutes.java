package dev.holdfast.adminapi.bap;

import static dev.holdfast.adminapi.http.PathIds.checked;

import java.net.URI;

/** The addresses of the admin API, with the versions that the cmdlets ask for (facts 1.1). */
record BapRoutes(URI base) {

  private static final String ROOT = "/providers/Microsoft.BusinessAppPlatform";

  URI environments() {
    return at("/scopes/admin/environments?api-version=2023-06-01");
  }

  URI environment(String id) {
    return at(
        "/scopes/admin/environments/%s?api-version=2023-06-01&$expand=permissions,properties.capacity"
            .formatted(checked(id)));
  }

  /** A newer version would make it a Managed Environment as well (facts 1.1). */
  URI change(String id) {
    return at("/scopes/admin/environments/%s?api-version=2021-04-01".formatted(checked(id)));
  }

  URI backups(String id) {
    return at("/environments/%s/backups?api-version=2019-05-01".formatted(checked(id)));
  }

  URI backup(String id, String backupId) {
    return at(
        "/environments/%s/backups/%s?api-version=2019-05-01"
            .formatted(checked(id), checked(backupId)));
  }

  URI restoreTo(String targetId) {
    return at("/environments/%s/restoreTo?api-version=2019-05-01".formatted(checked(targetId)));
  }

  URI copyTo(String targetId) {
    return at("/environments/%s/copyTo?api-version=2019-05-01".formatted(checked(targetId)));
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

  private URI at(String path) {
    return base.resolve(ROOT + path);
  }
}
