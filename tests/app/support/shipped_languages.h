// The language files of assets/, loaded the way the app loads them.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include "app/language.h"

namespace fullcircle::test {

inline std::string read_project_file(const std::string& path) {
  std::ifstream file(std::string(TEST_DATA_DIR) + "/../" + path, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline std::shared_ptr<Language> load_language(const std::string& code, std::shared_ptr<const Language> fallback = {}) {
  auto language = Language::parse(code, read_project_file("assets/languages/" + code + ".json"), std::move(fallback));
  REQUIRE(language.has_value());
  return std::make_shared<Language>(std::move(*language));
}

}  // namespace fullcircle::test
