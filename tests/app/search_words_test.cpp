#include "app/queries/search_words.h"

#include <doctest/doctest.h>

using namespace fullcircle;

TEST_CASE("every word that was typed must occur, in any order") {
  const SearchWords words("  larsen\tanna ");
  CHECK(words.are_in("anna larsen"));
  CHECK(words.are_in("larsens, hannah"));
  CHECK_FALSE(words.are_in("anna lund"));
  CHECK_FALSE(words.are_in(""));
}

TEST_CASE("who typed nothing sees everything") {
  CHECK(SearchWords("").empty());
  CHECK(SearchWords(" \n").empty());
  CHECK(SearchWords(" ").are_in("anything"));
}
