package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.PlatformSettings;
import dev.holdfast.testing.Preflights;
import dev.holdfast.testing.Workbench;
import java.net.URI;

/** What the drive of a request is tested on. */
final class DriveBench {

  private DriveBench() {}

  /** All that the drive needs beside its packages; a test may add to it before it opens them. */
  static Workbench with(AdminApi api, Databases database, ExecutionProperties patience) {
    Workbench bench = new Workbench(database.fresh());
    return bench
        .with(AdminApi.class, api)
        .with(PreflightService.class, Preflights.over(api, bench.clock))
        .with(AdminApiProperties.class, PlatformSettings.bap(URI.create("http://127.0.0.1")))
        .with(ExecutionProperties.class, patience);
  }

  /** The same, opened. */
  static Workbench open(AdminApi api) {
    return open(with(api, Databases.H2, ExecutionSettings.defaults()));
  }

  static Workbench open(Workbench bench) {
    return bench.open("request", "execution", "audit", "operation.adminmode");
  }
}
