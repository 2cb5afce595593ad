package dev.holdfast.environment;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApi.CallGuard;
import dev.holdfast.adminapi.AdminApiCapabilities;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Answer;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.BackupOrder;
import dev.holdfast.adminapi.CopyOrder;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.FinOpsDeployment;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.adminapi.RestoreCandidate;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.adminapi.ServiceList;
import dev.holdfast.adminapi.ValidationResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers with the samples of a test, counts what it was asked, and starts nothing. */
public final class SampleApi implements AdminApi {

  public final List<String> asked = new CopyOnWriteArrayList<>();

  /** Which of the two admin APIs it passes for. */
  public Optional<AdminApiFlavor> flavor = Optional.empty();

  private List<Sample> samples = List.of();
  private Optional<List<AdminOperation>> operations = Optional.of(List.of());
  private boolean down;
  private Runnable beforeEnvironment = () -> {};

  public SampleApi has(Sample... now) {
    samples = List.of(now);
    return this;
  }

  /** Empty when the service cannot list them. */
  public void runs(Optional<List<AdminOperation>> now) {
    operations = now;
  }

  public void down(boolean value) {
    down = value;
  }

  /** What happens while an environment is read, before the answer. */
  public void beforeEnvironment(Runnable what) {
    beforeEnvironment = what;
  }

  @Override
  public AdminApi guardedBy(CallGuard guard) {
    return this;
  }

  @Override
  public Set<String> callerIds() {
    return Set.of();
  }

  @Override
  public Optional<AdminApiFlavor> flavor() {
    return flavor;
  }

  @Override
  public AdminApiCapabilities capabilities() {
    return new AdminApiCapabilities(false, false, true, true, true);
  }

  @Override
  public OperationAccepted copy(CopyOrder order) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ValidationResult validate(CopyOrder order) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ValidationResult validate(RestoreOrder order) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServiceList<RestoreCandidate> restoreCandidates(String sourceId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public OperationAccepted setBackupRetention(String environmentId, RetentionPeriod period) {
    throw new UnsupportedOperationException();
  }

  @Override
  public OperationAccepted setAdministrationMode(String environmentId, AdministrationMode mode) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServiceList<Environment> environments() {
    answer("environments");
    return ServiceList.of(samples.stream().map(Sample::environment).toList());
  }

  @Override
  public Environment environment(String environmentId) {
    answer("environment " + environmentId);
    beforeEnvironment.run();
    return sample(environmentId).environment();
  }

  @Override
  public Optional<FinOpsDeployment> finOpsDeployment(Environment environment) {
    asked.add("deployment " + environment.id());
    return sample(environment.id()).deployment();
  }

  @Override
  public ServiceList<Backup> backups(String environmentId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public OperationAccepted createBackup(BackupOrder order) {
    throw new UnsupportedOperationException();
  }

  @Override
  public OperationAccepted deleteBackup(String environmentId, String backupId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public OperationAccepted restore(RestoreOrder order) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PollResult poll(OperationLocator operation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<AdminOperation> operations(String environmentId) {
    answer("operations " + environmentId);
    return operations.orElseThrow(
        () -> new AdminApiException(Kind.UNAVAILABLE, "They cannot be listed.", Answer.NONE));
  }

  private void answer(String what) {
    asked.add(what);
    if (down) {
      throw new AdminApiException(Kind.UNAVAILABLE, "The service is not there.", Answer.NONE);
    }
  }

  private Sample sample(String id) {
    return samples.stream()
        .filter(sample -> sample.environment().id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new AdminApiException(
                    Kind.NOT_FOUND, "There is no environment " + id + ".", Answer.NONE));
  }
}
