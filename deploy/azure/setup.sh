#!/usr/bin/env bash
# From nothing to a running bot: app registrations, Azure, rights on the admin APIs, the Teams package, the app catalog.
# Each step looks at what is there and changes only what is missing, so the same command can be run again at any time,
# also after it stopped in the middle. It asks nothing, prints no secret, and creates none.
#   deploy/azure/setup.sh --help
set +x -euo pipefail

usage() {
  cat <<'EOF'
setup.sh --resource-group NAME --location REGION --image IMAGE --policy FILE [options]

  --resource-group NAME   where everything goes; made if it isn't there
  --location REGION       such as westeurope (az account list-locations)
  --image IMAGE           Holdfast's image with its version, such as registry.example.com/holdfast:1.0.0
  --policy FILE           the policy (see deploy/policy)
  --name NAME             what resources are named after (holdfast)
  --subscription ID       the ID of the subscription, if it isn't the one that az uses
  --registry NAME         the Azure container registry of the image, if it asks who pulls
  --registry-group NAME   its resource group (that of --resource-group)
  --bot KIND              identity (the managed identity is the bot) or single-tenant (an app registration that trusts it)
  --admin-app KIND        own (an app registration that trusts the managed identity) or identity (the managed identity itself)
  --read-groups           the policy names groups of Microsoft Entra ID
  --approvers-channel ID  Teams' ID of the channel that gets every approval card
  --rehearsal             Holdfast checks and asks for approvals, and starts nothing; leave it out to end the rehearsal
  --parameter NAME=VALUE  any other parameter of azuredeploy.json; may be given more than once
  --app-name TEXT         the app's name in Teams (Holdfast)
  --app-version X.Y.Z     the version of the Teams package (1.0.0); raise it when the manifest changes
  --developer TEXT        who answers for the app in your organization
  --website URL           their address; --privacy URL and --terms URL likewise
  --graph-token-file FILE a file with a token of Microsoft Graph that may AppCatalog.ReadWrite.All, for the app catalog
  --output DIR            where the Teams package goes (holdfast-setup)
  --dry-run               say what would be done, and change nothing
EOF
}

fail() {
  printf 'setup.sh: %s\n' "$*" >&2
  exit 1
}

# The same words for a failure of any command: which step, what may be the cause, how to go on.
step='the beginning' hint=''
stopped() {
  local code=$?
  [ "$code" = 0 ] || [ -z "$step" ] || {
    printf '\nsetup.sh stopped at: %s.\n' "$step"
    [ -z "$hint" ] || printf '%s\n' "$hint"
    printf 'What is done stays done: run the same command again when that is fixed.\n'
  } >&2
  [ -z "${scratch:-}" ] || rm -rf -- "$scratch"
}

begin() {
  step=$1 hint=${2:-}
  printf '== %s\n' "$step"
}

# What is there already, or was done. What a dry run would do.
kept() { printf '   there: %s\n' "$*"; }
done_now() { printf '   done: %s\n' "$*"; }

# Does it, or says in a dry run what it would do:  change 'what' command argument…
change() {
  local what=$1
  shift
  if [ "$dry_run" = yes ]; then
    printf '   would: %s\n' "$what"
  else
    "$@" >"$scratch/answer"
    done_now "$what"
  fi
}

# The same for what may be refused, and then is left for a person. What was said is in $scratch/refusal.
try_change() {
  local what=$1
  shift
  if [ "$dry_run" = yes ]; then
    printf '   would: %s\n' "$what"
  elif "$@" >"$scratch/answer" 2>"$scratch/refusal"; then
    done_now "$what"
  else
    refused "$what"
    return 1
  fi
}

refused() { printf '   refused: %s (%s)\n' "$1" "$(head -c 300 "$scratch/refusal" | tr '\n' ' ')"; }

# Reads: one text, or one a line.
ask() { az "$@" --output tsv --only-show-errors; }

# After a change of Microsoft Entra ID, other parts of it may not know of it for a minute.
patiently() {
  local left=6
  until "$@"; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || return 1
    sleep "${HOLDFAST_SETUP_PAUSE:-10}"
  done
}

