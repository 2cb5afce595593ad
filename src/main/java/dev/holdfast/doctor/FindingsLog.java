package dev.holdfast.doctor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what the doctor finds, with the fix, when it changes and not with each examination: an
 * operator who reads nothing but the log learns of it too.
 */
final class FindingsLog {

  private static final Logger log = LoggerFactory.getLogger(Doctor.class);

  /** Counts, durations, and IDs differ with each look at the same trouble. */
  private static final Pattern VARYING =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9][0-9.,:TZ-]*");

  private final Map<String, String> known = new HashMap<>();

  synchronized void log(List<NamedCheckResult> findings) {
    for (NamedCheckResult finding : findings) {
      if (finding.state() == CheckStatus.BROKEN || finding.state() == CheckStatus.WARNING) {
        String now =
            finding.state() + VARYING.matcher(finding.verdict().sentence()).replaceAll("#");
        if (!now.equals(known.put(finding.name(), now))) {
          log.warn("{}", line(finding));
        }
      } else if (finding.state() == CheckStatus.OK && known.remove(finding.name()) != null) {
        log.info("Doctor: {} is OK again: {}", finding.name(), finding.verdict().sentence());
      }
    }
  }

  private static String line(NamedCheckResult finding) {
    String line =
        "Doctor: %s is %s: %s"
            .formatted(
                finding.name(),
                finding.state() == CheckStatus.BROKEN ? "broken" : "to look at",
                finding.verdict().sentence());
    return finding
        .verdict()
        .remedy()
        .map(
            remedy ->
                (line + " To fix it: " + remedy.words() + " " + remedy.command().orElse(""))
                    .strip())
        .orElse(line)
        .replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
