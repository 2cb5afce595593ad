package dev.holdfast.doctor;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.Environment;
import dev.holdfast.platform.Operation;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whether operations can be listed: without that, a restore could be started and not followed. */
@Component
class OperationsCheckup extends AdminApiCheckup {

  private final AdminApi api;
  private final SampleEnvironment sample;

  OperationsCheckup(@Lazy AdminApi api, SampleEnvironment sample, AdminApiRemedies remedies) {
    super(remedies, "Operations", ENVIRONMENTS);
    this.api = api;
    this.sample = sample;
  }

  @Override
  Verdict ask() {
    Environment environment = sample.get();
    List<Operation> operations = api.operations(environment.id());
    int unreadable = (int) operations.stream().filter(operation -> !operation.readable()).count();
    return UnreadableRows.verdict(
        "%s lists %d.".formatted(environment.displayName(), operations.size()), unreadable);
  }
}
