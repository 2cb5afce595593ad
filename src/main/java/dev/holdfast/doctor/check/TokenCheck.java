package dev.holdfast.doctor.check;

import dev.holdfast.adminapi.AccessTokenProvider;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import java.util.List;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.stereotype.Component;

/** Whether there is a token for the admin API to be had. */
@Component
class TokenCheck implements DoctorCheck {

  private final ObjectFactory<AccessTokenProvider> tokens;
  private final AdminApiProperties platform;
  private final AdminApiRemedies remedies;

  TokenCheck(
      ObjectFactory<AccessTokenProvider> tokens,
      AdminApiProperties platform,
      AdminApiRemedies remedies) {
    this.tokens = tokens;
    this.platform = platform;
    this.remedies = remedies;
  }

  @Override
  public CheckArea area() {
    return CheckArea.ADMIN_API;
  }

  @Override
  public String name() {
    return AdminApiCheck.TOKEN;
  }

  @Override
  public List<String> needs() {
    return List.of(AdminApiCheck.SIGN_IN);
  }

  @Override
  public CheckResult check() {
    try {
      tokens.getObject().bearer(platform.audience());
      return CheckResult.ok("There is one for %s.".formatted(platform.audience()));
    } catch (AdminApiException e) {
      return CheckResult.broken(e.forLog(), remedies.credential(e));
    }
  }
}
