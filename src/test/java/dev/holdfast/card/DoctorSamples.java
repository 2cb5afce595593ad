package dev.holdfast.card;

import dev.holdfast.card.view.HostileSamples;
import dev.holdfast.card.view.Tone;
import dev.holdfast.chat.doctor.DoctorView;
import dev.holdfast.chat.doctor.DoctorView.Group;
import dev.holdfast.chat.doctor.DoctorView.Line;
import dev.holdfast.support.BuildVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the doctor found. */
public final class DoctorSamples {

  private static final String AT = "Fri 20 Nov 2026, 18:00 (Europe/Copenhagen) · 17:00 UTC";
  private static final String REGISTER =
      "New-PowerAppManagementApp -ApplicationId 00000000-0000-0000-0000-000000000042";
  private static final Group DATABASE =
      new Group(
          "Database",
          List.of(),
          List.of(
              well("Connection", "PostgreSQL 18.6 answers in 2 ms."),
              well("Migrations", "All 4 are there.")));

  private static final BuildVersion BUILD = new BuildVersion("1.2.3", "1a2b3c4");

  private DoctorSamples() {}

  public static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    all.put("doctor-broken", broken());
    all.put("doctor-well", well());
    all.put("hostile-doctor", hostile());
    return all;
  }

  private static DoctorView broken() {
    return new DoctorView(
        Tone.BAD,
        "1 broken, 1 to look at, 4 not looked at, 8 well",
        AT,
        List.of(
            new Group(
                "Power Platform admin API",
                List.of(
                    new Line(
                        Tone.BAD,
                        "Environments",
                        "Power Platform did not list the environments: it answered 403 Forbidden,"
                            + " \"The service principal with id"
                            + " '00000000-0000-0000-0000-000000000042' does not have permission to"
                            + " access the path '/scopes/admin/environments'.\" (correlation id"
                            + " b5b2a9f4-96c5-4f0e-8c7f-8a7ff5cf6a20)",
                        "A Power Platform administrator registers it once, in PowerShell after"
                            + " Add-PowerAppsAccount -Endpoint prod:",
                        REGISTER)),
                List.of(
                    left("Role"),
                    left("Backups"),
                    left("Operations"),
                    left("Dataverse"),
                    well("Address", "https://api.bap.microsoft.com answers in 84 ms."),
                    well("Sign-in address", "https://login.microsoftonline.com answers in 61 ms."),
                    well("Token", "There is one for https://service.powerapps.com/."),
                    well("Clock", "This machine and the service agree on the time."))),
            new Group(
                "Microsoft Teams",
                List.of(
                    new Line(
                        Tone.ATTENTION,
                        "Deliveries",
                        "2 message(s) have waited for more than 15 minutes, the last trouble was:"
                            + " Teams answered 503.",
                        "They are tried further. Look at what Teams said; the log has each"
                            + " attempt.",
                        "")),
                List.of(
                    well(
                        "Messaging endpoint",
                        "Teams called 2 minute(s) ago. To call back,"
                            + " https://smba.trafficmanager.net/ answers in 33 ms."))),
            DATABASE,
            new Group(
                "Holdfast itself",
                List.of(),
                List.of(well("Policy", "2 rule(s), and each can be decided under.")))),
        BUILD);
  }

  private static DoctorView well() {
    return new DoctorView(Tone.GOOD, "Everything is well", AT, List.of(DATABASE), BUILD);
  }

  private static DoctorView hostile() {
    return new DoctorView(
        Tone.BAD,
        HostileSamples.LONG,
        HostileSamples.LINK,
        List.of(
            new Group(
                HostileSamples.EXPRESSION,
                Stream.of(
                        HostileSamples.LINK,
                        HostileSamples.BOLD,
                        HostileSamples.EXPRESSION,
                        HostileSamples.LINES,
                        HostileSamples.RTL,
                        HostileSamples.LONG,
                        HostileSamples.UNBROKEN)
                    .map(text -> new Line(Tone.BAD, text, text, text, text))
                    .toList(),
                List.of(well(HostileSamples.MENTION, HostileSamples.BOLD)))),
        new BuildVersion(HostileSamples.LINK, HostileSamples.BOLD));
  }

  private static Line well(String name, String sentence) {
    return new Line(Tone.GOOD, name, sentence, "", "");
  }

  private static Line left(String name) {
    return new Line(Tone.NEUTRAL, name, "Not asked, because “Environments” is broken.", "", "");
  }
}
