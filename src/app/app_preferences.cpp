// Language, theme, who is at this device.
#include "app/app_impl.h"
#include "app/embedded_text.h"

#include <algorithm>
#include <array>

namespace fullcircle {
namespace {

constexpr std::array<std::string_view, 2> kShippedLanguages{"en", "de"};

}  // namespace

std::string App::Impl::chosen_language() const {
  const std::string& wanted = state_.preferences.language.empty() ? browser_language_ : state_.preferences.language;
  const std::string code = wanted.substr(0, 2);
  return std::ranges::find(kShippedLanguages, code) == kShippedLanguages.end() ? "en" : code;
}

void App::Impl::use_language(const std::string& code) {
  // English stands in for what a translation lacks. Both are part of the program and tested, so they parse.
  auto english = Language::parse("en", embedded_language("en"));
  if (!english) return;
  auto fallback = std::make_shared<const Language>(std::move(*english));
  auto language = code == "en" ? Result<Language>(*fallback) : Language::parse(code, embedded_language(code), fallback);
  if (!language) return;
  language->set_plural_rule([&text = ports_.text](double count) { return text.plural_category(count); });
  language_ = std::make_shared<const Language>(std::move(*language));
  ports_.text.set_language(code);
}

void App::Impl::save_device() {
  device_.record().preferences = state_.preferences;
  state_.workspaces = device_.record().workspaces;
  device_.save([this](Result<> saved) {
    if (saved) return;
    problem(saved.error());
    on_change_();
  });
}

void App::Impl::run(const SetTheme& task) {
  state_.preferences.theme = task.theme;
  save_device();
}

void App::Impl::run(const SetLanguage& task) {
  state_.preferences.language = task.code;
  save_device();
  use_language(chosen_language());
}

void App::Impl::run(const SetMe& task) {
  if (!session_) return;
  session_->view().me = task.person;
  session_->name_device(session_->view().name_of(task.person));
  if (auto* entry = device_.find(state_.open_workspace)) entry->me = task.person;
  save_device();
}

}  // namespace fullcircle
