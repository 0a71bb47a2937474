#include "platform/native_command.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "app/files/document_writer.h"
#include "platform/native_words.h"

namespace fullcircle {
namespace {

std::unexpected<Error> wrong_use(std::string sentence) { return fail("error.use", {}, std::move(sentence)); }

}  // namespace

std::string CommandWords::value(const std::string& name, std::string otherwise) const {
  const auto at = options.find(name);
  return at == options.end() || at->second.empty() ? otherwise : at->second.back();
}

Result<CommandWords> parse_arguments(const std::vector<std::string>& words, const std::vector<std::string>& valued) {
  CommandWords arguments;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string word = words[i] == "-o" ? "--out" : words[i];
    if (!word.starts_with("--")) {
      if (word.size() > 1 && word[0] == '-') return wrong_use("unknown option " + word);
      arguments.files.push_back(std::move(word));
      continue;
    }
    const auto equals = word.find('=');
    const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
    if (std::ranges::find(valued, name) == valued.end()) return wrong_use("unknown option --" + name);
    if (equals == std::string::npos && i + 1 == words.size()) return wrong_use("--" + name + " needs a value");
    arguments.options[name].push_back(equals == std::string::npos ? words[++i] : word.substr(equals + 1));
  }
  return arguments;
}

Result<long> parse_number(const CommandWords& arguments, const std::string& name, long otherwise, long least, long most) {
  const std::string text = arguments.value(name);
  if (text.empty()) return otherwise;
  long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most)
    return wrong_use("--" + name + " is a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return number;
}

Result<std::string> read_bytes(const std::string& path) {
  if (path == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
  std::error_code problem;
  const bool is_folder = std::filesystem::is_directory(path, problem);
  std::ifstream file(path, std::ios::binary);
  if (!file || is_folder) return fail("error.file.unreadable", path);
  const auto size = std::filesystem::file_size(path, problem);
  std::string bytes;
  if (!problem) bytes.reserve(static_cast<std::size_t>(size));
  bytes.assign(std::istreambuf_iterator<char>(file), {});
  return bytes;
}

Result<> write_bytes(const std::string& path, std::string_view bytes) {
  if (path.empty() || path == "-") {
    std::cout << bytes << std::flush;
    return std::cout ? Result<>() : fail("error.file.unwritable", "-");
  }
  const std::string beside = path + ".new";
  {
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    file << bytes << std::flush;
    if (!file) {
      std::remove(beside.c_str());
      return fail("error.file.unwritable", path);
    }
  }
  std::error_code problem;
  std::filesystem::rename(beside, path, problem);
  if (!problem) return {};
  std::remove(beside.c_str());
  return fail("error.file.unwritable", path);
}

Result<Document> read_workspace(const std::string& path) {
  const auto bytes = read_bytes(path);
  if (!bytes) return std::unexpected(bytes.error());
  auto document = read_document(*bytes);
  if (document) return document;
  Error error = document.error();
  error.place = path + (error.place.empty() ? "" : ":" + error.place);
  return std::unexpected(std::move(error));
}

std::string describe(const Error& error) {
  const std::string sentence = sentence_for(error);
  return error.place.empty() || error.code == "error.use" ? sentence : error.place + ": " + sentence;
}

int report(std::ostream& err, const Error& error) {
  err << "fullcircle: " << describe(error) << "\n";
  return error.code == "error.use" || error.code == "error.file.unreadable" || error.code == "error.file.unwritable" ? kWrongUse : kHasProblems;
}

}  // namespace fullcircle
