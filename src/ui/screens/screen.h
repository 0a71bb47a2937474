// What every screen is given. A screen is a function of this and of its own state; it draws, and returns what the person wants.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "app/app_state.h"
#include "app/formats.h"
#include "app/language.h"
#include "app/model_view.h"
#include "ui/widgets/ui.h"

namespace fullcircle {

using ui::Icon;

struct ScreenContext {
  ui::Ui& ui;
  const ModelView& view;
  const AppState& app;
  const Language& language;
  const Formats& formats;
  TextServices& text;                             ///< order of names and search keys in the person's language
  const IdSource& new_id;
  const std::function<std::string()>& new_token;  ///< 32 hex digits for a request
  const std::function<std::string()>& new_passphrase;  ///< five words drawn by chance
  const Route& route;

  std::string_view tr(std::string_view key) const { return language.tr(key); }
  std::string tr(std::string_view key, Arguments arguments) const { return language.tr(key, arguments); }
};

}  // namespace fullcircle
