package dev.holdfast.bot.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZoneParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Berlin                     | Europe/Berlin",
        "europe/berlin                     | Europe/Berlin",
        "  EUROPE / BERLIN                 | Europe/Berlin",
        "America/New York                  | America/New_York",
        "america new york                  | America/New_York",
        "America/New\\_York                | America/New_York",
        "America/Sao Paulo                 | America/Sao_Paulo",
        "America/São_Paulo                 | America/Sao_Paulo",
        "America/Port au Prince            | America/Port-au-Prince",
        "america-port-au-prince            | America/Port-au-Prince",
        "US/Eastern                        | US/Eastern",
        "Asia/Calcutta                     | Asia/Calcutta",
        "Europe/Kyiv                       | Europe/Kyiv",
        "Etc/GMT+5                         | Etc/GMT+5",
        "etc/gmt-5                         | Etc/GMT-5",
        "Etc/UTC                           | Etc/UTC",
        "CET                               | CET",
        "Singapore                         | Singapore",
        "Berlin                            | Europe/Berlin",
        "new york                          | America/New_York",
        "W. Europe Standard Time           | Europe/Berlin",
        "w europe standard time            | Europe/Berlin",
        "W._Europe_Standard_Time           | Europe/Berlin",
        "W. Europe Daylight Time           | Europe/Berlin",
        "W. Europe Summer Time             | Europe/Berlin",
        "Eastern Standard Time             | America/New_York",
        "Eastern Daylight Time             | America/New_York",
        "Pacific Standard Time (Mexico)    | America/Tijuana",
        "GMT Standard Time                 | Europe/London",
        "Jerusalem Daylight Time           | Asia/Jerusalem",
        "UTC-11                            | UTC-11:00",
        "UTC+13                            | UTC+13:00",
        "+01:00                            | UTC+01:00",
        "UTC+1                             | UTC+01:00",
        "gmt +0530                         | UTC+05:30",
        "UTC−03:30                         | UTC-03:30",
        "Z                                 | UTC",
        "utc                               | UTC",
        "UTC+00:00                         | UTC",
        "Coordinated Universal Time        | UTC"
      })
  void readsEverySpelling(String text, String zone) {
    assertThat(TimeZoneParser.parse(text)).contains(ZoneId.of(zone));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna | Europe/Amsterdam",
        "(UTC+01:00) Amsterdam…                           | Europe/Amsterdam",
        "(GMT+01:00) Amsterdam, Berlin, Bern              | Europe/Amsterdam",
        "(utc+1) Sarajevo, Skopje, Warsaw, Zagreb         | Europe/Sarajevo",
        "(UTC-05:00) Eastern Time (US & Canada)           | America/New_York",
        "(UTC-05:00) Eastern Time (US and Canada)         | America/New_York",
        "(UTC-06:00) Guadalajara, Mexico City, Monterrey  | America/Mexico_City",
        "(UTC-07:00) La Paz, Mazatlan                     | America/Mazatlan",
        "(UTC-04:00) Georgetown, La Paz, Manaus, San Juan | America/La_Paz",
        "(UTC-10:00) Hawaii                               | US/Hawaii",
        "(UTC+00:00) Dublin, Edinburgh, Lisbon, London    | Europe/Dublin",
        "(UTC) Coordinated Universal Time                 | UTC",
        "(UTC-11:00) Coordinated Universal Time-11        | Etc/GMT+11",
        "(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi  | Asia/Kolkata",
        "(UTC+06:30) Yangon (Rangoon)                     | Asia/Yangon",
        "(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi | Asia/Shanghai",
        "(UTC+13:00) Nuku'alofa                           | Pacific/Tongatapu",
        "(UTC+13:00) Samoa                                | Pacific/Apia",
        "(UTC+09:00)                                      | UTC+09:00"
      })
  void readsTheLabelsOfWindows(String text, String zone) {
    assertThat(TimeZoneParser.parse(text)).contains(ZoneId.of(zone));
  }

  @Test
  void readsEveryNameThatIanaAndWindowsHaveWhateverTheCase() {
    assertThat(ZoneId.getAvailableZoneIds().stream().filter(id -> !id.startsWith("SystemV/")))
        .allSatisfy(
            id ->
                assertThat(TimeZoneParser.parse(id.toUpperCase(Locale.ROOT).replace('_', ' ')))
                    .hasValueSatisfying(
                        zone -> assertThat(zone.getRules()).isEqualTo(ZoneId.of(id).getRules())));
    assertThat(
            Arrays.stream(TimeZone.getAvailableIDs())
                .map(TimeZone::getWindowsID)
                .filter(Objects::nonNull)
                .distinct())
        .hasSizeGreaterThan(130)
        .allSatisfy(
            name -> assertThat(TimeZoneParser.parse(name.toLowerCase(Locale.ROOT))).isPresent());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "Mars/Phobos",
        "UTC+99",
        "+25",
        "Standard Time",
        "Eastern",
        "(UTC+03:00) Amsterdam",
        "(UTC+01:00) Atlantis",
        "((((",
        "日本標準時"
      })
  void doesNotGuess(String text) {
    assertThat(TimeZoneParser.parse(text)).isEmpty();
  }

  @Test
  void readsAnyTextAtOnce() {
    assertThat(TimeZoneParser.parse("a, ".repeat(100_000))).isEmpty();
    assertThat(TimeZoneParser.parse("(".repeat(119))).isEmpty();
  }
}
