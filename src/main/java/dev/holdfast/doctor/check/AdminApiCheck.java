package dev.holdfast.doctor.check;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import java.util.List;

/** A check that calls the admin API, in a word and with what it needs. */
abstract class AdminApiCheck implements DoctorCheck {

  static final String ADDRESS = "Address";
  static final String SIGN_IN = "Sign-in address";
  static final String TOKEN = "Token";

  private final String name;
  private final List<String> needs;
  private final AdminApiRemedies remedies;

  AdminApiCheck(AdminApiRemedies remedies, String name, String... needs) {
    this.remedies = remedies;
    this.name = name;
    this.needs = List.of(needs);
  }

  @Override
  public final CheckArea area() {
    return CheckArea.ADMIN_API;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final List<String> needs() {
    return needs;
  }

  @Override
  public final CheckResult check() {
    try {
      return ask();
    } catch (AdminApiException e) {
      return remedies.verdict(e);
    }
  }

  /**
   * @throws AdminApiException when the service says no
   */
  abstract CheckResult ask();
}
