package dev.holdfast.testing;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Finds what a test says, and counts how often it was asked. */
public final class FakeDoctorCheck implements DoctorCheck {

  public final AtomicInteger asked = new AtomicInteger();
  private final String name;
  private final List<String> needs;
  private volatile Supplier<CheckResult> finds = () -> CheckResult.ok("All is well.");

  public FakeDoctorCheck() {
    this("Thing");
  }

  public FakeDoctorCheck(String name, String... needs) {
    this.name = name;
    this.needs = List.of(needs);
  }

  public FakeDoctorCheck finds(CheckResult verdict) {
    return does(() -> verdict);
  }

  public FakeDoctorCheck does(Supplier<CheckResult> what) {
    finds = what;
    return this;
  }

  @Override
  public CheckArea area() {
    return CheckArea.ADMIN_API;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> needs() {
    return needs;
  }

  @Override
  public CheckResult check() {
    asked.incrementAndGet();
    return finds.get();
  }
}
