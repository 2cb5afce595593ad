package dev.holdfast.bot.time;

import java.util.Map;

/**
 * Names in Windows' list of time zones that IANA has no zone for. Keys have letters and digits
 * only.
 */
final class WindowsLabels {

  /** Standard names of zones that go by another name in the registry. */
  static final Map<String, String> STANDARD_NAMES =
      Map.of(
          "jerusalemstandardtime", "Asia/Jerusalem",
          "malaypeninsulastandardtime", "Asia/Singapore",
          "newzealanddaylighttime", "Pacific/Auckland",
          "caboverdestandardtime", "Atlantic/Cape_Verde",
          "kamchatkastandardtime", "Asia/Kamchatka",
          "midatlanticstandardtime", "Atlantic/South_Georgia",
          "mexicostandardtime", "America/Mexico_City",
          "mexicostandardtime2", "America/Chihuahua");

  /** Places on the labels. */
  static final Map<String, String> PLACES =
      Map.ofEntries(
          Map.entry("internationaldatelinewest", "Etc/GMT+12"),
          Map.entry("coordinateduniversaltime", "UTC"),
          Map.entry("coordinateduniversaltime-11", "Etc/GMT+11"),
          Map.entry("coordinateduniversaltime-09", "Etc/GMT+9"),
          Map.entry("coordinateduniversaltime-08", "Etc/GMT+8"),
          Map.entry("coordinateduniversaltime-02", "Etc/GMT+2"),
          Map.entry("coordinateduniversaltime+12", "Etc/GMT-12"),
          Map.entry("coordinateduniversaltime+13", "Etc/GMT-13"),
          Map.entry("aleutianislands", "America/Adak"),
          Map.entry("marquesasislands", "Pacific/Marquesas"),
          Map.entry("bajacalifornia", "America/Tijuana"),
          Map.entry("pacifictimeuscanada", "America/Los_Angeles"),
          Map.entry("pacifictimeusandcanada", "America/Los_Angeles"),
          Map.entry("mountaintimeuscanada", "America/Denver"),
          Map.entry("mountaintimeusandcanada", "America/Denver"),
          Map.entry("centralamerica", "America/Guatemala"),
          Map.entry("centraltimeuscanada", "America/Chicago"),
          Map.entry("centraltimeusandcanada", "America/Chicago"),
          Map.entry("chetumal", "America/Cancun"),
          Map.entry("easterntimeuscanada", "America/New_York"),
          Map.entry("easterntimeusandcanada", "America/New_York"),
          Map.entry("haiti", "America/Port-au-Prince"),
          Map.entry("indianaeast", "America/Indiana/Indianapolis"),
          Map.entry("turksandcaicos", "America/Grand_Turk"),
          Map.entry("atlantictimecanada", "America/Halifax"),
          Map.entry("brasilia", "America/Sao_Paulo"),
          Map.entry("cityofbuenosaires", "America/Argentina/Buenos_Aires"),
          Map.entry("greenland", "America/Nuuk"),
          Map.entry("saintpierreandmiquelon", "America/Miquelon"),
          Map.entry("salvador", "America/Bahia"),
          Map.entry("midatlanticold", "Atlantic/South_Georgia"),
          Map.entry("caboverdeis", "Atlantic/Cape_Verde"),
          Map.entry("caboverdeislands", "Atlantic/Cape_Verde"),
          Map.entry("capeverdeis", "Atlantic/Cape_Verde"),
          Map.entry("westcentralafrica", "Africa/Lagos"),
          Map.entry("eeurope", "Europe/Chisinau"),
          Map.entry("hebron", "Asia/Hebron"),
          Map.entry("abudhabi", "Asia/Dubai"),
          Map.entry("izhevsk", "Europe/Samara"),
          Map.entry("portlouis", "Indian/Mauritius"),
          Map.entry("ekaterinburg", "Asia/Yekaterinburg"),
          Map.entry("islamabad", "Asia/Karachi"),
          Map.entry("chennai", "Asia/Kolkata"),
          Map.entry("srijayawardenepura", "Asia/Colombo"),
          Map.entry("astana", "Asia/Almaty"),
          Map.entry("nursultan", "Asia/Almaty"),
          Map.entry("yangonrangoon", "Asia/Yangon"),
          Map.entry("beijing", "Asia/Shanghai"),
          Map.entry("osaka", "Asia/Tokyo"),
          Map.entry("lordhoweisland", "Australia/Lord_Howe"),
          Map.entry("bougainvilleisland", "Pacific/Bougainville"),
          Map.entry("chokurdakh", "Asia/Srednekolymsk"),
          Map.entry("norfolkisland", "Pacific/Norfolk"),
          Map.entry("solomonis", "Pacific/Guadalcanal"),
          Map.entry("newcaledonia", "Pacific/Noumea"),
          Map.entry("petropavlovskkamchatskyold", "Asia/Kamchatka"),
          Map.entry("wellington", "Pacific/Auckland"),
          Map.entry("chathamislands", "Pacific/Chatham"),
          Map.entry("nukualofa", "Pacific/Tongatapu"),
          Map.entry("samoa", "Pacific/Apia"),
          Map.entry("kiritimatiisland", "Pacific/Kiritimati"));

  private WindowsLabels() {}
}
