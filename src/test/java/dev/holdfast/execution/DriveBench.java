package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiUsageProperties;
import dev.holdfast.adminapi.finops.FinOpsApi;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.PlatformSettings;
import dev.holdfast.testing.Preflights;
import dev.holdfast.testing.ScriptedFinOps;
import dev.holdfast.testing.TestDatabase;
import dev.holdfast.testing.Workbench;
import java.util.Map;

/** What the drive of a request is tested on. */
public final class DriveBench {

  private DriveBench() {}

  /** All that the drive needs beside its packages; a test may add to it before it opens them. */
  public static Workbench with(AdminApi api, Databases database, Map<String, ?> settings) {
    return with(api, new ScriptedFinOps(), database, settings);
  }

  public static Workbench with(
      AdminApi api, FinOpsApi finOps, Databases database, Map<String, ?> settings) {
    return with(api, finOps, database.fresh(), settings);
  }

  /** The same on a database that another one may use, too. */
  public static Workbench with(
      AdminApi api, FinOpsApi finOps, TestDatabase database, Map<String, ?> settings) {
    Workbench bench = new Workbench(database);
    return ExecutionSettings.on(bench, settings)
        .with(AdminApi.class, api)
        .with(FinOpsApi.class, finOps)
        .with(PreflightService.class, Preflights.over(api, bench.clock))
        .with(AdminApiUsageProperties.class, PlatformSettings.usage(Map.of()));
  }

  /** The same, opened. */
  public static Workbench open(AdminApi api) {
    return open(with(api, Databases.H2, Map.of()));
  }

  public static Workbench open(Workbench bench) {
    return bench.open("request", "execution", "audit", "operation.adminmode");
  }
}
