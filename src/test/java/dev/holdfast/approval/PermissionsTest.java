package dev.holdfast.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PermissionsTest {

  @Test
  void whatNobodyDecidedAboutIsDenied() {
    assertThat(Permissions.NONE.may(Permission.APPROVE)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Permissions.NONE.whyNot(Permission.APPROVE));
  }

  @Test
  void whatHasAReasonIsDenied() {
    Permissions permissions =
        new Permissions(
            Map.of(
                Permission.APPROVE,
                Optional.of(DenialReason.OWN_REQUEST),
                Permission.CANCEL,
                Optional.empty()));
    assertThat(permissions.may(Permission.APPROVE)).isFalse();
    assertThat(permissions.whyNot(Permission.APPROVE)).contains(DenialReason.OWN_REQUEST);
    assertThat(permissions.may(Permission.CANCEL)).isTrue();
  }
}
