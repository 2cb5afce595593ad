-- A mention may name a person by the id under which the bot knows them.
create index people_by_teams_id on people (teams_id);