json() {
  local text=$1
  text=${text//\\/\\\\}
  text=${text//\"/\\\"}
  text=${text//$'\n'/\\n}
  text=${text//$'\r'/\\r}
  text=${text//$'\t'/\\t}
  printf '"%s"' "$text"
}

sha256() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -d' ' -f1; }

options() {
  resource_group='' location='' image='' policy='' name=holdfast subscription='' registry='' registry_group=''
  bot=identity admin_app=own read_groups=false rehearsal=false approvers_channel='' app_name=Holdfast app_version=1.0.0
  developer='The people who run Holdfast' website=https://example.com/holdfast privacy=https://example.com/holdfast/privacy
  terms=https://example.com/holdfast/terms graph_token_file='' output=holdfast-setup dry_run=no
  parameters=()
  while [ $# -gt 0 ]; do
    case $1 in
      --help | -h) usage; step=''; exit 0 ;;
      --dry-run) dry_run=yes; shift; continue ;;
      --read-groups) read_groups=true; shift; continue ;;
      --rehearsal) rehearsal=true; shift; continue ;;
      --*) [ $# -ge 2 ] || fail "$1 needs a value, see --help" ;;
    esac
    case $1 in
      --resource-group) resource_group=$2 ;;
      --location) location=$2 ;;
      --image) image=$2 ;;
      --policy) policy=$2 ;;
      --name) name=$2 ;;
      --subscription) subscription=$2 ;;
      --registry) registry=$2 ;;
      --registry-group) registry_group=$2 ;;
      --bot) bot=$2 ;;
      --admin-app) admin_app=$2 ;;
      --approvers-channel) approvers_channel=$2 ;;
      --parameter) parameters+=("$2") ;;
      --app-name) app_name=$2 ;;
      --app-version) app_version=$2 ;;
      --developer) developer=$2 ;;
      --website) website=$2 ;;
      --privacy) privacy=$2 ;;
      --terms) terms=$2 ;;
      --graph-token-file) graph_token_file=$2 ;;
      --output) output=$2 ;;
      *) fail "there is no option $1, see --help" ;;
    esac
    shift 2
  done
}

