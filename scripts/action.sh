#!/usr/bin/env bash
# The steps of action.yml, which hands over its inputs as CARBONCARD_… . Written for bash 3.2, which macOS has.
set -euo pipefail

home="${RUNNER_TEMP:?}/carboncard"
carboncard="$home/node_modules/.bin/carboncard"

# One argument a line; patterns stay as they are, since carboncard reads them itself. Blank lines are none.
manifests=()
while IFS= read -r line; do
  line="${line#"${line%%[![:space:]]*}"}"
  line="${line%"${line##*[![:space:]]}"}"
  if [[ -n $line ]]; then manifests+=("$line"); fi
done <<< "${CARBONCARD_MANIFESTS:-}"
if [[ ${#manifests[@]} == 0 ]]; then manifests=(carboncard.yaml); fi

# `set -u` of bash 3.2 refuses an empty list, so that each list begins with the command.
options=()
with() { if [[ -n $2 ]]; then options+=("$1" "$2"); fi; }

# One id for all that differs from the commit in the repository, so that what was changed before is told from what is written here.
state() {
  local top
  top="$(git rev-parse --show-toplevel)"
  {
    git -C "$top" diff --binary HEAD
    git -C "$top" ls-files --others --exclude-standard -z | while IFS= read -r -d '' file; do
      printf '%s\n' "$file"
      git -C "$top" hash-object -- "$file"
    done
  } | git hash-object --stdin
}

case ${1:?} in
  install)
    version="${CARBONCARD_VERSION:-}"
    if [[ -z $version ]]; then
      version="$(node -p 'JSON.parse(fs.readFileSync(process.env.GITHUB_ACTION_PATH + "/package.json", "utf8")).version')"
    fi
    # A packed file is named by its path, anything else is a version or a tag.
    case $version in
      *.tgz) package="$version" ;;
      *) package="carboncard@$version" ;;
    esac
    npm install --prefix "$home" --no-audit --no-fund --loglevel=error -- "$package"
    ;;

  check)
    case ${CARBONCARD_MODE:-check} in
      check | render) ;;
      *)
        echo "::error title=mode::Unknown mode. Expected: check or render."
        exit 2
        ;;
    esac
    options=("$carboncard" check "${manifests[@]}")
    with --card "${CARBONCARD_CARD:-}"
    with -o "${CARBONCARD_OUT:-}"
    with --format "${CARBONCARD_FORMAT:-}"
    with --summary "${GITHUB_STEP_SUMMARY:-}"
    code=0
    # `render` is about to write what is not up to date, so that it is no error then.
    if [[ ${CARBONCARD_MODE:-check} == render ]]; then
      GITHUB_ACTIONS=false "${options[@]}" || code=$?
    else
      "${options[@]}" || code=$?
    fi
    if [[ $code == 0 ]]; then answer=true; else answer=false; fi
    echo "up-to-date=$answer" >> "$GITHUB_OUTPUT"
    if [[ ${CARBONCARD_MODE:-check} == render && $code == 1 ]]; then code=0; fi
    exit "$code"
    ;;

  render)
    state > "$RUNNER_TEMP/carboncard.before"
    options=("$carboncard" render "${manifests[@]}")
    with -o "${CARBONCARD_OUT:-}"
    with --format "${CARBONCARD_FORMAT:-}"
    "${options[@]}"
    ;;

  card)
    if [[ -n ${CARBONCARD_CARD:-} ]]; then
      options=("$carboncard" card "$CARBONCARD_CARD" -m "${manifests[0]}")
      with --format "${CARBONCARD_FORMAT:-}"
      "${options[@]}"
    fi
    changed=false
    if [[ "$(state)" != "$(cat "$RUNNER_TEMP/carboncard.before")" ]]; then
      changed=true
      if [[ -n ${GITHUB_STEP_SUMMARY:-} ]]; then printf 'The job has written these files again.\n\n' >> "$GITHUB_STEP_SUMMARY"; fi
    fi
    echo "changed=$changed" >> "$GITHUB_OUTPUT"
    ;;

  audit)
    options=("$carboncard" audit)
    if [[ -n ${CARBONCARD_CARD:-} ]]; then options+=("$CARBONCARD_CARD"); fi
    options+=("${manifests[@]}")
    # Of one model, the section is compared with the manifest too.
    if [[ -n ${CARBONCARD_CARD:-} && ${#manifests[@]} == 1 && -f ${manifests[0]} ]]; then options+=(-m "${manifests[0]}"); fi
    sarif="${CARBONCARD_SARIF:-}"
    if [[ -z $sarif ]]; then sarif="$RUNNER_TEMP/carboncard.sarif"; fi
    with --sarif "$sarif"
    with --summary "${GITHUB_STEP_SUMMARY:-}"
    options+=(--format github)
    code=0
    "${options[@]}" || code=$?
    if [[ -f $sarif ]]; then
      folder="${CARBONCARD_FOLDER:-.}"
      case $sarif in /* | [A-Za-z]:*) ;; *) sarif="${folder%/}/$sarif" ;; esac
      echo "sarif=${sarif#./}" >> "$GITHUB_OUTPUT"
    fi
    exit "$code"
    ;;
esac
