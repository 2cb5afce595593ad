package dev.holdfast.app;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.DoctorReport;
import dev.holdfast.doctor.NamedCheckResult;
import dev.holdfast.support.BuildVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An examination as lines, for where there are no cards. */
final class DoctorReportPrinter {

  private DoctorReportPrinter() {}

  static List<String> lines(DoctorReport report, BuildVersion version) {
    List<String> lines = new ArrayList<>();
    lines.add(version.line());
    for (Map.Entry<CheckArea, List<NamedCheckResult>> area : report.byArea().entrySet()) {
      lines.add("");
      lines.add(area.getKey().title());
      area.getValue().forEach(finding -> add(finding, lines));
    }
    lines.add("");
    lines.add(report.summary());
    return lines;
  }

  private static void add(NamedCheckResult finding, List<String> lines) {
    lines.add(
        "  %-8s %s: %s"
            .formatted(finding.state(), finding.name(), oneLine(finding.verdict().sentence())));
    finding
        .verdict()
        .remedy()
        .ifPresent(
            remedy -> {
              lines.add("           to fix it: " + oneLine(remedy.words()));
              remedy.command().ifPresent(command -> lines.add("             " + command));
            });
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
