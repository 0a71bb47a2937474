#include "app/embedded_text.h"

namespace fullcircle {
namespace {

constexpr unsigned char kEnglish[] = {
#embed "../../assets/sample/en.json"
};
constexpr unsigned char kGerman[] = {
#embed "../../assets/sample/de.json"
};

}  // namespace

std::string_view embedded_sample_words(std::string_view language_code) {
  return as_text(language_code.starts_with("de") ? std::span<const unsigned char>(kGerman) : kEnglish);
}

}  // namespace fullcircle
