package dev.holdfast.adminapi.ppapi;

import static dev.holdfast.adminapi.http.PathIds.checked;

import java.net.URI;

/** The addresses of the Power Platform API (facts 2). */
record PpapiRoutes(URI base) {

  private static final String ROOT = "/environmentmanagement";
  private static final String VERSION = "api-version=2024-10-01";

  /** Without {@code $top}, which the service refuses here. */
  URI environments() {
    return at("/environments?");
  }

  URI environment(String id) {
    return at("/environments/%s?".formatted(checked(id)));
  }

  URI backups(String id) {
    return at("/environments/%s/backups?".formatted(checked(id)));
  }

  URI backup(String id, String backupId) {
    return at("/environments/%s/backups/%s?".formatted(checked(id), checked(backupId)));
  }

  URI restore(String targetId) {
    return at("/environments/%s/restore?".formatted(checked(targetId)));
  }

  /** The same order, only to be checked. */
  URI restoreCheck(String targetId) {
    return at("/environments/%s/restore?ValidateOnly=true&".formatted(checked(targetId)));
  }

  URI copy(String targetId) {
    return at("/environments/%s/copy?".formatted(checked(targetId)));
  }

  /** The same order, only to be checked. */
  URI copyCheck(String targetId) {
    return at("/environments/%s/copy?ValidateOnly=true&".formatted(checked(targetId)));
  }

  URI restoreCandidates(String sourceId) {
    return at("/environments/%s/restoreCandidates?".formatted(checked(sourceId)));
  }

  URI operations(String id) {
    return at("/environments/%s/operations?".formatted(checked(id)));
  }

  URI operation(String id, String operationId) {
    return at("/environments/%s/operations/%s?".formatted(checked(id), checked(operationId)));
  }

  private URI at(String path) {
    return base.resolve(ROOT + path + VERSION);
  }
}
