package dev.holdfast.request.step;

import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreOnlyFor;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.operation.restore.RestoreSpec;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DigestTests {

  @Test
  void theSameWorkHasTheSameDigest() {
    assertThat(Digest.of(restore())).isEqualTo(Digest.of(restore()));
  }

  @ParameterizedTest
  @MethodSource("otherWork")
  void anythingThatIsApprovedChangesIt(OperationSpec other) {
    assertThat(Digest.of(other)).isNotEqualTo(Digest.of(restore()));
  }

  /** An approval that was given before a security group could be asked for still holds. */
  @Test
  void withoutASecurityGroupItIsAsItWas() {
    assertThat(Digest.of(restore()).hex())
        .isEqualTo("72a0be44226722b9fea485e060ef14e5429346a13a8813e870decefe7c0ce82c");
  }

  @Test
  void anotherSecurityGroupIsAnotherWork() {
    assertThat(Digest.of(restoreOnlyFor("group-a")))
        .isNotEqualTo(Digest.of(restoreOnlyFor("group-b")));
  }

  static Stream<OperationSpec> otherWork() {
    RestoreSpec it = restore();
    return Stream.of(
        new RestoreSpec(
            DEV, DEV, it.point(), Optional.empty(), it.targetName(), true, Optional.empty(), false),
        new RestoreSpec(
            UAT, UAT, it.point(), Optional.empty(), it.targetName(), true, Optional.empty(), false),
        new RestoreSpec(
            UAT,
            DEV,
            it.point().plusSeconds(1),
            Optional.empty(),
            it.targetName(),
            true,
            Optional.empty(),
            false),
        new RestoreSpec(
            UAT, DEV, it.point(), Optional.empty(), "Other", true, Optional.empty(), false),
        new RestoreSpec(
            UAT,
            DEV,
            it.point(),
            Optional.empty(),
            it.targetName(),
            false,
            Optional.empty(),
            false),
        restoreOnlyFor("group-a"),
        restoreWithSafetyBackup(),
        new BackupSpec(UAT, "x", ""));
  }

  @Test
  void aSafetyBackupIsNoSecurityGroup() {
    assertThat(Digest.of(restoreWithSafetyBackup()))
        .isNotEqualTo(Digest.of(restoreOnlyFor("safety backup")))
        .isNotEqualTo(Digest.of(restoreOnlyFor("first")));
  }

  @Test
  void partsDoNotRunIntoEachOther() {
    assertThat(Digest.of(new BackupSpec(UAT, "ab", "c")))
        .isNotEqualTo(Digest.of(new BackupSpec(UAT, "a", "bc")));
  }
}
