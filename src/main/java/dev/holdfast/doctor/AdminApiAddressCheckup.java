package dev.holdfast.doctor;

import dev.holdfast.platform.PlatformProperties;
import org.springframework.stereotype.Component;

/** Whether this machine gets through to the admin API at all. */
@Component
class AdminApiAddressCheckup implements Checkup {

  private final Reach reach;
  private final PlatformProperties platform;

  AdminApiAddressCheckup(Reach reach, PlatformProperties platform) {
    this.reach = reach;
    this.platform = platform;
  }

  @Override
  public Area area() {
    return Area.ADMIN_API;
  }

  @Override
  public String name() {
    return AdminApiCheckup.ADDRESS;
  }

  @Override
  public Verdict check() {
    return reach.verdict(platform.baseUrl(), "holdfast.platform.base-url");
  }
}
