package dev.holdfast.doctor.check;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.ServiceList;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.UnreadableRows;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.stereotype.Component;

/** Whether the backups of an environment can be listed. */
@Component
class BackupsCheck extends AdminApiCheck {

  private final ObjectFactory<AdminApi> api;
  private final SampleEnvironment sample;

  BackupsCheck(ObjectFactory<AdminApi> api, SampleEnvironment sample, AdminApiRemedies remedies) {
    super(remedies, "Backups", ENVIRONMENTS);
    this.api = api;
    this.sample = sample;
  }

  @Override
  CheckResult ask() {
    Environment environment = sample.get();
    if (environment.dataverse().isEmpty()) {
      return CheckResult.ok(
          "Not needed: no environment has Dataverse, so there is nothing to back up.");
    }
    ServiceList<Backup> backups = api.getObject().backups(environment.id());
    return UnreadableRows.verdict(
        "%s has %d manual one(s).".formatted(environment.displayName(), backups.size()),
        backups.unreadable());
  }
}
