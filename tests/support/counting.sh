# Sourced by tests/run: runs test programs, adds up what their own summaries say, and prints the closing line.
# A program that ends without a summary, or with an error its summary does not show, counts as one failure.

passed=0 failed=0
log=$project/build/tests.log

# count NAME FORM COMMAND...: FORM is doctest, unittest or tap. Prints a line; the program's own words only if it failed.
count() {
  local name=$1 form=$2 status good bad start=$SECONDS; shift 2
  mkdir -p "$project/build"
  "$@" >"$log" 2>&1; status=$?
  read -r good bad < <(summary_$form <"$log")
  if [ -z "${bad:-}" ] || { [ "$status" != 0 ] && [ "$bad" = 0 ]; }; then good=${good:-0} bad=1; fi
  if [ "$bad" != 0 ]; then failures "$form" <"$log" | cut -c1-300 | tail -n 200; echo "exit status $status"; fi
  printf '%-40s %5d passed %3d failed %5d s\n' "$name" "$good" "$bad" $((SECONDS - start))
  passed=$((passed + good)) failed=$((failed + bad))
  [ "$bad" = 0 ]
}

# count_build PRESET: a build that fails is one failure; `site` is the whole site, packed.
count_build() {
  local preset=$1 start=$SECONDS; shift
  if { if [ "$preset" = site ]; then build_site; else build "$preset" "$@"; fi; } >"$log" 2>&1; then
    [ $((SECONDS - start)) -lt 5 ] || printf '%-40s %25d s\n' "build $preset" $((SECONDS - start))
    return 0
  fi
  grep -E 'error:|FAILED|Error|undefined' "$log" | head -n 40 || true
  tail -n 20 "$log" | cut -c1-300
  echo "build $preset failed"
  failed=$((failed + 1))
  return 1
}

# [doctest] test cases: 12 | 11 passed | 1 failed | 0 skipped
summary_doctest() { sed -nE 's/^\[doctest\] test cases: +[0-9]+ \| +([0-9]+) passed \| +([0-9]+) failed.*/\1 \2/p' | tail -n 1; }

# What a program says of its failures. Of browser tests only the failed ones: they would be lost among hundreds that passed.
failures() {
  if [ "$1" != tap ]; then cat; return; fi
  awk '/^ *# Subtest: / {name = $0} /^ *not ok/ {print name; shown = 45} /^ *ok / {shown = 0} shown-- > 0 {seen = 1; print} {last[NR % 60] = $0}
       END {if (!seen) for (i = NR + 1; i <= NR + 60; i++) if (last[i % 60] != "") print last[i % 60]}'
}

# Ran 17 tests in 0.1s, then FAILED (failures=1, errors=1)
summary_unittest() {
  awk '/^Ran [0-9]+ test/ {ran = $2} /^FAILED \(/ {gsub(/[^0-9]+/, " "); n = split($0, parts, " "); for (i = 1; i <= n; i++) bad += parts[i]}
       END {if (ran > 0) print ran - bad, bad + 0}'
}

# # pass 3 / # fail 0 / # cancelled 0
summary_tap() {
  awk '$1 == "#" && $2 == "pass" {good = $3; seen = 1} $1 == "#" && ($2 == "fail" || $2 == "cancelled" || $2 == "skipped" || $2 == "todo") {bad += $3}
       END {if (seen && good + bad > 0) print good, bad}'
}

finish() {
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ] && [ "$passed" != 0 ]
  exit $?
}
