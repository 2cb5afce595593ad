package dev.holdfast.doctor;

import dev.holdfast.doctor.AdminApiCheck;
import dev.holdfast.doctor.AdminApiRemedies;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.SampleEnvironment;
import dev.holdfast.doctor.UnreadableRows;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.AdminOperation;
import dev.holdfast.platform.Environment;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whether operations can be listed: without that, a restore could be started and not followed. */
@Component
class OperationsCheck extends AdminApiCheck {

  private final AdminApi api;
  private final SampleEnvironment sample;

  OperationsCheck(@Lazy AdminApi api, SampleEnvironment sample, AdminApiRemedies remedies) {
    super(remedies, "Operations", ENVIRONMENTS);
    this.api = api;
    this.sample = sample;
  }

  @Override
  CheckResult ask() {
    Environment environment = sample.get();
    List<AdminOperation> operations = api.operations(environment.id());
    int unreadable = (int) operations.stream().filter(operation -> !operation.readable()).count();
    return UnreadableRows.verdict(
        "%s lists %d.".formatted(environment.displayName(), operations.size()), unreadable);
  }
}
