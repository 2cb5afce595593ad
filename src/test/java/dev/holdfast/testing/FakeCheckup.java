package dev.holdfast.testing;

import dev.holdfast.doctor.Area;
import dev.holdfast.doctor.Checkup;
import dev.holdfast.doctor.Verdict;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Finds what a test says, and counts how often it was asked. */
public final class FakeCheckup implements Checkup {

  public final AtomicInteger asked = new AtomicInteger();
  private final String name;
  private final List<String> needs;
  private volatile Supplier<Verdict> finds = () -> Verdict.ok("All is well.");

  public FakeCheckup() {
    this("Thing");
  }

  public FakeCheckup(String name, String... needs) {
    this.name = name;
    this.needs = List.of(needs);
  }

  public FakeCheckup finds(Verdict verdict) {
    return does(() -> verdict);
  }

  public FakeCheckup does(Supplier<Verdict> what) {
    finds = what;
    return this;
  }

  @Override
  public Area area() {
    return Area.ADMIN_API;
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
  public Verdict check() {
    asked.incrementAndGet();
    return finds.get();
  }
}