check_options() {
  local each
  for each in resource_group location image policy; do
    [ -n "${!each}" ] || fail "--${each//_/-} is missing, see --help"
  done
  [[ $name =~ ^[a-z][a-z0-9-]{1,18}[a-z0-9]$ ]] ||
    fail '--name: 3 to 20 lowercase letters, digits, and hyphens, beginning with a letter'
  [[ $resource_group =~ ^[A-Za-z0-9_.()-]{1,90}$ ]] || fail '--resource-group: letters, digits, and _ . ( ) - only'
  [[ $location =~ ^[a-z0-9]+$ ]] || fail '--location: a name such as westeurope'
  [[ $image =~ ^[A-Za-z0-9][A-Za-z0-9./:@_-]*$ ]] || fail '--image: registry/repository:version, or with @sha256:…'
  [[ $bot =~ ^(identity|single-tenant)$ ]] || fail '--bot: identity or single-tenant'
  [[ $admin_app =~ ^(own|identity)$ ]] || fail '--admin-app: own or identity'
  [[ $registry =~ ^[A-Za-z0-9]*$ ]] || fail '--registry: the name alone, without .azurecr.io'
  [[ $app_version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail '--app-version: three numbers, such as 1.0.0'
  for each in website privacy terms; do
    [[ ${!each} =~ ^https://[^[:space:]\"\\]+$ ]] || fail "--$each: an https address"
  done
  for each in app_name developer; do
    [[ ${!each} =~ ^[^[:cntrl:]]+$ && ${#each} -le 32 ]] || fail "--${each//_/-}: one line of text"
  done
  [ ${#app_name} -le 30 ] || fail '--app-name: at most 30 characters'
  [ ${#developer} -le 32 ] || fail '--developer: at most 32 characters'
  [ -r "$policy" ] || fail "--policy: $policy can't be read"
  [ "$(wc -c <"$policy")" -le 25000 ] || fail '--policy: at most 25 KB, the limit of a secret in Key Vault'
  [ -z "$graph_token_file" ] || [ -r "$graph_token_file" ] || fail "--graph-token-file: $graph_token_file can't be read"
  for each in ${parameters[@]+"${parameters[@]}"}; do
    [[ $each =~ ^[A-Za-z]+=.+$ ]] || fail "--parameter: NAME=VALUE, not $each"
  done
}

check_tools() {
  begin 'Tools and sign-in'
  local tool
  [ "${BASH_VERSINFO[0]}" -gt 4 ] || [ "${BASH_VERSINFO[0]}.${BASH_VERSINFO[1]}" = 4.4 ] || fail 'bash 4.4 or newer is needed'
  for tool in az zip curl; do
    command -v "$tool" >/dev/null ||
      fail "$tool is missing. All that is needed is in Azure Cloud Shell; az: https://learn.microsoft.com/cli/azure/install-azure-cli"
  done
  hint='Sign in first: az login'
  tenant=$(ask account show --query tenantId) || fail 'nobody is signed in. Run: az login'
  subscription=${subscription:-$(ask account show --query id)}
  [[ $tenant =~ ^[0-9a-fA-F-]{36}$ && $subscription =~ ^[0-9a-fA-F-]{36}$ ]] || fail "az says neither tenant nor subscription"
  [ "$(ask account show --subscription "$subscription" --query tenantId)" = "$tenant" ] ||
    fail "subscription $subscription isn't in the tenant $tenant that az uses. Run: az login --tenant TENANT"
  kept "tenant $tenant, subscription $subscription"
}

ensure_providers() {
  begin 'Resource providers' 'An owner of the subscription can register them: az provider register --namespace NAME'
  local registered provider
  registered=$(ask provider list --subscription "$subscription" --query "[?registrationState=='Registered'].namespace")
  for provider in Microsoft.App Microsoft.BotService Microsoft.DBforPostgreSQL Microsoft.KeyVault \
    Microsoft.ManagedIdentity Microsoft.Network Microsoft.OperationalInsights Microsoft.Insights; do
    if grep -qix -- "$provider" <<<"$registered"; then
      kept "$provider"
    else
      change "register $provider" az provider register --subscription "$subscription" --namespace "$provider" --wait --only-show-errors
    fi
  done
}

ensure_group() {
  begin "Resource group $resource_group" "It needs the role Owner, or Contributor and User Access Administrator, on the subscription or on this resource group."
  group_exists=$(ask group exists --subscription "$subscription" --name "$resource_group")
  if [ "$group_exists" = true ]; then
    kept "$resource_group"
  else
    change "make resource group $resource_group in $location" \
      az group create --subscription "$subscription" --name "$resource_group" --location "$location" --only-show-errors
  fi
}

# The client ID of the app registration of that name, in $app_id, and its service principal, in $principal_id.
ensure_application() {
  local title=$1
  begin "App registration $title" 'It needs a role that may register applications, such as Application Developer.'
  app_id=$(ask ad app list --display-name "$title" --query "[?displayName=='$title'].appId")
  [[ $app_id != *$'\n'* ]] || fail "there are several app registrations with the name $title. Delete or rename all but one"
  if [ -n "$app_id" ]; then
    kept "$app_id"
  else
    change "register $title" az ad app create --display-name "$title" --sign-in-audience AzureADMyOrg \
      --query appId --output tsv --only-show-errors
    [ "$dry_run" = no ] || { principal_id='' && return; }
    # Not asked for again: the list may not have it yet.
    app_id=$(cat "$scratch/answer")
    [ -n "$app_id" ] || fail "az didn't say the client ID of $title"
  fi
  principal_id=$(ask ad sp list --filter "appId eq '$app_id'" --query '[].id')
  if [ -n "$principal_id" ]; then
    kept "its service principal $principal_id"
  else
    change 'make its service principal' patiently az ad sp create --id "$app_id" --query id --output tsv --only-show-errors
    [ "$dry_run" = no ] || return 0
    principal_id=$(tail -n 1 "$scratch/answer")
    [ -n "$principal_id" ] || fail "az didn't say the service principal of $title"
  fi
}

write_parameters() {
  local each
  {
    # shellcheck disable=SC2016 # $schema is a name
    printf '{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#","contentVersion":"1.0.0.0","parameters":{'
    printf '"name":{"value":%s},' "$(json "$name")"
    printf '"image":{"value":%s},' "$(json "$image")"
    printf '"registryName":{"value":%s},' "$(json "$registry")"
    printf '"registryResourceGroup":{"value":%s},' "$(json "${registry_group:-$resource_group}")"
    printf '"botAppType":{"value":%s},' "$([ "$bot" = identity ] && echo '"UserAssignedMSI"' || echo '"SingleTenant"')"
    printf '"botAppId":{"value":%s},' "$(json "$bot_app_id")"
    printf '"adminApiClientId":{"value":%s},' "$(json "$admin_app_id")"
    printf '"readEntraGroups":{"value":%s},' "$read_groups"
    printf '"rehearsal":{"value":%s},' "$rehearsal"
    printf '"approversChannel":{"value":%s},' "$(json "$approvers_channel")"
    for each in ${parameters[@]+"${parameters[@]}"}; do
      printf '%s:{"value":%s},' "$(json "${each%%=*}")" "$(value "${each#*=}")"
    done
    printf '"policy":{"value":%s}}}' "$(json "$(cat -- "$policy")")"
  } >"$scratch/parameters.json"
}

# Numbers and truth values as such, all else as text.
value() { if [[ $1 =~ ^([0-9]+|true|false)$ ]]; then printf '%s' "$1"; else json "$1"; fi; }

outputs() {
  ask deployment group show --subscription "$subscription" --resource-group "$resource_group" --name "$name" --query \
    '[properties.outputs.endpoint.value, properties.outputs.botAppId.value, properties.outputs.identityClientId.value, properties.outputs.identityPrincipalId.value]'
}

ensure_deployment() {
  begin 'Azure resources' "It needs the role Owner, or Contributor and User Access Administrator. A right that was just given may need some minutes. What failed: az deployment operation group list --resource-group $resource_group --name $name"
  write_parameters
  local fingerprint before='' group_id=/subscriptions/$subscription/resourceGroups/$resource_group
  fingerprint=$(cat "$here/azuredeploy.json" "$scratch/parameters.json" | sha256)
  [ "$group_exists" = false ] || before=$(ask group show --subscription "$subscription" --name "$resource_group" --query tags.holdfastSetup)
  if [ "$before" = "$fingerprint" ]; then
    kept 'deployed with the same template, parameters, and policy'
  else
    change "deploy azuredeploy.json to $resource_group (10 to 20 minutes)" \
      az deployment group create --subscription "$subscription" --resource-group "$resource_group" --name "$name" --mode Incremental \
      --template-file "$here/azuredeploy.json" --parameters "@$scratch/parameters.json" --only-show-errors
    [ "$dry_run" = no ] || return 0
  fi
  local answers
  answers=$(outputs)
  { read -r endpoint && read -r bot_app_id && read -r identity_client_id && read -r identity_principal_id; } <<<"$answers" ||
    fail 'the deployment has no outputs'
  [ -n "$identity_principal_id" ] || fail 'the deployment has no outputs'
  [ "$before" = "$fingerprint" ] ||
    change 'remember what was deployed' \
      az tag update --subscription "$subscription" --resource-id "$group_id" --operation Merge --tags "holdfastSetup=$fingerprint" --only-show-errors
}

# The app registration trusts the managed identity.
ensure_federation() {
  local application=$1 title=$2 found
  begin "Federated credential of $title"
  if [ -z "$application" ] || [ -z "$identity_principal_id" ]; then
    change 'let it trust the managed identity' false
    return
  fi
  printf '{"name":"holdfast-identity","issuer":%s,"subject":%s,"audiences":["api://AzureADTokenExchange"]}' \
    "$(json "https://login.microsoftonline.com/$tenant/v2.0")" "$(json "$identity_principal_id")" >"$scratch/federation.json"
  found=$(ask ad app federated-credential list --id "$application" --query "[?name=='holdfast-identity'].subject")
  if [ "$found" = "$identity_principal_id" ]; then
    kept "trusts $identity_principal_id"
  elif [ -n "$found" ]; then
    change "let it trust $identity_principal_id in the place of $found" \
      az ad app federated-credential update --id "$application" --federated-credential-id holdfast-identity \
      --parameters "@$scratch/federation.json" --only-show-errors
  else
    change "let it trust the managed identity $identity_principal_id" \
      patiently az ad app federated-credential create --id "$application" --parameters "@$scratch/federation.json" --only-show-errors
  fi
}

# Microsoft Graph, for policies with groups.
ensure_graph_rights() {
  [ "$read_groups" = true ] || return 0
  begin 'Rights to read groups' 'It needs the role Privileged Role Administrator or Global Administrator.'
  if [ -z "$admin_principal_id" ]; then
    change 'grant GroupMember.Read.All and User.Read.All of Microsoft Graph' false
    return
  fi
  local graph role right held
  graph=$(ask ad sp list --filter "appId eq '00000003-0000-0000-c000-000000000000'" --query '[0].id')
  held=$(ask rest --method get --url "https://graph.microsoft.com/v1.0/servicePrincipals/$admin_principal_id/appRoleAssignments" --query 'value[].appRoleId')
  for right in GroupMember.Read.All User.Read.All; do
    role=$(ask ad sp show --id "$graph" --query "appRoles[?value=='$right'].id | [0]")
    if grep -qx -- "$role" <<<"$held"; then
      kept "$right"
    else
      change "grant $right" patiently az rest --method post \
        --url "https://graph.microsoft.com/v1.0/servicePrincipals/$admin_principal_id/appRoleAssignments" \
        --headers Content-Type=application/json --only-show-errors \
        --body "{\"principalId\":\"$admin_principal_id\",\"resourceId\":\"$graph\",\"appRoleId\":\"$role\"}"
    fi
  done
}

# BAP lets the application in once an administrator has registered it. That has to be a person, never an application.
ensure_registration() {
  begin 'Registration as a management application of Power Platform'
  local url="https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/adminApplications/$admin_client_id?api-version=2020-10-01"
  if [ -z "$admin_client_id" ]; then
    change 'register the application' false
  elif az rest --method get --url "$url" --resource https://service.powerapps.com/ --output json --only-show-errors \
    >"$scratch/answer" 2>"$scratch/refusal" && grep -qF -- "$admin_client_id" "$scratch/answer"; then
    kept "$admin_client_id"
  else
    try_change "register $admin_client_id" az rest --method put --url "$url" --resource https://service.powerapps.com/ --only-show-errors ||
      power_platform+=("Add-PowerAppsAccount; New-PowerAppManagementApp -ApplicationId $admin_client_id")
  fi
}

# The Power Platform API asks for a role, Power Platform Contributor.
ensure_role() {
  begin 'Role Power Platform Contributor'
  local contributor=ff954d61-a89a-4fbe-ace9-01c367b89f87 held
  local url='https://api.powerplatform.com/authorization/roleAssignments?api-version=2024-10-01'
  if [ -z "$admin_principal_id" ]; then
    change 'assign the role on the tenant' false
  elif held=$(az rest --method get --url "$url" --resource https://api.powerplatform.com --only-show-errors --output tsv \
    --query "value[?principalObjectId=='$admin_principal_id' && roleDefinitionId=='$contributor'].roleAssignmentId" \
    2>"$scratch/refusal") && [ -n "$held" ]; then
    kept "on the tenant"
  else
    try_change 'assign it on the tenant' az rest --method post --url "$url" --resource https://api.powerplatform.com \
      --headers Content-Type=application/json --only-show-errors \
      --body "{\"roleDefinitionId\":\"$contributor\",\"principalObjectId\":\"$admin_principal_id\",\"principalType\":\"ApplicationUser\",\"scope\":\"/tenants/$tenant\"}" ||
      power_platform+=("assign the role Power Platform Contributor on the tenant to the application with object ID $admin_principal_id (role-based access control in the Power Platform admin center, or the Power Platform API)")
  fi
}

# manifest/ with its placeholders filled, as ./mvnw package does it, without Java.
make_package() {
  begin 'Teams package'
  local file manifest placeholder
  package=$output/holdfast-teams-app.zip
  if [ -z "$bot_app_id" ]; then
    change "make $package" false
    return
  fi
  mkdir -p "$scratch/package"
  for file in manifest.json de.json fr.json; do
    manifest=$(cat "$here/../../manifest/$file")
    fill manifest.bot-id "$bot_app_id"
    fill manifest.id "$bot_app_id"
    fill manifest.version "$app_version"
    fill manifest.name "$app_name"
    fill manifest.developer.name "$developer"
    fill manifest.developer.website-url "$website"
    fill manifest.developer.privacy-url "$privacy"
    fill manifest.developer.terms-of-use-url "$terms"
    # shellcheck disable=SC2016 # as it stands in the manifest
    placeholder='${'
    [[ $manifest != *"$placeholder"* ]] || fail "manifest/$file has a placeholder that setup.sh does not know"
    printf '%s\n' "$manifest" >"$scratch/package/$file"
  done
  cp "$here/../../manifest/color.png" "$here/../../manifest/outline.png" "$scratch/package/"
  change "make $package" pack
}

fill() {
  local text
  text=$(json "$2")
  text=${text#\"}
  text=${text%\"}
  manifest=${manifest//"\${$1}"/$text}
}

pack() {
  mkdir -p "$output"
  rm -f -- "$package"
  zip -X -q -j "$package" "$scratch/package"/*
}

# The token goes to curl over its standard input, so that no list of processes shows it.
graph() {
  local token
  if [ -n "$graph_token_file" ]; then
    token=$(tr -d '[:space:]' <"$graph_token_file")
  else
    token=$(ask account get-access-token --resource https://graph.microsoft.com --query accessToken) || return 1
  fi
  curl --silent --show-error --max-time 120 --config - --output "$scratch/graph" --write-out '%{http_code}' "$@" \
    <<<"header = \"Authorization: Bearer $token\""
}

publish() {
  begin 'App catalog of the organization'
  if [ "$dry_run" = yes ]; then
    printf '   would: publish the Teams package, or its new version\n'
    return
  fi
  local catalog=https://graph.microsoft.com/v1.0/appCatalogs/teamsApps status found
  # The spaces of the filter are encoded, because curl sends addresses as they are.
  status=$(graph "$catalog?\$filter=externalId%20eq%20'$bot_app_id'&\$expand=appDefinitions" 2>"$scratch/refusal") || status=000
  if [ "$status" != 200 ]; then
    not_published "Microsoft Graph answered $status"
    return
  fi
  found=$(tr -d ' \n\r\t' <"$scratch/graph")
  if [[ $found =~ \"value\":\[\] ]]; then
    upload "$catalog" "publish version $app_version"
  elif [[ $found == *"\"version\":\"$app_version\""* ]]; then
    kept "version $app_version"
  elif [[ $found =~ \"value\":\[\{\"id\":\"([0-9a-fA-F-]+)\" ]]; then
    upload "$catalog/${BASH_REMATCH[1]}/appDefinitions" "publish version $app_version in the place of the one before"
  else
    not_published "its answer wasn't understood"
  fi
}

upload() {
  local status
  status=$(graph --request POST --header 'Content-Type: application/zip' --data-binary "@$package" "$1" 2>"$scratch/refusal") || status=000
  if [[ $status =~ ^2 ]]; then
    done_now "$2"
  else
    not_published "Microsoft Graph answered $status"
  fi
}

not_published() {
  printf '   refused: publishing (%s)\n' "$1"
  published=no
}

by_hand() {
  step=''
  local number=0 command
  printf '\nLeft for a person:\n'
  item() { number=$((number + 1)) && printf '%d. %s\n' "$number" "$1"; }
  item 'As a Power Platform administrator:'
  for command in ${power_platform[@]+"${power_platform[@]}"}; do
    printf '   - %s\n' "$command"
  done
  printf '   - for each environment with finance and operations or as source and target of a copy:\n'
  printf '     pac admin assign-user --environment ID --user %s --role "System Administrator" --application-user\n' "${admin_client_id:-CLIENT-ID}"
  if [ "$published" = no ]; then
    item "As a Teams administrator: upload $package (Teams admin center, Manage apps, Upload new app), and allow it for the people who need it."
  else
    item 'As a Teams administrator: allow the app for the people who need it (Teams admin center, Manage apps).'
  fi
  if [ -z "$approvers_channel" ]; then
    item 'Add the app to the team of the approvers, and type connect to Holdfast in their channel.'
  fi
  item 'Write doctor to Holdfast in Teams. It says what is still missing, and how to fix it.'
  [ "$rehearsal" = false ] || printf '\nThis is a rehearsal: Holdfast starts nothing until setup.sh runs without --rehearsal.\n'
  [ -z "${endpoint:-}" ] || printf '\nThe bot answers at %s\n' "$endpoint"
}

main() {
  # Else & and \ would mean something in what is put into the manifest.
  shopt -u patsub_replacement 2>/dev/null || true
  here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
  options "$@"
  trap stopped EXIT
  step=''
  check_options
  scratch=$(mktemp -d)
  power_platform=() published=yes
  endpoint='' bot_app_id='' admin_app_id='' identity_client_id='' identity_principal_id='' package=''

  check_tools
  ensure_providers
  ensure_group
  admin_principal_id='' admin_client_id=''
  if [ "$admin_app" = own ]; then
    ensure_application "Holdfast admin API ($name)"
    admin_app_id=$app_id admin_client_id=$app_id admin_principal_id=$principal_id
  fi
  if [ "$bot" = single-tenant ]; then
    ensure_application "Holdfast bot ($name)"
    bot_app_id=$app_id
  fi
  ensure_deployment
  if [ "$admin_app" = own ]; then
    ensure_federation "$admin_app_id" "Holdfast admin API ($name)"
  else
    admin_client_id=$identity_client_id admin_principal_id=$identity_principal_id
  fi
  [ "$bot" = identity ] || ensure_federation "$bot_app_id" "Holdfast bot ($name)"
  ensure_graph_rights
  ensure_registration
  ensure_role
  make_package
  publish
  by_hand
}

main "$@"
