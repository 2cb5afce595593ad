package dev.holdfast.simulator.world;

import dev.holdfast.simulator.world.EnvironmentSeed.BackupSeed;
import dev.holdfast.simulator.world.EnvironmentSeed.DataverseSeed;
import dev.holdfast.simulator.world.EnvironmentSeed.FinOpsSeed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Environments for a tenant that is larger than Contoso: a company has one environment per site and
 * purpose. The same number always gives the same environment, whatever the size of the tenant.
 */
final class EnvironmentGenerator {

  private static final List<String> COMPANIES =
      List.of(
          "Fabrikam",
          "Litware",
          "Tailspin",
          "Wingtip",
          "Lamna",
          "Datum",
          "Munson",
          "Bellows",
          "Coho",
          "Trey",
          "Adatum",
          "Nod");

  private record Site(String name, String geo, String region) {}

  private static final List<Site> SITES =
      List.of(
          europe("Berlin"),
          europe("Paris"),
          europe("Oslo"),
          europe("Madrid"),
          europe("Milan"),
          europe("Vienna"),
          europe("Porto"),
          europe("Athens"),
          europe("Dublin"),
          europe("Prague"),
          new Site("Boston", "unitedstates", "eastus"),
          new Site("Dallas", "unitedstates", "southcentralus"),
          new Site("Denver", "unitedstates", "westus"),
          new Site("Miami", "unitedstates", "eastus"),
          new Site("London", "unitedkingdom", "uksouth"),
          new Site("Leeds", "unitedkingdom", "ukwest"),
          new Site("Osaka", "japan", "japanwest"),
          new Site("Tokyo", "japan", "japaneast"),
          new Site("Sydney", "australia", "australiaeast"),
          new Site("Perth", "australia", "australiasoutheast"));

  /**
   * @param deployed what Dataverse says of a unified environment; null where there is no finance
   *     and operations app, or where it lives in Lifecycle Services
   */
  private record Purpose(
      String name, String sku, @Nullable String link, @Nullable String deployed) {
    private static Purpose unified(String name, String sku, String deployed) {
      return new Purpose(name, sku, "Internal", deployed);
    }
  }

  private static final List<Purpose> PURPOSES =
      List.of(
          Purpose.unified("UAT", "Sandbox", "Sandbox"),
          Purpose.unified("Dev", "Sandbox", "OnlineDev"),
          Purpose.unified("Test", "Sandbox", "Sandbox"),
          Purpose.unified("Prod", "Production", "Production"),
          Purpose.unified("Gold", "Sandbox", "OnlineDev"),
          new Purpose("SIT", "Sandbox", "Linked", null),
          new Purpose("Demo", "Trial", null, null),
          new Purpose("CRM", "Sandbox", null, null),
          new Purpose("Team", "Teams", null, null),
          new Purpose("Lab", "Developer", null, null));

  private EnvironmentGenerator() {}

  private static Site europe(String name) {
    return new Site(name, "europe", "westeurope");
  }

  static Stream<EnvironmentSeed> of(int howMany) {
    return IntStream.range(0, howMany).mapToObj(EnvironmentGenerator::numbered);
  }

  private static EnvironmentSeed numbered(int number) {
    String company = COMPANIES.get(number / PURPOSES.size() % COMPANIES.size());
    int round = number / PURPOSES.size() / COMPANIES.size();
    Site site = SITES.get(round % SITES.size());
    Purpose purpose = PURPOSES.get(number % PURPOSES.size());
    String again = round < SITES.size() ? "" : " " + (round / SITES.size() + 1);
    String name = "%s %s %s%s".formatted(company, site.name(), purpose.name(), again);
    String domain = name.toLowerCase(Locale.ROOT).replace(' ', '-');
    boolean production = purpose.sku().equals("Production");
    return new EnvironmentSeed(
        id("fab00000", number),
        name,
        purpose.sku(),
        site.geo(),
        site.region(),
        10 + number * 7 % 900,
        "Adele Vance",
        number % 53 == 52
            ? null
            : new DataverseSeed(id("fab0da7a", number), domain, "9.2.26101.00183"),
        finOps(purpose, domain),
        !company.equals("Trey"),
        company.equals("Nod"),
        null,
        production ? 28 : 7,
        256 + number * 37 % 60_000,
        purpose.link() == null ? 0 : 2_048 + number * 91 % 400_000,
        number % 97 == 96,
        null,
        null,
        number % 3 == 0
            ? List.of(new BackupSeed("Weekly", null, Duration.ofHours(30), "ServicePrincipal"))
            : null,
        null);
  }

  private static @Nullable FinOpsSeed finOps(Purpose purpose, String domain) {
    if (purpose.link() == null) {
      return null;
    }
    boolean unified = purpose.deployed() != null;
    String url = "https://%s%s.operations.dynamics.com";
    return new FinOpsSeed(
        purpose.link(),
        url.formatted(domain, unified ? "" : ".sandbox"),
        purpose.deployed(),
        unified ? "10.0.2345.77" : null,
        unified ? "7.0.7690.88" : null,
        null,
        null);
  }

  private static String id(String kind, int number) {
    return "%s-0000-4000-8000-%012d".formatted(kind, number + 1);
  }
}
