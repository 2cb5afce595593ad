package dev.holdfast.testing;

/**
 * A person in the fake Teams.
 *
 * @param entraId the Entra object id, by which Holdfast knows them
 * @param teamsId the id that Teams gives the bot for them
 * @param zone as their client reports it
 */
public record FakePerson(String name, String entraId, String teamsId, String zone) {}
