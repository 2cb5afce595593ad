package dev.holdfast.doctor.check;

import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.EndpointProbe;
import org.springframework.stereotype.Component;

/** Whether this machine gets through to the admin API at all. */
@Component
class AdminApiAddressCheck implements DoctorCheck {

  private final EndpointProbe reach;
  private final AdminApiProperties platform;

  AdminApiAddressCheck(EndpointProbe reach, AdminApiProperties platform) {
    this.reach = reach;
    this.platform = platform;
  }

  @Override
  public CheckArea area() {
    return CheckArea.ADMIN_API;
  }

  @Override
  public String name() {
    return AdminApiCheck.ADDRESS;
  }

  @Override
  public CheckResult check() {
    return reach.verdict(platform.baseUrl(), "holdfast.admin-api.base-url");
  }
}
