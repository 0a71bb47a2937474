# Sourced by tests/run after counting.sh: the fuzz programs, one after the other in the background, while other tests wait for browsers.
# A file that was found to break a reader is in build/fuzz/found; run the program on it alone to see how.

fuzz_folder=$project/build/fuzz
fuzz_seconds=${FULLCIRCLE_FUZZ_SECONDS:-60}

# start_fuzzing: each program of build/check for $fuzz_seconds, at the lowest priority. What it learns stays in build/fuzz/corpus.
start_fuzzing() {
  mkdir -p "$fuzz_folder/found"
  rm -f "$fuzz_folder"/fuzz_*
  ( for program in "$project"/build/check/tests/fuzz/fuzz_* "$project"/tests/fuzz/fuzz_age; do
      case $program in *.cmake) continue ;; esac
      fuzz_reader "${program##*/fuzz_}" >"$fuzz_folder/${program##*/}.log" 2>&1
      echo $? >"$fuzz_folder/${program##*/}.status"
    done ) &
  fuzzing=$!
}

fuzz_reader() {
  local reader=$1 learnt=build/fuzz/corpus/$1 seeds=() patiently="timeout -k 9 $((fuzz_seconds + 180)) nice -n 19"
  if [ "$reader" = age ]; then in_browsers $patiently node tests/fuzz/fuzz_age.mjs "$fuzz_seconds"; return; fi
  mkdir -p "$project/$learnt"
  [ -d "$project/tests/fuzz/corpus/$reader" ] && seeds=("tests/fuzz/corpus/$reader")
  case $reader in document|request|answer|member|kind|json) seeds+=(tests/golden/v1) ;; esac
  in_toolchain $patiently "build/check/tests/fuzz/fuzz_$reader" -max_total_time="$fuzz_seconds" -max_len=20000 -timeout=25 -rss_limit_mb=3000 \
    -dict=tests/fuzz/words.dict -artifact_prefix="build/fuzz/found/$reader-" -print_final_stats=1 "$learnt" "${seeds[@]}"
}

# count_fuzzing: waits for it; a program that found something, or did not run, is one failure.
count_fuzzing() {
  local told name
  wait "$fuzzing"
  for told in "$fuzz_folder"/fuzz_*.log; do
    [ -e "$told" ] || continue
    name=${told##*/}; name=${name%.log}
    count "$name, $fuzz_seconds s" fuzz cat "$told" "$fuzz_folder/$name.status"
    rm -f "$fuzz_folder/$name.status"
  done
}

# stat::number_of_executed_units: 123456 / the exit status as the last line
summary_fuzz() { awk '/^stat::number_of_executed_units:/ {units = $2} {last = $0} END {print (units > 0 && last == "0") ? "1 0" : "0 1"}'; }
