package dev.holdfast.doctor.check;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.UnreadableRows;
import java.util.List;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.stereotype.Component;

/** Whether operations can be listed: without that, a restore could be started and not followed. */
@Component
class OperationsCheck extends AdminApiCheck {

  private final ObjectFactory<AdminApi> api;
  private final SampleEnvironment sample;

  OperationsCheck(
      ObjectFactory<AdminApi> api, SampleEnvironment sample, AdminApiRemedies remedies) {
    super(remedies, "Operations", ENVIRONMENTS);
    this.api = api;
    this.sample = sample;
  }

  @Override
  CheckResult ask() {
    Environment environment = sample.get();
    List<AdminOperation> operations = api.getObject().operations(environment.id());
    int unreadable = (int) operations.stream().filter(operation -> !operation.readable()).count();
    return UnreadableRows.verdict(
        "%s lists %d.".formatted(environment.displayName(), operations.size()), unreadable);
  }
}
